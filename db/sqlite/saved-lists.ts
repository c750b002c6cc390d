import type { Id } from '../../workflows/case-file.ts';
import type { KeyRing } from '../keys.ts';
import { type SavedList, type SavedLists, savedListLimit } from '../saved-lists.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import type { Writer } from './writer.ts';

/** The saved lists of a SQLite database, written through the one writer. */
export function sqliteSavedLists(db: SqliteDatabase, writer: Writer): SavedLists {
  return {
    of: async (person) =>
      statement<[Id], SavedList>(db, 'SELECT name, query FROM saved_list WHERE person = ? ORDER BY name').all(person),
    save: (person, list) => writer.run('saveList', { person, ...list }),
    forget: (person, name) => writer.run('forgetList', { person, name }),
  };
}

/** Keeps a list for a person; false when there are too many others. */
export function saveList(
  db: SqliteDatabase,
  _keys: KeyRing,
  { person, name, query }: SavedList & { readonly person: Id },
): boolean {
  const others = statement<[Id, string], { count: number }>(
    db,
    'SELECT count(*) AS count FROM saved_list WHERE person = ? AND name <> ?',
  ).get(person, name);
  if ((others?.count ?? 0) >= savedListLimit) return false;
  statement<[Id, string, string]>(
    db,
    `INSERT INTO saved_list (person, name, query) VALUES (?, ?, ?)
     ON CONFLICT (person, name) DO UPDATE SET query = excluded.query`,
  ).run(person, name, query);
  return true;
}

export function forgetList(
  db: SqliteDatabase,
  _keys: KeyRing,
  { person, name }: { readonly person: Id; readonly name: string },
): void {
  statement<[Id, string]>(db, 'DELETE FROM saved_list WHERE person = ? AND name = ?').run(person, name);
}
