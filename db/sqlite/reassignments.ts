import type { Reassignment, ReassignmentRow, ReassignmentSummary, Reassignments } from '../reassignments.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The re-assignment jobs of a SQLite database. */
export function sqliteReassignments(db: SqliteDatabase): Reassignments {
  return {
    start: async ({ id, organisationId, person, startedBy, from, startedAtMs, reason }, rows) =>
      db
        .transaction(() => {
          statement(
            db,
            `INSERT INTO reassignment (id, organisation_id, person, started_by, started_at_ms, from_day, reason)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
          ).run(id, organisationId, person, startedBy, startedAtMs, from, reason);
          for (const [index, row] of rows.entries()) {
            statement(
              db,
              `INSERT INTO reassignment_row
                 (reassignment_id, number, case_id, case_code, proceeding, officer, deputies, state)
               VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')`,
            ).run(id, index + 1, row.caseId, row.caseCode, row.proceeding, row.officer, row.deputies.join(','));
          }
        })
        .immediate(),
    find: async (id) => {
      const job = statement<[string], Job>(db, `${selectJob} WHERE id = ?`).get(id);
      return job && { ...job, rows: rowsOf(db, id) };
    },
    settle: async (id, number, state, code) => {
      statement(db, 'UPDATE reassignment_row SET state = ?, code = ? WHERE reassignment_id = ? AND number = ?').run(
        state,
        code,
        id,
        number,
      );
    },
    retry: async (id) => {
      statement(
        db,
        `UPDATE reassignment_row SET state = 'waiting', code = NULL WHERE reassignment_id = ? AND state = 'refused'`,
      ).run(id);
    },
    list: async (organisationId, limit) =>
      statement<[string, number], Omit<ReassignmentSummary, 'reason'> & { reason: string | null }>(
        db,
        `SELECT id, organisation_id AS organisationId, person, started_by AS startedBy, from_day AS "from",
           started_at_ms AS startedAtMs, reason,
           ${countOf('waiting')}, ${countOf('done')}, ${countOf('refused')}
         FROM reassignment WHERE organisation_id = ? ORDER BY started_at_ms DESC, id LIMIT ?`,
      ).all(organisationId, limit),
    unfinished: async () =>
      statement<[], { id: string }>(
        db,
        `SELECT id FROM reassignment WHERE EXISTS
           (SELECT 1 FROM reassignment_row WHERE reassignment_id = id AND state = 'waiting') ORDER BY started_at_ms, id`,
      )
        .all()
        .map(({ id }) => id),
  };
}

type Job = Omit<Reassignment, 'rows'>;

const selectJob = `SELECT id, organisation_id AS organisationId, person, started_by AS startedBy, from_day AS "from",
    started_at_ms AS startedAtMs, reason
  FROM reassignment`;

function countOf(state: ReassignmentRow['state']): string {
  return `(SELECT count(*) FROM reassignment_row WHERE reassignment_id = reassignment.id AND state = '${state}') AS ${state}`;
}

function rowsOf(db: SqliteDatabase, id: string): readonly ReassignmentRow[] {
  return statement<[string], Omit<ReassignmentRow, 'deputies'> & { deputies: string }>(
    db,
    `SELECT number, case_id AS caseId, case_code AS caseCode, proceeding, officer, deputies, state, code
     FROM reassignment_row WHERE reassignment_id = ? ORDER BY number`,
  )
    .all(id)
    .map(({ deputies, ...row }) => ({ ...row, deputies: deputies === '' ? [] : deputies.split(',') }));
}
