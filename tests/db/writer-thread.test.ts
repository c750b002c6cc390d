import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sqliteAccounts } from '../../db/sqlite/accounts.ts';
import { sqliteStore } from '../../db/sqlite/store.ts';
import { threadWriter } from '../../db/sqlite/writer-thread.ts';
import { CommitInvalid, StorageFull, StoreBusy } from '../../db/store.ts';
import { newDataFolder } from '../support/database.ts';
import { describeStore, opened } from '../support/store-contract.ts';
import { nextCommit, openingCommit } from '../support/store-samples.ts';

const limits = { groupLimit: 4, queueLimit: 1000 };

/** A thread that is in the middle of writing, and is done in a moment. */
async function holdingTheLock(file: string): Promise<Worker> {
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    const db = require('better-sqlite3')(workerData);
    db.exec('BEGIN IMMEDIATE');
    parentPort.postMessage('holding');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    db.exec('COMMIT');
    db.close();`;
  const worker = new Worker(program, { eval: true, workerData: file });
  await once(worker, 'message');
  return worker;
}

/** A store that reads on its own connection and writes in a thread. */
function storeOf({ queueLimit }: { readonly queueLimit: number } = limits) {
  const data = newDataFolder();
  const open = () => {
    const writer = threadWriter({ file: data.file, keys: data.keys, limits: { ...limits, queueLimit } });
    const store = sqliteStore(data.db, data.keys, limits, writer);
    onTestFinished(() => store.close());
    return store;
  };
  return { ...data, store: open(), reopen: open };
}

describe('a store whose writes go to a thread', () => {
  describeStore(storeOf);

  it('has every acknowledged commit in the file, where other connections find it', async () => {
    const { db, store } = storeOf();
    await opened(store, 'c1');
    expect(db.prepare('SELECT version FROM case_header').get()).toEqual({ version: 1 });
  });

  it('says in words that too many wait, and does those that do', async () => {
    const { store } = storeOf({ queueLimit: 2 });
    const commits = ['c1', 'c2', 'c3'].map((id) => store.commit(openingCommit(id)));
    const results = await Promise.allSettled(commits);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await expect(commits[2]).rejects.toBeInstanceOf(StoreBusy);
  });

  it('tells a mistake of its caller by the same class and code as without a thread', async () => {
    const { db, store } = storeOf();
    const file = await opened(store, 'c1');
    db.prepare("UPDATE case_header SET seq = seq + 1 WHERE case_id = 'c1'").run();
    const error: unknown = await store.commit(nextCommit(file, 'k2')).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CommitInvalid);
    expect(error).toMatchObject({ code: 'journal-not-gapless' });
    expect(error).not.toBeInstanceOf(StorageFull);
  });

  it('lets somebody sign in while it writes: the door waits for the disk and is not turned away', async () => {
    const { db, file, keys } = newDataFolder();
    const accounts = sqliteAccounts(db, keys);
    const sources = [{ kind: 'login', value: 'sun', freeFailures: 5, longestLockMinutes: 15 }] as const;
    await accounts.beginAttempt(sources);
    const other = await holdingTheLock(file);
    await accounts.attemptSucceeded(sources, 'signedIn');
    const failures = db.prepare('SELECT sum(failures) FROM login_attempt').pluck();
    expect(failures.get()).toBe(0);
    await once(other, 'exit');
  });

  it('finishes what is queued when it closes, and refuses what comes later', async () => {
    const { store } = storeOf();
    const commit = store.commit(openingCommit('c1'));
    await store.close();
    expect(await commit).toEqual({ kind: 'committed', version: 1 });
    await expect(store.commit(openingCommit('c2'))).rejects.toThrow('closed');
  });

  it('rejects what a thread that could not start was given, and tries again with the next', async () => {
    const { folder, keys } = newDataFolder();
    const writer = threadWriter({ file: `${folder}/no-such-folder/x.sqlite`, keys, limits });
    const reserve = () =>
      writer.run('voidNumbers', { commandId: 'k1', reason: 'nobody' }).catch((error: unknown) => String(error));
    expect(await reserve()).toContain('directory does not exist');
    expect(await reserve()).toContain('directory does not exist');
  });
});
