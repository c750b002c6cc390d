import { describe, expect, it } from 'vitest';
import type { LetterRow } from '../../db/letters.ts';
import type { Store } from '../../db/store.ts';
import type { LetterDraft } from '../../workflows/letters/letter.ts';
import { loaded, opened, type StoreUnderTest } from './store-contract.ts';
import { nextCommit, openingCommit } from './store-samples.ts';

const at = (moment: string) => Temporal.Instant.from(`${moment}+08:00`);
const morning = at('2026-11-20T11:00');

/** A rights notice to a party of a sample case. */
export function sampleLetter(id: string, caseId: string | null): LetterDraft<'rightsNotice'> {
  return {
    id,
    caseId,
    proceeding: caseId === null ? null : `${caseId}-p1`,
    handoff: null,
    notice: 'rightsNotice',
    organisation: 'org-committee',
    recipient: { kind: 'party', party: `${caseId}-b` },
    language: 'zh-CN',
    fields: { caseCode: 'JF-1', writer: { zh: '调委会', en: 'Committee' }, number: null },
  };
}

async function leased(store: Store, now = morning): Promise<readonly LetterRow[]> {
  return store.letters.lease({ now, until: now.add({ minutes: 10 }), limit: 10 });
}

async function withLetters(store: Store, ...ids: readonly string[]): Promise<void> {
  const letters = { drafts: ids.map((id) => sampleLetter(id, 'c1')), again: [] };
  await store.commit({ ...openingCommit('c1'), letters });
}

/** The outbox of the port. */
export function describeLetters(open: () => StoreUnderTest): void {
  describe('a letter of a commit', () => {
    it('is in the outbox with it, also after a restart', async () => {
      const { store, reopen } = open();
      await withLetters(store, 'l1', 'l2');
      const rows = await reopen().letters.ofCase('c1');
      expect(rows.map(({ draft }) => draft)).toEqual([sampleLetter('l1', 'c1'), sampleLetter('l2', 'c1')]);
      expect(rows[0]).toMatchObject({ state: 'queued', round: 1, attempts: 0, settledAt: null, note: null });
    });

    it('is not there when the commit is not: neither after a conflict nor after a fault', async () => {
      const { store } = open();
      const file = await opened(store, 'c1');
      await store.commit(nextCommit(file, 'k2'));
      const letters = { drafts: [sampleLetter('l1', 'c1')], again: [] };
      expect(await store.commit(nextCommit(file, 'k3', { letters }))).toEqual({ kind: 'conflict' });
      const wrong = openingCommit('c2', { letters: { drafts: [sampleLetter('l2', 'c2')], again: [] } });
      await expect(
        store.commit({ ...wrong, derived: { ...wrong.derived, code: (await loaded(store, 'c1')).header.code } }),
      ).rejects.toMatchObject({ code: 'case-code-taken' });
      expect(await store.letters.ofCase('c1')).toEqual([]);
      expect(await leased(store)).toEqual([]);
    });
  });

  describe('a letter that is due', () => {
    it('is taken by one sender only, until the sender is taken for dead', async () => {
      const { store } = open();
      await withLetters(store, 'l1');
      const [first, second] = await Promise.all([leased(store), leased(store)]);
      expect([first?.length, second?.length].toSorted()).toEqual([0, 1]);
      expect(await leased(store, morning.add({ minutes: 9 }))).toEqual([]);
      expect(await leased(store, morning.add({ minutes: 10 }))).toMatchObject([{ attempts: 2 }]);
    });

    it('is settled by whoever holds it now, and not by a sender that comes back late', async () => {
      const { store } = open();
      await withLetters(store, 'l1');
      const [late] = await leased(store);
      const [current] = await leased(store, morning.add({ minutes: 10 }));
      const sent = { kind: 'settled', state: 'sent', note: '250 ok' } as const;
      expect(await store.letters.settle(late!, { ...sent, state: 'failed' }, morning)).toBe(false);
      expect(await store.letters.settle(current!, sent, morning)).toBe(true);
      expect(await store.letters.ofCase('c1')).toMatchObject([{ state: 'sent', note: '250 ok', settledAt: morning }]);
      expect(await store.letters.settle(current!, sent, morning)).toBe(false);
    });

    it('waits after an attempt that came to nothing, and comes again', async () => {
      const { store } = open();
      await withLetters(store, 'l1');
      const [row] = await leased(store);
      const nextAt = morning.add({ minutes: 5 });
      await store.letters.settle(row!, { kind: 'again', nextAt, note: 'ETIMEDOUT' }, morning);
      expect(await leased(store, morning.add({ minutes: 4 }))).toEqual([]);
      expect(await leased(store, nextAt)).toMatchObject([{ attempts: 2, note: 'ETIMEDOUT' }]);
    });

    it('comes oldest first and no more than asked for', async () => {
      const { store } = open();
      await withLetters(store, 'l1', 'l2', 'l3');
      const rows = await store.letters.lease({ now: morning, until: morning.add({ minutes: 1 }), limit: 2 });
      expect(rows.map(({ draft }) => draft.id)).toEqual(['l1', 'l2']);
    });
  });

  describe('a letter that is sent again by hand', () => {
    it('begins a new round; a sender of the old round settles nothing', async () => {
      const { store } = open();
      await withLetters(store, 'l1');
      const [old] = await leased(store);
      const letters = { drafts: [], again: ['l1', 'unknown'] };
      await store.commit(nextCommit(await loaded(store, 'c1'), 'k2', { letters }));
      expect(await store.letters.settle(old!, { kind: 'settled', state: 'sent', note: null }, morning)).toBe(false);
      expect(await leased(store)).toMatchObject([{ round: 2, attempts: 1, state: 'queued' }]);
    });
  });

  describe('a letter that follows from the calendar', () => {
    it('is queued once, however often it is asked for', async () => {
      const { store } = open();
      const digest = sampleLetter('digest-1', null);
      expect(await store.letters.queue([digest], morning)).toBe(1);
      expect(await store.letters.queue([digest, sampleLetter('digest-2', null)], morning)).toBe(1);
      expect((await leased(store)).map(({ draft }) => draft.id)).toEqual(['digest-1', 'digest-2']);
    });
  });
}
