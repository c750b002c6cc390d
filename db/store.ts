import { channel } from 'node:diagnostics_channel';
import type { CaseFile, Id, JsonObject, LegalDate, OccurredOn } from '../workflows/case-file.ts';
import type { PersonDraft } from '../workflows/command.ts';
import type { Clock, Derived, ProceedingRow, Task } from '../workflows/derived.ts';
import type { Entry, EntryDraft } from '../workflows/journal.ts';
import type { Meeting } from '../workflows/meetings.ts';
import type { CaseKey } from '../workflows/radar/keys.ts';
import type { ReferralRow } from '../workflows/referrals.ts';
import type { BatchKeeper } from './batches.ts';
import type { CalendarFeeds } from './calendar-feeds.ts';
import type { ClockFilter } from './desk-clocks.ts';
import type { TaskFilter } from './desk-tasks.ts';
import type { Door } from './door.ts';
import type { Drafts } from './drafts.ts';
import type { CommitLetters, Letters } from './letters.ts';
import type { Listings } from './listings.ts';
import type { PartyAccounts } from './party-accounts.ts';
import type { Reconciliations } from './reconciliations.ts';
import type { SavedLists } from './saved-lists.ts';
import type { SeriesKeeper } from './series.ts';
import type { Tallies } from './tallies.ts';

export { StorageFull } from './files.ts';

/**
 * MEMORY. The port every door uses; an adapter keeps its promises: a commit is atomic, durable when it resolves, and
 * conflict and duplicate command are values. Nothing of a database crosses it.
 */
export interface Store {
  /** Null when there is no such case. */
  load(caseId: Id): Promise<CaseFile | null>;
  /** The case and the party that a query code opens, by the code's keyed hash; null when it was replaced or never was one. */
  loadByQueryCode(hash: string): Promise<{ readonly caseFile: CaseFile; readonly party: Id } | null>;
  /**
   * Rejects with {@link StoreBusy} (queue full), {@link StorageFull} (no room) or {@link CommitInvalid} (a programming
   * error of the caller); nothing of this commit is written then, and other commits are not touched by it.
   */
  commit(commit: Commit): Promise<CommitResult>;
  /**
   * Runs work that loads, decides and commits, when its turn comes. Few are under way at a time, so that reads come in
   * between however many wait, and what one decides is not stale by the time it is written. Rejects with {@link StoreBusy}
   * when too many wait, before the work has begun.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** How many pieces of work wait for their turn now. */
  queueLength(): number;
  /** The stored answer of a command that was committed, by the person's idempotency key. */
  answered(person: Id, commandId: Id): Promise<StoredAnswer | null>;
  /** Reserves an official number for a command; the same command gets the same number again. */
  reserveNumber(request: NumberRequest): Promise<string>;
  /** Keeps a reserved number's gap with its reason when the command was refused. */
  voidNumber(commandId: Id, reason: string): Promise<void>;
  readonly reads: Reads;
  readonly listings: Listings;
  readonly tallies: Tallies;
  readonly savedLists: SavedLists;
  readonly letters: Letters;
  readonly reconciliations: Reconciliations;
  readonly series: SeriesKeeper;
  readonly door: Door;
  readonly partyAccounts: PartyAccounts;
  readonly calendarFeeds: CalendarFeeds;
  readonly batches: BatchKeeper;
  readonly drafts: Drafts;
  /** Words that people look for, kept as drafts are. */
  readonly searches: Drafts;
  close(): Promise<void>;
}

/** A transaction that was written: how many commits and other writes shared it, and how long it took with its flush. */
export interface CommitReport {
  readonly jobs: number;
  readonly seconds: number;
}

/** Where adapters publish a {@link CommitReport} for whoever measures; nobody else depends on it. */
export const commitChannel = channel('jiefen:commit');

/** One commit: truth (changed parts between `before` and `after`), evidence, derived rows. */
export interface Commit {
  readonly commandId: Id;
  readonly person: Id;
  /** SHA-256 of the request, to tell a repeated request from another one with the same key. */
  readonly requestDigest: string;
  readonly before: CaseFile;
  readonly after: CaseFile;
  readonly entries: readonly EntryDraft[];
  readonly persons: readonly PersonDraft[];
  readonly queryCodes: readonly { readonly party: Id; readonly hash: string }[];
  readonly derived: Derived;
  /** What goes into the outbox with this commit, due at once. */
  readonly letters?: CommitLetters;
  /** What this commit destroys for ever; its last entry is the record of it. */
  readonly erasure?: Erasure;
  /** What a repeated request is answered with. */
  readonly answer: JsonObject;
}

/** Bodies of earlier entries (by number) and people whose data go, with the legal ground. The chain still verifies. */
export interface Erasure {
  readonly ground: string;
  readonly bodies: readonly number[];
  readonly persons: readonly Id[];
}

export type CommitResult =
  | { readonly kind: 'committed'; readonly version: number }
  /** Somebody else committed first: load, decide and commit again. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate'; readonly stored: StoredAnswer };

export interface StoredAnswer {
  readonly requestDigest: string;
  readonly answer: JsonObject;
}

export interface NumberRequest {
  readonly commandId: Id;
  /** E.g. `mediationCase`, `caseCode`. Numbers run per kind, organisation and year. */
  readonly kind: string;
  readonly organisation: Id;
  readonly year: number;
  /** `{year}` and `{number}` (padded to three digits) are replaced. */
  readonly pattern: string;
}

/** A number of the register; `void` ones say why nothing carries them. */
export interface NumberRow {
  readonly number: number;
  readonly text: string;
  readonly commandId: Id;
  readonly state: 'reserved' | 'used' | 'void';
  readonly reason: string | null;
}

/** A page of a list in keyset order; `next` is opaque and goes back in as `after`. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface CaseRow {
  readonly caseId: Id;
  readonly code: string;
  readonly openedOn: OccurredOn;
  readonly over: boolean;
  readonly version: number;
  readonly updatedAt: string;
  /** Names in the order of the parties; an erased person has an empty name. */
  readonly claimants: readonly string[];
  readonly respondents: readonly string[];
  readonly proceedings: readonly ProceedingRow[];
}

export interface CaseFilter {
  /** Only cases this organisation may know of. */
  readonly organisation: Id;
  /** Only those in which it holds an open proceeding (`open`) or all it ever held (`all`). */
  readonly scope: 'open' | 'all';
  /** Only those in which this person is its officer; null: all of them. */
  readonly officer: Id | null;
  /** `next` of the page before; null for the first. Rejects with {@link CursorInvalid} when it was not made by this list. */
  readonly after: string | null;
  readonly limit: number;
}

export interface DeskRow<Row> {
  readonly caseId: Id;
  readonly code: string;
  readonly row: Row;
}

export interface HandoffRow {
  readonly caseId: Id;
  readonly code: string;
  readonly handoff: Id;
  readonly kind: string;
  readonly from: Id;
  readonly to: Id;
  readonly state: string;
  readonly offeredOn: OccurredOn | null;
}

/** A row of the register of referrals: where to find it. */
export interface ReferralRef extends ReferralRow {
  readonly caseId: Id;
}

/** A meeting as a list has it. */
export type MeetingRow = Meeting;

/** `from` and `to` are days, both included. */
export interface MeetingFilter {
  readonly organisation: Id;
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly limit: number;
}

/** Null: any. `from` and `to` are days of sending, both included; `with` is the organisation on the other side. */
export interface ReferralFilter {
  /** Whose register. */
  readonly organisation: Id;
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
  readonly with: Id | null;
  readonly mode: ReferralRow['mode'] | null;
  readonly open: boolean | null;
  /** `next` of the page before; null for the first. Rejects with {@link CursorInvalid}. */
  readonly after: string | null;
  readonly limit: number;
}

/** Queries doors need; each answers from an index. */
export interface Reads {
  caseIdByCode(code: string): Promise<Id | null>;
  /** Latest opened first. */
  cases(filter: CaseFilter): Promise<Page<CaseRow>>;
  /** Entries in order; `upTo` limits to what was known at that moment (RFC 3339). */
  journal(caseId: Id, upTo?: string): Promise<readonly Entry[]>;
  /** What is to be done at an organisation, nearest first, those without a date last. */
  tasks(filter: TaskFilter): Promise<readonly DeskRow<Task>[]>;
  /** Clocks on an organisation's desk, nearest first; those without a date last. */
  clocks(filter: ClockFilter): Promise<readonly DeskRow<Clock>[]>;
  /** Clocks of any desk whose end moves something by itself and lies before `minute`, longest over first. */
  lapsing(filter: { minute: OccurredOn; limit: number }): Promise<readonly DeskRow<Clock>[]>;
  /** Longest waiting first. `toAnswer` shows only what was offered: a receiver knows nothing of drafts. */
  handoffs(filter: { organisation: Id; box: 'toAnswer' | 'waiting'; limit: number }): Promise<readonly HandoffRow[]>;
  /** The register of referrals of an organisation, latest sent first. */
  referrals(filter: ReferralFilter): Promise<Page<ReferralRef>>;
  /** Sessions and hearings of an organisation between two days, in order. */
  meetings(filter: MeetingFilter): Promise<readonly DeskRow<MeetingRow>[]>;
  /** Counts for operators: clocks that the desk itself must keep and whose end lies before `minute` (a day ends with the day), handoffs waiting for an answer. */
  backlog(filter: { organisation: Id; minute: OccurredOn }): Promise<{
    readonly overdueClocks: number;
    readonly handoffsToAnswer: number;
  }>;
  /** Names by person id; an erased person has an empty name. */
  names(ids: readonly Id[]): Promise<Readonly<Record<Id, string>>>;
  /** Other cases that share a key, newest first; for the radar and for duplicates. */
  casesWithKey(kind: CaseKey['kind'], value: string, limit: number): Promise<readonly Id[]>;
  /** The register of official numbers, without gaps. */
  numbers(register: Pick<NumberRequest, 'kind' | 'organisation' | 'year'>): Promise<readonly NumberRow[]>;
}

/** The queue of commands is full, or another process holds the database; the caller answers 503 and `retryAfterSeconds`. */
export class StoreBusy extends Error {
  readonly code = 'store-busy';
  readonly retryAfterSeconds = 1;

  constructor() {
    super('系统繁忙，请稍后重试。 The store is busy; try again in a moment.');
    this.name = 'StoreBusy';
  }
}

/** What a commit may be wrong in; each is kept by the memory itself, whatever its callers believe. */
export type CommitFault =
  | 'version-not-next'
  | 'journal-not-gapless'
  | 'no-evidence'
  | 'custodian-not-one'
  | 'open-handoff-exists'
  | 'case-code-taken'
  | 'erasure-unfounded';

/** A commit that contradicts itself or an invariant of the memory. Nothing was written; the caller has a bug. */
export class CommitInvalid extends Error {
  readonly code: CommitFault;

  constructor(code: CommitFault, sentence: string) {
    super(`${code}: ${sentence}`);
    this.name = 'CommitInvalid';
    this.code = code;
  }
}

/** A page cursor that no list of this store gave out. */
export class CursorInvalid extends Error {
  readonly code = 'cursor-invalid';

  constructor() {
    super(
      '翻页标记无效，请从第一页重新打开列表。 The page marker is not valid; open the list again from its first page.',
    );
    this.name = 'CursorInvalid';
  }
}
