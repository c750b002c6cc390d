import { createHash } from 'node:crypto';
import { type Dirent, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { isStorageFull, StorageFull } from '../../db/files.ts';
import { recordFile, sqliteFiles } from '../../db/sqlite/files.ts';
import { newDataFolder } from '../support/database.ts';

const pdf = { mediaType: 'application/pdf', limitBytes: 20 * 1024 * 1024 };
const content = Buffer.from('调解协议书');
const digits = createHash('sha256').update(content).digest('hex');

function filesOf() {
  const data = newDataFolder();
  return { ...data, files: sqliteFiles(data.db, data.folder), onDisk: () => bytesOnDisk(data.folder) };
}

function bytesOnDisk(folder: string): readonly string[] {
  let entries: readonly Dirent[] = [];
  try {
    entries = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('an uploaded file', () => {
  it('lies under its hash, for the owner only, and is read back byte for byte once a commit recorded it', async () => {
    const { files, folder, db } = filesOf();
    const saved = await files.save(Readable.from([content.subarray(0, 5), content.subarray(5)]), pdf);
    if (!saved.ok) throw new Error(saved.code);
    expect(saved.file).toEqual({ hash: `sha-256:${digits}`, bytes: content.length, mediaType: 'application/pdf' });
    const path = join(folder, 'files', digits.slice(0, 2), digits);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await files.read(saved.file.hash)).toBeUndefined();
    recordFile(db, saved.file);
    const read = await files.read(saved.file.hash);
    expect(read && (await buffer(read))).toEqual(content);
    expect(await files.find(saved.file.hash)).toMatchObject({ bytes: content.length, mediaType: 'application/pdf' });
  });

  it('is kept once, however often it comes', async () => {
    const { files, onDisk, db } = filesOf();
    for (let time = 0; time < 3; time += 1) {
      const saved = await files.save(Readable.from([content]), pdf);
      if (saved.ok) recordFile(db, saved.file);
    }
    expect(onDisk()).toEqual([digits]);
    expect(db.prepare('SELECT count(*) FROM file').pluck().get()).toBe(1);
  });

  it('over the limit is refused and leaves nothing, also when nobody said how long it would be', async () => {
    const { files, onDisk } = filesOf();
    const limit = { ...pdf, limitBytes: 8 };
    const saved = await files.save(Readable.from([Buffer.alloc(5), Buffer.alloc(5)]), limit);
    expect(saved).toEqual({ ok: false, code: 'file-too-large', limitBytes: 8 });
    expect(onDisk()).toEqual([]);
    expect(await files.save(Readable.from([Buffer.alloc(8)]), limit)).toMatchObject({ ok: true });
  });

  it('without content is refused', async () => {
    const { files, onDisk } = filesOf();
    expect(await files.save(Readable.from([]), pdf)).toEqual({ ok: false, code: 'file-empty' });
    expect(onDisk()).toEqual([]);
  });

  it('whose sender hangs up leaves nothing', async () => {
    const { files, onDisk } = filesOf();
    async function* hangsUp() {
      yield content;
      throw new Error('aborted');
    }
    await expect(files.save(Readable.from(hangsUp()), pdf)).rejects.toThrow('aborted');
    expect(onDisk()).toEqual([]);
  });

  it('cannot be asked for by a path', async () => {
    const { files, db } = filesOf();
    const evil = 'sha-256:../../keys.json';
    recordFile(db, { hash: evil, bytes: 1, mediaType: 'text/plain' });
    await expect(files.read(evil)).rejects.toThrow(/not the hash/);
  });
});

describe('files on a full disk', () => {
  it('answer storage-full and leave nothing half-written', async () => {
    const { db, folder, onDisk } = filesOf();
    const files = sqliteFiles(db, folder, async (path) => {
      const handle = await open(path, 'wx');
      let chunks = 0;
      const write = async (part: Buffer, offset: number) => {
        chunks += 1;
        if (chunks === 2) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        return handle.write(part, offset);
      };
      // The store calls only this one of the overloads of `write`.
      return { write: write as typeof handle.write, sync: () => handle.sync(), close: () => handle.close() };
    });
    await expect(files.save(Readable.from([content, content]), pdf)).rejects.toBeInstanceOf(StorageFull);
    expect(onDisk()).toEqual([]);
  });

  it('are told by SQLite in the same way', () => {
    const { db } = filesOf();
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
    const tooMuch = () => {
      for (let number = 0; number < 100_000; number += 1) {
        db.prepare('INSERT INTO setting VALUES (?, ?)').run(`name-${number}`, 'x'.repeat(1000));
      }
    };
    let thrown: unknown;
    try {
      db.transaction(tooMuch)();
    } catch (error) {
      thrown = error;
    }
    expect(isStorageFull(thrown)).toBe(true);
    expect(db.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0);
  });
});

describe('the sweeper of files', () => {
  it('deletes old bytes that no commit recorded, and never a recorded or a fresh file', async () => {
    const { files, folder, db, onDisk } = filesOf();
    const save = async (text: string) => {
      const saved = await files.save(Readable.from([Buffer.from(text)]), pdf);
      if (!saved.ok) throw new Error(saved.code);
      return saved.file;
    };
    const recorded = await save('recorded');
    recordFile(db, recorded);
    const forgotten = await save('forgotten');
    const cameAgain = await save('came again');
    for (const file of [recorded, forgotten, cameAgain]) utimesSync(pathOf(folder, file.hash), 1_000, 1_000);
    await save('came again');
    expect(await files.sweepUnrecorded(60)).toBe(1);
    expect([...onDisk()].sort()).toEqual([recorded, cameAgain].map((file) => file.hash.slice(8)).sort());
  });

  it('goes on when a file that was arriving is gone by the time it is looked at', async () => {
    const { db, folder, onDisk } = filesOf();
    const names = ['1', '2'];
    mkdirSync(join(folder, 'files', 'arriving'), { recursive: true });
    for (const name of names) {
      const path = join(folder, 'files', 'arriving', name);
      writeFileSync(path, name);
      utimesSync(path, 1_000, 1_000);
    }
    // Whichever is looked up first has moved on meanwhile.
    let gone = '';
    const moving = new Proxy(db, {
      get: (target, name) => {
        if (name !== 'prepare') return Reflect.get(target, name, target);
        const get = (hash: string) => {
          if (gone !== '') return undefined;
          gone = hash.slice('sha-256:'.length);
          rmSync(join(folder, 'files', 'arriving', gone));
          return undefined;
        };
        return () => ({ get });
      },
    });
    expect(await sqliteFiles(moving, folder).sweepUnrecorded(60)).toBe(1);
    expect(names).toContain(gone);
    expect(onDisk()).toEqual([]);
  });

  function pathOf(folder: string, hash: string): string {
    return join(folder, 'files', hash.slice(8, 10), hash.slice(8));
  }
});
