import type { CaseFile, Id } from '../../workflows/case-file.ts';
import type { Derived, Task } from '../../workflows/derived.ts';
import type { Listing } from '../../workflows/listings.ts';
import { isOwnDuty } from '../desk-clocks.ts';
import { leadOf, officersListed } from '../listings.ts';
import { sortedJson } from '../sorted-json.ts';
import { spokenWords } from '../spoken.ts';
import { summaryOf } from '../summary.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { forgetWords } from './search.ts';

/** Sorts after every date: the place of what has no date. */
export const noDate = '~';

/** A derived row that is to be written (`cells`: key then values) or, with null, to be deleted. */
export interface DerivedChange {
  readonly table: DerivedTable;
  readonly key: Cells;
  readonly cells: Cells | null;
}

/** What has to change so that the stored derived rows of a case say what `derived` says; empty when they do. */
export function derivedChanges(
  db: SqliteDatabase,
  caseFile: CaseFile,
  derived: Derived,
  updatedAt: string,
): readonly DerivedChange[] {
  return changesTo(db, caseFile.id, wantedRows(caseFile, derived, updatedAt));
}

/** What has to change so that the stored derived rows of a case are these. */
export function changesTo(db: SqliteDatabase, caseId: Id, wanted: DerivedRows): readonly DerivedChange[] {
  const changes = derivedTables.flatMap((table) => changesOf(table, storedRows(db, table, caseId), wanted[table]));
  // Deletions first: a row that takes the place of another must find it free.
  return changes.sort((a, b) => Number(a.cells !== null) - Number(b.cells !== null));
}

/**
 * Whether the stored rows of a case still say what its derivation says: `stale` when the derivation's own inputs
 * (program, rules, calendar, reference) have changed since, `corrupt` when they have not and the rows differ all the same.
 */
export function judgeDerived(
  db: SqliteDatabase,
  caseFile: CaseFile,
  derived: Derived,
  changes: readonly DerivedChange[],
): 'fresh' | 'stale' | 'corrupt' {
  if (changes.length === 0) return 'fresh';
  const row = statement<[Id], { derivedWith: string }>(
    db,
    'SELECT derived_with AS derivedWith FROM case_row WHERE case_id = ?',
  ).get(caseFile.id);
  return row === undefined || row.derivedWith === sortedJson(derived.with) ? 'corrupt' : 'stale';
}

/** Carries out {@link derivedChanges}. Inside the caller's transaction. */
export function applyDerived(db: SqliteDatabase, caseId: Id, changes: readonly DerivedChange[]): void {
  for (const { table, key, cells } of changes) {
    const { remove, put } = sql[table];
    if (cells === null && table === 'case_listing') forgetWords(db, caseId, String(key[0]));
    if (cells === null) statement<Cells>(db, remove).run(caseId, ...key);
    else statement<Cells>(db, put).run(caseId, ...cells);
  }
}

/** The stored derived rows of one table for one case; each row is its key and its values. */
export function storedRows(db: SqliteDatabase, table: DerivedTable, caseId: Id): readonly Cells[] {
  // `raw` gives each row as the list of its columns.
  return statement<[Id], Cells>(db, sql[table].select).raw().all(caseId);
}

/** Columns beside `case_id`: first those that tell rows of one case apart, then what they say. */
const columns = {
  case_row: { key: [], values: ['code', 'opened_on', 'over', 'version', 'updated_at', 'derived_with', 'summary'] },
  clock: { key: ['clock_id'], values: ['organisation', 'is_own', 'due', 'lapses', 'clock'] },
  task: { key: ['task_id'], values: ['organisation', 'person', 'role', 'shown_from', 'due', 'task'] },
  open_handoff: {
    key: ['handoff'],
    values: ['from_proceeding', 'kind', 'from_organisation', 'to_organisation', 'state', 'offered_on'],
  },
  case_organisation: { key: ['organisation', 'officer'], values: ['opened_on', 'is_open'] },
  case_key: { key: ['kind', 'value'], values: ['opened_on'] },
  case_listing: { key: ['organisation'], values: ['listing', 'spoken'] },
  case_listing_place: {
    key: ['organisation', 'officer'],
    values: ['box', 'opened_on', 'due', 'since', 'channel', 'state', 'source', 'counterpart', 'is_open'],
  },
  case_listing_person: { key: ['person'], values: [] },
  referral: { key: ['referral', 'organisation'], values: ['court', 'mediator', 'mode', 'sent_on', 'is_open'] },
  meeting: { key: ['meeting'], values: ['organisation', 'at', 'row'] },
  invitation: { key: ['invitation'], values: ['organisation', 'side', 'served', 'answer', 'how', 'days'] },
} as const satisfies Record<string, { readonly key: readonly string[]; readonly values: readonly string[] }>;

export type DerivedTable = keyof typeof columns;
type Cells = (string | number | null)[];

export const derivedTables: readonly DerivedTable[] = [
  'case_row',
  'clock',
  'task',
  'open_handoff',
  'case_organisation',
  'case_key',
  'case_listing',
  'case_listing_place',
  'case_listing_person',
  'referral',
  'meeting',
  'invitation',
];

const sql = Object.fromEntries(derivedTables.map((table) => [table, statementsOf(table)])) as Readonly<
  Record<DerivedTable, ReturnType<typeof statementsOf>> // The list above names every table.
>;

function statementsOf(table: DerivedTable) {
  const { key, values } = columns[table];
  const all = ['case_id', ...key, ...values];
  const where = ['case_id', ...key].map((column) => `${column} = ?`).join(' AND ');
  const update = values.map((column) => `${column} = excluded.${column}`).join(', ');
  return {
    select: `SELECT ${[...key, ...values].join(', ')} FROM ${table} WHERE case_id = ?`,
    remove: `DELETE FROM ${table} WHERE ${where}`,
    put: `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
      ON CONFLICT (${['case_id', ...key].join(', ')}) DO ${values.length === 0 ? 'NOTHING' : `UPDATE SET ${update}`}`,
  };
}

function changesOf(table: DerivedTable, stored: readonly Cells[], wanted: readonly Cells[]): readonly DerivedChange[] {
  const keyLength = columns[table].key.length;
  const keyOf = (cells: Cells) => cells.slice(0, keyLength);
  const byKey = (rows: readonly Cells[]) => new Map(rows.map((cells) => [JSON.stringify(keyOf(cells)), cells]));
  const before = byKey(stored);
  const after = byKey(wanted);
  const gone = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, cells]) => ({ table, key: keyOf(cells), cells: null }));
  const put = [...after]
    .filter(([key, cells]) => JSON.stringify(before.get(key)) !== JSON.stringify(cells))
    .map(([, cells]) => ({ table, key: keyOf(cells), cells }));
  return [...gone, ...put];
}

/** Derived rows by table: key, then values. */
export type DerivedRows = Readonly<Record<DerivedTable, readonly Cells[]>>;

/** The derived rows of a case as they are to be stored. */
export function wantedRows(
  caseFile: CaseFile,
  derived: Derived,
  updatedAt: string,
): Readonly<Record<DerivedTable, readonly Cells[]>> {
  const { code, openedOn, over, clocks, tasks, openHandoffs, keys, referrals, meetings } = derived;
  return {
    case_row: [
      [
        code,
        openedOn,
        Number(over),
        caseFile.version,
        updatedAt,
        sortedJson(derived.with),
        sortedJson(summaryOf(caseFile, derived)),
      ],
    ],
    clock: clocks.map((clock) => [
      clock.id,
      clock.organisation,
      Number(isOwnDuty(clock)),
      clock.due ?? noDate,
      Number(clock.expiry === 'lapses'),
      sortedJson(clock),
    ]),
    task: tasks.map(taskCells),
    open_handoff: openHandoffs.map(({ handoff, kind, from, to, state, offeredOn }) => [
      handoff,
      caseFile.handoffs[handoff]?.fromProceeding ?? '',
      kind,
      from,
      to,
      state,
      offeredOn,
    ]),
    case_organisation: listings(derived).map(([organisation, officer, isOpen]) => [
      organisation,
      officer,
      openedOn,
      isOpen,
    ]),
    case_key: keys.map(({ kind, value }) => [kind, value, openedOn]),
    case_listing: derived.listings.map((listing) => [listing.organisation, sortedJson(listing), spokenWords(listing)]),
    case_listing_place: derived.listings.flatMap(placesOf),
    case_listing_person: [...new Set(derived.listings.flatMap(({ persons }) => persons))].map((person) => [person]),
    referral: referrals.map(({ referral, organisation, court, mediator, mode, sentOn, open }) => [
      referral,
      organisation,
      court,
      mediator,
      mode,
      sentOn,
      Number(open),
    ]),
    meeting: meetings.map((meeting) => [meeting.id, meeting.organisation, meeting.at, sortedJson(meeting)]),
    invitation: derived.invitations.map(({ id, organisation, side, served, answer, how, days }) => [
      id,
      organisation,
      side,
      Number(served),
      answer,
      how,
      days,
    ]),
  };
}

/** A task that is somebody's own is nobody else's, whatever the role. */
function taskCells(task: Task): Cells {
  const { id, organisation, person, role, shownFrom, dueOn } = task;
  const holder = person === null ? ['', role] : [person, ''];
  return [id, organisation, ...holder, shownFrom ?? '', dueOn ?? noDate, sortedJson(task)];
}

/** `[organisation, officer, open]`: where the case is listed. Being asked, or having asked, is not holding. */
function listings({ organisations, proceedings }: Derived): readonly [Id, Id, number][] {
  const holders = organisations.filter(({ as }) => as === 'custodian' || as === 'past').map((row) => row.organisation);
  return [...new Set(holders)].flatMap((organisation) => {
    const own = proceedings.filter((row) => row.organisation === organisation);
    const officers = new Set(own.flatMap((row) => row.officers));
    const isOpen = (rows: typeof own) => Number(rows.some(({ open }) => open));
    return [
      [organisation, '', isOpen(own)] as [Id, Id, number],
      ...[...officers].map((officer): [Id, Id, number] => [
        organisation,
        officer,
        isOpen(own.filter((row) => row.officers.includes(officer))),
      ]),
    ];
  });
}

/** Where a listing stands among the lists of its organisation: once among all, and once for each officer. */
function placesOf(listing: Listing): readonly Cells[] {
  const { organisation, box, openedOn, due, since, source, counterpart, proceedings } = listing;
  const lead = leadOf(listing);
  const isOpen = Number(proceedings.some(({ open }) => open));
  const cells = [
    box,
    openedOn,
    due ?? noDate,
    since,
    lead?.channel ?? '',
    lead?.state ?? '',
    source,
    counterpart ?? '',
  ];
  return officersListed(listing).map((officer) => [organisation, officer, ...cells, isOpen]);
}
