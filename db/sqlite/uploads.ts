import type { Upload, Uploads } from '../uploads.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** Uploads of a SQLite database. */
export function sqliteUploads(db: SqliteDatabase): Uploads {
  return {
    add: async ({ person, sha256, bytes, mediaType }) => {
      statement(
        db,
        `INSERT INTO upload (person, sha256, bytes, media_type, uploaded_at_ms) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (person, sha256) DO UPDATE SET media_type = excluded.media_type, uploaded_at_ms = excluded.uploaded_at_ms`,
      ).run(person, sha256, bytes, mediaType, Temporal.Now.instant().epochMilliseconds);
    },
    find: async (person, sha256) =>
      statement<[string, string], Upload>(
        db,
        'SELECT person, sha256, bytes, media_type AS mediaType FROM upload WHERE person = ? AND sha256 = ?',
      ).get(person, sha256),
    sweep: async (olderThanMinutes) => {
      const beforeMs = Temporal.Now.instant().subtract({ minutes: olderThanMinutes }).epochMilliseconds;
      statement(db, 'DELETE FROM upload WHERE uploaded_at_ms < ?').run(beforeMs);
    },
  };
}
