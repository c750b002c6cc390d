import type { Id } from '../../workflows/case-file.ts';
import {
  type Batch,
  type BatchHead,
  type BatchKeeper,
  type BatchOutcome,
  type BatchRow,
  type BatchRowState,
  countBatch,
  type LeasedBatchRow,
  settledBatchRow,
} from '../batches.ts';
import type { KeyRing } from '../keys.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { erasing, openedObject, sealedObject } from './sealed.ts';
import type { Writer } from './writer.ts';

/** The lists of a SQLite database; it writes through the one writer, so that two who take a row meet. */
export function sqliteBatches(db: SqliteDatabase, keys: KeyRing, writer: Writer): BatchKeeper {
  return {
    create: (batch) => writer.run('createBatch', batch),
    find: async (id) => {
      const head = findHead(db, id);
      if (head === null) return null;
      const rows = statement<[Id], StoredRow>(db, `${rowColumns} WHERE batch_id = ? ORDER BY number`).all(id);
      return { ...head, rows: rows.map((row) => readRow(keys, id, row)) };
    },
    ofPerson: async (madeBy, limit) =>
      statement<[Id, number], StoredHead>(db, `${headColumns} WHERE made_by = ? ORDER BY number DESC LIMIT ?`)
        .all(madeBy, limit)
        .map((stored) => {
          const states = statement<[Id], { state: BatchRowState }>(
            db,
            'SELECT state FROM batch_row WHERE batch_id = ?',
          );
          return { ...readHead(stored), counts: countBatch(states.all(stored.id)) };
        }),
    save: (batch, now) => writer.run('saveBatch', { batch, nowMs: now.epochMilliseconds }),
    lease: ({ now, until }) =>
      writer.run('leaseBatchRow', { nowMs: now.epochMilliseconds, untilMs: until.epochMilliseconds }),
    settle: ({ batch: { id }, row: { number, attempts } }, outcome) =>
      writer.run('settleBatchRow', {
        fence: [id, number, attempts],
        // A moment of the calendar does not travel to the thread that writes.
        outcome: outcome.kind === 'again' ? { kind: 'again', nextAtMs: outcome.nextAt.epochMilliseconds } : outcome,
      }),
    openedBy: async (organisation, digest) => {
      const found = statement<[string, Id], StoredRow>(
        db,
        `SELECT batch_row.number, digest, state, attempts, detail, sealed FROM batch_row JOIN batch ON batch.id = batch_id
         WHERE digest = ? AND state = 'done' AND organisation = ? LIMIT 1`,
      ).get(digest, organisation);
      if (found === undefined) return null;
      const { caseId, caseCode } = readRow(keys, '', found);
      return { caseId: caseId!, caseCode: caseCode! };
    },
    forget: (ages) => writer.run('forgetBatches', ages),
  };
}

/** Writes a new list inside the caller's transaction. */
export function createBatch(db: SqliteDatabase, keys: KeyRing, batch: Batch): void {
  statement(
    db,
    'INSERT INTO batch (id, organisation, made_by, made_at, version, closed) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(batch.id, batch.organisation, batch.madeBy, batch.madeAt, batch.version, Number(batch.closed));
  insertRows(db, keys, batch, 0);
}

/** Puts a list in the place of the version that was read; false when that is not there any more, or a row waits. */
export function saveBatch(
  db: SqliteDatabase,
  keys: KeyRing,
  { batch, nowMs }: { readonly batch: Batch; readonly nowMs: number },
): boolean {
  const waits = statement<[Id], unknown>(db, `SELECT 1 FROM batch_row WHERE batch_id = ? AND state = 'waiting'`).get(
    batch.id,
  );
  if (waits !== undefined) return false;
  const { changes } = statement(
    db,
    'UPDATE batch SET version = version + 1, closed = ? WHERE id = ? AND version = ?',
  ).run(Number(batch.closed), batch.id, batch.version);
  if (changes === 0) return false;
  erasing(db, () => statement(db, 'DELETE FROM batch_row WHERE batch_id = ?').run(batch.id));
  insertRows(db, keys, batch, nowMs);
  return true;
}

/** Takes the next row that is due inside the caller's transaction. */
export function leaseBatchRow(
  db: SqliteDatabase,
  keys: KeyRing,
  { nowMs, untilMs }: { readonly nowMs: number; readonly untilMs: number },
): LeasedBatchRow | null {
  const due = statement<[number], { id: Id; number: number }>(
    db,
    `SELECT batch_id AS id, batch_row.number FROM batch_row JOIN batch ON batch.id = batch_id
     WHERE state = 'waiting' AND due_ms <= ? ORDER BY batch.number, batch_row.number LIMIT 1`,
  ).get(nowMs);
  if (due === undefined) return null;
  const { id, number } = due;
  statement(db, 'UPDATE batch_row SET attempts = attempts + 1, due_ms = ? WHERE batch_id = ? AND number = ?').run(
    untilMs,
    id,
    number,
  );
  countChange(db, id);
  return { batch: findHead(db, id)!, row: findRow(db, keys, id, number)! };
}

/** The row and its count of attempts are the fence: whose lease ran out changes nothing any more. */
interface Settling {
  readonly fence: readonly [batch: Id, number: number, attempts: number];
  readonly outcome: Extract<BatchOutcome, { kind: 'settled' }> | { readonly kind: 'again'; readonly nextAtMs: number };
}

/** Records what an attempt came to inside the caller's transaction; false when somebody else has the row. */
export function settleBatchRow(db: SqliteDatabase, keys: KeyRing, { fence, outcome }: Settling): boolean {
  const [id, number, attempts] = fence;
  const row = findRow(db, keys, id, number);
  if (row?.state !== 'waiting' || row.attempts !== attempts) return false;
  if (outcome.kind === 'again') {
    const wait = statement(db, 'UPDATE batch_row SET due_ms = ? WHERE batch_id = ? AND number = ?');
    wait.run(outcome.nextAtMs, id, number);
  } else {
    const next = settledBatchRow(row, outcome);
    const settled = statement(
      db,
      'UPDATE batch_row SET state = ?, detail = ?, sealed = ? WHERE batch_id = ? AND number = ?',
    );
    erasing(db, () => settled.run(next.state, detailText(next), sealedCells(keys, id, next), id, number));
  }
  countChange(db, id);
  return true;
}

/** Forgets what is too old inside the caller's transaction. */
export function forgetBatches(
  db: SqliteDatabase,
  _keys: KeyRing,
  { closeBefore, dropBefore }: { readonly closeBefore: string; readonly dropBefore: string },
): number {
  const settled = `NOT EXISTS (SELECT 1 FROM batch_row WHERE batch_id = batch.id AND state = 'waiting')`;
  const idsOf = (condition: string, before: string) =>
    statement<[string], { id: Id }>(db, `SELECT id FROM batch WHERE made_at < ? AND ${condition} AND ${settled}`)
      .all(before)
      .map(({ id }) => id);
  return erasing(db, () => {
    const dropped = idsOf('TRUE', dropBefore);
    for (const id of dropped) {
      statement(db, 'DELETE FROM batch_row WHERE batch_id = ?').run(id);
      statement(db, 'DELETE FROM batch WHERE id = ?').run(id);
    }
    const closed = idsOf('closed = 0', closeBefore);
    for (const id of closed) {
      statement(db, 'UPDATE batch_row SET sealed = NULL WHERE batch_id = ?').run(id);
      statement(db, 'UPDATE batch SET closed = 1, version = version + 1 WHERE id = ?').run(id);
    }
    return dropped.length + closed.length;
  });
}

type StoredHead = Omit<BatchHead, 'closed'> & { readonly closed: number };

const headColumns = 'SELECT id, organisation, made_by AS madeBy, made_at AS madeAt, version, closed FROM batch';

function readHead({ closed, ...head }: StoredHead): BatchHead {
  return { ...head, closed: closed === 1 };
}

function findHead(db: SqliteDatabase, id: Id): BatchHead | null {
  const stored = statement<[Id], StoredHead>(db, `${headColumns} WHERE id = ?`).get(id);
  return stored === undefined ? null : readHead(stored);
}

type Detail = Pick<BatchRow, 'warnings' | 'caseId' | 'caseCode' | 'reason'>;
type StoredRow = Pick<BatchRow, 'number' | 'digest' | 'state' | 'attempts'> & {
  readonly detail: string;
  readonly sealed: string | null;
};

const rowColumns = 'SELECT number, digest, state, attempts, detail, sealed FROM batch_row';

function findRow(db: SqliteDatabase, keys: KeyRing, id: Id, number: number): BatchRow | null {
  const row = statement<[Id, number], StoredRow>(db, `${rowColumns} WHERE batch_id = ? AND number = ?`).get(id, number);
  return row === undefined ? null : readRow(keys, id, row);
}

function readRow(keys: KeyRing, id: Id, { detail, sealed, ...row }: StoredRow): BatchRow {
  const cells = sealed === null ? null : openedObject(keys, sealed, contextOf(id, row));
  // The text was written by `detailText`.
  return { ...row, ...(JSON.parse(detail) as Detail), cells };
}

function contextOf(id: Id, { number }: Pick<BatchRow, 'number'>): string {
  return `batch:${id}:${number}`;
}

function sealedCells(keys: KeyRing, id: Id, row: BatchRow): string | null {
  return row.cells === null ? null : sealedObject(keys, row.cells, contextOf(id, row));
}

function detailText({ warnings, caseId, caseCode, reason }: BatchRow): string {
  return JSON.stringify({ warnings, caseId, caseCode, reason } satisfies Detail);
}

function insertRows(db: SqliteDatabase, keys: KeyRing, { id, rows }: Batch, dueMs: number): void {
  const insert = statement(
    db,
    `INSERT INTO batch_row (batch_id, number, digest, state, attempts, due_ms, detail, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of rows) {
    const { number, digest, state, attempts } = row;
    insert.run(id, number, digest, state, attempts, dueMs, detailText(row), sealedCells(keys, id, row));
  }
}

function countChange(db: SqliteDatabase, id: Id): void {
  statement(db, 'UPDATE batch SET version = version + 1 WHERE id = ?').run(id);
}
