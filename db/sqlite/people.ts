import { fingerprint, type KeyRing, newDataKey, seal, unseal } from '../keys.ts';
import {
  type MaskedPerson,
  mask,
  type People,
  type PersonKind,
  type PersonRecord,
  type RevealableField,
  type Revealed,
  type SensitiveField,
  sensitiveFields,
  type Unmasking,
} from '../people.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** Writes people inside the caller's transaction: synchronous, on the caller's handle, durable with the caller's commit. */
export interface PeopleWriter {
  /** Adds a person or changes the given fields; `spoken` is the name in letters, for the search. Throws for an erased person: it must be entered again under a new id. */
  readonly put: (record: PersonRecord, spoken?: string) => void;
  /** Destroys the person's key and clears the name. Returns false when there is nothing (left) to erase. */
  readonly erase: (personId: string, ground: string) => boolean;
}

/** The writer of people for the case store's commit. Cheap to make: statements are prepared once per database. */
export function peopleWriter(db: SqliteDatabase, keys: KeyRing): PeopleWriter {
  return {
    put: (record, spoken) => putPerson(db, keys, record, spoken),
    erase: (personId, ground) => erasePerson(db, personId, ground),
  };
}

/** The person store of a SQLite database. */
export function sqlitePeople(db: SqliteDatabase, keys: KeyRing): People {
  return {
    masked: async (ids) => {
      const found = ids.map((id) => maskedPerson(db, keys, id)).filter((person) => person !== undefined);
      return new Map(found.map((person) => [person.id, person]));
    },
    reveal: async (request) => db.transaction(() => reveal(db, keys, request)).immediate(),
    unmaskings: async (personId) =>
      statement<[string], UnmaskingRow>(
        db,
        `SELECT person_id AS personId, field, revealed_to AS revealedTo, reason, revealed_at_ms AS revealedAtMs
         FROM unmasking WHERE person_id = ? ORDER BY number`,
      )
        .all(personId)
        .map(({ revealedAtMs, ...row }) => ({
          ...row,
          revealedAt: Temporal.Instant.fromEpochMilliseconds(revealedAtMs).toString(),
        })),
  };
}

type UnmaskingRow = Unmasking & { readonly revealedAtMs: number };

interface PersonRow {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly wrappedKey: string | null;
}

/** What is sealed: the sensitive fields and a minor's name. `isMinor` is a row for minors and no row for others. */
type SealedField = RevealableField | 'isMinor';

function putPerson(db: SqliteDatabase, keys: KeyRing, record: PersonRecord, spoken?: string): void {
  const before = findPerson(db, record.id);
  if (before?.wrappedKey === null) throw new Error(`person ${record.id} was erased and takes no new data`);
  const key = before ? unwrapKey(keys, before) : newDataKey();
  const wasMinor = before !== undefined && sealedFields(db, record.id).has('isMinor');
  const isMinor = record.isMinor ?? wasMinor;
  const nowMs = Temporal.Now.instant().epochMilliseconds;
  statement(
    db,
    `INSERT INTO person (id, kind, name, spoken, credit_code, wrapped_key, created_at_ms, updated_at_ms)
     VALUES (@id, @kind, @name, @spoken, @creditCode, @wrappedKey, @nowMs, @nowMs)
     ON CONFLICT (id) DO UPDATE SET kind = @kind, name = @name, spoken = @spoken, updated_at_ms = @nowMs, credit_code = @creditCode`,
  ).run({
    id: record.id,
    kind: record.kind,
    name: isMinor ? mask('name', record.name) : record.name,
    // Nobody finds a child by the name that lists do not show.
    spoken: isMinor ? '' : (spoken ?? null),
    creditCode: record.creditCode === undefined ? (before?.creditCode ?? null) : record.creditCode,
    wrappedKey: before?.wrappedKey ?? wrapKey(keys, key, record.id),
    nowMs,
  });
  const write = (field: SealedField, value: string | null | undefined) => writeField(db, key, record.id, field, value);
  for (const field of sensitiveFields) write(field, record[field]);
  write('isMinor', isMinor ? 'yes' : null);
  // Whoever changes only a contact knows a minor by the masked name; the full one under seal must survive that.
  const nameIsMasked = wasMinor && record.name === before?.name;
  write('name', isMinor ? (nameIsMasked ? undefined : record.name) : null);
}

function writeField(
  db: SqliteDatabase,
  key: Buffer,
  personId: string,
  field: SealedField,
  value: string | null | undefined,
): void {
  if (value === undefined) return;
  if (value === null || value === '') {
    statement(db, 'DELETE FROM person_field WHERE person_id = ? AND field = ?').run(personId, field);
    return;
  }
  statement(
    db,
    `INSERT INTO person_field (person_id, field, sealed) VALUES (?, ?, ?)
     ON CONFLICT (person_id, field) DO UPDATE SET sealed = excluded.sealed`,
  ).run(personId, field, seal(key, value, contextOf(personId, field)));
}

function erasePerson(db: SqliteDatabase, personId: string, ground: string): boolean {
  // Overwrites the freed bytes with zeros; otherwise the wrapped key would stay readable in the file.
  db.pragma('secure_delete = ON');
  try {
    statement(db, 'DELETE FROM person_field WHERE person_id = ?').run(personId);
    const nowMs = Temporal.Now.instant().epochMilliseconds;
    const { changes } = statement(
      db,
      `UPDATE person SET name = '', spoken = NULL, credit_code = NULL, wrapped_key = NULL, erased_at_ms = ?, erasure_ground = ?, updated_at_ms = ?
       WHERE id = ? AND wrapped_key IS NOT NULL`,
    ).run(nowMs, ground, nowMs, personId);
    return changes === 1;
  } finally {
    db.pragma('secure_delete = OFF');
  }
}

function maskedPerson(db: SqliteDatabase, keys: KeyRing, id: string): MaskedPerson | undefined {
  const row = findPerson(db, id);
  if (!row) return undefined;
  const { wrappedKey, ...open } = row;
  if (wrappedKey === null) return { ...open, isMinor: false, erased: true };
  const key = unwrapKey(keys, row);
  const sealed = sealedFields(db, id);
  const masked: Partial<Record<SensitiveField, string>> = {};
  for (const field of sensitiveFields) {
    const value = sealed.get(field);
    if (value !== undefined) masked[field] = mask(field, openField(key, id, field, value));
  }
  return { ...open, ...masked, isMinor: sealed.has('isMinor'), erased: false };
}

function reveal(db: SqliteDatabase, keys: KeyRing, request: Unmasking): Revealed {
  if (request.reason.trim() === '') return { ok: false, code: 'reason-missing' };
  const row = findPerson(db, request.personId);
  if (!row) return { ok: false, code: 'person-unknown' };
  if (row.wrappedKey === null) return { ok: false, code: 'person-erased' };
  const sealed = sealedFields(db, row.id).get(request.field);
  if (sealed === undefined) {
    // An adult's name is no secret; asking for it this way gives the same answer as the list.
    return request.field === 'name' ? { ok: true, value: row.name } : { ok: false, code: 'field-empty' };
  }
  statement(
    db,
    `INSERT INTO unmasking (person_id, field, revealed_to, reason, revealed_at_ms) VALUES (?, ?, ?, ?, ?)`,
  ).run(row.id, request.field, request.revealedTo, request.reason.trim(), Temporal.Now.instant().epochMilliseconds);
  return { ok: true, value: openField(unwrapKey(keys, row), row.id, request.field, sealed) };
}

function findPerson(db: SqliteDatabase, id: string): PersonRow | undefined {
  return statement<[string], PersonRow>(
    db,
    'SELECT id, kind, name, credit_code AS creditCode, wrapped_key AS wrappedKey FROM person WHERE id = ?',
  ).get(id);
}

function sealedFields(db: SqliteDatabase, personId: string): ReadonlyMap<string, string> {
  const rows = statement<[string], { field: string; sealed: string }>(
    db,
    'SELECT field, sealed FROM person_field WHERE person_id = ?',
  ).all(personId);
  return new Map(rows.map(({ field, sealed }) => [field, sealed]));
}

function openField(key: Buffer, personId: string, field: SealedField, sealed: string): string {
  return unseal(key, sealed, contextOf(personId, field)).toString('utf8');
}

/** The wrapped key names the master key, so that a change of master key can find what is still to be wrapped anew. */
function wrapKey(keys: KeyRing, key: Buffer, personId: string): string {
  return `${fingerprint(keys.master)}:${seal(keys.master, key, `person:${personId}:key`)}`;
}

function unwrapKey(keys: KeyRing, row: PersonRow): Buffer {
  const wrapped = row.wrappedKey ?? '';
  return unseal(keys.master, wrapped.slice(wrapped.indexOf(':') + 1), `person:${row.id}:key`);
}

function contextOf(personId: string, field: SealedField): string {
  return `person:${personId}:${field}`;
}
