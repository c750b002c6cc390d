import type { Id } from '../../workflows/case-file.ts';
import type { Draft, DraftShelf, Drafts } from '../drafts.ts';
import type { KeyRing } from '../keys.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { erasing, openedObject, sealedObject } from './sealed.ts';
import type { Writer } from './writer.ts';

/** One shelf of drafts of a SQLite database, sealed. */
export function sqliteDrafts(db: SqliteDatabase, keys: KeyRing, writer: Writer, shelf: DraftShelf): Drafts {
  const read = ({ sealed, ...row }: StoredDraft): Draft => ({
    ...row,
    sent: openedObject(keys, sealed, contextOf({ ...row, shelf })),
  });
  return {
    save: (draft) => writer.run('saveDraft', { ...draft, shelf }),
    find: async (person, id) => {
      const stored = statement<[Id, Id, DraftShelf], StoredDraft>(
        db,
        `${columns} WHERE person = ? AND id = ? AND shelf = ?`,
      ).get(person, id, shelf);
      return stored === undefined ? null : read(stored);
    },
    ofPerson: async (person, limit) =>
      statement<[Id, DraftShelf, number], StoredDraft>(
        db,
        `${columns} WHERE person = ? AND shelf = ? ORDER BY number DESC LIMIT ?`,
      )
        .all(person, shelf, limit)
        .map(read),
    remove: (person, id) => writer.run('removeDraft', { person, id, shelf }),
    sweep: (before) => writer.run('sweepDrafts', { before, shelf }),
  };
}

type StoredDraft = Omit<Draft, 'sent'> & { readonly sealed: string };
type OnShelf<Row> = Row & { readonly shelf: DraftShelf };
type Place = OnShelf<Pick<Draft, 'person' | 'id'>>;

const columns = 'SELECT id, person, saved_at AS savedAt, sealed FROM draft';

function contextOf({ person, id, shelf }: Place): string {
  // Cases to be opened were sealed before there was another shelf.
  return `${shelf === 'opening' ? 'draft' : shelf}:${person}:${id}`;
}

/** Writes a draft inside the caller's transaction; the latest saved gets the highest number. */
export function saveDraft(db: SqliteDatabase, keys: KeyRing, draft: OnShelf<Draft>): void {
  removeDraft(db, keys, draft);
  statement(db, 'INSERT INTO draft (person, id, shelf, saved_at, sealed) VALUES (?, ?, ?, ?, ?)').run(
    draft.person,
    draft.id,
    draft.shelf,
    draft.savedAt,
    sealedObject(keys, draft.sent, contextOf(draft)),
  );
}

/** Removes a draft inside the caller's transaction. */
export function removeDraft(db: SqliteDatabase, _keys: KeyRing, { person, id, shelf }: Place): void {
  erasing(db, () =>
    statement(db, 'DELETE FROM draft WHERE person = ? AND id = ? AND shelf = ?').run(person, id, shelf),
  );
}

/** Removes what is too old inside the caller's transaction. */
export function sweepDrafts(
  db: SqliteDatabase,
  _keys: KeyRing,
  { before, shelf }: OnShelf<{ before: string }>,
): number {
  return erasing(
    db,
    () => statement(db, 'DELETE FROM draft WHERE shelf = ? AND saved_at < ?').run(shelf, before).changes,
  );
}
