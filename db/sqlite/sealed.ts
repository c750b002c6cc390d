import type { JsonObject } from '../../workflows/case-file.ts';
import { type KeyRing, seal, unseal } from '../keys.ts';
import type { SqliteDatabase } from './connection.ts';

/** Seals what people typed, for the time until it is a case or forgotten. `context` names the row it belongs to. */
export function sealedObject(keys: KeyRing, value: JsonObject, context: string): string {
  return seal(keys.master, JSON.stringify(value), context);
}

/** Opens what {@link sealedObject} gave. Throws when it was sealed under another key or for another row. */
export function openedObject(keys: KeyRing, sealed: string, context: string): JsonObject {
  // The text was written by `sealedObject`.
  return JSON.parse(unseal(keys.master, sealed, context).toString('utf8')) as JsonObject;
}

/** Does work whose freed bytes are overwritten with zeros, so that what goes is gone from the file. */
export function erasing<T>(db: SqliteDatabase, work: () => T): T {
  db.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    db.pragma('secure_delete = OFF');
  }
}
