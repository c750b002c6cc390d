import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type SqliteDatabase, statement } from '../sqlite/connection.ts';
import { pathOf } from '../sqlite/files.ts';
import type { Fault } from './check.ts';

/** Files that are recorded, or named by an item, and not on the disk with exactly their content. */
export async function missingFiles(db: SqliteDatabase, dataFolder: string): Promise<readonly Fault[]> {
  const faults: Fault[] = unrecordedFiles(db);
  for (const hash of recordedFiles(db)) {
    const digest = await digestOf(pathOf(join(dataFolder, 'files'), hash));
    if (digest === hash) continue;
    const code = digest === null ? 'file-missing' : 'file-changed';
    faults.push({ where: `文件 file ${hash}`, code, sentence: sentences[code] });
  }
  return faults;
}

/** The addresses of all recorded files. */
export function recordedFiles(db: SqliteDatabase): readonly string[] {
  return statement<[], { hash: string }>(db, 'SELECT hash FROM file ORDER BY hash')
    .all()
    .map(({ hash }) => hash);
}

const sentences = {
  'file-missing': '文件不在磁盘上。 The file is not on the disk.',
  'file-changed': '文件内容与其哈希不符。 The file has another content than its hash says.',
  'file-unrecorded': '材料引用了未登记的文件。 An item names a file that is not recorded.',
} as const;

function unrecordedFiles(db: SqliteDatabase): Fault[] {
  return statement<[], { caseId: string; item: string }>(
    db,
    `SELECT case_id AS caseId, part_id AS item FROM case_part
     WHERE part_group = 'items' AND part ->> 'sha256' IS NOT NULL AND part ->> 'bytes' IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM file WHERE hash = 'sha-256:' || (part ->> 'sha256'))`,
  )
    .all()
    .map(({ caseId, item }) => ({
      where: `案件 case ${caseId} 材料 item ${item}`,
      code: 'file-unrecorded',
      sentence: sentences['file-unrecorded'],
    }));
}

async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return `sha-256:${hash.digest('hex')}`;
}
