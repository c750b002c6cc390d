import { describe, expect, it } from 'vitest';
import type { NewPartyAccount } from '../../db/party-accounts.ts';
import type { StoreUnderTest } from './store-contract.ts';

const nowMs = 1_000_000_000;
const limits = { nowMs: nowMs + 1, idleMs: 60_000, absoluteMs: 600_000 };
const account: NewPartyAccount = {
  id: 'a1',
  contact: 'hash-1',
  contactKind: 'email',
  language: 'zh-CN',
  address: 'lawyer@example.cn',
  nowMs,
};
const added = { caseId: 'c1', party: 'p1', caseCode: '烟知解〔2026〕1号', since: 3 };

/** What is remembered of parties' accounts. */
export function describePartyAccounts(open: () => StoreUnderTest): void {
  describe('the account of a party', () => {
    it('is one per contact, found by it and by its id, also after a restart', async () => {
      const { store, reopen } = open();
      await store.partyAccounts.open(account);
      const again = await store.partyAccounts.open({ ...account, id: 'a2', language: 'en' });
      expect(again).toEqual({ id: 'a1', contactKind: 'email', language: 'zh-CN' });
      const later = reopen().partyAccounts;
      expect(await later.byContact('hash-1')).toEqual(again);
      expect(await later.find('a2')).toBeNull();
      expect(await later.byContact('hash-2')).toBeNull();
    });

    it('holds each case once under a number that is never given twice, up to its limit', async () => {
      const { store, reopen } = open();
      const { partyAccounts } = store;
      await partyAccounts.open(account);
      const add = (change: object) => partyAccounts.addCase('a1', { ...added, ...change }, 2);
      expect(await add({})).toEqual({ kind: 'added', number: 1 });
      expect(await add({ party: 'p2' })).toEqual({ kind: 'added', number: 2 });
      expect(await add({ since: 9 })).toEqual({ kind: 'added', number: 1 });
      expect(await add({ caseId: 'c2' })).toEqual({ kind: 'full' });
      await partyAccounts.removeCase('a1', 2);
      expect(await add({ caseId: 'c2' })).toEqual({ kind: 'added', number: 3 });
      expect(await partyAccounts.addCase('nobody', added, 2)).toEqual({ kind: 'full' });
      expect(await reopen().partyAccounts.cases('a1')).toEqual([
        { ...added, number: 1, since: 9 },
        { ...added, number: 3, caseId: 'c2' },
      ]);
    });

    it('notes what was checked in its session, and is gone with list and sessions when it is closed', async () => {
      const { store } = open();
      await store.partyAccounts.open(account);
      await store.partyAccounts.addCase('a1', added, 9);
      await store.door.open('s1', nowMs, 'a1');
      await store.door.open('s2', nowMs);
      const code = { session: 's1', queryCode: 'k1', hash: 'right', nowMs };
      const atMost = { count: 3, sinceMs: 0 };
      await store.door.keepCode({ ...code, expiresAtMs: nowMs + 1000, tries: 3, atMost });
      expect(await store.door.tryCode({ ...code, checkedUntilMs: nowMs + 500 })).toBe('right');
      const checked = { queryCode: 'k1', checkedUntilMs: nowMs + 500 };
      expect(await store.door.held('s1', limits)).toEqual({ account: 'a1', codes: [checked] });
      expect(await store.partyAccounts.close('a1', 'asked for')).toBe(true);
      expect(await store.partyAccounts.close('a1', 'asked for')).toBe(false);
      expect(await store.door.held('s1', limits)).toBeNull();
      expect(await store.door.held('s2', limits)).toEqual({ account: null, codes: [] });
      expect(await store.partyAccounts.cases('a1')).toEqual([]);
      // The contact may open another.
      expect(await store.partyAccounts.open({ ...account, id: 'a3' })).toMatchObject({ id: 'a3' });
    });
  });
}
