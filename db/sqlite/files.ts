import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Files, isStorageFull, type SavedBytes, type SaveResult, StorageFull, type StoredFile } from '../files.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** Records saved bytes inside the caller's transaction; from then on they are never swept. The same file twice is one row. */
export function recordFile(db: SqliteDatabase, file: SavedBytes): void {
  statement(
    db,
    'INSERT INTO file (hash, bytes, media_type, created_at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(file.hash, file.bytes, file.mediaType, Temporal.Now.instant().epochMilliseconds);
}

/**
 * The file store of a data folder: `files/ab/abcdef…`, recorded in the database. `openForWriting` is how a new file is
 * opened; a test replaces it by a full disk.
 */
export function sqliteFiles(db: SqliteDatabase, dataFolder: string, openForWriting: OpenForWriting = openNew): Files {
  const folder = join(dataFolder, 'files');
  return {
    save: async (content, { mediaType, limitBytes }) => {
      try {
        return await save({ folder, content, mediaType, limitBytes, openForWriting });
      } catch (error) {
        throw isStorageFull(error) ? new StorageFull(error) : error;
      }
    },
    find: async (hash) => find(db, hash),
    read: async (hash) => (find(db, hash) ? createReadStream(pathOf(folder, hash)) : undefined),
    sweepUnrecorded: (olderThanMinutes) => sweep(db, folder, olderThanMinutes),
  };
}

/** Opens a file that must not exist yet. */
export type OpenForWriting = (path: string) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>;

const openNew: OpenForWriting = (path) => open(path, 'wx', 0o600);
const arriving = 'arriving';

interface Upload {
  readonly folder: string;
  readonly content: Readable;
  readonly mediaType: string;
  readonly limitBytes: number;
  readonly openForWriting: OpenForWriting;
}

async function save(upload: Upload): Promise<SaveResult> {
  await mkdir(join(upload.folder, arriving), { recursive: true, mode: 0o700 });
  const temporary = join(upload.folder, arriving, randomUUID());
  try {
    const written = await writeStream(upload, temporary);
    if (written === 'too-large') return { ok: false, code: 'file-too-large', limitBytes: upload.limitBytes };
    if (written.bytes === 0) return { ok: false, code: 'file-empty' };
    await moveIntoPlace(temporary, pathOf(upload.folder, written.hash));
    return { ok: true, file: { ...written, mediaType: upload.mediaType } };
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeStream(upload: Upload, path: string): Promise<{ hash: string; bytes: number } | 'too-large'> {
  const handle = await upload.openForWriting(path);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of upload.content) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      if (bytes > upload.limitBytes) return 'too-large';
      hash.update(part);
      await writeWhole(handle, part);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: `sha-256:${hash.digest('hex')}`, bytes };
}

async function writeWhole(handle: Pick<FileHandle, 'write'>, part: Buffer): Promise<void> {
  let offset = 0;
  while (offset < part.length) offset += (await handle.write(part, offset)).bytesWritten;
}

async function moveIntoPlace(temporary: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(temporary, path);
  // The same content may have lain here unrecorded for long; a fresh time keeps the sweeper off until the commit.
  const now = Temporal.Now.instant().epochMilliseconds / 1000;
  await utimes(path, now, now);
  await flushFolder(dirname(path));
  await flushFolder(dirname(dirname(path)));
}

/** A new name in a folder survives a power cut only when the folder itself is flushed; Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function find(db: SqliteDatabase, hash: string): StoredFile | undefined {
  const row = statement<[string], Omit<StoredFile, 'createdAt'> & { createdAtMs: number }>(
    db,
    'SELECT hash, bytes, media_type AS mediaType, created_at_ms AS createdAtMs FROM file WHERE hash = ?',
  ).get(hash);
  if (!row) return undefined;
  const { createdAtMs, ...file } = row;
  return { ...file, createdAt: Temporal.Instant.fromEpochMilliseconds(createdAtMs).toString() };
}

async function sweep(db: SqliteDatabase, folder: string, olderThanMinutes: number): Promise<number> {
  const beforeMs = Temporal.Now.instant().subtract({ minutes: olderThanMinutes }).epochMilliseconds;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let swept = 0;
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || find(db, `sha-256:${entry.name}`)) continue;
    // What was arriving may lie elsewhere by now, and is no reason to leave the others.
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtimeMs >= beforeMs) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}

/** Where a file's bytes lie under the folder `files`. Throws TypeError for what is no hash of a file. */
export function pathOf(folder: string, hash: string): string {
  const digits = /^sha-256:([0-9a-f]{64})$/.exec(hash)?.[1];
  if (digits === undefined) throw new TypeError(`not the hash of a file: ${hash}`);
  return join(folder, digits.slice(0, 2), digits);
}
