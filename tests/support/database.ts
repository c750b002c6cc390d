import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type KeyRing, openKeyRing } from '../../db/keys.ts';
import { openSqlite, type SqliteDatabase } from '../../db/sqlite/connection.ts';
import { migrate } from '../../db/sqlite/migrate.ts';
import { groupWriter, type Writer } from '../../db/sqlite/writer.ts';

/** A real data folder: an empty, migrated database file and its key ring. */
export interface DataFolder {
  readonly folder: string;
  readonly file: string;
  readonly db: SqliteDatabase;
  readonly keys: KeyRing;
  /** Writes on the same connection. */
  readonly writer: Writer;
}

/** Makes an empty folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const prepared = new Map<string, Promise<string>>();

/**
 * Fills an empty folder with what `prepare` makes of one. It is made once per process and name and copied from then on:
 * migrating a database and giving everybody an account took half of the time that opening a house takes.
 */
export async function fillFolder(
  folder: string,
  name: string,
  prepare: (folder: string) => Promise<void>,
): Promise<void> {
  const made = prepared.get(name) ?? prepareOnce(prepare);
  prepared.set(name, made);
  cpSync(await made, folder, { recursive: true });
}

async function prepareOnce(prepare: (folder: string) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-prepared-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await prepare(folder);
  return folder;
}

/** Makes a data folder with a database that goes when the test is over. */
export function newDataFolder(): DataFolder {
  const folder = temporaryFolder();
  const file = join(folder, 'jiefen.sqlite');
  const db = openSqlite(file);
  onTestFinished(() => {
    db.close();
  });
  migrate(db);
  const keys = openKeyRing(folder, { mayCreate: true });
  return { folder, file, db, keys, writer: groupWriter(db, keys, { groupLimit: 4, queueLimit: 1000 }) };
}

/** A clock that stands still until it is moved. */
export function movableClock(start = '2026-11-22T01:00:00Z') {
  let instant = Temporal.Instant.from(start);
  return {
    now: () => instant,
    forward: (duration: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }) => {
      instant = instant.add(duration);
    },
  };
}
