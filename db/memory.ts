import type { CaseFile, Id } from '../workflows/case-file.ts';
import type { Derived } from '../workflows/derived.ts';
import {
  assertCommit,
  knownAt,
  numberText,
  readCursor,
  recordedAtOf,
  referralPlace,
  writeCursor,
} from './commit-rules.ts';
import { dueFromOf, isOver, isOwnDuty } from './desk-clocks.ts';
import { isShownOn, isTaskOf } from './desk-tasks.ts';
import { type ChainRow, genesisHash, openEntry, seal } from './journal-chain.ts';
import { memoryBatches } from './memory-batches.ts';
import { meetingList, memoryCalendarFeeds } from './memory-calendar.ts';
import { memoryDoor } from './memory-door.ts';
import { memoryDrafts } from './memory-drafts.ts';
import { type MemoryLetters, memoryLetters } from './memory-letters.ts';
import { memoryListings, memorySavedLists } from './memory-listings.ts';
import { memoryPartyAccounts } from './memory-party-accounts.ts';
import { memoryReconciliations } from './memory-reconciliations.ts';
import { memorySeries } from './memory-series.ts';
import { memoryTallies } from './memory-tallies.ts';
import {
  type CaseFilter,
  type CaseRow,
  type Commit,
  CommitInvalid,
  type CommitResult,
  type DeskRow,
  type NumberRequest,
  type NumberRow,
  type Page,
  type Reads,
  type ReferralFilter,
  type ReferralRef,
  type Store,
  type StoredAnswer,
} from './store.ts';
import { summaryOf } from './summary.ts';

/** A store that forgets when the process ends; keeps every other promise of the port. For tests of what is above it. */
export function memoryStore(): Store {
  const memory: Memory = {
    cases: new Map(),
    answers: new Map(),
    names: new Map(),
    natural: new Set(),
    known: [],
    codes: new Map(),
    numbers: [],
    letters: memoryLetters(),
  };
  const door = memoryDoor();
  return {
    load: async (caseId) => memory.cases.get(caseId)?.file ?? null,
    loadByQueryCode: async (hash) => {
      const opened = memory.codes.get(hash);
      const file = opened && memory.cases.get(opened.caseId)?.file;
      return file === undefined ? null : { caseFile: file, party: opened!.party };
    },
    commit: async (commit) => {
      assertCommit(commit);
      return commitTo(memory, commit);
    },
    inTurn: (work) => work(),
    queueLength: () => 0,
    answered: async (person, commandId) => memory.answers.get(answerKey(person, commandId)) ?? null,
    reserveNumber: async (request) => reserve(memory, request),
    voidNumber: async (commandId, reason) => {
      for (const row of memory.numbers) {
        if (row.commandId === commandId && row.state === 'reserved') Object.assign(row, { state: 'void', reason });
      }
    },
    reads: readsOf(memory),
    listings: memoryListings(memory),
    tallies: memoryTallies(() => [...memory.cases.values()].map(({ derived }) => derived)),
    savedLists: memorySavedLists(),
    letters: memory.letters,
    reconciliations: memoryReconciliations(),
    series: memorySeries(),
    door,
    partyAccounts: memoryPartyAccounts(door.endOfAccount),
    calendarFeeds: memoryCalendarFeeds(),
    batches: memoryBatches(),
    drafts: memoryDrafts(),
    searches: memoryDrafts(),
    close: async () => {},
  };
}

interface Memory {
  readonly cases: Map<Id, StoredCase>;
  readonly answers: Map<string, StoredAnswer>;
  /** Empty: erased. */
  readonly names: Map<Id, string>;
  readonly natural: Set<Id>;
  /** `case organisation`, in the order in which they came to know. */
  readonly known: string[];
  readonly codes: Map<string, { readonly caseId: Id; readonly party: Id }>;
  readonly numbers: (NumberRow & Pick<NumberRequest, 'kind' | 'organisation' | 'year'>)[];
  readonly letters: MemoryLetters;
}

interface StoredCase {
  readonly file: CaseFile;
  readonly journal: readonly ChainRow[];
  readonly derived: Derived;
  readonly updatedAt: string;
}

function commitTo(memory: Memory, commit: Commit): CommitResult {
  const { before, after, derived, commandId, person } = commit;
  const stored = memory.answers.get(answerKey(person, commandId));
  if (stored !== undefined) return { kind: 'duplicate', stored };
  const known = memory.cases.get(after.id);
  if ((known?.file.version ?? 0) !== before.version) return { kind: 'conflict' };
  refuseSecond(memory, commit, known);
  const journal = journalAfter(commit, known?.journal ?? []);
  // From here on nothing can fail.
  memory.cases.set(after.id, { file: after, journal, derived, updatedAt: recordedAtOf(commit) });
  memory.answers.set(answerKey(person, commandId), { requestDigest: commit.requestDigest, answer: commit.answer });
  for (const { id, input } of commit.persons) {
    memory.names.set(id, input.name);
    if (input.kind === 'natural') memory.natural.add(id);
  }
  for (const { organisation } of derived.listings) {
    if (!memory.known.includes(`${after.id} ${organisation}`)) memory.known.push(`${after.id} ${organisation}`);
  }
  for (const erased of commit.erasure?.persons ?? []) memory.names.set(erased, '');
  for (const { party, hash } of commit.queryCodes) {
    const earlier = [...memory.codes].find(([, of]) => of.caseId === after.id && of.party === party);
    if (earlier !== undefined) memory.codes.delete(earlier[0]);
    memory.codes.set(hash, { caseId: after.id, party });
  }
  if (commit.letters !== undefined) memory.letters.commit(commit.letters, Temporal.Instant.from(recordedAtOf(commit)));
  for (const row of memory.numbers) {
    if (row.commandId === commandId) Object.assign(row, { state: 'used', reason: null });
  }
  return { kind: 'committed', version: after.version };
}

function refuseSecond(memory: Memory, { before, after, derived }: Commit, known: StoredCase | undefined): void {
  if (before.seq !== (known?.journal.length ?? 0)) {
    throw new CommitInvalid('journal-not-gapless', `the journal of ${before.id} does not end at ${before.seq}`);
  }
  const open = derived.openHandoffs.map((row) => `${after.handoffs[row.handoff]?.fromProceeding} ${row.kind}`);
  if (new Set(open).size < open.length) throw new CommitInvalid('open-handoff-exists', open.join(', '));
  const taken = [...memory.cases.values()].some(
    (other) => other.file.id !== after.id && other.derived.code === derived.code,
  );
  if (taken) throw new CommitInvalid('case-code-taken', derived.code);
}

function journalAfter({ after, entries, erasure }: Commit, before: readonly ChainRow[]): readonly ChainRow[] {
  const added = seal(entries, before.at(-1)?.hash ?? genesisHash(after.id)).map((row) => ({ ...row, removal: null }));
  if (erasure === undefined) return [...before, ...added];
  const removal = { ground: erasure.ground, by: after.seq };
  const kept = before.map((row) =>
    erasure.bodies.includes(row.seq) && row.removal === null ? { ...row, salt: null, body: null, removal } : row,
  );
  return [...kept, ...added];
}

function reserve(memory: Memory, request: NumberRequest): string {
  const { commandId, kind, organisation, year, pattern } = request;
  const register = memory.numbers.filter((row) => row.kind === kind && row.organisation === organisation);
  const known = register.find((row) => row.commandId === commandId);
  if (known !== undefined) {
    if (known.state === 'void') Object.assign(known, { state: 'reserved', reason: null });
    return known.text;
  }
  const number = register.filter((row) => row.year === year).length + 1;
  const text = numberText(pattern, year, number);
  memory.numbers.push({ kind, organisation, year, number, text, commandId, state: 'reserved', reason: null });
  return text;
}

function readsOf(memory: Memory): Reads {
  const cases = () => [...memory.cases.values()];
  return {
    backlog: async ({ organisation, minute }) => {
      const running = desk(cases(), ({ clocks }) => clocks).filter(({ row }) => row.organisation === organisation);
      const offered = desk(cases(), ({ openHandoffs }) => openHandoffs).filter(({ row }) => row.offeredOn !== null);
      return {
        overdueClocks: running.filter(({ row }) => isOwnDuty(row) && row.due !== null && isOver(row.due, minute))
          .length,
        handoffsToAnswer: offered.filter(({ row }) => row.to === organisation).length,
      };
    },
    caseIdByCode: async (code) => cases().find(({ derived }) => derived.code === code)?.file.id ?? null,
    cases: async (filter) => caseList(memory, filter),
    referrals: async (filter) => referralList(memory, filter),
    meetings: async (filter) => meetingList(cases(), filter),
    journal: async (caseId, upTo) =>
      (memory.cases.get(caseId)?.journal ?? [])
        .map(openEntry)
        .filter(({ envelope }) => upTo === undefined || knownAt(envelope.recordedAt, upTo)),
    tasks: async ({ organisation, whose, shownOn, limit }) =>
      desk(cases(), ({ tasks }) => tasks)
        .filter(({ row }) => row.organisation === organisation && isShownOn(row, shownOn))
        .filter(({ row }) => whose === null || isTaskOf(row, whose))
        .toSorted(by(({ row }) => row.dueOn ?? last))
        .slice(0, limit),
    clocks: async ({ organisation, dueUpTo, limit, ...days }) =>
      desk(cases(), ({ clocks }) => clocks)
        .filter(({ row }) => row.organisation === organisation)
        .filter(({ row }) => (row.due ?? last) >= dueFromOf(days, isOwnDuty(row)))
        .filter(({ row }) => dueUpTo === null || (row.due ?? last) <= `${dueUpTo}${last}`)
        .toSorted(by(({ row }) => row.due ?? last))
        .slice(0, limit),
    lapsing: async ({ minute, limit }) =>
      desk(cases(), ({ clocks }) => clocks)
        .filter(({ row: { due, expiry } }) => expiry === 'lapses' && due !== null && isOver(due, minute))
        .toSorted(by(({ row }) => row.due ?? last))
        .slice(0, limit),
    handoffs: async ({ organisation, box, limit }) =>
      desk(cases(), ({ openHandoffs }) => openHandoffs)
        .filter(({ row }) => (box === 'waiting' ? row.from : row.offeredOn !== null && row.to) === organisation)
        .toSorted(by(({ row }) => row.offeredOn ?? ''))
        .slice(0, limit)
        .map(({ caseId, code, row }) => ({ caseId, code, ...row })),
    names: async (ids) => Object.fromEntries([...memory.names].filter(([id]) => ids.includes(id))),
    casesWithKey: async (kind, value, limit) =>
      cases()
        .filter(({ derived }) => derived.keys.some((key) => key.kind === kind && key.value === value))
        .toSorted(newestFirst)
        .slice(0, limit)
        .map(({ file }) => file.id),
    numbers: async ({ kind, organisation, year }) =>
      memory.numbers
        .filter((row) => row.kind === kind && row.organisation === organisation && row.year === year)
        .map(({ number, text, commandId, state, reason }) => ({ number, text, commandId, state, reason })),
  };
}

function caseList(memory: Memory, filter: CaseFilter): Page<CaseRow> {
  const after = filter.after === null ? null : readCursor(filter.after).join(' ');
  const rest = [...memory.cases.values()]
    .filter((stored) => isListed(stored, filter))
    .toSorted(newestFirst)
    .filter((stored) => after === null || placeOf(stored) < after);
  const rows = rest.slice(0, filter.limit).map((stored) => caseRow(memory, stored));
  const end = rows.at(-1);
  return {
    rows,
    next: rest.length > rows.length && end !== undefined ? writeCursor([end.openedOn, end.caseId]) : null,
  };
}

function isListed({ derived }: StoredCase, { organisation, scope, officer }: CaseFilter): boolean {
  const holds = derived.organisations.some(
    (row) => row.organisation === organisation && (row.as === 'custodian' || row.as === 'past'),
  );
  const own = derived.proceedings
    .filter((row) => row.organisation === organisation)
    .filter((row) => officer === null || row.officers.includes(officer));
  return holds && (officer === null || own.length > 0) && (scope === 'all' || own.some(({ open }) => open));
}

function caseRow({ names }: Memory, { file, derived, updatedAt }: StoredCase): CaseRow {
  const { claimants, respondents, proceedings } = summaryOf(file, derived);
  return {
    caseId: file.id,
    code: derived.code,
    openedOn: derived.openedOn,
    over: derived.over,
    version: file.version,
    updatedAt,
    claimants: claimants.map((id) => names.get(id) ?? ''),
    respondents: respondents.map((id) => names.get(id) ?? ''),
    proceedings,
  };
}

function referralList({ cases }: Memory, filter: ReferralFilter): Page<ReferralRef> {
  const { organisation, from, to, mode, open, limit } = filter;
  const placeOf = ({ sentOn, caseId, referral }: ReferralRef) => `${sentOn} ${referralPlace(caseId, referral)}`;
  const after = filter.after === null ? null : readCursor(filter.after).join(' ');
  const rest = [...cases.values()]
    .flatMap(({ file, derived }) => derived.referrals.map((row) => ({ ...row, caseId: file.id })))
    .filter((row) => row.organisation === organisation && row.sentOn >= (from ?? '') && row.sentOn <= (to ?? last))
    .filter((row) => filter.with === null || filter.with === row.court || filter.with === row.mediator)
    .filter((row) => (mode === null || mode === row.mode) && (open === null || open === row.open))
    .toSorted((a, b) => by(placeOf)(b, a))
    .filter((row) => after === null || placeOf(row) < after);
  const rows = rest.slice(0, limit);
  const end = rows.at(-1);
  return {
    rows,
    next:
      rest.length > rows.length && end !== undefined
        ? writeCursor([end.sentOn, referralPlace(end.caseId, end.referral)])
        : null,
  };
}

/** Sorts after every date. */
const last = '~';

function desk<Row>(
  cases: readonly StoredCase[],
  rowsOf: (derived: Derived) => readonly Row[],
): readonly DeskRow<Row>[] {
  return cases.flatMap(({ file, derived }) =>
    rowsOf(derived).map((row) => ({ caseId: file.id, code: derived.code, row })),
  );
}

function by<Row>(key: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
}

function placeOf({ file, derived }: StoredCase): string {
  return `${derived.openedOn} ${file.id}`;
}

function newestFirst(a: StoredCase, b: StoredCase): number {
  return by(placeOf)(b, a);
}

function answerKey(person: Id, commandId: Id): string {
  return JSON.stringify([person, commandId]);
}
