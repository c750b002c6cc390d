import type { AuditDraft } from '../audit.ts';
import type { CaseRead, ReadLog } from '../read-log.ts';
import { appendAudit, once } from './audit.ts';
import { type SqliteDatabase, statement } from './connection.ts';

const batchAfterMs = 1000;

/** The read log of a SQLite database: reads wait at most a second and are written together. */
export function sqliteReadLog(db: SqliteDatabase): ReadLog {
  let waiting: CaseRead[] = [];
  let timer: NodeJS.Timeout | null = null;
  const insert = db.transaction((reads: readonly CaseRead[]) => {
    for (const { person, caseId, what, thing, reason, readAt } of reads) {
      statement(
        db,
        'INSERT INTO case_read (person, case_id, what, thing, reason, read_at) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(person, caseId, what, thing, reason, readAt);
    }
    appendAudit(db, once(reads.map(auditOf)));
  });
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const reads = waiting;
    waiting = [];
    if (reads.length === 0) return;
    try {
      insert.immediate(reads);
    } catch (error) {
      // Kept for the next batch: a busy or full database must not make the log forget.
      waiting = [...reads, ...waiting];
      throw error;
    }
  };
  return {
    note: (read) => {
      waiting.push(read);
      timer ??= setTimeout(() => {
        try {
          flush();
        } catch {
          // The next read or the end of the program tries again.
        }
      }, batchAfterMs).unref();
    },
    flush: async () => flush(),
    of: async (caseId) =>
      statement<[string], CaseRead>(
        db,
        `SELECT person, case_id AS caseId, what, thing, reason, read_at AS readAt FROM case_read
         WHERE case_id = ? ORDER BY number`,
      ).all(caseId),
    close: async () => flush(),
  };
}

/** The same for the audit store, in the same transaction. The reason of a head is a record of its own there. */
function auditOf({ person, caseId, what, thing, readAt }: CaseRead): AuditDraft {
  const kind = what === 'file' ? 'fileDownloaded' : 'caseRead';
  return { kind, at: readAt, person, caseId, thing: thing ?? what };
}
