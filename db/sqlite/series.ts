import type { Id } from '../../workflows/case-file.ts';
import type { KeyRing } from '../keys.ts';
import {
  closedSeries,
  countSeries,
  isAllDone,
  type LeasedSeriesRow,
  type Series,
  type SeriesKeeper,
  type SeriesOutcome,
  type SeriesRow,
  type SeriesRowState,
  settledRow,
} from '../series.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import type { Writer } from './writer.ts';

/** The series of a SQLite database; it writes through the one writer, so that two who take a row meet. */
export function sqliteSeries(db: SqliteDatabase, writer: Writer): SeriesKeeper {
  return {
    create: (series) => writer.run('createSeries', series),
    find: async (id) => findSeries(db, id),
    ofPerson: async (madeBy, limit) =>
      statement<[Id, number], StoredSeries>(
        db,
        'SELECT id, version, head FROM series WHERE made_by = ? ORDER BY number DESC LIMIT ?',
      )
        .all(madeBy, limit)
        .map((stored) => {
          const { terms: _terms, rows: _rows, ...head } = readHead(stored);
          const states = statement<[Id], { state: SeriesRowState }>(
            db,
            'SELECT state FROM series_row WHERE series_id = ?',
          );
          return { ...head, counts: countSeries(states.all(stored.id)) };
        }),
    save: (series, now) => writer.run('saveSeries', { series, nowMs: now.epochMilliseconds }),
    lease: async ({ now, until }) =>
      writer.run('leaseSeriesRow', { nowMs: now.epochMilliseconds, untilMs: until.epochMilliseconds }),
    settle: ({ series: { id }, row: { number, attempts } }, outcome) =>
      writer.run('settleSeriesRow', {
        fence: [id, number, attempts],
        // A moment of the calendar does not travel to the thread that writes.
        outcome: outcome.kind === 'again' ? { kind: 'again', nextAtMs: outcome.nextAt.epochMilliseconds } : outcome,
      }),
  };
}

/** Writes a new series inside the caller's transaction. */
export function createSeries(db: SqliteDatabase, _keys: KeyRing, series: Series): void {
  statement(db, 'INSERT INTO series (id, made_by, version, head) VALUES (?, ?, ?, ?)').run(
    series.id,
    series.madeBy,
    series.version,
    headText(series),
  );
  insertRows(db, series, 0);
}

/** Puts a series in the place of the version that was read; false when that is not there any more, or a row waits. */
export function saveSeries(
  db: SqliteDatabase,
  _keys: KeyRing,
  { series, nowMs }: { readonly series: Series; readonly nowMs: number },
): boolean {
  const waits = statement<[Id], unknown>(db, `SELECT 1 FROM series_row WHERE series_id = ? AND state = 'waiting'`).get(
    series.id,
  );
  if (waits !== undefined) return false;
  const { changes } = statement(
    db,
    'UPDATE series SET version = version + 1, head = ? WHERE id = ? AND version = ?',
  ).run(headText(series), series.id, series.version);
  if (changes === 0) return false;
  statement(db, 'DELETE FROM series_row WHERE series_id = ?').run(series.id);
  insertRows(db, series, nowMs);
  return true;
}

/** Takes the next row that is due inside the caller's transaction. */
export function leaseSeriesRow(
  db: SqliteDatabase,
  _keys: KeyRing,
  { nowMs, untilMs }: { readonly nowMs: number; readonly untilMs: number },
): LeasedSeriesRow | null {
  const due = statement<[number], { id: Id; number: number }>(
    db,
    `SELECT series_id AS id, series_row.number FROM series_row JOIN series ON series.id = series_id
     WHERE state = 'waiting' AND due_ms <= ? ORDER BY series.number, series_row.number LIMIT 1`,
  ).get(nowMs);
  if (due === undefined) return null;
  const { id, number } = due;
  statement(db, 'UPDATE series_row SET attempts = attempts + 1, due_ms = ? WHERE series_id = ? AND number = ?').run(
    untilMs,
    id,
    number,
  );
  countChange(db, id);
  const series = findSeries(db, id)!;
  return { series, row: series.rows.find((row) => row.number === number)! };
}

/** The row and its count of attempts are the fence: whose lease ran out changes nothing any more. */
interface Settling {
  readonly fence: readonly [series: Id, number: number, attempts: number];
  readonly outcome: Extract<SeriesOutcome, { kind: 'settled' }> | { readonly kind: 'again'; readonly nextAtMs: number };
}

/** Records what an attempt came to inside the caller's transaction; false when somebody else has the row. */
export function settleSeriesRow(db: SqliteDatabase, _keys: KeyRing, { fence, outcome }: Settling): boolean {
  const [id, number, attempts] = fence;
  const series = findSeries(db, id);
  const row = series?.rows.find((one) => one.number === number);
  if (series === null || row?.state !== 'waiting' || row.attempts !== attempts) return false;
  const next = outcome.kind === 'again' ? row : settledRow(row, outcome);
  statement(
    db,
    `UPDATE series_row SET state = ?, detail = ?, due_ms = coalesce(?, due_ms) WHERE series_id = ? AND number = ?`,
  ).run(next.state, detailText(next), outcome.kind === 'again' ? outcome.nextAtMs : null, id, number);
  if (isAllDone({ rows: series.rows.map((one) => (one === row ? next : one)) }))
    statement(db, 'UPDATE series SET head = ? WHERE id = ?').run(headText(closedSeries(series)), id);
  countChange(db, id);
  return true;
}

interface StoredSeries {
  readonly id: Id;
  readonly version: number;
  readonly head: string;
}

function findSeries(db: SqliteDatabase, id: Id): Series | null {
  const stored = statement<[Id], StoredSeries>(db, 'SELECT id, version, head FROM series WHERE id = ?').get(id);
  if (stored === undefined) return null;
  const rows = statement<[Id], Pick<SeriesRow, 'number' | 'state' | 'attempts'> & { readonly detail: string }>(
    db,
    'SELECT number, state, attempts, detail FROM series_row WHERE series_id = ? ORDER BY number',
  ).all(id);
  // The text was written by `detailText`.
  const read = rows.map(({ detail, ...row }): SeriesRow => ({ ...row, ...(JSON.parse(detail) as Detail) }));
  return { ...readHead(stored), rows: read };
}

function readHead({ version, head }: StoredSeries): Series {
  // The text was written by `headText`.
  return { ...(JSON.parse(head) as Omit<Series, 'version' | 'rows'>), version, rows: [] };
}

function headText({ rows: _rows, version: _version, ...head }: Series): string {
  return JSON.stringify(head);
}

type Detail = Omit<SeriesRow, 'number' | 'state' | 'attempts'>;

function detailText({ number: _number, state: _state, attempts: _attempts, ...detail }: SeriesRow): string {
  return JSON.stringify(detail satisfies Detail);
}

function insertRows(db: SqliteDatabase, { id, rows }: Series, dueMs: number): void {
  for (const row of rows) {
    statement(
      db,
      'INSERT INTO series_row (series_id, number, state, attempts, due_ms, detail) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(id, row.number, row.state, row.attempts, dueMs, detailText(row));
  }
}

function countChange(db: SqliteDatabase, id: Id): void {
  statement(db, 'UPDATE series SET version = version + 1 WHERE id = ?').run(id);
}
