import type { Id } from '../workflows/case-file.ts';

/** What a session holds: its codes in the order in which they were given, and whose account it is signed in to. */
export interface Held {
  readonly codes: readonly HeldCode[];
  /** Null: a session without an account. */
  readonly account: Id | null;
}

/** A query code that a session holds, by its keyed hash; in an account, a case that was checked, by a keyed hash of its own. */
export interface HeldCode {
  readonly queryCode: string;
  /** Until when this session passes for checked by a one-time code; null: never was. Milliseconds. */
  readonly checkedUntilMs: number | null;
}

/** How long a session of a party lives: without use, and altogether; and the moment it is asked about. */
export interface DoorLimits {
  readonly nowMs: number;
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** A one-time code that was made for one query code in one session. The code itself is stored nowhere. */
export interface OneTimeCode {
  readonly session: string;
  readonly queryCode: string;
  readonly hash: string;
  readonly nowMs: number;
  readonly expiresAtMs: number;
  /** How many wrong codes use it up. */
  readonly tries: number;
  /** At most so many codes for one query code since a moment, whichever session asked. */
  readonly atMost: { readonly count: number; readonly sinceMs: number };
}

/** `right` uses the code up. `gone`: used, too old, tried too often, or there never was one. */
export type TriedCode = 'right' | 'wrong' | 'gone';

/** What somebody thought of this service. `rater` is a keyed hash: it tells two ratings apart and nobody who gave them. */
export interface Rating {
  readonly rater: string;
  readonly organisation: Id;
  /** From 1 to 5. */
  readonly score: number;
  readonly words: string | null;
}

/** All ratings of an organisation together: how often each score was given, 1 first, and the words in no telling order. */
export interface RatingSum {
  readonly scores: readonly [number, number, number, number, number];
  readonly words: readonly string[];
}

/**
 * What the parties' door remembers: sessions, one-time codes, ratings. Tokens and codes come as keyed hashes; nothing here
 * names a case or a person.
 */
export interface Door {
  readonly open: (session: string, nowMs: number, account?: Id) => Promise<void>;
  /** What a session holds; null when there is none or it is over. Notes that it was used. */
  readonly held: (session: string, limits: DoorLimits) => Promise<Held | null>;
  /** Adds a query code to a session; one that it holds stays where it is. */
  readonly add: (session: string, queryCode: string) => Promise<void>;
  readonly end: (session: string) => Promise<void>;
  /** Keeps a one-time code; an earlier one for the same is void then. False when too many were asked for: nothing changed. */
  readonly keepCode: (code: OneTimeCode) => Promise<boolean>;
  /** Tries a one-time code, counting the try; with the right one the session passes for checked until then. */
  readonly tryCode: (attempt: {
    readonly session: string;
    readonly queryCode: string;
    readonly hash: string;
    readonly nowMs: number;
    readonly checkedUntilMs: number;
  }) => Promise<TriedCode>;
  /** False when this rater has rated before: the first rating stays. */
  readonly rate: (rating: Rating) => Promise<boolean>;
  readonly hasRated: (rater: string) => Promise<boolean>;
  readonly ratings: (organisation: Id) => Promise<RatingSum>;
  /** Deletes what is over. Codes are kept for a day, so that asking for many is noticed. */
  readonly sweep: (limits: DoorLimits) => Promise<void>;
}

/** Ratings added up. */
export function sumOf(ratings: readonly Pick<Rating, 'score' | 'words'>[]): RatingSum {
  const count = (score: number) => ratings.filter((one) => one.score === score).length;
  return {
    scores: [count(1), count(2), count(3), count(4), count(5)],
    words: ratings.flatMap(({ words }) => words ?? []).toSorted(),
  };
}

/** How long one-time codes are remembered after they were made. */
export const codesKeptMs = 24 * 3_600_000;
