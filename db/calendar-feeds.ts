import type { Id } from '../workflows/case-file.ts';

/** Private addresses of calendars: one for each person who wants one. Only the keyed hash of the address is kept. */
export interface CalendarFeeds {
  /** The person's address from now on; an earlier one ends. */
  readonly open: (feed: { readonly person: Id; readonly hash: string; readonly at: Temporal.Instant }) => Promise<void>;
  /** Ends the person's address; false when there was none. */
  readonly close: (person: Id) => Promise<boolean>;
  /** Whose address it is; null when it was ended or never was one. */
  readonly personOf: (hash: string) => Promise<Id | null>;
  /** Since when the person has one; null: it has none. */
  readonly since: (person: Id) => Promise<Temporal.Instant | null>;
}
