import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { check, checkLines } from '../../db/maintenance/check.ts';
import { rederive, rederiveLines } from '../../db/maintenance/rederive.ts';
import { openSqlite, type SqliteDatabase } from '../../db/sqlite/connection.ts';
import { pathOf } from '../../db/sqlite/files.ts';
import { databaseFile, openSqliteStore } from '../../db/sqlite/open.ts';
import type { CaseFile } from '../../workflows/case-file.ts';
import type { Derived } from '../../workflows/derived.ts';
import { temporaryFolder } from '../support/database.ts';
import { loaded, opened } from '../support/store-contract.ts';
import { committee, everyClock, handoffCommit, nextCommit, sampleDerive } from '../support/store-samples.ts';

/** A data folder with two cases, a handoff, an erased body, a file, a number, under a running server. */
async function town() {
  const dataFolder = temporaryFolder();
  const memory = openSqliteStore({ dataFolder });
  onTestFinished(() => memory.close());
  const { store, files } = memory;
  const saved = await files.save(Readable.from(['申请书']), { mediaType: 'text/plain', limitBytes: 1000 });
  if (!saved.ok) throw new Error(saved.code);
  const { hash, bytes, mediaType } = saved.file;
  const one = nextCommit(await opened(store, 'c1'), 'k1');
  const item = { ...one.after.items['c1-i1']!, sha256: hash.slice('sha-256:'.length), bytes, mediaType };
  await store.commit({ ...one, after: { ...one.after, items: { [item.id]: item } } });
  const erasure = { ground: '个人信息保护法第四十七条', bodies: [2], persons: ['c1-b-person'] };
  await store.commit(nextCommit(await loaded(store, 'c1'), 'k2', { erasure }));
  await store.commit(handoffCommit(await opened(store, 'c2'), 'h1', 'k3'));
  await store.reserveNumber({
    commandId: 'k9',
    kind: 'mediationCase',
    organisation: committee,
    year: 2026,
    pattern: '{number}',
  });
  return { dataFolder, hash, ...memory };
}

/** Changes the database behind everybody's back, triggers out of the way. */
function tamper(dataFolder: string, change: (db: SqliteDatabase) => void): void {
  const db = openSqlite(databaseFile(dataFolder));
  db.pragma('foreign_keys = OFF');
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
  change(db);
  db.close();
}

describe('the check of a whole database', () => {
  it('is clean, and says how much it looked at', async () => {
    const { dataFolder } = await town();
    const result = await check(dataFolder, sampleDerive);
    expect(result).toEqual({ cases: 2, entries: 7, auditRecords: 0, faults: [], stale: [], exitCode: 0 });
    expect(checkLines(result).at(-1)).toContain('数据完好');
  });

  it('refuses a folder without a database, and makes none', async () => {
    const folder = temporaryFolder();
    await expect(check(folder, sampleDerive)).rejects.toMatchObject({ code: 'no-database' });
    await expect(check(folder, sampleDerive)).rejects.toMatchObject({ code: 'no-database' });
  });
});

describe('one byte changed by hand', () => {
  it.each([
    [
      'an envelope',
      `UPDATE journal SET envelope = replace(envelope, 'recordSession', 'recordSessioN') WHERE case_id = 'c1' AND seq = 3`,
      'c1 条目 entry 3',
      'envelope-changed',
    ],
    [
      'a hash',
      `UPDATE journal SET hash = hash || 'f' WHERE case_id = 'c1' AND seq = 2`,
      'c1 条目 entry 2',
      'envelope-changed',
    ],
    [
      'a body',
      `UPDATE journal_body SET body = replace(body, '第 1 条', '第 9 条') WHERE case_id = 'c2' AND seq = 1`,
      'c2 条目 entry 1',
      'body-changed',
    ],
  ])('in %s is found with its case and entry', async (_what, sql, where, code) => {
    const { dataFolder } = await town();
    tamper(dataFolder, (db) => expect(db.prepare(sql).run().changes).toBe(1));
    const result = await check(dataFolder, sampleDerive);
    expect(result.exitCode).toBe(1);
    expect(result.faults).toMatchObject([{ where: `案件 case ${where}`, code }]);
    expect(checkLines(result).join('\n')).toContain(`案件 case ${where}`);
  });

  it.each([
    ['an entry taken out', `DELETE FROM journal WHERE case_id = 'c1' AND seq = 2`, 'entry-missing'],
    ['the last entry taken out', `DELETE FROM journal WHERE case_id = 'c1' AND seq = 4`, 'head-differs'],
    ['a body taken out', `DELETE FROM journal_body WHERE case_id = 'c1' AND seq = 1`, 'body-missing'],
    ['a machine moved', `UPDATE machine_slot SET value = '"closed"' WHERE part_id = 'c1-p1'`, 'state-not-recorded'],
    [
      'a step forgotten',
      `UPDATE case_part SET part = json_set(part, '$.lastStep', null) WHERE part_id = 'c1-p1'`,
      'step-not-applied',
    ],
    ['a part no longer JSON', `UPDATE case_part SET part = '{' WHERE part_id = 'c1-p1'`, 'case-unreadable'],
    ['a due date moved', `UPDATE clock SET due = '2027-01-01' WHERE case_id = 'c1'`, 'derived-corrupt'],
    [
      'a task made up',
      `INSERT INTO task SELECT case_id, 'x', organisation, person, due, task, role, shown_from FROM task LIMIT 1`,
      'derived-corrupt',
    ],
    ['a list row lost', `DELETE FROM case_row WHERE case_id = 'c2'`, 'derived-corrupt'],
    ['a number lost', `UPDATE official_number SET number = 2`, 'number-gap'],
    [
      'an item with another file',
      `UPDATE case_part SET part = json_set(part, '$.sha256', '00') WHERE part_id = 'c1-i1'`,
      'file-unrecorded',
    ],
    ['an answer of no case', `UPDATE command SET case_id = 'nowhere' WHERE command_id = 'k1'`, 'reference-broken'],
  ])('finds %s', async (_what, sql, code) => {
    const { dataFolder } = await town();
    tamper(dataFolder, (db) => db.exec(sql));
    const result = await check(dataFolder, sampleDerive);
    expect(result.exitCode).toBe(1);
    expect(result.faults.map((fault) => fault.code)).toContain(code);
  });

  it('finds a file that is gone and one with other content', async () => {
    const { dataFolder, hash } = await town();
    const path = pathOf(join(dataFolder, 'files'), hash);
    writeFileSync(path, '别的内容');
    expect((await check(dataFolder, sampleDerive)).faults).toMatchObject([{ code: 'file-changed' }]);
    rmSync(path);
    expect((await check(dataFolder, sampleDerive)).faults).toMatchObject([{ code: 'file-missing' }]);
  });
});

/** The same derivation under a new holiday calendar that moves every due date. */
function newCalendar(caseFile: CaseFile): Derived {
  const derived = sampleDerive(caseFile);
  return {
    ...derived,
    with: { ...derived.with, calendar: '2027' },
    clocks: derived.clocks.map((clock) => ({ ...clock, due: '2026-12-22' })),
  };
}

describe('derived rows of an older calendar', () => {
  it('are stale, not corrupt', async () => {
    const { dataFolder } = await town();
    const result = await check(dataFolder, newCalendar);
    expect(result).toMatchObject({ faults: [], stale: ['c1', 'c2'], exitCode: 0 });
    expect(checkLines(result).join('\n')).toContain('2 cases have stale derived rows');
  });

  it('are computed anew beside the running server, and what moved is told', async () => {
    const { dataFolder, store } = await town();
    const result = await rederive(dataFolder, newCalendar);
    expect(result).toMatchObject({ cases: 2, mended: ['c1', 'c2'], corrupt: [] });
    expect(result.moved[0]).toEqual({
      caseId: 'c1',
      code: 'JF-c1',
      clock: 'mediationTerm c1-p1',
      organisation: committee,
      from: '2026-12-20',
      to: '2026-12-22',
    });
    expect(rederiveLines(result).join('\n')).toContain('由 2026-12-20 变为 2026-12-22');
    const clocks = await store.reads.clocks(everyClock);
    expect(clocks.map(({ row }) => row.due)).toEqual(['2026-12-22', '2026-12-22']);
    expect(await check(dataFolder, newCalendar)).toMatchObject({ faults: [], stale: [] });
    expect((await rederive(dataFolder, newCalendar)).mended).toEqual([]);
  });

  it('are left alone when they are corrupt', async () => {
    const { dataFolder } = await town();
    tamper(dataFolder, (db) => db.exec(`UPDATE clock SET due = '2027-01-01' WHERE case_id = 'c1'`));
    expect(await rederive(dataFolder, sampleDerive)).toMatchObject({ mended: [], corrupt: ['c1'] });
    expect(await check(dataFolder, sampleDerive)).toMatchObject({ exitCode: 1 });
  });

  it('leave the case, its version and its journal as they were', async () => {
    const { dataFolder, store } = await town();
    const before = [await store.load('c1'), await store.reads.journal('c1')];
    await rederive(dataFolder, newCalendar);
    expect([await store.load('c1'), await store.reads.journal('c1')]).toEqual(before);
  });
});
