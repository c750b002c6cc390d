import { describe, expect, it } from 'vitest';
import type { Reconciliation } from '../../db/reconciliations.ts';
import { CursorInvalid, type ReferralFilter, type ReferralRef, type Store } from '../../db/store.ts';
import type { ReferralRow } from '../../workflows/referrals.ts';
import { loaded, type StoreUnderTest } from './store-contract.ts';
import { committee, court, nextCommit, openingCommit } from './store-samples.ts';

/** The register of referrals and its reconciliations. */
export function describeReferrals(open: () => StoreUnderTest): void {
  describeRegister(open);
  describeReconciliations(open);
}

const ofCourt: ReferralFilter = {
  organisation: court,
  from: null,
  to: null,
  with: null,
  mode: null,
  open: null,
  after: null,
  limit: 50,
};

function row(change: Partial<ReferralRow> = {}): ReferralRow {
  return {
    referral: 'h1',
    organisation: court,
    court,
    mediator: committee,
    mode: 'entrusted',
    sentOn: '2026-09-03',
    open: true,
    ...change,
  };
}

/** A case with these rows in the registers. */
async function referred(store: Store, caseId: string, referrals: readonly ReferralRow[]): Promise<void> {
  const commit = openingCommit(caseId);
  await store.commit({ ...commit, derived: { ...commit.derived, referrals } });
}

const places = (rows: readonly ReferralRef[]) => rows.map(({ caseId, referral }) => `${caseId}/${referral}`);

function describeRegister(open: () => StoreUnderTest): void {
  describe('the register of referrals', () => {
    it('has those of one organisation, latest sent first, and nobody else’s', async () => {
      const { store } = open();
      await referred(store, 'c1', [
        row(),
        row({ organisation: committee }),
        row({ referral: 'h2', sentOn: '2026-10-01' }),
      ]);
      await referred(store, 'c2', [row({ sentOn: '2026-09-20' })]);
      const { rows, next } = await store.reads.referrals(ofCourt);
      expect(places(rows)).toEqual(['c1/h2', 'c2/h1', 'c1/h1']);
      expect(rows[1]).toEqual({ caseId: 'c2', ...row({ sentOn: '2026-09-20' }) });
      expect(next).toBeNull();
      expect(places((await store.reads.referrals({ ...ofCourt, organisation: committee })).rows)).toEqual(['c1/h1']);
      expect((await store.reads.referrals({ ...ofCourt, organisation: 'stranger' })).rows).toEqual([]);
    });

    it('is narrowed by period, other side, mode, and whether it is open', async () => {
      const { store } = open();
      await referred(store, 'c1', [row()]);
      await referred(store, 'c2', [row({ mode: 'delegated', sentOn: '2026-09-10', open: false })]);
      await referred(store, 'c3', [row({ mediator: 'other', sentOn: '2026-09-11' })]);
      const found = async (filter: Partial<ReferralFilter>) =>
        places((await store.reads.referrals({ ...ofCourt, ...filter })).rows);
      expect(await found({ from: '2026-09-10', to: '2026-09-10' })).toEqual(['c2/h1']);
      expect(await found({ with: committee })).toEqual(['c2/h1', 'c1/h1']);
      expect(await found({ with: court })).toEqual(['c3/h1', 'c2/h1', 'c1/h1']);
      expect(await found({ mode: 'delegated' })).toEqual(['c2/h1']);
      expect(await found({ open: true })).toEqual(['c3/h1', 'c1/h1']);
      expect(await found({ open: false, mode: 'entrusted' })).toEqual([]);
    });

    it('is complete page by page, also where many were sent on one day, and refuses a foreign marker', async () => {
      const { store } = open();
      for (let number = 0; number < 7; number += 1)
        await referred(store, `c${number}`, [row(), row({ referral: 'h2', sentOn: `2026-09-0${(number % 2) + 3}` })]);
      const rows: ReferralRef[] = [];
      let after: string | null = null;
      do {
        const page = await store.reads.referrals({ ...ofCourt, after, limit: 3 });
        rows.push(...page.rows);
        after = page.next;
      } while (after !== null);
      expect(new Set(places(rows)).size).toBe(14);
      expect(rows.map(({ sentOn }) => sentOn)).toEqual(
        rows
          .map(({ sentOn }) => sentOn)
          .toSorted()
          .reverse(),
      );
      await expect(store.reads.referrals({ ...ofCourt, after: 'nonsense' })).rejects.toThrow(CursorInvalid);
    });

    it('follows the case: what a later commit no longer derives is gone', async () => {
      const { store } = open();
      await referred(store, 'c1', [row(), row({ referral: 'h2' })]);
      const next = nextCommit(await loaded(store, 'c1'), 'k2');
      await store.commit({ ...next, derived: { ...next.derived, referrals: [row({ open: false })] } });
      const { rows } = await store.reads.referrals(ofCourt);
      expect(rows).toEqual([{ caseId: 'c1', ...row({ open: false }) }]);
    });
  });
}

export function sampleReconciliation(id: string, change: Partial<Reconciliation> = {}): Reconciliation {
  return {
    id,
    organisation: court,
    madeBy: 'account-liaison',
    madeAt: '2026-11-23T09:00:00+08:00',
    from: '2026-09-01',
    to: '2026-09-30',
    with: null,
    sha256: 'ab'.repeat(32),
    bytes: 1200,
    fileType: 'xlsx',
    counts: { matched: 1, differing: 1, missingHere: 0, missingThere: 0, duplicate: 0, unreadable: 0 },
    rows: [
      {
        outcome: 'matched',
        row: 2,
        firstRow: null,
        number: '（2026）鲁0602民初456号',
        reason: null,
        caseId: 'c1',
        code: 'JF-c1',
        referral: 'h1',
        differences: [{ field: 'returnedOn', here: '2026-09-14', there: '2026-09-15' }],
        notUnderstood: ['result'],
      },
    ],
    ...change,
  };
}

function describeReconciliations(open: () => StoreUnderTest): void {
  describe('a reconciliation that was kept', () => {
    it('is found as it was kept, also after a restart, and not under another id', async () => {
      const { store, reopen } = open();
      await store.reconciliations.keep(sampleReconciliation('r1'));
      expect(await reopen().reconciliations.find('r1')).toEqual(sampleReconciliation('r1'));
      expect(await store.reconciliations.find('r2')).toBeNull();
    });

    it('is kept once: the same id again is refused and changes nothing', async () => {
      const { store } = open();
      await store.reconciliations.keep(sampleReconciliation('r1'));
      await expect(store.reconciliations.keep(sampleReconciliation('r1', { bytes: 9 }))).rejects.toThrow();
      expect((await store.reconciliations.find('r1'))?.bytes).toBe(1200);
    });

    it('is listed for its organisation alone, latest first and page by page, without its rows', async () => {
      const { store } = open();
      for (const id of ['r1', 'r2', 'r3']) await store.reconciliations.keep(sampleReconciliation(id));
      await store.reconciliations.keep(sampleReconciliation('r4', { organisation: committee }));
      const page = await store.reconciliations.page(court, null, 2);
      expect(page.rows.map(({ id }) => id)).toEqual(['r3', 'r2']);
      expect(page.rows[0]).not.toHaveProperty('rows');
      expect((await store.reconciliations.page(court, page.next, 2)).rows.map(({ id }) => id)).toEqual(['r1']);
      await expect(store.reconciliations.page(court, 'nonsense', 2)).rejects.toThrow(CursorInvalid);
    });
  });
}
