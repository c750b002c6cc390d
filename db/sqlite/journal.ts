import type { Id } from '../../workflows/case-file.ts';
import type { Entry, EntryDraft } from '../../workflows/journal.ts';
import { type ChainRow, openEntry, seal } from '../journal-chain.ts';
import type { Erasure } from '../store.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** Seals entries onto the end of a case's journal and returns the new last hash. Inside the caller's transaction. */
export function appendEntries(
  db: SqliteDatabase,
  caseId: Id,
  entries: readonly EntryDraft[],
  previousHash: string,
): string {
  let head = previousHash;
  for (const entry of seal(entries, previousHash)) {
    statement(db, 'INSERT INTO journal (case_id, seq, envelope, hash) VALUES (?, ?, ?, ?)').run(
      caseId,
      entry.seq,
      entry.envelope,
      entry.hash,
    );
    statement(db, 'INSERT INTO journal_body (case_id, seq, salt, body) VALUES (?, ?, ?, ?)').run(
      caseId,
      entry.seq,
      entry.salt,
      entry.body,
    );
    head = entry.hash;
  }
  return head;
}

/** The journal of a case as it is stored, in order. */
export function chainRows(db: SqliteDatabase, caseId: Id): readonly ChainRow[] {
  return statement<[Id], StoredRow>(
    db,
    `SELECT journal.seq, envelope, hash, salt, body, ground, removed_by AS removedBy
     FROM journal
     LEFT JOIN journal_body ON journal_body.case_id = journal.case_id AND journal_body.seq = journal.seq
     LEFT JOIN journal_removal ON journal_removal.case_id = journal.case_id AND journal_removal.seq = journal.seq
     WHERE journal.case_id = ? ORDER BY journal.seq`,
  )
    .all(caseId)
    .map(({ ground, removedBy, ...row }) => ({
      ...row,
      removal: ground === null || removedBy === null ? null : { ground, by: removedBy },
    }));
}

/** The journal of a case, in order. */
export function readJournal(db: SqliteDatabase, caseId: Id): readonly Entry[] {
  return chainRows(db, caseId).map(openEntry);
}

/** When the last entry of a case was recorded (RFC 3339); empty when it has none. */
export function lastRecordedAt(db: SqliteDatabase, caseId: Id): string {
  const row = statement<[Id], { recordedAt: string }>(
    db,
    `SELECT envelope ->> 'recordedAt' AS recordedAt FROM journal WHERE case_id = ? ORDER BY seq DESC LIMIT 1`,
  ).get(caseId);
  return row?.recordedAt ?? '';
}

/** Destroys bodies and their salts, recorded by the entry `by`. A body that is gone already stays gone. */
export function removeBodies(db: SqliteDatabase, caseId: Id, erasure: Erasure, by: number): void {
  // Overwrites the freed bytes with zeros: what was erased must not stay readable in the file.
  db.pragma('secure_delete = ON');
  try {
    for (const seq of erasure.bodies) {
      statement(
        db,
        'INSERT INTO journal_removal (case_id, seq, ground, removed_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ).run(caseId, seq, erasure.ground, by);
      statement(db, 'DELETE FROM journal_body WHERE case_id = ? AND seq = ?').run(caseId, seq);
    }
  } finally {
    db.pragma('secure_delete = OFF');
  }
}

interface StoredRow extends Omit<ChainRow, 'removal'> {
  readonly ground: string | null;
  readonly removedBy: number | null;
}
