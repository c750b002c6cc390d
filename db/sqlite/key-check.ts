import { fingerprint, type KeyRing, KeyRingUnusable } from '../keys.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/**
 * Binds a new database to its key ring, and refuses a key ring that belongs to another one, before anything is sealed
 * or looked up with the wrong key. Call once after migrating. Throws {@link KeyRingUnusable}.
 */
export function checkKeysBelong(db: SqliteDatabase, keys: KeyRing): void {
  statement(db, 'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    'masterKeyFingerprint',
    fingerprint(keys.master),
  );
  const expected = statement<[string], { value: string }>(db, 'SELECT value FROM setting WHERE name = ?').get(
    'masterKeyFingerprint',
  )?.value;
  if (expected === fingerprint(keys.master)) return;
  throw new KeyRingUnusable(
    'key-ring-of-another-database',
    '主密钥与数据库不相符。请把与该数据库一同备份的 keys.json（或 JIEFEN_MASTER_KEY）放回。',
    'The master key does not belong to this database. Put back the keys.json (or JIEFEN_MASTER_KEY) kept with its backup.',
  );
}
