import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { check } from '../../db/maintenance/check.ts';
import { rederive } from '../../db/maintenance/rederive.ts';
import { openSqlite, type SqliteDatabase, statement } from '../../db/sqlite/connection.ts';
import { databaseFile, openSqliteStore } from '../../db/sqlite/open.ts';
import { sqliteReads } from '../../db/sqlite/reads.ts';
import { countsSql, listSql } from '../../db/sqlite/reads-listings.ts';
import { tallySql } from '../../db/sqlite/reads-tallies.ts';
import { searchSql } from '../../db/sqlite/search.ts';
import { sqliteStore } from '../../db/sqlite/store.ts';
import { newDataFolder, temporaryFolder } from '../support/database.ts';
import { loaded, opened } from '../support/store-contract.ts';
import { committee, nextCommit, openingCommit, person, sampleDerive } from '../support/store-samples.ts';

function planOf(db: SqliteDatabase, sql: string): string {
  const values = Array(sql.split('?').length - 1).fill('1');
  return statement<unknown[], { detail: string }>(db, `EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)
    .join('\n');
}

describe('lists and search on SQLite', () => {
  it.each([
    ['latest', 'case_listing_by_opening'],
    ['earliest', 'case_listing_by_opening'],
    ['due', 'case_listing_by_due'],
    ['waiting', 'case_listing_by_waiting'],
  ] as const)('read a list in the order “%s” from one range of its index, without sorting', (order, index) => {
    const plan = planOf(newDataFolder().db, listSql(order));
    expect(plan).toMatch(
      new RegExp(`SEARCH place USING COVERING INDEX ${index} \\(organisation=\\? AND officer=\\? AND box=\\?`),
    );
    expect(plan).toMatch(/SEARCH case_listing USING INDEX sqlite_autoindex_case_listing_1/);
    expect(plan).not.toMatch(/SCAN (?!json_each)|TEMP B-TREE/);
  });

  it('count boxes from an index alone', () => {
    const { db } = newDataFolder();
    for (const isNarrowed of [false, true]) {
      const plan = planOf(db, countsSql(1, isNarrowed));
      expect(plan).toContain('SEARCH place USING COVERING INDEX case_listing_by_opening');
      expect(plan).not.toMatch(/SCAN (?!json_each)|TEMP B-TREE/);
    }
  });

  it('read what every desk needs from ranges of indexes, without sorting', () => {
    const { db } = newDataFolder();
    const prepare = vi.spyOn(db, 'prepare');
    sqliteReads(db);
    const plans = new Map(prepare.mock.calls.map(([sql]) => [sql, planOf(db, sql)]));
    prepare.mockRestore();
    expect(plans.size).toBeGreaterThan(8);
    for (const [sql, plan] of plans) expect([sql, plan]).toEqual([sql, expect.not.stringMatching(/SCAN|TEMP B-TREE/)]);
    const used = [...plans.values()].join('\n');
    expect(used).toContain('clock_on_desk (organisation=? AND is_own=? AND due>? AND due<?)');
    expect(used).toContain('clock_lapsing (due<?)');
  });

  it('count for heads from indexes alone', () => {
    const { db } = newDataFolder();
    for (const [name, sql] of Object.entries(tallySql)) {
      const plan = planOf(db, sql);
      expect([name, plan]).toEqual([name, expect.stringMatching(/USING COVERING INDEX/)]);
      expect([name, plan]).toEqual([name, expect.not.stringMatching(/SCAN (?!json_each)/)]);
    }
  });

  it('find in the order of the index, fetching only what is shown', () => {
    const plan = planOf(newDataFolder().db, searchSql);
    expect(plan).toContain('SCAN case_search VIRTUAL TABLE INDEX');
    expect(plan).toContain('SEARCH case_listing USING INTEGER PRIMARY KEY');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('write the index only when words have changed', async () => {
    const { db, keys } = newDataFolder();
    const store = sqliteStore(db, keys);
    const file = await opened(store, 'c1');
    const content = () => db.prepare('SELECT * FROM case_search_data').all();
    const before = content();
    await store.commit(nextCommit(file, 'k2'));
    expect(content()).toEqual(before);
  });
});

describe('an erased person', () => {
  it('has left the file altogether: neither pairs of characters nor pinyin are in any of its bytes', async () => {
    const { db, keys, file } = newDataFolder();
    const store = sqliteStore(db, keys);
    // Enough for the index to have been merged and its pages to have been used again.
    const name = '欧阳𬸦骞';
    const opening = openingCommit('c1');
    await store.commit({ ...opening, persons: [opening.persons[0]!, person('c1-b-person', name)] });
    for (let number = 2; number < 40; number += 1) await opened(store, `c${number}`);
    await store.commit(nextCommit(await loaded(store, 'c1'), 'k1', { persons: [person('c1-b-person', `${name}甲`)] }));
    const bytes = () => readFileSync(file).toString('latin1') + readFileSync(`${file}-wal`).toString('latin1');
    const traces = [name, '阳𬸦', '骞甲'].map((text) => Buffer.from(text).toString('latin1'));
    expect(traces.filter((trace) => bytes().includes(trace))).toEqual(traces);
    const erasure = { ground: '个人信息保护法第四十七条', bodies: [], persons: ['c1-b-person'] };
    await store.commit(nextCommit(await loaded(store, 'c1'), 'k2', { erasure }));
    expect([...traces, 'ouyang'].filter((trace) => bytes().includes(trace))).toEqual([]);
  });
});

describe('a search index that says something else than the cases', () => {
  async function town() {
    const dataFolder = temporaryFolder();
    const { store, close } = openSqliteStore({ dataFolder });
    onTestFinished(close);
    await opened(store, 'c1');
    return { dataFolder, store };
  }

  const search = (text: string) => ({ organisation: committee, text, after: null, limit: 9 });

  it.each([
    ['words made up', `UPDATE case_search SET pairs = '张三'`],
    ['another organisation', `UPDATE case_search SET organisation = '00'`],
    ['a row lost', 'DELETE FROM case_search'],
    [
      'words of no case',
      `INSERT INTO case_search (rowid, organisation, pairs, pinyin) VALUES (77, '00', '张三', 'zs')`,
    ],
  ])('is found by the check and made again by rederive: %s', async (_what, sql) => {
    const { dataFolder, store } = await town();
    const db = openSqlite(databaseFile(dataFolder));
    db.exec(sql);
    const { faults, exitCode } = await check(dataFolder, sampleDerive);
    expect([faults.map(({ code }) => code), exitCode]).toEqual([['search-corrupt'], 1]);
    await rederive(dataFolder, sampleDerive);
    db.close();
    expect((await check(dataFolder, sampleDerive)).faults).toEqual([]);
    expect((await store.listings.search(search('王海燕'))).rows).toHaveLength(1);
    expect((await store.listings.search(search('wanghaiyan'))).rows).toHaveLength(1);
    expect((await store.listings.search(search('张三'))).rows).toEqual([]);
  });

  it('is made for cases written before there was one, names in pinyin too', async () => {
    const { dataFolder, store } = await town();
    const db = openSqlite(databaseFile(dataFolder));
    for (const table of ['case_search', 'case_listing', 'case_listing_place', 'case_listing_person'])
      db.exec(`DELETE FROM ${table}`);
    db.exec(`UPDATE person SET spoken = NULL; UPDATE case_row SET derived_with = '{}'`);
    db.close();
    const stale = await check(dataFolder, sampleDerive);
    expect([stale.stale, stale.exitCode]).toEqual([['c1'], 0]);
    await rederive(dataFolder, sampleDerive);
    expect((await check(dataFolder, sampleDerive)).stale).toEqual([]);
    expect((await store.listings.search(search('wanghaiyan'))).rows).toHaveLength(1);
  });
});
