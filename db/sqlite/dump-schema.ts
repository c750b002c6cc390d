import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from './connection.ts';
import { dumpSchema, migrate } from './migrate.ts';

/** Where the full schema lives; a test holds it equal to running all migrations. */
export const schemaFile = join(import.meta.dirname, 'schema.sql');

/** Runs all migrations on an empty database in memory and returns the full schema. */
export function currentSchema(): string {
  const db = openSqlite(':memory:');
  try {
    migrate(db);
    return dumpSchema(db);
  } finally {
    db.close();
  }
}

if (import.meta.main) writeFileSync(schemaFile, currentSchema());
