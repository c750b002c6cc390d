import { createHmac } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashes, KeyRingUnusable, openKeyRing, seal, unseal } from '../../db/keys.ts';
import { openSqlite } from '../../db/sqlite/connection.ts';
import { currentSchema, schemaFile } from '../../db/sqlite/dump-schema.ts';
import { checkKeysBelong } from '../../db/sqlite/key-check.ts';
import { dumpSchema, MigrationRefused, migrate, readMigrations } from '../../db/sqlite/migrate.ts';
import { newDataFolder, temporaryFolder } from '../support/database.ts';

describe('a database that was just opened', () => {
  it('flushes every commit to the disk, also when the file was in WAL mode before', () => {
    const { file, db } = newDataFolder();
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    const again = openSqlite(file);
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
  });

  it('holds to its references', () => {
    const { db } = newDataFolder();
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    const orphan = db.prepare(`INSERT INTO account_role (account_id, role) VALUES ('nobody', 'mediator')`);
    expect(() => orphan.run()).toThrow(/FOREIGN KEY/);
  });

  it('keeps what may only be added to, even against INSERT OR REPLACE', () => {
    const { db } = newDataFolder();
    db.exec(`INSERT INTO person (id, kind, name, wrapped_key, created_at_ms, updated_at_ms) VALUES ('p1', 'natural', '张三', 'k', 0, 0);
             INSERT INTO unmasking VALUES (1, 'p1', 'telephone', 'a1', '核对', 0)`);
    expect(() => db.exec('DELETE FROM unmasking')).toThrow(/never deleted/);
    expect(() => db.exec(`UPDATE unmasking SET reason = '别的'`)).toThrow(/never changes/);
    expect(() => db.exec(`INSERT OR REPLACE INTO unmasking VALUES (1, 'p1', 'telephone', 'a2', '冒名', 0)`)).toThrow(
      /never deleted/,
    );
    expect(db.prepare('SELECT revealed_to FROM unmasking').pluck().all()).toEqual(['a1']);
  });
});

describe('migrations', () => {
  it('build exactly the schema that schema.sql shows (if not: node db/sqlite/dump-schema.ts)', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(currentSchema());
  });

  it('are described by a schema.sql that builds the same database', () => {
    const db = openSqlite(':memory:');
    db.exec(readFileSync(schemaFile, 'utf8'));
    expect(dumpSchema(db)).toBe(currentSchema());
  });

  it('run once: the second start applies nothing', () => {
    const { db } = newDataFolder();
    expect(migrate(db)).toEqual([]);
    expect(db.prepare('SELECT number FROM migration').pluck().all()).toEqual(readMigrations().map((one) => one.number));
  });

  it('refuse a database of a newer program, and change nothing in it', () => {
    const { db } = newDataFolder();
    const older = readMigrations().slice(0, -1);
    const before = dumpSchema(db);
    expect(refusal(() => migrate(db, older))).toBe('database-newer');
    expect(dumpSchema(db)).toBe(before);
  });

  it('refuse when a migration that was already applied has been edited', () => {
    const { db } = newDataFolder();
    const edited = readMigrations().map((one) => ({ ...one, sql: `${one.sql}\n-- a harmless remark` }));
    expect(refusal(() => migrate(db, edited))).toBe('migration-changed');
  });

  it('refuse a gap in the numbers', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '0001-one.sql'), '');
    writeFileSync(join(folder, '0003-three.sql'), '');
    expect(refusal(() => readMigrations(folder))).toBe('migration-numbering');
  });

  it('apply all or nothing', () => {
    const { db } = newDataFolder();
    const known = readMigrations();
    const next = { number: known.length + 1, name: 'next', sql: 'CREATE TABLE fine (id TEXT)' };
    const broken = { number: known.length + 2, name: 'broken', sql: 'CREATE TABLE' };
    const before = dumpSchema(db);
    expect(() => migrate(db, [...known, next, broken])).toThrow(/incomplete input/);
    expect(dumpSchema(db)).toBe(before);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('are undone when they leave a reference to nothing', () => {
    const { db } = newDataFolder();
    const known = readMigrations();
    const sql = `INSERT INTO account_role (account_id, role) VALUES ('nobody', 'mediator')`;
    const next = { number: known.length + 1, name: 'orphan', sql };
    expect(refusal(() => migrate(db, [...known, next]))).toBe('migration-broke-references');
    expect(db.prepare('SELECT count(*) FROM account_role').pluck().get()).toBe(0);
  });

  function refusal(act: () => unknown): string {
    try {
      act();
    } catch (error) {
      if (!(error instanceof MigrationRefused)) throw error;
      expect(error.message).toMatch(/[\u4e00-\u9fff]/);
      return error.code;
    }
    return 'nothing was refused';
  }
});

describe('the key ring', () => {
  it('is created once, for its owner only, and read again the same', () => {
    const folder = temporaryFolder();
    const first = openKeyRing(folder, { mayCreate: true });
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(openKeyRing(folder, { mayCreate: false })).toEqual(first);
    expect(new Set(Object.values(first).map((key) => key.toString('hex'))).size).toBe(3);
  });

  it('is never replaced by new keys when the database is already there', () => {
    const folder = temporaryFolder();
    expect(unusable(() => openKeyRing(folder, { mayCreate: false }))).toBe('key-ring-missing');
    expect(() => statSync(join(folder, 'keys.json'))).toThrow(/ENOENT/);
  });

  it.each(['', '{"keys":{"master":"c2hvcnQ="}}', '[]'])(
    'is refused when its file says %j, without repeating it',
    (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'keys.json'), text);
      expect(unusable(() => openKeyRing(folder, { mayCreate: true }))).toBe('key-ring-unreadable');
      expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(text);
    },
  );

  it('can come from outside, and then no file is written', () => {
    const folder = temporaryFolder();
    const key = Buffer.alloc(32, 7).toString('base64');
    const keys = openKeyRing(folder, { mayCreate: true, overrides: { master: key, queryCodes: key, signIn: key } });
    expect(keys.master).toEqual(Buffer.alloc(32, 7));
    expect(() => statSync(join(folder, 'keys.json'))).toThrow(/ENOENT/);
  });

  it('of another installation is refused before anything is sealed with it', () => {
    const { db, keys } = newDataFolder();
    checkKeysBelong(db, keys);
    checkKeysBelong(db, keys);
    const other = { ...keys, master: Buffer.alloc(32, 1) };
    expect(unusable(() => checkKeysBelong(db, other))).toBe('key-ring-of-another-database');
  });

  function unusable(act: () => unknown): string {
    try {
      act();
    } catch (error) {
      if (!(error instanceof KeyRingUnusable)) throw error;
      return error.code;
    }
    return 'the key ring was used';
  }
});

describe('a sealed text', () => {
  const key = Buffer.alloc(32, 3);

  it('names its algorithm, opens with key and context, and looks different each time', () => {
    const sealed = seal(key, '13800001234', 'person:p1:telephone');
    expect(sealed).toMatch(/^aes-256-gcm:/);
    expect(seal(key, '13800001234', 'person:p1:telephone')).not.toBe(sealed);
    expect(unseal(key, sealed, 'person:p1:telephone').toString()).toBe('13800001234');
  });

  it('does not open with another key, in another place, when a byte changed, or under an unknown algorithm', () => {
    const sealed = seal(key, '13800001234', 'person:p1:telephone');
    expect(() => unseal(Buffer.alloc(32, 4), sealed, 'person:p1:telephone')).toThrow();
    expect(() => unseal(key, sealed, 'person:p2:telephone')).toThrow();
    expect(() => unseal(key, sealed.slice(0, -2), 'person:p1:telephone')).toThrow();
    expect(() => unseal(key, sealed.replace('aes-256-gcm', 'rot-13'), 'person:p1:telephone')).toThrow(/rot-13/);
  });
});

describe('a secret that is kept as a keyed hash', () => {
  it('is hashed as everybody’s library would, whatever its length and the key’s, one after the other', () => {
    const keys = fc.uint8Array({ maxLength: 130 }).map((bytes) => Buffer.from(bytes));
    const secrets = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(keys, secrets, (key, some) => {
        for (const secret of some) {
          const theirs = createHmac('sha256', key).update(secret).digest();
          expect(hashes['hmac-sha-256'](secret, key)).toEqual(theirs);
        }
      }),
      { numRuns: 200 },
    );
  });
});
