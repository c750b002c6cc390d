import { describe, expect, it } from 'vitest';
import type { TaskHolders } from '../../db/desk-tasks.ts';
import type { CaseRow, Store } from '../../db/store.ts';
import { loaded, opened, type StoreUnderTest } from './store-contract.ts';
import {
  anyTask,
  committee,
  court,
  everyClock,
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
        (await store.reads.clocks({ ...everyClock, dueUpTo, limit })).map(({ row }) => row.due);
      expect(await due(null)).toEqual(['2026-12-01', '2026-12-01T17:00', '2026-12-20', null]);
      expect(await due('2026-12-01')).toEqual(['2026-12-01', '2026-12-01T17:00']);
      expect(await due('2026-11-30')).toEqual([]);
      expect(await due(null, 1)).toEqual(['2026-12-01']);
    });

    it('parts its own duties from the windows of others, which are nobody’s work once they have passed', async () => {
      const { store } = open();
      const limits = [
        ['c1', '2026-11-01', 'custodian'],
        ['c2', '2026-11-02', 'party'],
        ['c3', '2026-11-03T10:00', 'receiver'],
        ['c4', '2026-11-04', 'parties'],
        ['c5', '2026-11-04T09:00', 'outsider'],
        ['c6', '2026-11-30', 'party'],
      ] as const;
      for (const [id, due, duty] of limits) {
        const commit = openingCommit(id);
        const clocks = Object.values(commit.after.proceedings).map((one) => ({ ...sampleClock(one, due), duty }));
        await store.commit({ ...commit, derived: { ...commit.derived, clocks } });
      }
      const cases = async (filter: object) =>
        (await store.reads.clocks({ ...everyClock, ...filter })).map(({ caseId }) => caseId);
      expect(await cases({})).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
      expect(await cases({ workOn: '2026-11-04' })).toEqual(['c1', 'c3', 'c4', 'c5', 'c6']);
      expect(await cases({ workOn: '2026-11-05' })).toEqual(['c1', 'c3', 'c6']);
      // However many have passed: what is left out does not take the place of what is work.
      expect(await cases({ workOn: '2026-11-05', limit: 3 })).toEqual(['c1', 'c3', 'c6']);
      expect(await cases({ workOn: '2026-12-01' })).toEqual(['c1', 'c3']);
      expect(await cases({ dueFrom: '2026-11-03', dueUpTo: '2026-11-04' })).toEqual(['c3', 'c4', 'c5']);
      expect(await cases({ dueFrom: '2026-11-03', workOn: '2026-11-05' })).toEqual(['c3', 'c6']);
      const backlog = { organisation: committee, minute: '2026-12-01T09:00' };
      expect((await store.reads.backlog(backlog)).overdueClocks).toBe(2);
    });

    it('has numbers of several organisations together, each case once, by channel, officer and the end of its limits', async () => {
      const { store } = open();
      for (const id of ['c1', 'c2', 'c3']) await opened(store, id);
      const closing = nextCommit(await loaded(store, 'c3'), 'k3');
      const proceedings = closing.derived.proceedings.map((row) => ({ ...row, open: false }));
      const listings = closing.derived.listings.map((one) => ({
        ...one,
        box: 'done' as const,
        proceedings: one.proceedings.map((row) => ({ ...row, open: false })),
      }));
      await store.commit({ ...closing, derived: { ...closing.derived, proceedings, listings } });
      const tally = (organisations: readonly string[], today = '2026-12-21') =>
        store.tallies.tally({ organisations, today, soonUpTo: '2026-12-28' });
      const late = await tally([committee, court]);
      expect(late.openCases).toBe(2);
      expect(late.channels).toEqual([
        { organisation: committee, channel: 'peopleMediation', open: 2, overdue: 2, dueSoon: 0 },
      ]);
      expect(late.officers).toEqual([{ officer: mediator, open: 2 }]);
      expect((await tally([committee], '2026-12-20')).channels[0]).toMatchObject({ overdue: 0, dueSoon: 2 });
      expect((await tally([committee], '2026-12-12')).channels[0]).toMatchObject({ overdue: 0, dueSoon: 2 });
      // A window that a party let pass is its right, and no duty of the desk on which it stands.
      const passed = nextCommit(await loaded(store, 'c1'), 'k4');
      const clocks = passed.derived.clocks.map((clock) => ({ ...clock, duty: 'parties' as const }));
      await store.commit({ ...passed, derived: { ...passed.derived, clocks } });
      expect((await tally([committee])).channels[0]).toMatchObject({ open: 2, overdue: 1 });
      expect(await tally([court])).toEqual({ openCases: 0, channels: [], officers: [] });
      expect(await tally([])).toEqual({ openCases: 0, channels: [], officers: [] });
    });

    it('counts those who were invited and answered alike, for the organisations that are asked for', async () => {
      const { store } = open();
      const agreed = { answer: 'agrees', how: 'page', days: 2 } as const;
      const waiting = { answer: null, how: null, days: null } as const;
      for (const [id, organisation, answered] of [
        ['c1', committee, agreed],
        ['c2', committee, agreed],
        ['c3', committee, waiting],
        ['c4', court, agreed],
      ] as const) {
        const commit = openingCommit(id);
        const row = { id: 'p1 b1', organisation, side: 'respondent', invitedOn: '2026-11-20', served: true } as const;
        await store.commit({ ...commit, derived: { ...commit.derived, invitations: [{ ...row, ...answered }] } });
      }
      const tallies = await store.tallies.invitations([committee]);
      const alike = { organisation: committee, side: 'respondent', served: true };
      expect(tallies).toHaveLength(2);
      expect(tallies).toContainEqual({ ...alike, ...agreed, count: 2 });
      expect(tallies).toContainEqual({ ...alike, ...waiting, count: 1 });
      expect(await store.tallies.invitations([])).toEqual([]);
    });

    it('finds at any desk what lapses by itself once its day or minute is over, longest over first', async () => {
      const { store } = open();
      const limits = [
        ['c1', '2026-11-03', 'lapses'],
        ['c2', '2026-11-02', 'lapses'],
        ['c3', '2026-11-03T10:00', 'lapses'],
        ['c4', '2026-11-01', 'task'],
        ['c5', null, 'lapses'],
      ] as const;
      for (const [id, due, expiry] of limits) {
        const commit = openingCommit(id);
        const clocks = Object.values(commit.after.proceedings).map((one) => ({ ...sampleClock(one, due), expiry }));
        await store.commit({ ...commit, derived: { ...commit.derived, clocks } });
      }
      const cases = async (minute: string, limit = 9) =>
        (await store.reads.lapsing({ minute, limit })).map(({ caseId }) => caseId);
      expect(await cases('2026-11-02T23:59')).toEqual([]);
      expect(await cases('2026-11-03T10:00')).toEqual(['c2']);
      expect(await cases('2026-11-03T10:01')).toEqual(['c2', 'c3']);
      expect(await cases('2026-11-04T00:00')).toEqual(['c2', 'c1', 'c3']);
      expect(await cases('2026-11-04T00:00', 1)).toEqual(['c2']);
    });

    it('has tasks of persons together with those anyone of a role may do, nearest first', async () => {
      const { store } = open();
      const commit = openingCommit('c1');
      const [proceeding] = Object.values(commit.after.proceedings);
      const tasks = [
        sampleTask(proceeding!, mediator, null),
        sampleTask(proceeding!, null, '2026-11-24'),
        { ...sampleTask(proceeding!, null, '2026-11-22'), id: 'of-clerks', role: 'committeeClerk' as const },
        sampleTask(proceeding!, 'account-other', '2026-11-23'),
      ];
      await store.commit({ ...commit, derived: { ...commit.derived, tasks } });
      const due = async (whose: TaskHolders | null, limit = 9) =>
        (await store.reads.tasks({ ...anyTask, whose, limit })).map(({ row }) => row.dueOn);
      const { role } = tasks[0]!;
      expect(await due({ persons: [mediator], roles: [role] })).toEqual(['2026-11-24', null]);
      expect(await due({ persons: [mediator], roles: [role] }, 1)).toEqual(['2026-11-24']);
      expect(await due({ persons: [mediator, 'account-other'], roles: [] })).toEqual(['2026-11-23', null]);
      expect(await due({ persons: [], roles: ['committeeClerk'] })).toEqual(['2026-11-22']);
      expect(await due(null)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24', null]);
      expect(await store.reads.tasks({ ...anyTask, organisation: court })).toEqual([]);
    });

    it('keeps back a task until the day from which it is shown, and lets it hide no other', async () => {
      const { store } = open();
      const commit = openingCommit('c1');
      const [proceeding] = Object.values(commit.after.proceedings);
      const waiting = { ...sampleTask(proceeding!, null, '2029-01-31'), id: 'waits', shownFrom: '2028-12-31' };
      const tasks = [waiting, { ...sampleTask(proceeding!, null, null), id: 'has-no-date' }];
      await store.commit({ ...commit, derived: { ...commit.derived, tasks } });
      for (const whose of [null, { persons: [], roles: [waiting.role] }]) {
        const shown = async (shownOn: string, limit: number) =>
          (await store.reads.tasks({ ...anyTask, whose, shownOn, limit })).map(({ row }) => row.id);
        expect(await shown('2028-12-30', 1)).toEqual(['has-no-date']);
        expect(await shown('2028-12-31', 9)).toEqual(['waits', 'has-no-date']);
      }
    });

    it('loses clocks and tasks when the case has moved on', async () => {
      const { store } = open();
      const commit = nextCommit(await opened(store, 'c1'), 'k2');
      await store.commit({ ...commit, derived: { ...commit.derived, clocks: [], tasks: [] } });
      expect(await store.reads.clocks(everyClock)).toEqual([]);
      expect(await store.reads.tasks(anyTask)).toEqual([]);
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
