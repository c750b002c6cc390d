import { copyFile, mkdir, open, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openSqlite, type SqliteDatabase } from '../sqlite/connection.ts';
import { pathOf } from '../sqlite/files.ts';
import { databaseFile } from '../sqlite/open.ts';
import { backupNote } from './backup-note.ts';
import { MaintenanceRefused, withDatabase } from './existing.ts';
import { recordedFiles } from './files-on-disk.ts';

/** A finished backup. `missing` files were recorded but not on the disk: run the check. */
export interface BackupResult {
  readonly folder: string;
  readonly bytes: number;
  readonly files: number;
  readonly missing: readonly string[];
}

/**
 * Copies a data folder, as it is at one moment, into an empty folder while the server runs; the copy can be started
 * as a data folder once the keys are put beside it. Keys are never copied.
 * Throws `MaintenanceRefused` when there is no database or the target is not empty.
 */
export function backup(dataFolder: string, target: string): Promise<BackupResult> {
  return withDatabase(dataFolder, async (source) => {
    await makeEmptyFolder(target);
    const file = databaseFile(target);
    await copyDatabase(source, file);
    const copy = openSqlite(file);
    try {
      // Files are written before the commit that names them and stay: what this copy names is on the disk.
      const hashes = recordedFiles(copy);
      const missing = await copyFiles(hashes, join(dataFolder, 'files'), join(target, 'files'));
      await writeFile(join(target, '请先阅读-READ-ME-FIRST.txt'), backupNote(dataFolder, hashes.length), {
        mode: 0o600,
      });
      return {
        folder: resolve(target),
        bytes: (await stat(file)).size,
        files: hashes.length - missing.length,
        missing,
      };
    } finally {
      copy.close();
      await flush(file);
    }
  });
}

/** A result for people to read, a line each. */
export function backupLines({ folder, bytes, files, missing }: BackupResult): readonly string[] {
  return [
    `备份完成：${folder}（数据库 ${bytes} 字节，文件 ${files} 个）。 Backed up to ${folder} (database ${bytes} bytes, ${files} files).`,
    '⚠ 备份含个人信息和调解保密内容；密钥不在其中，须另行保管。 The backup holds personal data and confidential mediation content; the keys are NOT in it, keep them apart.',
    ...missing.map((hash) => `✗ ${hash}: 文件缺失，请运行 npm run db:check。 File missing; run npm run db:check.`),
  ];
}

async function makeEmptyFolder(target: string): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length === 0) return;
  throw new MaintenanceRefused(
    'backup-target-in-use',
    `${target} 不是空文件夹。请为备份指定一个新文件夹。`,
    `${target} is not empty. Name a new folder for the backup.`,
  );
}

/** A reader holds one moment of the write-ahead log; without it each commit of the server would start the copy anew. */
async function copyDatabase(source: SqliteDatabase, file: string): Promise<void> {
  source.exec('BEGIN');
  try {
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(file);
  } finally {
    source.exec('COMMIT');
  }
}

async function copyFiles(hashes: readonly string[], from: string, to: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const hash of hashes) {
    const path = pathOf(to, hash);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await copyFile(pathOf(from, hash), path);
      await flush(path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      missing.push(hash);
    }
  }
  return missing;
}

/** A backup that is reported is on the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
