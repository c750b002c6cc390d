import type { Id, LegalDate } from '../../workflows/case-file.ts';
import type { ChannelTally, InvitationTally, Tallies, Tally } from '../tallies.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The statements behind {@link sqliteTallies}: each walks ranges of one index. */
export const tallySql = {
  openCases: `SELECT count(DISTINCT case_id) AS count
    FROM case_listing_place INDEXED BY case_listing_by_due
    WHERE organisation IN (SELECT value FROM json_each(?)) AND officer = ''
      AND box IN ('inbox', 'inProgress', 'waiting') AND is_open = 1`,
  channels: `SELECT organisation, channel, count(*) AS open, sum(due >= ? AND due <= ?) AS dueSoon
    FROM case_listing_place INDEXED BY case_listing_by_due
    WHERE organisation IN (SELECT value FROM json_each(?)) AND officer = ''
      AND box IN ('inbox', 'inProgress', 'waiting') AND is_open = 1
    GROUP BY organisation, channel`,
  // From the few limits that are over to their cases, and not from the many open cases to their limits.
  overdue: `SELECT place.organisation, place.channel, count(DISTINCT place.case_id) AS overdue
    FROM clock INDEXED BY clock_on_desk
    CROSS JOIN case_listing_place AS place
      ON place.case_id = clock.case_id AND place.organisation = clock.organisation AND place.officer = ''
    WHERE clock.organisation IN (SELECT value FROM json_each(?)) AND clock.is_own = 1 AND clock.due < ?
      AND place.box IN ('inbox', 'inProgress', 'waiting') AND place.is_open = 1
    GROUP BY place.organisation, place.channel`,
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
        channels: channelsOf(db, whose, today, soonUpTo),
        officers: statement<[string], { officer: Id; open: number }>(db, tallySql.officers).all(whose),
      };
    },
    invitations: async (organisations) =>
      statement<[string], Omit<InvitationTally, 'served'> & { readonly served: number }>(db, tallySql.invitations)
        .all(JSON.stringify(organisations))
        .map((row) => ({ ...row, served: row.served === 1 })),
  };
}

function channelsOf(db: SqliteDatabase, whose: string, today: LegalDate, soonUpTo: LegalDate): readonly ChannelTally[] {
  const key = ({ organisation, channel }: Pick<ChannelTally, 'organisation' | 'channel'>) =>
    `${organisation} ${channel}`;
  const overdue = new Map(
    statement<[string, string], Omit<ChannelTally, 'open' | 'dueSoon'>>(db, tallySql.overdue)
      .all(whose, today)
      .map((row) => [key(row), row.overdue]),
  );
  // A day takes in its hours.
  return statement<[string, string, string], Omit<ChannelTally, 'overdue'>>(db, tallySql.channels)
    .all(today, `${soonUpTo}T~`, whose)
    .map((row) => ({ ...row, overdue: overdue.get(key(row)) ?? 0 }));
}
