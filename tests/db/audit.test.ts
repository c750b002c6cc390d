import { describe, expect, it } from 'vitest';
import { type AuditDraft, everyAuditRecord } from '../../db/audit.ts';
import { check } from '../../db/maintenance/check.ts';
import { sqliteAudit } from '../../db/sqlite/audit.ts';
import { openSqlite, type SqliteDatabase } from '../../db/sqlite/connection.ts';
import { sqliteReadLog } from '../../db/sqlite/read-log.ts';
import { newDataFolder } from '../support/database.ts';

const signedIn = (person: string, minute = 0): AuditDraft => ({
  kind: 'signedIn',
  at: `2026-11-23T09:0${minute}:00+08:00`,
  person,
});

async function chain() {
  const data = newDataFolder();
  const audit = sqliteAudit(data.db, data.writer);
  await audit.record(signedIn('a'));
  await audit.record({ ...signedIn('b'), kind: 'caseReasonGiven', caseId: 'c-1', reason: '处理投诉' });
  await audit.record(signedIn('c'));
  return { ...data, audit };
}

const derive = () => {
  throw new Error('there is no case to derive');
};

/** Somebody with the file and the knowledge to take the triggers away. */
function tamper(file: string, change: (db: SqliteDatabase) => void): void {
  const db = openSqlite(file);
  for (const name of db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit%'`)
    .pluck()
    .all()) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.pragma('foreign_keys = OFF');
  change(db);
  db.close();
}

describe('an audit record', () => {
  it.each([
    `UPDATE audit SET hash = 'x'`,
    'DELETE FROM audit',
    `INSERT OR REPLACE INTO audit (seq, envelope, hash) VALUES (1, '{}', 'x')`,
    `UPDATE audit_reason SET reason = 'x'`,
    'DELETE FROM audit_reason',
    'UPDATE audit_head SET seq = 1',
    'DELETE FROM audit_head',
  ])('is neither changed nor deleted: %s', async (sql) => {
    const { db, folder } = await chain();
    expect(() => db.exec(sql)).toThrow(/never|only grows/);
    expect(await check(folder, derive)).toMatchObject({ auditRecords: 3, faults: [], exitCode: 0 });
  });

  it.each([
    [
      'a changed envelope',
      `UPDATE audit SET envelope = replace(envelope, '"a"', '"z"') WHERE seq = 1`,
      1,
      'record-changed',
    ],
    ['a missing record', 'DELETE FROM audit WHERE seq = 2', 2, 'record-missing'],
    ['a changed reason', `UPDATE audit_reason SET reason = '好奇'`, 2, 'reason-changed'],
    ['a missing reason', 'DELETE FROM audit_reason', 2, 'reason-changed'],
    ['a cut chain', 'DELETE FROM audit WHERE seq = 3', 3, 'head-differs'],
    ['an unknown algorithm', `UPDATE audit SET hash = 'md5:1' WHERE seq = 3`, 3, 'algorithm-unknown'],
  ])('does not escape db:check: %s', async (_name, sql, seq, code) => {
    const { file, folder } = await chain();
    tamper(file, (db) => db.exec(sql));
    const { faults, exitCode } = await check(folder, derive);
    expect(exitCode).toBe(1);
    expect(faults).toContainEqual(expect.objectContaining({ where: `审计 audit ${seq}`, code }));
  });

  it('that was rewritten with a hash of its own no longer carries the next one', async () => {
    const { file, folder } = await chain();
    const other = newDataFolder();
    await sqliteAudit(other.db, other.writer).record(signedIn('z'));
    const { envelope, hash } = other.db.prepare('SELECT envelope, hash FROM audit').get() as Record<string, string>;
    tamper(file, (db) => db.prepare('UPDATE audit SET envelope = ?, hash = ? WHERE seq = 1').run(envelope, hash));
    const { faults } = await check(folder, derive);
    expect(faults).toMatchObject([{ where: '审计 audit 2', code: 'link-broken' }]);
  });
});

describe('what is noted in passing', () => {
  it('is kept once per moment with how often, and survives in order', async () => {
    const { db, folder, writer } = newDataFolder();
    const audit = sqliteAudit(db, writer);
    for (let times = 0; times < 3; times += 1) audit.note({ ...signedIn('a', times), kind: 'accessRefused' });
    audit.note(signedIn('b'));
    await audit.flush();
    expect(await audit.following(everyAuditRecord, 0, 9)).toMatchObject([
      { seq: 1, person: 'a', details: { times: 3 } },
      { seq: 2, person: 'b', details: {} },
    ]);
    expect((await check(folder, derive)).faults).toEqual([]);
  });

  it('of reading cases reaches the chain with the read log, a download by its own name', async () => {
    const { db, writer } = newDataFolder();
    const reads = sqliteReadLog(db, writer);
    const read = { person: 'a', caseId: 'c-1', thing: null, reason: null, readAt: '2026-11-23T09:00:00+08:00' };
    for (const what of ['case', 'case', 'timeline']) reads.note({ ...read, what });
    reads.note({ ...read, what: 'file', thing: 'i-1' });
    await reads.flush();
    expect(await sqliteAudit(db, writer).following({ ...everyAuditRecord, caseId: 'c-1' }, 0, 9)).toMatchObject([
      { kind: 'caseRead', thing: 'case', details: { times: 2 } },
      { kind: 'caseRead', thing: 'timeline' },
      { kind: 'fileDownloaded', thing: 'i-1' },
    ]);
  });
});
