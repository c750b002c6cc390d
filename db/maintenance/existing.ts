import { existsSync } from 'node:fs';
import { openSqlite, type SqliteDatabase, statement } from '../sqlite/connection.ts';
import { readMigrations } from '../sqlite/migrate.ts';
import { databaseFile } from '../sqlite/open.ts';

/** Maintenance could not begin; nothing was changed. The message says in Chinese and English what to do. */
export class MaintenanceRefused extends Error {
  readonly code: 'no-database' | 'database-not-migrated' | 'backup-target-in-use';

  constructor(code: MaintenanceRefused['code'], zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'MaintenanceRefused';
    this.code = code;
  }
}

/** Works on the database of a data folder beside a running server, and closes it. Never creates or migrates one. */
export async function withDatabase<T>(dataFolder: string, work: (db: SqliteDatabase) => T | Promise<T>): Promise<T> {
  const file = databaseFile(dataFolder);
  if (!existsSync(file)) {
    throw new MaintenanceRefused(
      'no-database',
      `${file} 不存在。请检查 JIEFEN_DATA。`,
      `There is no ${file}. Check JIEFEN_DATA.`,
    );
  }
  const db = openSqlite(file);
  try {
    refuseOtherSchema(db);
    return await work(db);
  } finally {
    db.close();
  }
}

function refuseOtherSchema(db: SqliteDatabase): void {
  const known = readMigrations().length;
  const hasTable = statement(db, `SELECT 1 FROM sqlite_schema WHERE name = 'migration'`).get() !== undefined;
  const applied = hasTable ? statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM migration').get()?.n : 0;
  if (applied === known) return;
  throw new MaintenanceRefused(
    'database-not-migrated',
    `数据库在第 ${applied} 号结构上，本程序为第 ${known} 号。请先用同一版本的程序启动一次（npm start），再执行维护。`,
    `The database is at migration ${applied}, this program at ${known}. Start this version once (npm start), then run this again.`,
  );
}
