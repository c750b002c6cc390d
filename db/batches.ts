import type { Id, JsonObject } from '../workflows/case-file.ts';
import type { Text } from '../workflows/text.ts';

/**
 * A row of a list. `ready` can be opened and waits for its maker, `waiting` for its turn; `done` its case is open; `duplicate`
 * it is left out because it is a case already, or stands in the list twice; `refused` it cannot be opened as it is.
 */
export type BatchRowState = 'ready' | 'waiting' | 'done' | 'duplicate' | 'refused';

/** Why a row was refused or left out, in the words of that moment; holds no names. */
export interface BatchReason {
  readonly code: string;
  readonly text: Text;
  readonly instead: Text | null;
}

/** One row of a list, and how far it got. */
export interface BatchRow {
  /** As the spreadsheet counts: headings and titles included. */
  readonly number: number;
  /** Keyed hash of what the row says: two rows that say the same have one. */
  readonly digest: string;
  /** What stands in its cells, kept sealed; null: forgotten, because it is done, given up or too old. */
  readonly cells: JsonObject | null;
  readonly state: BatchRowState;
  readonly attempts: number;
  /** Codes of the warnings that apply to it, and, once started, were read by its maker. */
  readonly warnings: readonly string[];
  /** The case that was opened; null before. */
  readonly caseId: Id | null;
  readonly caseCode: string | null;
  readonly reason: BatchReason | null;
}

/** A list of cases that one person brought to open them all. */
export interface Batch {
  readonly id: Id;
  readonly organisation: Id;
  readonly madeBy: Id;
  /** RFC 3339 in Asia/Shanghai. */
  readonly madeAt: string;
  /** Counts every change; who saves says which one was read. */
  readonly version: number;
  /** Whether its maker gave up what is left, or it grew too old. */
  readonly closed: boolean;
  readonly rows: readonly BatchRow[];
}

/** A list without its rows. */
export type BatchHead = Omit<Batch, 'rows'>;
export type BatchCounts = Readonly<Record<BatchRowState, number>>;

/** A row that was taken to be opened. */
export interface LeasedBatchRow {
  readonly batch: BatchHead;
  readonly row: BatchRow;
}

/** What an attempt came to. `again` keeps the row waiting until `nextAt`. */
export type BatchOutcome =
  | { readonly kind: 'settled'; readonly state: 'done'; readonly caseId: Id; readonly caseCode: string }
  | { readonly kind: 'settled'; readonly state: 'refused' | 'duplicate'; readonly reason: BatchReason }
  | { readonly kind: 'again'; readonly nextAt: Temporal.Instant };

/** Lists of cases to open. While a row waits, nothing but leasing and settling changes a list. */
export interface BatchKeeper {
  /** Keeps a new list, whose version is 1. */
  readonly create: (batch: Batch) => Promise<void>;
  readonly find: (id: Id) => Promise<Batch | null>;
  /** A person's, latest first. */
  readonly ofPerson: (madeBy: Id, limit: number) => Promise<readonly (BatchHead & { readonly counts: BatchCounts })[]>;
  /**
   * Puts a list with its rows in the place of the one of the same id and version, and counts the change. False when
   * somebody changed it meanwhile, or while one of its rows waits: nothing changed then. Cells that are left out are gone.
   */
  readonly save: (batch: Batch, now: Temporal.Instant) => Promise<boolean>;
  /**
   * Takes the next waiting row and counts an attempt: nobody else gets it before `until`, when whoever took it is taken
   * for dead. Oldest list first, rows in their order; null when nothing is due.
   */
  readonly lease: (request: {
    readonly now: Temporal.Instant;
    readonly until: Temporal.Instant;
  }) => Promise<LeasedBatchRow | null>;
  /** Records what the leased attempt came to; false when somebody else has taken the row meanwhile: nothing changed then. */
  readonly settle: (leased: LeasedBatchRow, outcome: BatchOutcome) => Promise<boolean>;
  /** The case that an equal row of a list of this organisation opened; null: none that is remembered. */
  readonly openedBy: (
    organisation: Id,
    digest: string,
  ) => Promise<{ readonly caseId: Id; readonly caseCode: string } | null>;
  /**
   * Closes lists made before `closeBefore` (RFC 3339) of which no row waits and forgets their cells; forgets whole lists
   * made before `dropBefore`. Returns how many it touched.
   */
  readonly forget: (ages: { readonly closeBefore: string; readonly dropBefore: string }) => Promise<number>;
}

/** How many rows are in which state. */
export function countBatch(rows: readonly Pick<BatchRow, 'state'>[]): BatchCounts {
  const of = (state: BatchRowState) => rows.filter((row) => row.state === state).length;
  return {
    ready: of('ready'),
    waiting: of('waiting'),
    done: of('done'),
    duplicate: of('duplicate'),
    refused: of('refused'),
  };
}

/** A row after an attempt: what is open needs its cells no more. */
export function settledBatchRow(row: BatchRow, outcome: Extract<BatchOutcome, { kind: 'settled' }>): BatchRow {
  if (outcome.state !== 'done') return { ...row, state: outcome.state, reason: outcome.reason };
  const { caseId, caseCode } = outcome;
  return { ...row, state: 'done', cells: null, caseId, caseCode, reason: null };
}

/** A list of which nothing is kept but what became of it. */
export function closedBatch(batch: Batch): Batch {
  return { ...batch, closed: true, rows: batch.rows.map((row) => ({ ...row, cells: null })) };
}
