import type { Id, JsonObject } from '../workflows/case-file.ts';
import type { Text } from '../workflows/text.ts';

/**
 * A case of a series. `chosen` waits for its maker, `waiting` for its turn; `done` its agreement is on record; `refused` it
 * was not possible; `skipped` somebody changed the case after the maker had looked at it.
 */
export type SeriesRowState = 'chosen' | 'waiting' | 'done' | 'refused' | 'skipped';

/** Why a row was refused or skipped, in the words of that moment; holds no names. */
export interface SeriesReason {
  readonly code: string;
  readonly text: Text;
  readonly instead: Text | null;
}

/** One case of a series: what differs in it, what is asked for, and how far it got. */
export interface SeriesRow {
  /** From 1, in the order in which they are dealt with. */
  readonly number: number;
  readonly caseId: Id;
  readonly caseCode: string;
  readonly proceeding: Id;
  /** What differs in this case; null: nothing, or forgotten because it is done. */
  readonly own: JsonObject | null;
  /** The command as it was started, so that giving it again says the same; null before and after. */
  readonly asked: JsonObject | null;
  readonly state: SeriesRowState;
  /** Whether the agreement itself is on record: only its paper is missing then. */
  readonly agreed: boolean;
  readonly attempts: number;
  readonly reason: SeriesReason | null;
}

/** Cases of one person that one agreement closes. */
export interface Series {
  readonly id: Id;
  readonly organisation: Id;
  readonly madeBy: Id;
  /** RFC 3339 in Asia/Shanghai. */
  readonly madeAt: string;
  /** Counts every change; who saves says which one was read. */
  readonly version: number;
  /** Whether nothing more is to be done: every row is done, or its maker gave up what is left. */
  readonly closed: boolean;
  /** The agreement as far as it is common to all; null: not written yet. */
  readonly terms: JsonObject | null;
  readonly rows: readonly SeriesRow[];
}

/** A series in a list, with how far it is. */
export type SeriesHead = Omit<Series, 'rows' | 'terms'> & {
  readonly counts: Readonly<Record<SeriesRowState, number>>;
};

/** A row that was taken to be dealt with. */
export interface LeasedSeriesRow {
  readonly series: Series;
  readonly row: SeriesRow;
}

/** What an attempt came to. `again` keeps the row waiting until `nextAt`. */
export type SeriesOutcome =
  | { readonly kind: 'settled'; readonly state: 'done' }
  | {
      readonly kind: 'settled';
      readonly state: 'refused' | 'skipped';
      readonly reason: SeriesReason;
      readonly agreed: boolean;
    }
  | { readonly kind: 'again'; readonly nextAt: Temporal.Instant };

/** Series and their rows. While a row waits, nothing but leasing and settling changes a series. */
export interface SeriesKeeper {
  /** Keeps a new series, whose version is 1. */
  readonly create: (series: Series) => Promise<void>;
  readonly find: (id: Id) => Promise<Series | null>;
  /** A person's, latest first. */
  readonly ofPerson: (madeBy: Id, limit: number) => Promise<readonly SeriesHead[]>;
  /**
   * Puts a series with its rows in the place of the one of the same id and version, and counts the change. False when
   * somebody changed it meanwhile, or while one of its rows waits: nothing changed then.
   */
  readonly save: (series: Series, now: Temporal.Instant) => Promise<boolean>;
  /**
   * Takes the next waiting row and counts an attempt: nobody else gets it before `until`, when whoever took it is taken
   * for dead. Oldest series first, rows in their order; null when nothing is due.
   */
  readonly lease: (request: {
    readonly now: Temporal.Instant;
    readonly until: Temporal.Instant;
  }) => Promise<LeasedSeriesRow | null>;
  /**
   * Records what the leased attempt came to, and with the last row that is done closes the series as {@link closedSeries}
   * does. False when somebody else has taken the row meanwhile: nothing changed then.
   */
  readonly settle: (leased: LeasedSeriesRow, outcome: SeriesOutcome) => Promise<boolean>;
}

/** How many rows are in which state. */
export function countSeries(rows: readonly Pick<SeriesRow, 'state'>[]): SeriesHead['counts'] {
  const of = (state: SeriesRowState) => rows.filter((row) => row.state === state).length;
  return {
    chosen: of('chosen'),
    waiting: of('waiting'),
    done: of('done'),
    refused: of('refused'),
    skipped: of('skipped'),
  };
}

/** A row after an attempt: what is done needs neither its own terms nor its command any more. */
export function settledRow(row: SeriesRow, outcome: SeriesOutcome): SeriesRow {
  if (outcome.kind === 'again') return row;
  if (outcome.state === 'done') return { ...row, state: 'done', agreed: true, own: null, asked: null, reason: null };
  const { state, reason, agreed } = outcome;
  return { ...row, state, reason, agreed };
}

/** A series in which nothing more is to be done, without what its cases hold themselves. */
export function closedSeries(series: Series): Series {
  const terms = series.terms === null ? null : { ...series.terms, clauses: [] };
  return { ...series, closed: true, terms, rows: series.rows.map((row) => ({ ...row, own: null, asked: null })) };
}

/** Whether every case of a series has on record what was to come there. */
export function isAllDone({ rows }: Pick<Series, 'rows'>): boolean {
  return rows.every(({ state }) => state === 'done');
}
