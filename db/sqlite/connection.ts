import Database from 'better-sqlite3';

/** An open SQLite database. Everything in `db/sqlite` takes this handle, so that several writers can share one transaction. */
export type SqliteDatabase = Database.Database;

/**
 * Opens (and creates) a database file and makes it durable: write-ahead log, every commit flushed to the disk.
 * A second process that writes is waited for `busyTimeoutMs` milliseconds. Throws better-sqlite3's `SqliteError`.
 */
export function openSqlite(file: string, options: { readonly busyTimeoutMs?: number } = {}): SqliteDatabase {
  const db = new Database(file, { timeout: options.busyTimeoutMs ?? 5_000 });
  db.pragma('journal_mode = WAL');
  // After the WAL pragma, never before it: an earlier value silently falls back to NORMAL, which may lose the last commits.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE removes a row and no trigger that forbids deleting fires.
  db.pragma('recursive_triggers = ON');
  db.pragma('wal_autocheckpoint = 4000');
  // Kibibytes. Whoever reads forgets its pages with each commit of the thread that writes; the system's own cache keeps them.
  db.pragma('cache_size = -4096');
  return db;
}

/**
 * The prepared statement for a text, prepared once per database. `Parameters` and `Row` are the caller's promise about
 * the columns; tests over the real file keep it.
 */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: SqliteDatabase,
  sql: string,
): Database.Statement<Parameters, Row> {
  let ofDatabase = prepared.get(db);
  if (!ofDatabase) {
    ofDatabase = new Map();
    prepared.set(db, ofDatabase);
  }
  let found = ofDatabase.get(sql);
  if (!found) {
    found = db.prepare(sql);
    ofDatabase.set(sql, found);
  }
  // The cache cannot remember each text's row type; the same text is always asked for with the same types.
  return found as Database.Statement<Parameters, Row>;
}

/**
 * A number that changes whenever another connection has committed. Looked up once per turn of the event loop: whatever is
 * asked in one turn sees the same, and under load a look is shared by many.
 */
export function dataVersion(db: SqliteDatabase): number {
  const known = versionOfTurn.get(db);
  if (known !== undefined) return known;
  const version = statement<[], number>(db, 'PRAGMA data_version').pluck().get() ?? 0;
  versionOfTurn.set(db, version);
  setImmediate(() => versionOfTurn.delete(db));
  return version;
}

const versionOfTurn = new WeakMap<SqliteDatabase, number>();

const prepared = new WeakMap<SqliteDatabase, Map<string, Database.Statement>>();

/**
 * Empties the write-ahead log into the database file, so that what was just erased stays in neither.
 * Returns false when a reader kept the log in use; call it again later.
 */
export function emptyWriteAheadLog(db: SqliteDatabase): boolean {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }]; // The pragma's documented single row.
  return result.busy === 0;
}
