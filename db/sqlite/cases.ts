import { type CaseFile, type CaseHeader, type Id, type MachineSlot, partGroups } from '../../workflows/case-file.ts';
import type { ChainHead } from '../journal-chain.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The truth of a case, in one consistent look; null when there is none. */
export function loadCase(db: SqliteDatabase, caseId: Id): CaseFile | null {
  return db.transaction(() => readCase(db, caseId))();
}

/** Version and end of the journal of a case; null when there is none. */
export function caseHead(db: SqliteDatabase, caseId: Id): CaseHead | null {
  const head = statement<[Id], CaseHead>(
    db,
    'SELECT version, seq, head_hash AS hash FROM case_header WHERE case_id = ?',
  ).get(caseId);
  return head ?? null;
}

/** The ids of all cases, a few hundred at a time, so that millions fit. Cases opened meanwhile may or may not be among them. */
export function* allCaseIds(db: SqliteDatabase): Generator<Id> {
  let last: Id = '';
  for (;;) {
    const ids = statement<[Id], { id: Id }>(
      db,
      'SELECT case_id AS id FROM case_header WHERE case_id > ? ORDER BY case_id LIMIT 500',
    ).all(last);
    for (const { id } of ids) yield id;
    const end = ids.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

export interface CaseHead extends ChainHead {
  readonly version: number;
}

/** What differs between two case files, as rows: texts and numbers that another thread can write. */
export interface CaseChanges {
  readonly header: string;
  readonly gone: readonly (readonly [Group, Id])[];
  readonly parts: readonly (readonly [Group, Id, position: number, part: string])[];
  readonly slots: readonly (readonly [Group, Id, machine: string, version: number, value: string, context: string])[];
}

/** Compares by the identity of the parts: a part that nobody touched is the same object in both. */
export function caseChanges(before: CaseFile, after: CaseFile): CaseChanges {
  const groups = partGroups.map((group) => groupChanges(group, before[group], after[group]));
  return {
    header: JSON.stringify(after.header),
    gone: groups.flatMap(({ gone }) => gone),
    parts: groups.flatMap(({ parts }) => parts),
    slots: groups.flatMap(({ slots }) => slots),
  };
}

type Group = (typeof partGroups)[number];
/** A part as the store sees it: an object of which some carry a machine. */
type AnyPart = object & { readonly slot?: MachineSlot };
type AnyParts = Readonly<Record<Id, AnyPart>>;

function groupChanges(group: Group, before: AnyParts, after: AnyParts): Omit<CaseChanges, 'header'> {
  if (before === after) return { gone: [], parts: [], slots: [] };
  const gone = Object.keys(before).flatMap((id): CaseChanges['gone'] => (id in after ? [] : [[group, id]]));
  const changed = [...Object.entries(after).entries()].filter(([, [id, part]]) => before[id] !== part);
  return {
    gone,
    parts: changed.map(([position, [id, { slot: _slot, ...rest }]]) => [group, id, position, JSON.stringify(rest)]),
    slots: changed.flatMap(([, [id, { slot }]]): CaseChanges['slots'] => {
      if (slot === undefined || slot === before[id]?.slot) return [];
      const { machine, version, value, context } = slot;
      return [[group, id, machine, version, JSON.stringify(value), JSON.stringify(context)]];
    }),
  };
}

/** Writes {@link caseChanges}. Inside the caller's transaction. */
export function writeCase(
  db: SqliteDatabase,
  { caseId, version, seq, hash }: CaseHead & { readonly caseId: Id },
  { header, gone, parts, slots }: CaseChanges,
): void {
  statement(
    db,
    `INSERT INTO case_header (case_id, version, seq, head_hash, header) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE
     SET version = excluded.version, seq = excluded.seq, head_hash = excluded.head_hash, header = excluded.header`,
  ).run(caseId, version, seq, hash, header);
  for (const [group, id] of gone) {
    for (const table of ['machine_slot', 'case_part']) {
      statement(db, `DELETE FROM ${table} WHERE case_id = ? AND part_group = ? AND part_id = ?`).run(caseId, group, id);
    }
  }
  for (const part of parts) {
    statement(
      db,
      `INSERT INTO case_part (case_id, part_group, part_id, position, part) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (case_id, part_group, part_id) DO UPDATE SET position = excluded.position, part = excluded.part`,
    ).run(caseId, ...part);
  }
  for (const slot of slots) {
    statement(
      db,
      `INSERT INTO machine_slot (case_id, part_group, part_id, machine, version, value, context) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (case_id, part_group, part_id) DO UPDATE
       SET machine = excluded.machine, version = excluded.version, value = excluded.value, context = excluded.context`,
    ).run(caseId, ...slot);
  }
}

interface PartRow {
  readonly partGroup: Group;
  readonly partId: Id;
  readonly part: string;
  readonly machine: string | null;
  readonly version: number;
  readonly value: string;
  readonly context: string;
}

function readCase(db: SqliteDatabase, caseId: Id): CaseFile | null {
  const row = statement<[Id], { version: number; seq: number; header: string }>(
    db,
    'SELECT version, seq, header FROM case_header WHERE case_id = ?',
  ).get(caseId);
  if (row === undefined) return null;
  const groups: Record<Group, Record<Id, unknown>> = {
    matters: {},
    proceedings: {},
    handoffs: {},
    parties: {},
    items: {},
    facts: {},
  };
  for (const part of partRows(db, caseId)) groups[part.partGroup][part.partId] = readPart(part);
  // The texts were written from a CaseFile by `writeCase`; `db:check` proves them against the journal.
  const parts = groups as Pick<CaseFile, Group>;
  const header = JSON.parse(row.header) as CaseHeader;
  return { id: caseId, version: row.version, seq: row.seq, header, ...parts };
}

function partRows(db: SqliteDatabase, caseId: Id): readonly PartRow[] {
  return statement<[Id], PartRow>(
    db,
    `SELECT part_group AS partGroup, part_id AS partId, part, machine, version, value, context
     FROM case_part LEFT JOIN machine_slot USING (case_id, part_group, part_id)
     WHERE case_id = ? ORDER BY part_group, position`,
  ).all(caseId);
}

function readPart({ part, machine, version, value, context }: PartRow): unknown {
  const content: object = JSON.parse(part);
  if (machine === null) return content;
  return { ...content, slot: { machine, version, value: JSON.parse(value), context: JSON.parse(context) } };
}
