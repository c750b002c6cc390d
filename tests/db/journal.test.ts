import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sqliteStore } from '../../db/sqlite/store.ts';
import { newDataFolder } from '../support/database.ts';
import { opened } from '../support/store-contract.ts';
import { nextCommit } from '../support/store-samples.ts';

async function journalOf() {
  const data = newDataFolder();
  const store = sqliteStore(data.db, data.keys);
  const file = await opened(store, 'c1');
  const erasure = { ground: '个人信息保护法第四十七条', bodies: [2], persons: [] };
  await store.commit(nextCommit(file, 'k2', { erasure }));
  return { ...data, store };
}

describe('the journal in the database', () => {
  it.each([
    ["UPDATE journal SET envelope = '{}'", 'an envelope never changes'],
    ["UPDATE journal SET hash = 'x' WHERE seq = 1", 'an envelope never changes'],
    ['DELETE FROM journal WHERE seq = 3', 'an envelope is never deleted'],
    ["REPLACE INTO journal SELECT case_id, seq, '{}', hash FROM journal WHERE seq = 3", 'a journal has no gaps'],
    ["INSERT INTO journal VALUES ('c1', 9, '{}', 'x')", 'a journal has no gaps'],
    ["UPDATE journal_body SET body = '{}' WHERE seq = 1", 'a body never changes'],
    ['DELETE FROM journal_body WHERE seq = 1', 'only with its removal on record'],
    ["INSERT INTO journal_body VALUES ('c1', 2, x'00', '{}')", 'does not come back'],
    ["UPDATE journal_removal SET ground = 'x'", 'a removal never changes'],
    ['DELETE FROM journal_removal', 'a removal is never deleted'],
    ["INSERT INTO journal_removal VALUES ('c1', 3, 'x', 3)", 'CHECK'],
    ["INSERT INTO journal_removal VALUES ('c1', 1, ' ', 3)", 'CHECK'],
  ])('refuses %s', async (sql, why) => {
    const { db, store } = await journalOf();
    const before = await store.reads.journal('c1');
    expect(() => db.exec(sql)).toThrow(why);
    expect(await store.reads.journal('c1')).toEqual(before);
  });

  it('loses a removed body from the file itself, not only from the table', async () => {
    const { file } = await journalOf();
    const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    expect(bytes.includes('第 1 条')).toBe(true);
    expect(bytes.includes('第 2 条')).toBe(false);
  });
});
