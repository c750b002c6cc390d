import type { StandIn, StandIns } from '../stand-ins.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The deputies of a SQLite database. */
export function sqliteStandIns(db: SqliteDatabase): StandIns {
  return {
    name: async ({ id, organisationId, person, deputy, from, to, namedBy }) => {
      statement(
        db,
        `INSERT INTO stand_in (id, organisation_id, person, deputy, from_day, to_day, named_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(id, organisationId, person, deputy, from, to, namedBy);
    },
    end: async (id, organisationId) => {
      const { changes } = statement(
        db,
        'UPDATE stand_in SET ended_at_ms = ? WHERE id = ? AND organisation_id = ? AND ended_at_ms IS NULL',
      ).run(Temporal.Now.instant().epochMilliseconds, id, organisationId);
      return changes === 1;
    },
    personsOf: async (deputy, day) =>
      statement<[string, string, string], { person: string }>(
        db,
        `SELECT DISTINCT person FROM stand_in
         WHERE deputy = ? AND to_day >= ? AND from_day <= ? AND ended_at_ms IS NULL`,
      )
        .all(deputy, day, day)
        .map(({ person }) => person),
    list: async (organisationId, day) =>
      statement<[string, string], Omit<StandIn, 'ended'>>(
        db,
        `SELECT id, organisation_id AS organisationId, person, deputy, from_day AS "from", to_day AS "to",
           named_by AS namedBy FROM stand_in
         WHERE organisation_id = ? AND to_day >= ? AND ended_at_ms IS NULL ORDER BY from_day, id`,
      )
        .all(organisationId, day)
        .map((row) => ({ ...row, ended: false })),
  };
}
