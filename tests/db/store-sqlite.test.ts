import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite, statement } from '../../db/sqlite/connection.ts';
import { caseListSql } from '../../db/sqlite/reads-cases.ts';
import { referralListSql } from '../../db/sqlite/reads-referrals.ts';
import { sqliteStore } from '../../db/sqlite/store.ts';
import { StorageFull, StoreBusy } from '../../db/store.ts';
import { type DataFolder, newDataFolder } from '../support/database.ts';
import { describeStore, loaded, opened } from '../support/store-contract.ts';
import { sampleReconciliation } from '../support/store-contract-referrals.ts';
import { mediator, nextCommit, openingCommit } from '../support/store-samples.ts';

function storeOf(limits: Parameters<typeof sqliteStore>[2] = {}) {
  const data = newDataFolder();
  return { ...data, store: sqliteStore(data.db, data.keys, limits) };
}

/** Another process's view of the same file. */
function secondConnection({ file }: DataFolder) {
  const db = openSqlite(file, { busyTimeoutMs: 50 });
  onTestFinished(() => {
    db.close();
  });
  return db;
}

describe('the store on SQLite', () => {
  describeStore(() => {
    const data = storeOf();
    return { store: data.store, reopen: () => sqliteStore(secondConnection(data), data.keys) };
  });

  it('has every acknowledged commit in the file, where another process finds it', async () => {
    const data = storeOf();
    await opened(data.store, 'c1');
    expect(secondConnection(data).prepare('SELECT version FROM case_header').get()).toEqual({ version: 1 });
  });

  it('writes only the parts that changed', async () => {
    const { db, store } = storeOf();
    const file = await opened(store, 'c1');
    db.exec(`CREATE TEMP TABLE written (part TEXT);
      CREATE TEMP TRIGGER spy AFTER UPDATE ON case_part BEGIN INSERT INTO written VALUES (NEW.part_id); END;
      CREATE TEMP TRIGGER spy_slot AFTER UPDATE ON machine_slot BEGIN INSERT INTO written VALUES ('slot ' || NEW.part_id); END;
      CREATE TEMP TRIGGER spy_clock AFTER UPDATE ON clock BEGIN INSERT INTO written VALUES (NEW.clock_id); END;`);
    await store.commit(nextCommit(file, 'k2'));
    expect(db.prepare('SELECT part FROM written').pluck().all()).toEqual(['c1-p1', 'slot c1-p1']);
  });

  it('never changes or deletes a reconciliation, whoever asks', async () => {
    const { db, store } = storeOf();
    await store.reconciliations.keep(sampleReconciliation('r1'));
    expect(() => db.exec(`UPDATE reconciliation SET head = '{}'`)).toThrow('never changes');
    expect(() => db.exec('DELETE FROM reconciliation')).toThrow('never deleted');
  });

  it('answers the register of referrals from its index, without sorting', () => {
    const { db } = storeOf();
    const plan = statement<unknown[], { detail: string }>(db, `EXPLAIN QUERY PLAN ${referralListSql}`)
      .all('o', '', '~', '~', '', '', '', -1, 9)
      .map(({ detail }) => detail)
      .join(' ');
    expect(plan).toContain('referral_register');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('keeps the telephone numbers it was given out of the readable file', async () => {
    const { db, store } = storeOf();
    await opened(store, 'c1');
    const sealed = db.prepare('SELECT sealed FROM person_field').pluck().all();
    expect(sealed).toHaveLength(2);
    expect(String(sealed)).not.toContain('13805350123');
  });

  it('records the files its items name', async () => {
    const { db, store } = storeOf();
    const file = await opened(store, 'c1');
    const commit = nextCommit(file, 'k2');
    const item = {
      ...file.items['c1-i1']!,
      medium: 'file' as const,
      sha256: 'ab'.repeat(32),
      bytes: 12,
      mediaType: 'application/pdf',
    };
    await store.commit({ ...commit, after: { ...commit.after, items: { [item.id]: item } } });
    expect(db.prepare('SELECT hash, bytes, media_type AS type FROM file').all()).toEqual([
      { hash: `sha-256:${'ab'.repeat(32)}`, bytes: 12, type: 'application/pdf' },
    ]);
  });

  it.each([
    ['open', 'case_organisation_open_list'],
    ['all', 'case_organisation_list'],
  ] as const)('answers the list of %s cases from its index, without sorting', (scope, index) => {
    const { db } = storeOf();
    const plan = statement<unknown[], { detail: string }>(db, `EXPLAIN QUERY PLAN ${caseListSql(scope)}`).all(
      'o',
      '',
      '~',
      '',
      5,
    );
    const text = plan.map(({ detail }) => detail).join('\n');
    expect(text).toContain(index);
    expect(text).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

describe('commits that arrive together', () => {
  it('share one transaction up to the limit, and each gets its own answer', async () => {
    const { file: database, store } = storeOf({ groupLimit: 4 });
    const files = [];
    for (let number = 0; number < 8; number += 1) files.push(await opened(store, `c${number}`));
    const before = transactionsIn(database);
    const results = await Promise.all(files.map((file, index) => store.commit(nextCommit(file, `k${index}`))));
    expect(results).toEqual(files.map(() => ({ kind: 'committed', version: 2 })));
    expect(transactionsIn(database) - before).toBe(2);
  });

  it('are refused when too many wait, and those that wait are done', async () => {
    const { store } = storeOf({ queueLimit: 2 });
    const commits = ['c1', 'c2', 'c3'].map((id) => store.commit(openingCommit(id)));
    const results = await Promise.allSettled(commits);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await expect(commits[2]).rejects.toBeInstanceOf(StoreBusy);
    expect(await store.load('c3')).toBeNull();
    expect(await store.commit(openingCommit('c3'))).toEqual({ kind: 'committed', version: 1 });
  });

  it('are finished when the store closes, and later ones are refused', async () => {
    const { store } = storeOf();
    const commit = store.commit(openingCommit('c1'));
    await Promise.resolve();
    await store.close();
    expect(await commit).toEqual({ kind: 'committed', version: 1 });
    await expect(store.commit(openingCommit('c2'))).rejects.toThrow('closed');
  });

  it('are told that the store is busy while another process holds the database', async () => {
    const data = newDataFolder();
    const store = sqliteStore(secondConnection(data), data.keys);
    data.db.exec('BEGIN IMMEDIATE');
    await expect(store.commit(openingCommit('c1'))).rejects.toBeInstanceOf(StoreBusy);
    data.db.exec('ROLLBACK');
    expect(await store.commit(openingCommit('c1'))).toEqual({ kind: 'committed', version: 1 });
  });
});

describe('a full disk', () => {
  it('refuses with nothing written, and goes on when there is room again', async () => {
    const { db, store } = storeOf();
    const file = await opened(store, 'c1');
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages}`);
    const commit = nextCommit(file, 'k2');
    const { header } = commit.after;
    const big = { ...commit, after: { ...commit.after, header: { ...header, summary: '字'.repeat(100_000) } } };
    const refused = [store.commit(big), store.commit(openingCommit('c2'))];
    for (const one of refused) await expect(one).rejects.toBeInstanceOf(StorageFull);
    expect(await loaded(store, 'c1')).toEqual(file);
    expect(await store.load('c2')).toBeNull();
    expect(await store.answered(mediator, 'k2')).toBeNull();
    expect(db.inTransaction).toBe(false);
    db.pragma('max_page_count = 1073741823');
    expect(await store.commit(big)).toEqual({ kind: 'committed', version: 2 });
    expect(await store.commit(openingCommit('c2'))).toEqual({ kind: 'committed', version: 1 });
  });
});

/** Transactions in the write-ahead log: its frames (24 bytes and a page) whose second word is not zero end one. */
function transactionsIn(database: string): number {
  const log = readFileSync(`${database}-wal`);
  const frameBytes = 24 + log.readUInt32BE(8);
  let count = 0;
  for (let start = 32; start + frameBytes <= log.length; start += frameBytes) {
    if (log.readUInt32BE(start + 4) !== 0) count += 1;
  }
  return count;
}
