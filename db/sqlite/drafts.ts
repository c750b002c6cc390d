import type { Id } from '../../workflows/case-file.ts';
import type { Draft, Drafts } from '../drafts.ts';
import type { KeyRing } from '../keys.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { erasing, openedObject, sealedObject } from './sealed.ts';
import type { Writer } from './writer.ts';

/** The drafts of a SQLite database, sealed. */
export function sqliteDrafts(db: SqliteDatabase, keys: KeyRing, writer: Writer): Drafts {
  const read = ({ sealed, ...row }: StoredDraft): Draft => ({
    ...row,
    sent: openedObject(keys, sealed, contextOf(row)),
  });
  return {
    save: (draft) => writer.run('saveDraft', draft),
    find: async (person, id) => {
      const stored = statement<[Id, Id], StoredDraft>(db, `${columns} WHERE person = ? AND id = ?`).get(person, id);
      return stored === undefined ? null : read(stored);
    },
    ofPerson: async (person, limit) =>
      statement<[Id, number], StoredDraft>(db, `${columns} WHERE person = ? ORDER BY number DESC LIMIT ?`)
        .all(person, limit)
        .map(read),
    remove: (person, id) => writer.run('removeDraft', { person, id }),
    sweep: (before) => writer.run('sweepDrafts', before),
  };
}

type StoredDraft = Omit<Draft, 'sent'> & { readonly sealed: string };

const columns = 'SELECT id, person, saved_at AS savedAt, sealed FROM draft';

function contextOf({ person, id }: Pick<Draft, 'person' | 'id'>): string {
  return `draft:${person}:${id}`;
}

/** Writes a draft inside the caller's transaction; the latest saved gets the highest number. */
export function saveDraft(db: SqliteDatabase, keys: KeyRing, draft: Draft): void {
  removeDraft(db, keys, draft);
  statement(db, 'INSERT INTO draft (person, id, saved_at, sealed) VALUES (?, ?, ?, ?)').run(
    draft.person,
    draft.id,
    draft.savedAt,
    sealedObject(keys, draft.sent, contextOf(draft)),
  );
}

/** Removes a draft inside the caller's transaction. */
export function removeDraft(db: SqliteDatabase, _keys: KeyRing, { person, id }: Pick<Draft, 'person' | 'id'>): void {
  erasing(db, () => statement(db, 'DELETE FROM draft WHERE person = ? AND id = ?').run(person, id));
}

/** Removes what is too old inside the caller's transaction. */
export function sweepDrafts(db: SqliteDatabase, _keys: KeyRing, before: string): number {
  return erasing(db, () => statement(db, 'DELETE FROM draft WHERE saved_at < ?').run(before).changes);
}
