import type { Id } from '../../workflows/case-file.ts';
import { readCursor, writeCursor } from '../commit-rules.ts';
import type { KeyRing } from '../keys.ts';
import type { Reconciliation, ReconciliationHead, ReconciliationRow, Reconciliations } from '../reconciliations.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import type { Writer } from './writer.ts';

/** The reconciliations of a SQLite database, written through the one writer. */
export function sqliteReconciliations(db: SqliteDatabase, writer: Writer): Reconciliations {
  return {
    keep: (reconciliation) => writer.run('keepReconciliation', reconciliation),
    find: async (id) => {
      const found = statement<[Id], { head: string; rows: string }>(
        db,
        'SELECT head, row_list AS rows FROM reconciliation WHERE id = ?',
      ).get(id);
      // The texts were written by `keep`.
      return found === undefined
        ? null
        : { ...readHead(found.head), rows: JSON.parse(found.rows) as readonly ReconciliationRow[] };
    },
    page: async (organisation, after, limit) => {
      const before = after === null ? Number.MAX_SAFE_INTEGER : Number(readCursor(after)[1]);
      const found = statement<[Id, number, number], { number: number; head: string }>(
        db,
        'SELECT number, head FROM reconciliation WHERE organisation = ? AND number < ? ORDER BY number DESC LIMIT ?',
      ).all(organisation, before, limit + 1);
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map(({ head }) => readHead(head)),
        next: found.length > limit && last !== undefined ? writeCursor(['', String(last.number)]) : null,
      };
    },
  };
}

/** The text was written by `keep` from a head. */
function readHead(text: string): ReconciliationHead {
  return JSON.parse(text) as ReconciliationHead;
}

/** Writes a reconciliation; it is never changed. */
export function keepReconciliation(db: SqliteDatabase, _keys: KeyRing, { rows, ...head }: Reconciliation): void {
  statement(db, 'INSERT INTO reconciliation (id, organisation, head, row_list) VALUES (?, ?, ?, ?)').run(
    head.id,
    head.organisation,
    JSON.stringify(head),
    JSON.stringify(rows),
  );
}
