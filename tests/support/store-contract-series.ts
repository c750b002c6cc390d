import { describe, expect, it } from 'vitest';
import type { LeasedSeriesRow, Series, SeriesRow } from '../../db/series.ts';
import type { Store } from '../../db/store.ts';
import type { StoreUnderTest } from './store-contract.ts';

const morning = Temporal.Instant.from('2026-11-20T11:00+08:00');
const refused = {
  kind: 'settled',
  state: 'refused',
  agreed: false,
  reason: { code: 'not-in-this-state', text: { zh: '现在不能', en: 'Not now' }, instead: null },
} as const;

function sampleRow(number: number, change: Partial<SeriesRow> = {}): SeriesRow {
  return {
    number,
    caseId: `c${number}`,
    caseCode: `JF-${number}`,
    proceeding: `c${number}-p1`,
    own: { amountFen: number * 100 },
    asked: { data: { form: 'written' } },
    state: 'waiting',
    agreed: false,
    attempts: 0,
    reason: null,
    ...change,
  };
}

function sampleSeries(id: string, rows: readonly SeriesRow[], change: Partial<Series> = {}): Series {
  return {
    id,
    organisation: 'org-committee',
    madeBy: 'account-mediator',
    madeAt: '2026-11-20T11:00:00+08:00',
    version: 1,
    closed: false,
    terms: { form: 'written' },
    rows,
    ...change,
  };
}

function lease(store: Store, now = morning): Promise<LeasedSeriesRow | null> {
  return store.series.lease({ now, until: now.add({ minutes: 2 }) });
}

/** The series of the port. */
export function describeSeries(open: () => StoreUnderTest): void {
  describe('a series of cases', () => {
    it('is there as it was kept, also after a restart, and nobody else has it in a list', async () => {
      const { store, reopen } = open();
      const series = sampleSeries('s1', [sampleRow(1, { state: 'chosen' }), sampleRow(2, { state: 'chosen' })]);
      await store.series.create(series);
      await store.series.create(sampleSeries('s2', [sampleRow(1)]));
      const again = reopen();
      expect(await again.series.find('s1')).toEqual(series);
      expect(await again.series.find('s3')).toBeNull();
      const { rows: _rows, terms: _terms, ...head } = series;
      const list = await again.series.ofPerson('account-mediator', 10);
      expect(list.map(({ id }) => id)).toEqual(['s2', 's1']);
      expect(list[1]).toEqual({ ...head, counts: { chosen: 2, waiting: 0, done: 0, refused: 0, skipped: 0 } });
      expect(await again.series.ofPerson('account-clerk', 10)).toEqual([]);
      expect(await again.series.ofPerson('account-mediator', 1)).toHaveLength(1);
    });

    it('is kept once', async () => {
      const { store } = open();
      await store.series.create(sampleSeries('s1', []));
      await expect(store.series.create(sampleSeries('s1', [], { closed: true }))).rejects.toThrow();
      expect((await store.series.find('s1'))?.closed).toBe(false);
    });

    it('is changed by whoever read its latest version, and by nobody else', async () => {
      const { store } = open();
      const series = sampleSeries('s1', [sampleRow(1, { state: 'chosen' })]);
      await store.series.create(series);
      const changed = { ...series, terms: null, rows: [sampleRow(2, { state: 'chosen' })] };
      expect(await store.series.save(changed, morning)).toBe(true);
      expect(await store.series.save({ ...series, closed: true }, morning)).toBe(false);
      expect(await store.series.find('s1')).toEqual({ ...changed, version: 2 });
      expect(await store.series.save(sampleSeries('s9', []), morning)).toBe(false);
      expect(await store.series.find('s9')).toBeNull();
    });

    it('is changed by nobody while one of its cases waits', async () => {
      const { store } = open();
      const series = sampleSeries('s1', [sampleRow(1)]);
      await store.series.create(series);
      expect(await store.series.save({ ...series, closed: true }, morning)).toBe(false);
      expect(await store.series.find('s1')).toEqual(series);
    });
  });

  describe('a case of a series that waits', () => {
    it('is taken by one only, until that one is taken for dead', async () => {
      const { store } = open();
      await store.series.create(sampleSeries('s1', [sampleRow(1)]));
      const taken = await Promise.all([lease(store), lease(store)]);
      expect(taken.filter((one) => one !== null)).toHaveLength(1);
      expect(await lease(store, morning.add({ seconds: 119 }))).toBeNull();
      expect((await lease(store, morning.add({ minutes: 2 })))?.row).toEqual(sampleRow(1, { attempts: 2 }));
    });

    it('comes in its order, the older series first, and the rest not at all', async () => {
      const { store } = open();
      await store.series.create(sampleSeries('s1', [sampleRow(1, { state: 'chosen' }), sampleRow(2), sampleRow(3)]));
      await store.series.create(sampleSeries('s2', [sampleRow(1)]));
      const taken = [await lease(store), await lease(store), await lease(store), await lease(store)];
      expect(taken.map((one) => one && `${one.series.id} ${one.row.number}`)).toEqual(['s1 2', 's1 3', 's2 1', null]);
    });

    it('is settled by whoever holds it now, and not by somebody who comes back late', async () => {
      const { store, reopen } = open();
      await store.series.create(sampleSeries('s1', [sampleRow(1)]));
      const late = (await lease(store))!;
      const current = (await lease(store, morning.add({ minutes: 2 })))!;
      expect(await store.series.settle(late, refused)).toBe(false);
      expect(await store.series.settle(current, { kind: 'settled', state: 'done' })).toBe(true);
      expect(await store.series.settle(current, refused)).toBe(false);
      const row = sampleRow(1, { state: 'done', agreed: true, own: null, asked: null, attempts: 2 });
      expect((await reopen().series.find('s1'))?.rows).toEqual([row]);
    });

    it('closes the series with the last of them that is done, and takes along what the cases hold themselves', async () => {
      const { store, reopen } = open();
      const terms = { form: 'written', clauses: [{ act: '停止销售' }] };
      await store.series.create(sampleSeries('s1', [sampleRow(1), sampleRow(2)], { terms }));
      const done = { kind: 'settled', state: 'done' } as const;
      await store.series.settle((await lease(store))!, done);
      expect(await reopen().series.find('s1')).toMatchObject({ closed: false, terms });
      await store.series.settle((await lease(store))!, done);
      expect(await reopen().series.find('s1')).toMatchObject({ closed: true, terms: { form: 'written', clauses: [] } });
    });

    it('waits after an attempt that came to nothing, and comes again', async () => {
      const { store } = open();
      await store.series.create(sampleSeries('s1', [sampleRow(1)]));
      const nextAt = morning.add({ minutes: 5 });
      await store.series.settle((await lease(store))!, { kind: 'again', nextAt });
      expect(await lease(store, morning.add({ minutes: 4 }))).toBeNull();
      expect((await lease(store, nextAt))?.row.attempts).toBe(2);
    });

    it('that was refused keeps its reason and its terms, and can be put back', async () => {
      const { store } = open();
      await store.series.create(sampleSeries('s1', [sampleRow(1)]));
      await store.series.settle((await lease(store))!, refused);
      const after = (await store.series.find('s1'))!;
      expect(after.rows).toEqual([sampleRow(1, { state: 'refused', reason: refused.reason, attempts: 1 })]);
      expect(await lease(store, morning.add({ minutes: 9 }))).toBeNull();
      const rows = after.rows.map((row) => ({ ...row, state: 'waiting' as const, attempts: 0 }));
      expect(await store.series.save({ ...after, rows }, morning)).toBe(true);
      expect((await lease(store))?.row.number).toBe(1);
    });
  });
}
