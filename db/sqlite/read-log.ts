import type { AuditDraft } from '../audit.ts';
import type { KeyRing } from '../keys.ts';
import type { CaseRead, ReadLog } from '../read-log.ts';
import { appendAudit, once } from './audit.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { gathering } from './gathering.ts';
import type { Writer } from './writer.ts';

/** The read log of a SQLite database, written through the one writer. */
export function sqliteReadLog(db: SqliteDatabase, writer: Writer): ReadLog {
  const { note, flush } = gathering((reads: readonly CaseRead[]) => writer.run('keepReads', reads));
  return {
    note,
    flush,
    of: async (caseId) =>
      statement<[string], CaseRead>(
        db,
        `SELECT person, case_id AS caseId, what, thing, reason, read_at AS readAt FROM case_read
         WHERE case_id = ? ORDER BY number`,
      ).all(caseId),
  };
}

/** Writes reads, and that they were made into the audit store. */
export function keepReads(db: SqliteDatabase, _keys: KeyRing, reads: readonly CaseRead[]): void {
  for (const { person, caseId, what, thing, reason, readAt } of reads) {
    statement(
      db,
      'INSERT INTO case_read (person, case_id, what, thing, reason, read_at) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(person, caseId, what, thing, reason, readAt);
  }
  appendAudit(db, once(reads.map(auditOf)));
}

/** The reason of a head is a record of its own in the audit store. */
function auditOf({ person, caseId, what, thing, readAt }: CaseRead): AuditDraft {
  const kind = what === 'file' ? 'fileDownloaded' : 'caseRead';
  return { kind, at: readAt, person, caseId, thing: thing ?? what };
}
