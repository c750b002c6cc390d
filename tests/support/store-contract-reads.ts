import { describe, expect, it } from 'vitest';
import type { CaseRow, ClockFilter, Store } from '../../db/store.ts';
import { loaded, opened, type StoreUnderTest } from './store-contract.ts';
import {
  committee,
  court,
  handoffCommit,
  mediator,
  nextCommit,
  openingCommit,
  sampleClock,
  sampleTask,
} from './store-samples.ts';

/** The lists and look-ups of the port. */
export function describeReads(open: () => StoreUnderTest): void {
  describeCaseList(open);
  describeDesk(open);
  describeLookUps(open);
}

const everyCase = { organisation: committee, scope: 'all', officer: null, after: null, limit: 50 } as const;

async function allPages(store: Store, limit: number, between: () => Promise<void>): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  let after: string | null = null;
  do {
    const page = await store.reads.cases({ ...everyCase, after, limit });
    rows.push(...page.rows);
    after = page.next;
    await between();
  } while (after !== null);
  return rows;
}

function describeCaseList(open: () => StoreUnderTest): void {
  describe("an organisation's list of cases", () => {
    it('shows each with its parties by name and its proceedings, latest opened first', async () => {
      const { store } = open();
      await store.commit(openingCommit('c1', { openedOn: '2026-11-18' }));
      await store.commit(openingCommit('c2', { openedOn: '2026-11-20' }));
      const { rows, next } = await store.reads.cases(everyCase);
      expect(next).toBeNull();
      expect(rows.map(({ caseId }) => caseId)).toEqual(['c2', 'c1']);
      expect(rows[1]).toMatchObject({
        code: 'JF-c1',
        openedOn: '2026-11-18',
        over: false,
        version: 1,
        updatedAt: '2026-11-20T10:02:00+08:00',
        claimants: ['烟台红富士果业有限公司'],
        respondents: ['王海燕'],
        proceedings: [{ proceeding: 'c1-p1', state: 'applied', open: true }],
      });
    });

    it('is complete and without doubles page by page while others open and change cases', async () => {
      const { store } = open();
      for (let number = 0; number < 23; number += 1) {
        // Several on one day, so that the id decides.
        const day = String(10 + (number % 5)).padStart(2, '0');
        await store.commit(openingCommit(`c${number}`, { openedOn: `2026-11-${day}` }));
      }
      let added = 0;
      const rows = await allPages(store, 4, async () => {
        added += 1;
        await store.commit(openingCommit(`new${added}`, { openedOn: '2026-11-21' }));
        await store.commit(nextCommit(await loaded(store, `c${added}`), `touch-${added}`));
      });
      const ids = rows.map(({ caseId }) => caseId);
      expect(new Set(ids).size).toBe(ids.length);
      for (let number = 0; number < 23; number += 1) expect(ids).toContain(`c${number}`);
    });

    it("shows nobody else's: not to a stranger, not to a court that was only asked", async () => {
      const { store } = open();
      await store.commit(handoffCommit(await opened(store, 'c1'), 'h1', 'k1'));
      for (const organisation of ['org-stranger', court]) {
        expect((await store.reads.cases({ ...everyCase, organisation })).rows).toEqual([]);
      }
    });

    it('parts open work from ended work, and one officer from another', async () => {
      const { store } = open();
      await opened(store, 'c1');
      const file = await opened(store, 'c2');
      const commit = nextCommit(file, 'k2');
      const proceedings = commit.derived.proceedings.map((row) => ({
        ...row,
        open: false,
        officers: ['account-other'],
      }));
      await store.commit({ ...commit, derived: { ...commit.derived, proceedings } });
      const ids = async (filter: object) =>
        (await store.reads.cases({ ...everyCase, ...filter })).rows.map(({ caseId }) => caseId);
      expect(await ids({})).toEqual(['c2', 'c1']);
      expect(await ids({ scope: 'open' })).toEqual(['c1']);
      expect(await ids({ officer: mediator })).toEqual(['c1']);
      expect(await ids({ officer: 'account-other' })).toEqual(['c2']);
      expect(await ids({ officer: 'account-other', scope: 'open' })).toEqual([]);
    });
  });
}

function describeDesk(open: () => StoreUnderTest): void {
  describe("an organisation's desk", () => {
    it('has clocks nearest first, those that stand still last, and up to a day if asked', async () => {
      const { store } = open();
      const dues = { c1: '2026-12-20', c2: null, c3: '2026-12-01T17:00', c4: '2026-12-01' };
      for (const [id, due] of Object.entries(dues)) {
        const commit = openingCommit(id);
        const clocks = Object.values(commit.after.proceedings).map((proceeding) => sampleClock(proceeding, due));
        await store.commit({ ...commit, derived: { ...commit.derived, clocks } });
      }
      const due = async (dueUpTo: string | null, limit = 9) =>
        (await store.reads.clocks({ organisation: committee, dueUpTo, limit })).map(({ row }) => row.due);
      expect(await due(null)).toEqual(['2026-12-01', '2026-12-01T17:00', '2026-12-20', null]);
      expect(await due('2026-12-01')).toEqual(['2026-12-01', '2026-12-01T17:00']);
      expect(await due('2026-11-30')).toEqual([]);
      expect(await due(null, 1)).toEqual(['2026-12-01']);
      // What has passed hides nothing from whoever looks ahead, or for clocks of one rule.
      const some = async (filter: Partial<ClockFilter>) =>
        (await store.reads.clocks({ organisation: committee, dueUpTo: null, limit: 1, ...filter })).map(
          ({ row }) => row.due,
        );
      expect(await some({ dueFrom: '2026-12-02' })).toEqual(['2026-12-20']);
      expect(await some({ rule: 'pm.term' })).toEqual(['2026-12-01']);
      expect(await some({ rule: 'enf.apply' })).toEqual([]);
    });

    it('has tasks of one person together with those anyone may do, nearest first', async () => {
      const { store } = open();
      const commit = openingCommit('c1');
      const [proceeding] = Object.values(commit.after.proceedings);
      const tasks = [
        sampleTask(proceeding!, mediator, null),
        sampleTask(proceeding!, null, '2026-11-24'),
        sampleTask(proceeding!, 'account-other', '2026-11-23'),
      ];
      await store.commit({ ...commit, derived: { ...commit.derived, tasks } });
      const whose = async (person: string | null, limit = 9) =>
        (await store.reads.tasks({ organisation: committee, person, limit })).map(({ row }) => row.person);
      expect(await whose(mediator)).toEqual([null, mediator]);
      expect(await whose(mediator, 1)).toEqual([null]);
      expect(await whose(null)).toEqual(['account-other', null, mediator]);
      expect(await store.reads.tasks({ organisation: court, person: null, limit: 9 })).toEqual([]);
    });

    it('loses clocks and tasks when the case has moved on', async () => {
      const { store } = open();
      const commit = nextCommit(await opened(store, 'c1'), 'k2');
      await store.commit({ ...commit, derived: { ...commit.derived, clocks: [], tasks: [] } });
      expect(await store.reads.clocks({ organisation: committee, dueUpTo: null, limit: 9 })).toEqual([]);
      expect(await store.reads.tasks({ organisation: committee, person: null, limit: 9 })).toEqual([]);
    });

    it('has handoffs to answer at the receiver and waiting ones at the sender, but no drafts at the receiver', async () => {
      const { store } = open();
      await store.commit(handoffCommit(await opened(store, 'c1'), 'h1', 'k1'));
      await store.commit(handoffCommit(await opened(store, 'c2'), 'h2', 'k2', { offeredOn: null }));
      const box = async (organisation: string, which: 'toAnswer' | 'waiting') =>
        (await store.reads.handoffs({ organisation, box: which, limit: 9 })).map(({ handoff }) => handoff);
      expect(await box(court, 'toAnswer')).toEqual(['h1']);
      expect(await box(committee, 'waiting')).toEqual(['h2', 'h1']);
      expect(await box(committee, 'toAnswer')).toEqual([]);
      const [row] = await store.reads.handoffs({ organisation: court, box: 'toAnswer', limit: 9 });
      expect(row).toEqual({
        caseId: 'c1',
        code: 'JF-c1',
        handoff: 'h1',
        kind: 'H4',
        from: committee,
        to: court,
        state: 'offered',
        offeredOn: '2026-11-21',
      });
    });
  });
}

function describeLookUps(open: () => StoreUnderTest): void {
  describe('a look-up', () => {
    it('finds a case by its code and by a right it shares with others, newest first', async () => {
      const { store } = open();
      await store.commit(openingCommit('c1', { openedOn: '2026-11-19' }));
      await store.commit(openingCommit('c2', { openedOn: '2026-11-20' }));
      expect(await store.reads.caseIdByCode('JF-c2')).toBe('c2');
      expect(await store.reads.caseIdByCode('JF-none')).toBeNull();
      expect(await store.reads.casesWithKey('right', 'ZL202330123456.7', 9)).toEqual(['c2', 'c1']);
      expect(await store.reads.casesWithKey('right', 'ZL202330123456.7', 1)).toEqual(['c2']);
      expect(await store.reads.casesWithKey('number', 'ZL202330123456.7', 9)).toEqual([]);
    });

    it('finds a party by the latest query code only', async () => {
      const { store } = open();
      const code = (hash: string, party: string) => ({ queryCodes: [{ hash, party }] });
      await store.commit(openingCommit('c1', code('hash-1', 'c1-a')));
      const opens = async (hash: string) => {
        const opened = await store.loadByQueryCode(hash);
        return opened && { case: opened.caseFile.id, version: opened.caseFile.version, party: opened.party };
      };
      expect(await opens('hash-1')).toEqual({ case: 'c1', version: 1, party: 'c1-a' });
      await store.commit(nextCommit(await loaded(store, 'c1'), 'k2', code('hash-2', 'c1-a')));
      await store.commit(nextCommit(await loaded(store, 'c1'), 'k3', code('hash-3', 'c1-b')));
      expect(await opens('hash-1')).toBeNull();
      expect(await opens('hash-2')).toEqual({ case: 'c1', version: 3, party: 'c1-a' });
      expect(await opens('hash-3')).toEqual({ case: 'c1', version: 3, party: 'c1-b' });
      expect(await opens('hash-4')).toBeNull();
    });

    it('gives the journal as it was known at a moment, whatever the offset it is asked in', async () => {
      const { store } = open();
      await opened(store, 'c1');
      const known = async (moment: string) => (await store.reads.journal('c1', moment)).length;
      expect(await known('2026-11-20T10:01:00+08:00')).toBe(1);
      expect(await known('2026-11-20T02:02:00Z')).toBe(2);
      expect(await known('2026-11-20T10:00:59+08:00')).toBe(0);
      expect(await store.reads.journal('nowhere')).toEqual([]);
    });
  });
}
