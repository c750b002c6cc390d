import type { Id, LegalDate } from '../workflows/case-file.ts';
import type { Page } from './store.ts';

/** What became of a row of the list, or of a referral that the list does not have. */
export const reconciliationOutcomes = ['matched', 'missingHere', 'missingThere', 'duplicate', 'unreadable'] as const;
export type ReconciliationOutcome = (typeof reconciliationOutcomes)[number];

/** Fields that are compared. */
export const comparedFields = [
  'mode',
  'referredOn',
  'organisation',
  'result',
  'returnedOn',
  'claimants',
  'respondents',
  'parties',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** A field in which the two sides differ: codes, dates and ids of organisations; what is kept has null in place of names. */
export interface FieldDifference {
  readonly field: ComparedField;
  readonly here: string | null;
  readonly there: string | null;
}

/** One row of a reconciliation as it is kept: no name, and no word of the list that was not understood. */
export interface ReconciliationRow {
  readonly outcome: ReconciliationOutcome;
  /** Row of the list, counted from 1 with its headings; null for what is missing there. */
  readonly row: number | null;
  /** The row that a duplicate repeats. */
  readonly firstRow: number | null;
  /** The court's number in normal form; null where there is none that can be read. */
  readonly number: string | null;
  /** Why a row cannot be read; a code. */
  readonly reason: string | null;
  readonly caseId: Id | null;
  readonly code: string | null;
  readonly referral: Id | null;
  readonly differences: readonly FieldDifference[];
  /** Fields of the list that could not be understood, and so were not compared. */
  readonly notUnderstood: readonly ComparedField[];
}

/** A reconciliation in a list. Counts are per outcome, and how many matched rows differ. */
export interface ReconciliationHead {
  readonly id: Id;
  readonly organisation: Id;
  readonly madeBy: Id;
  /** RFC 3339 in Asia/Shanghai. */
  readonly madeAt: string;
  /** The period of the register it was compared with, both days included. */
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** The other organisation it was limited to; null: all. */
  readonly with: Id | null;
  /** SHA-256 of the list's file, in hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly fileType: 'xlsx' | 'csv';
  readonly counts: Readonly<Record<ReconciliationOutcome | 'differing', number>>;
}

export interface Reconciliation extends ReconciliationHead {
  readonly rows: readonly ReconciliationRow[];
}

/** Reconciliations that were kept; they are added and read, and never anything else. */
export interface Reconciliations {
  readonly keep: (reconciliation: Reconciliation) => Promise<void>;
  readonly find: (id: Id) => Promise<Reconciliation | null>;
  /** An organisation's, latest first. `after` is `next` of the page before. Rejects with `CursorInvalid`. */
  readonly page: (organisation: Id, after: string | null, limit: number) => Promise<Page<ReconciliationHead>>;
}
