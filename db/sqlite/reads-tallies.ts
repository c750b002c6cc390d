import type { Id } from '../../workflows/case-file.ts';
import type { ChannelTally, InvitationTally, Tallies, Tally } from '../tallies.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The statements behind {@link sqliteTallies}: each walks ranges of one index. */
export const tallySql = {
  openCases: `SELECT count(DISTINCT case_id) AS count
    FROM case_listing_place INDEXED BY case_listing_by_due
    WHERE organisation IN (SELECT value FROM json_each(?)) AND officer = ''
      AND box IN ('inbox', 'inProgress', 'waiting') AND is_open = 1`,
  channels: `SELECT organisation, channel, count(*) AS open,
      sum((organisation, case_id) IN (
        SELECT organisation, case_id FROM clock INDEXED BY clock_on_desk
        WHERE organisation IN (SELECT value FROM json_each(?)) AND is_own = 1 AND due < ?
      )) AS overdue,
      sum(due >= ? AND due <= ?) AS dueSoon
    FROM case_listing_place INDEXED BY case_listing_by_due
    WHERE organisation IN (SELECT value FROM json_each(?)) AND officer = ''
      AND box IN ('inbox', 'inProgress', 'waiting') AND is_open = 1
    GROUP BY organisation, channel`,
  officers: `SELECT officer, count(DISTINCT case_id) AS open
    FROM case_organisation INDEXED BY case_organisation_open_list
    WHERE organisation IN (SELECT value FROM json_each(?)) AND officer > '' AND is_open = 1
    GROUP BY officer`,
  invitations: `SELECT organisation, side, served, answer, how, days, count(*) AS count
    FROM invitation INDEXED BY invitation_answers
    WHERE organisation IN (SELECT value FROM json_each(?))
    GROUP BY organisation, side, served, answer, how, days`,
} as const;

/** Numbers of a SQLite database. */
export function sqliteTallies(db: SqliteDatabase): Tallies {
  return {
    tally: async ({ organisations, today, soonUpTo }): Promise<Tally> => {
      const whose = JSON.stringify(organisations);
      return {
        openCases: statement<[string], { count: number }>(db, tallySql.openCases).get(whose)?.count ?? 0,
        channels: statement<[string, string, string, string, string], ChannelTally>(db, tallySql.channels).all(
          whose,
          today,
          today,
          // A day takes in its hours.
          `${soonUpTo}T~`,
          whose,
        ),
        officers: statement<[string], { officer: Id; open: number }>(db, tallySql.officers).all(whose),
      };
    },
    invitations: async (organisations) =>
      statement<[string], Omit<InvitationTally, 'served'> & { readonly served: number }>(db, tallySql.invitations)
        .all(JSON.stringify(organisations))
        .map((row) => ({ ...row, served: row.served === 1 })),
  };
}
