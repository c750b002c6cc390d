import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backup, backupLines } from '../../db/maintenance/backup.ts';
import { check } from '../../db/maintenance/check.ts';
import { openSqlite } from '../../db/sqlite/connection.ts';
import { databaseFile, openSqliteStore } from '../../db/sqlite/open.ts';
import { temporaryFolder } from '../support/database.ts';
import { loaded, opened } from '../support/store-contract.ts';
import { nextCommit, sampleDerive } from '../support/store-samples.ts';

async function townWithFile() {
  const dataFolder = temporaryFolder();
  const memory = openSqliteStore({ dataFolder });
  onTestFinished(() => memory.close());
  const saved = await memory.files.save(Readable.from(['申请书']), { mediaType: 'text/plain', limitBytes: 1000 });
  if (!saved.ok) throw new Error(saved.code);
  const { hash, bytes, mediaType } = saved.file;
  const commit = nextCommit(await opened(memory.store, 'c1'), 'k1');
  const item = { ...commit.after.items['c1-i1']!, sha256: hash.slice('sha-256:'.length), bytes, mediaType };
  await memory.store.commit({ ...commit, after: { ...commit.after, items: { [item.id]: item } } });
  return { dataFolder, hash, ...memory };
}

describe('a backup', () => {
  it('can be started from, once the keys are put beside it, and passes the check', async () => {
    const { dataFolder, store, people } = await townWithFile();
    const target = join(temporaryFolder(), 'copy');
    const result = await backup(dataFolder, target);
    expect(result).toMatchObject({ folder: target, files: 1, missing: [] });
    await store.commit(nextCommit(await loaded(store, 'c1'), 'after-the-backup'));
    copyFileSync(join(dataFolder, 'keys.json'), join(target, 'keys.json'));
    expect(await check(target, sampleDerive)).toMatchObject({ cases: 1, faults: [], stale: [], exitCode: 0 });
    const restored = openSqliteStore({ dataFolder: target });
    onTestFinished(() => restored.close());
    expect((await loaded(restored.store, 'c1')).version).toBe(2);
    expect(await restored.people.masked(['c1-a-person'])).toEqual(await people.masked(['c1-a-person']));
  });

  it('holds no key, and says loudly what it holds and where the keys are', async () => {
    const { dataFolder, keys } = await townWithFile();
    const target = temporaryFolder();
    const lines = backupLines(await backup(dataFolder, target)).join('\n');
    expect(lines).toContain('NOT in it');
    expect(readdirSync(target).toSorted()).toEqual(['files', 'jiefen.sqlite', '请先阅读-READ-ME-FIRST.txt']);
    const note = readFileSync(join(target, '请先阅读-READ-ME-FIRST.txt'), 'utf8');
    for (const word of ['个人信息', '隔离区', 'THE KEYS ARE NOT', join(dataFolder, 'keys.json')])
      expect(note).toContain(word);
    const bytes = readFileSync(join(target, 'jiefen.sqlite'));
    for (const key of Object.values(keys)) {
      expect(bytes.includes(key)).toBe(false);
      expect(bytes.includes(key.toString('base64'))).toBe(false);
    }
  });

  it('is one moment, although another process commits without pause', async () => {
    const dataFolder = temporaryFolder();
    await openSqliteStore({ dataFolder }).close();
    // Large enough that a copy which began anew after each commit would never end.
    const db = openSqlite(databaseFile(dataFolder));
    db.exec('CREATE TABLE filler (bytes BLOB)');
    for (let number = 0; number < 40; number += 1) db.exec('INSERT INTO filler VALUES (randomblob(1000000))');
    db.close();
    const worker = spawn(process.execPath, [join(import.meta.dirname, 'kill-worker.ts'), dataFolder, 'backup']);
    const ended = new Promise((resolve) => worker.once('close', resolve));
    await new Promise((resolve) => worker.stdout.once('data', resolve));
    worker.stdout.resume();
    const targets = ['one', 'two'].map((name) => join(temporaryFolder(), name));
    try {
      for (const target of targets) await backup(dataFolder, target);
    } finally {
      worker.kill('SIGKILL');
      await ended;
    }
    const entries: number[] = [];
    for (const target of targets) {
      const result = await check(target, sampleDerive);
      expect(result).toMatchObject({ faults: [], exitCode: 0 });
      entries.push(result.entries);
    }
    expect(entries).toEqual(entries.toSorted((a, b) => a - b));
  });

  it('names files that are missing, and copies the rest', async () => {
    const { dataFolder, hash } = await townWithFile();
    rmSync(join(dataFolder, 'files'), { recursive: true });
    const result = await backup(dataFolder, temporaryFolder());
    expect(result).toMatchObject({ files: 0, missing: [hash] });
    expect(backupLines(result).join('\n')).toContain(hash);
  });

  it('never goes into a folder that holds something, nor comes from one that holds nothing', async () => {
    const { dataFolder } = await townWithFile();
    const target = temporaryFolder();
    writeFileSync(join(target, 'other.txt'), 'x');
    await expect(backup(dataFolder, target)).rejects.toMatchObject({ code: 'backup-target-in-use' });
    expect(readdirSync(target)).toEqual(['other.txt']);
    const nowhere = join(temporaryFolder(), 'nowhere');
    await expect(backup(nowhere, temporaryFolder())).rejects.toMatchObject({ code: 'no-database' });
    expect(existsSync(nowhere)).toBe(false);
  });
});
