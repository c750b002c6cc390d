import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { caseCache } from '../../db/sqlite/case-cache.ts';
import { loadCase } from '../../db/sqlite/cases.ts';
import { rowsOf, writeCommit } from '../../db/sqlite/commit.ts';
import { openSqlite, type SqliteDatabase } from '../../db/sqlite/connection.ts';
import { sqliteStore } from '../../db/sqlite/store.ts';
import { first } from '../../seeds/stories/first.ts';
import { partGroups } from '../../workflows/index.ts';
import { newDataFolder } from '../support/database.ts';
import { serve, tellOverHttp } from '../support/server.ts';
import { nextCommit, openingCommit } from '../support/store-samples.ts';

/** A database where something happens right after each look for a query code. */
function afterLookingForCode(db: SqliteDatabase, happens: () => void): SqliteDatabase {
  return new Proxy(db, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name !== 'prepare') return member.bind(target);
      return (sql: string) => {
        const prepared = target.prepare(sql);
        if (!sql.includes('FROM query_code JOIN')) return prepared;
        const get = (hash: string) => {
          const found = prepared.get(hash);
          happens();
          return found;
        };
        return { get };
      };
    },
  });
}

describe('a case that the store remembers', () => {
  it('is what a fresh look into the file finds, in the same order, at several moments of a story', async () => {
    for (let until = 1; until <= first.steps.length; until += 9) {
      const told = await serve();
      const caseId = await tellOverHttp(told, first, { until });
      const remembered = await told.dependencies.store.load(caseId);
      const db = openSqlite(`${told.folder}/jiefen.sqlite`);
      const found = loadCase(db, caseId);
      expect(remembered).toStrictEqual(found);
      for (const group of partGroups) expect(Object.keys(remembered![group])).toEqual(Object.keys(found![group]));
      db.close();
      await told.close();
    }
  });

  it('is read again after another process has changed it', async () => {
    const data = newDataFolder();
    const here = sqliteStore(data.db, data.keys);
    const otherDb = openSqlite(data.file);
    const elsewhere = sqliteStore(otherDb, data.keys);
    await here.commit(openingCommit('c1'));
    const known = await here.load('c1');
    expect(await here.load('c1')).toBe(known);
    await elsewhere.commit(nextCommit((await elsewhere.load('c1'))!, 'k2'));
    expect((await here.load('c1'))?.version).toBe(2);
    otherDb.close();
  });

  it('is read again after its code was replaced, here or elsewhere, and the old code opens nothing', async () => {
    const data = newDataFolder();
    const here = sqliteStore(data.db, data.keys);
    const otherDb = openSqlite(data.file);
    const elsewhere = sqliteStore(otherDb, data.keys);
    const code = (hash: string) => ({ queryCodes: [{ hash, party: 'c1-a' }] });
    await here.commit(openingCommit('c1', code('hash-1')));
    const opened = await here.loadByQueryCode('hash-1');
    expect(opened).toMatchObject({ party: 'c1-a', caseFile: { version: 1 } });
    expect((await here.loadByQueryCode('hash-1'))?.caseFile).toBe(opened?.caseFile);
    await here.commit(nextCommit((await here.load('c1'))!, 'k2', code('hash-2')));
    expect(await here.loadByQueryCode('hash-1')).toBeNull();
    expect(await here.loadByQueryCode('hash-2')).toMatchObject({ caseFile: { version: 2 } });
    await elsewhere.commit(nextCommit((await elsewhere.load('c1'))!, 'k3', code('hash-3')));
    expect(await here.loadByQueryCode('hash-2')).toBeNull();
    expect(await here.loadByQueryCode('hash-3')).toMatchObject({ caseFile: { version: 3 } });
    otherDb.close();
  });

  it('is not opened by a code that is replaced between the look for the code and the look at the case', async () => {
    const data = newDataFolder();
    const here = sqliteStore(data.db, data.keys);
    const elsewhere = openSqlite(data.file);
    await here.commit(openingCommit('c1', { queryCodes: [{ hash: 'hash-1', party: 'c1-a' }] }));
    const replacement = nextCommit((await here.load('c1'))!, 'k2', { queryCodes: [{ hash: 'hash-2', party: 'c1-a' }] });
    let replaced = 0;
    const cases = caseCache(
      afterLookingForCode(data.db, () => {
        replaced += 1;
        if (replaced === 1) elsewhere.transaction(() => writeCommit(elsewhere, data.keys, rowsOf(replacement)))();
      }),
    );
    expect(cases.loadByQueryCode('hash-1')).toBeNull();
    expect(cases.loadByQueryCode('hash-2')).toMatchObject({ party: 'c1-a', caseFile: { version: 2 } });
    expect(replaced).toBe(3);
    elsewhere.close();
  });

  it('is read again when it was changed elsewhere between the look for the code and the look at the case', async () => {
    const data = newDataFolder();
    const here = sqliteStore(data.db, data.keys);
    const elsewhere = openSqlite(data.file);
    await here.commit(openingCommit('c1', { queryCodes: [{ hash: 'hash-1', party: 'c1-a' }] }));
    const change = nextCommit((await here.load('c1'))!, 'k2');
    const cases = caseCache(
      afterLookingForCode(data.db, () => {
        elsewhere.transaction(() => writeCommit(elsewhere, data.keys, rowsOf(change)))();
      }),
    );
    cases.load('c1');
    await setImmediate();
    expect(cases.loadByQueryCode('hash-1')).toMatchObject({ caseFile: { version: 1 } });
    await setImmediate();
    expect(cases.load('c1')?.version).toBe(2);
    elsewhere.close();
  });

  it('gives its place to one that was asked for later', async () => {
    const data = newDataFolder();
    const store = sqliteStore(data.db, data.keys);
    for (const id of ['c1', 'c2', 'c3']) await store.commit(openingCommit(id));
    const cases = caseCache(data.db, 2);
    const [one, two] = [cases.load('c1'), cases.load('c2')];
    expect(cases.load('c1')).toBe(one);
    cases.load('c3');
    expect(cases.load('c1')).toBe(one);
    expect(cases.load('c2')).toEqual(two);
    expect(cases.load('c2')).not.toBe(two);
  });
});
