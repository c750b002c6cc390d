import { type KeyRing, seal, unseal } from '../keys.ts';
import type { Paper, Papers, UnfiledPhoto } from '../papers.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { erasing } from './sealed.ts';

/** Printed papers and unfiled photos of a SQLite database. */
export function sqlitePapers(db: SqliteDatabase, keys: KeyRing): Papers {
  return {
    generation: async (of) => generationOf(db, of),
    keep: async (mark, { caseId, proceeding, document, thing }, generation) => {
      statement(
        db,
        `INSERT INTO paper_mark (mark, case_id, proceeding, document, thing, generation) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
      ).run(mark, caseId, proceeding, document, thing ?? '', generation);
    },
    find: async (mark) => {
      const row = statement<[string], Paper & { readonly generation: number }>(
        db,
        `SELECT case_id AS caseId, proceeding, document, nullif(thing, '') AS thing, generation
         FROM paper_mark WHERE mark = ?`,
      ).get(mark);
      if (row === undefined || row.generation !== generationOf(db, row)) return null;
      const { generation: _, ...paper } = row;
      return paper;
    },
    revoke: async ({ caseId, proceeding }) => {
      statement(
        db,
        `INSERT INTO paper_generation (case_id, proceeding, generation) VALUES (?, ?, 1)
         ON CONFLICT (case_id, proceeding) DO UPDATE SET generation = generation + 1`,
      ).run(caseId, proceeding);
    },
    keepPhoto: async (photo) => {
      const { person, sha256, bytes, mediaType, name, arrivedAtMs } = photo;
      statement(
        db,
        `INSERT INTO unfiled_photo (person, sha256, bytes, media_type, name_sealed, arrived_at_ms) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
      ).run(person, sha256, bytes, mediaType, seal(keys.master, name, contextOf(photo)), arrivedAtMs);
    },
    photos: async (person) =>
      statement<[string], Omit<UnfiledPhoto, 'name'> & { readonly sealed: string }>(
        db,
        `SELECT person, sha256, bytes, media_type AS mediaType, name_sealed AS sealed, arrived_at_ms AS arrivedAtMs
         FROM unfiled_photo WHERE person = ? ORDER BY arrived_at_ms DESC, sha256`,
      )
        .all(person)
        .map(({ sealed, ...row }) => ({ ...row, name: unseal(keys.master, sealed, contextOf(row)).toString('utf8') })),
    dropPhoto: async (person, sha256) => {
      erasing(db, () => statement(db, 'DELETE FROM unfiled_photo WHERE person = ? AND sha256 = ?').run(person, sha256));
    },
    sweepPhotos: async (beforeMs) => {
      erasing(db, () => statement(db, 'DELETE FROM unfiled_photo WHERE arrived_at_ms < ?').run(beforeMs));
    },
  };
}

function generationOf(db: SqliteDatabase, { caseId, proceeding }: Pick<Paper, 'caseId' | 'proceeding'>): number {
  const found = statement<[string, string], { readonly generation: number }>(
    db,
    'SELECT generation FROM paper_generation WHERE case_id = ? AND proceeding = ?',
  ).get(caseId, proceeding);
  return found?.generation ?? 0;
}

function contextOf({ person, sha256 }: Pick<UnfiledPhoto, 'person' | 'sha256'>): string {
  return `unfiled-photo:${person}:${sha256}`;
}
