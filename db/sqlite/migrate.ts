import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SqliteDatabase, statement } from './connection.ts';

/** One numbered change of the schema: `0001-people.sql` has number 1. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Why a database is not migrated. Nothing was changed. The message says in Chinese and English what to do. */
export class MigrationRefused extends Error {
  readonly code: 'database-newer' | 'migration-changed' | 'migration-numbering' | 'migration-broke-references';

  constructor(code: MigrationRefused['code'], zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'MigrationRefused';
    this.code = code;
  }
}

/**
 * Brings a database up to the newest migration, forward only, in one transaction: all or nothing, and only one of
 * several starting processes does it. Returns the numbers that were applied.
 * Throws {@link MigrationRefused} for a newer database, a changed old migration, or a gap in the numbers.
 */
export function migrate(db: SqliteDatabase, migrations: readonly Migration[] = readMigrations()): readonly number[] {
  // A migration that rebuilds a table needs this off, and it cannot be switched inside a transaction.
  db.pragma('foreign_keys = OFF');
  try {
    return db.transaction(() => applyMissing(db, migrations)).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** Reads the numbered migrations of a folder (default: the ones beside this file), in order. */
export function readMigrations(folder: string = join(import.meta.dirname, 'migrations')): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const migrations = names.sort().map((name) => ({
    number: Number(name.slice(0, 4)),
    name: name.slice(0, -'.sql'.length),
    // Line ends as in the repository: some checkouts change them, and the hash must not.
    sql: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'),
  }));
  migrations.forEach(({ number, name }, index) => {
    if (number === index + 1) return;
    throw new MigrationRefused(
      'migration-numbering',
      `数据库升级脚本的编号不连续：${name} 应为第 ${index + 1} 号。请改正文件名。`,
      `The migrations are not numbered without gaps: ${name} should have number ${index + 1}. Rename the file.`,
    );
  });
  return migrations;
}

/** The whole schema as SQL that can be run on an empty database, in the order in which it was built. */
export function dumpSchema(db: SqliteDatabase): string {
  const rows = statement<[], { sql: string }>(
    db,
    `SELECT sql FROM sqlite_schema
     WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
     ORDER BY rowid`,
  ).all();
  return `-- Written by "node db/sqlite/dump-schema.ts" from the migrations. Do not edit.\n\n${rows
    .map(({ sql }) => `${sql};\n`)
    .join('\n')}`;
}

function applyMissing(db: SqliteDatabase, migrations: readonly Migration[]): readonly number[] {
  db.exec(`CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  applied_at_ms INTEGER NOT NULL
) STRICT`);
  const applied = db.prepare<[], AppliedMigration>('SELECT number, name, hash FROM migration ORDER BY number').all();
  applied.forEach((row) => {
    refuseDifference(row, migrations);
  });
  const missing = migrations.slice(applied.length);
  const record = db.prepare('INSERT INTO migration (number, name, hash, applied_at_ms) VALUES (?, ?, ?, ?)');
  for (const migration of missing) {
    db.exec(migration.sql);
    record.run(migration.number, migration.name, hashOf(migration), Temporal.Now.instant().epochMilliseconds);
  }
  // Looks at every row. Where nothing was changed references were never off, and `db:check` is there for the rest.
  if (missing.length > 0) refuseBrokenReferences(db);
  return missing.map(({ number }) => number);
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

function refuseDifference(row: AppliedMigration, migrations: readonly Migration[]): void {
  const known = migrations[row.number - 1];
  if (!known) {
    throw new MigrationRefused(
      'database-newer',
      `数据库由更新的程序版本创建（第 ${row.number} 号 ${row.name}，本程序只到第 ${migrations.length} 号）。请启动更新的程序版本，或恢复与本版本相符的备份。`,
      `The database was written by a newer program (migration ${row.number} ${row.name}; this program knows ${migrations.length}). Start the newer program, or restore a backup that fits this one.`,
    );
  }
  if (row.name !== known.name || row.hash !== hashOf(known)) {
    throw new MigrationRefused(
      'migration-changed',
      `已执行过的升级脚本被改动：第 ${row.number} 号 ${known.name}。请恢复其原文，把改动写成新的一号。`,
      `A migration that was already applied has changed: ${row.number} ${known.name}. Restore its text and write the change as a new migration.`,
    );
  }
}

function refuseBrokenReferences(db: SqliteDatabase): void {
  const broken = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').get();
  if (!broken) return;
  throw new MigrationRefused(
    'migration-broke-references',
    `升级后 ${broken.table} 中有记录指向不存在的 ${broken.parent}，升级已全部撤销。请带上备份联系开发者。`,
    `After migrating, ${broken.table} would refer to rows of ${broken.parent} that do not exist; everything was undone. Contact the developers with a backup.`,
  );
}

function hashOf(migration: Migration): string {
  return `sha-256:${createHash('sha256').update(migration.sql).digest('hex')}`;
}
