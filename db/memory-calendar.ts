import type { Id } from '../workflows/case-file.ts';
import type { Derived } from '../workflows/derived.ts';
import type { CalendarFeeds } from './calendar-feeds.ts';
import type { DeskRow, MeetingFilter, MeetingRow } from './store.ts';

/** Private addresses of calendars, in memory. */
export function memoryCalendarFeeds(): CalendarFeeds {
  const feeds = new Map<Id, { readonly hash: string; readonly at: Temporal.Instant }>();
  return {
    open: async ({ person, hash, at }) => {
      feeds.set(person, { hash, at });
    },
    close: async (person) => feeds.delete(person),
    personOf: async (hash) => [...feeds].find(([, feed]) => feed.hash === hash)?.[0] ?? null,
    since: async (person) => feeds.get(person)?.at ?? null,
  };
}

/** Meetings of an organisation between two days, in order. */
export function meetingList(
  cases: readonly { readonly file: { readonly id: Id }; readonly derived: Derived }[],
  { organisation, from, to, limit }: MeetingFilter,
): readonly DeskRow<MeetingRow>[] {
  return cases
    .flatMap(({ file, derived }) => derived.meetings.map((row) => ({ caseId: file.id, code: derived.code, row })))
    .filter(({ row }) => row.organisation === organisation && row.at >= from && row.at <= `${to}~`)
    .toSorted((one, other) => placeOf(one).localeCompare(placeOf(other)))
    .slice(0, limit);
}

function placeOf({ caseId, row }: DeskRow<MeetingRow>): string {
  return `${row.at} ${caseId} ${row.id}`;
}
