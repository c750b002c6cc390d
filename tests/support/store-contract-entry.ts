import { describe, expect, it } from 'vitest';
import type { Batch, BatchRow, LeasedBatchRow } from '../../db/batches.ts';
import type { Draft } from '../../db/drafts.ts';
import type { Store } from '../../db/store.ts';
import type { StoreUnderTest } from './store-contract.ts';

const morning = Temporal.Instant.from('2026-11-20T11:00+08:00');
const opened = { kind: 'settled', state: 'done', caseId: 'c1', caseCode: 'JF-1' } as const;
const refused = {
  kind: 'settled',
  state: 'refused',
  reason: { code: 'invalid-input', text: { zh: '填写有误', en: 'Wrong' }, instead: null },
} as const;

function sampleRow(number: number, change: Partial<BatchRow> = {}): BatchRow {
  return {
    number,
    digest: `hmac-sha-256:${number}`,
    cells: { claimant: `名单中的张三${number}` },
    state: 'waiting',
    attempts: 0,
    warnings: ['related-repeat-infringement'],
    caseId: null,
    caseCode: null,
    reason: null,
    ...change,
  };
}

function sampleBatch(id: string, rows: readonly BatchRow[], change: Partial<Batch> = {}): Batch {
  return {
    id,
    organisation: 'org-committee',
    madeBy: 'account-clerk',
    madeAt: '2026-11-20T11:00:00+08:00',
    version: 1,
    closed: false,
    rows,
    ...change,
  };
}

const ready = (number: number) => sampleRow(number, { state: 'ready' });

function lease(store: Store, now = morning): Promise<LeasedBatchRow | null> {
  return store.batches.lease({ now, until: now.add({ minutes: 2 }) });
}

/** The lists of cases to open, and the drafts, of the port. */
export function describeEntry(open: () => StoreUnderTest): void {
  describe('a list of cases to open', () => {
    it('is there as it was kept, also after a restart, and in the list of nobody else', async () => {
      const { store, reopen } = open();
      const batch = sampleBatch('b1', [ready(2), sampleRow(3, { state: 'refused', reason: refused.reason })]);
      await store.batches.create(batch);
      await store.batches.create(sampleBatch('b2', []));
      const again = reopen();
      expect(await again.batches.find('b1')).toEqual(batch);
      expect(await again.batches.find('b9')).toBeNull();
      const { rows: _rows, ...head } = batch;
      const list = await again.batches.ofPerson('account-clerk', 10);
      expect(list.map(({ id }) => id)).toEqual(['b2', 'b1']);
      expect(list[1]).toEqual({ ...head, counts: { ready: 1, waiting: 0, done: 0, duplicate: 0, refused: 1 } });
      expect(await again.batches.ofPerson('account-mediator', 10)).toEqual([]);
    });

    it('is changed by whoever read its latest version, and by nobody while a row waits', async () => {
      const { store } = open();
      await store.batches.create(sampleBatch('b1', [ready(2)]));
      const started = sampleBatch('b1', [sampleRow(2)]);
      expect(await store.batches.save(started, morning)).toBe(true);
      expect(await store.batches.save(started, morning)).toBe(false);
      expect(await store.batches.save({ ...started, version: 2, closed: true }, morning)).toBe(false);
      expect(await store.batches.find('b1')).toEqual({ ...started, version: 2 });
    });

    it('gives each row to one only, in its order, until that one is taken for dead', async () => {
      const { store } = open();
      await store.batches.create(sampleBatch('b1', [ready(2), sampleRow(3)]));
      await store.batches.create(sampleBatch('b2', [sampleRow(2)]));
      const taken = [await lease(store), await lease(store), await lease(store)];
      expect(taken.map((one) => one && `${one.batch.id} ${one.row.number}`)).toEqual(['b1 3', 'b2 2', null]);
      const late = taken[0]!;
      const current = (await lease(store, morning.add({ minutes: 2 })))!;
      expect(current.row).toEqual(sampleRow(3, { attempts: 2 }));
      expect(await store.batches.settle(late, opened)).toBe(false);
      const nextAt = morning.add({ minutes: 9 });
      expect(await store.batches.settle(current, { kind: 'again', nextAt })).toBe(true);
      expect((await lease(store, nextAt))?.row.attempts).toBe(3);
    });

    it('forgets what stood in a row that is open, remembers its case, and keeps what was refused', async () => {
      const { store, reopen } = open();
      await store.batches.create(sampleBatch('b1', [sampleRow(2), sampleRow(3)]));
      await store.batches.settle((await lease(store))!, opened);
      await store.batches.settle((await lease(store))!, refused);
      const again = reopen();
      const { caseId, caseCode } = opened;
      const done = sampleRow(2, { state: 'done', cells: null, caseId, caseCode, attempts: 1 });
      const left = sampleRow(3, { state: 'refused', reason: refused.reason, attempts: 1 });
      expect((await again.batches.find('b1'))?.rows).toEqual([done, left]);
      expect(await again.batches.openedBy('org-committee', done.digest)).toEqual({ caseId, caseCode });
      expect(await again.batches.openedBy('org-other', done.digest)).toBeNull();
      expect(await again.batches.openedBy('org-committee', left.digest)).toBeNull();
    });

    it('is closed and then forgotten when it is old, but never while a row waits', async () => {
      const { store } = open();
      await store.batches.create(sampleBatch('old', [ready(2)], { madeAt: '2026-08-01T09:00:00+08:00' }));
      await store.batches.create(sampleBatch('aged', [ready(2)], { madeAt: '2026-11-10T09:00:00+08:00' }));
      await store.batches.create(sampleBatch('busy', [sampleRow(2)], { madeAt: '2026-08-01T09:00:00+08:00' }));
      await store.batches.create(sampleBatch('young', [ready(2)]));
      const ages = { closeBefore: '2026-11-17T11:00:00+08:00', dropBefore: '2026-08-20T11:00:00+08:00' };
      expect(await store.batches.forget(ages)).toBe(2);
      expect(await store.batches.forget(ages)).toBe(0);
      expect(await store.batches.find('old')).toBeNull();
      expect(await store.batches.find('aged')).toMatchObject({ closed: true, rows: [{ cells: null }] });
      expect((await store.batches.find('busy'))?.rows[0]?.cells).not.toBeNull();
      expect((await store.batches.find('young'))?.rows[0]?.cells).not.toBeNull();
    });
  });

  describe('a draft', () => {
    const draft = (id: string, change: Partial<Draft> = {}): Draft => ({
      id,
      person: 'account-clerk',
      savedAt: '2026-11-20T11:00:00+08:00',
      sent: { 'data.claimant.name': ['草稿中的李四'] },
      ...change,
    });

    it('is there for its writer, after a restart too, and for nobody else', async () => {
      const { store, reopen } = open();
      await store.drafts.save(draft('d1'));
      await store.drafts.save(draft('d2'));
      const again = reopen();
      expect(await again.drafts.find('account-clerk', 'd1')).toEqual(draft('d1'));
      expect(await again.drafts.find('account-mediator', 'd1')).toBeNull();
      expect((await again.drafts.ofPerson('account-clerk', 10)).map(({ id }) => id)).toEqual(['d2', 'd1']);
      expect(await again.drafts.ofPerson('account-mediator', 10)).toEqual([]);
    });

    it('is not taken for a search, nor a search for it', async () => {
      const { store, reopen } = open();
      await store.drafts.save(draft('d1'));
      await store.searches.save(draft('s1', { sent: { text: '张三' } }));
      const again = reopen();
      expect(await again.searches.find('account-clerk', 's1')).toEqual(draft('s1', { sent: { text: '张三' } }));
      expect(await again.drafts.find('account-clerk', 's1')).toBeNull();
      expect(await again.searches.find('account-clerk', 'd1')).toBeNull();
      expect((await again.drafts.ofPerson('account-clerk', 9)).map(({ id }) => id)).toEqual(['d1']);
      await again.drafts.remove('account-clerk', 's1');
      expect(await again.searches.sweep('2026-12-01T00:00:00+08:00')).toBe(1);
      expect(await again.drafts.ofPerson('account-clerk', 9)).toHaveLength(1);
    });

    it('saved again stands in its own place, first in the list', async () => {
      const { store } = open();
      await store.drafts.save(draft('d1'));
      await store.drafts.save(draft('d2'));
      await store.drafts.save(draft('d1', { sent: {} }));
      expect(await store.drafts.ofPerson('account-clerk', 10)).toEqual([draft('d1', { sent: {} }), draft('d2')]);
      expect(await store.drafts.ofPerson('account-clerk', 1)).toHaveLength(1);
    });

    it('goes when its writer removes it, not when somebody else does, and when it is old', async () => {
      const { store } = open();
      await store.drafts.save(draft('d1'));
      await store.drafts.save(draft('d2', { savedAt: '2026-11-01T11:00:00+08:00' }));
      await store.drafts.remove('account-mediator', 'd1');
      expect(await store.drafts.sweep('2026-11-13T11:00:00+08:00')).toBe(1);
      expect(await store.drafts.ofPerson('account-clerk', 10)).toEqual([draft('d1')]);
      await store.drafts.remove('account-clerk', 'd1');
      await store.drafts.remove('account-clerk', 'd1');
      expect(await store.drafts.find('account-clerk', 'd1')).toBeNull();
    });
  });
}
