import type { Id } from '../../workflows/case-file.ts';
import type { CalendarFeeds } from '../calendar-feeds.ts';
import type { DeskRow, MeetingFilter, MeetingRow } from '../store.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The private addresses of calendars of a SQLite database. */
export function sqliteCalendarFeeds(db: SqliteDatabase): CalendarFeeds {
  return {
    open: async ({ person, hash, at }) => {
      statement(
        db,
        `INSERT INTO calendar_feed (account_id, token_hash, created_at_ms) VALUES (?, ?, ?)
         ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, created_at_ms = excluded.created_at_ms`,
      ).run(person, hash, at.epochMilliseconds);
    },
    close: async (person) => statement(db, 'DELETE FROM calendar_feed WHERE account_id = ?').run(person).changes === 1,
    personOf: async (hash) =>
      statement<[string], { person: Id }>(
        db,
        'SELECT account_id AS person FROM calendar_feed WHERE token_hash = ?',
      ).get(hash)?.person ?? null,
    since: async (person) => {
      const found = statement<[Id], { ms: number }>(
        db,
        'SELECT created_at_ms AS ms FROM calendar_feed WHERE account_id = ?',
      ).get(person);
      return found === undefined ? null : Temporal.Instant.fromEpochMilliseconds(found.ms);
    },
  };
}

/** Meetings of an organisation between two days, in order. */
export function meetingList(
  db: SqliteDatabase,
  { organisation, from, to, limit }: MeetingFilter,
): readonly DeskRow<MeetingRow>[] {
  return statement<[Id, string, string, number], { caseId: Id; code: string; row: string }>(db, meetingListSql)
    .all(organisation, from, `${to}~`, limit)
    .map(({ caseId, code, row }) => ({ caseId, code, row: JSON.parse(row) as MeetingRow })); // Written by a derivation.
}

/** The statement behind {@link meetingList}. A day takes in its hours. */
export const meetingListSql = `SELECT meeting.case_id AS caseId, case_row.code AS code, meeting.row AS row
  FROM meeting JOIN case_row ON case_row.case_id = meeting.case_id
  WHERE meeting.organisation = ? AND meeting.at >= ? AND meeting.at <= ?
  ORDER BY meeting.at, meeting.case_id, meeting.meeting LIMIT ?`;
