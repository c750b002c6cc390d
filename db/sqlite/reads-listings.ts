import type { Id } from '../../workflows/case-file.ts';
import type { Box, Listing } from '../../workflows/listings.ts';
import { readCursor, writeCursor } from '../commit-rules.ts';
import {
  allBoxes,
  type BoxCounts,
  firstOf,
  isDescending,
  type ListedCase,
  type ListFilter,
  type ListOrder,
  type ListRequest,
} from '../listings.ts';
import type { Page } from '../store.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { namesOf } from './reads-cases.ts';

/** A page of an organisation's list. Each box of each officer is a range of one index; a few ranges are read and put together. */
export function listCases(db: SqliteDatabase, request: ListRequest): Page<ListedCase> {
  const { organisation, officers, box, order, after, limit } = request;
  const from = after === null ? (isDescending(order) ? afterEverything : beforeEverything) : readCursor(after);
  const rows = (officers ?? ['']).flatMap((officer) =>
    (box === null ? boxesOf(request) : [box]).flatMap((one) =>
      statement<unknown[], StoredRow>(db, listSql(order)).all(
        organisation,
        officer,
        one,
        ...from,
        ...conditions(request),
        limit + 1,
      ),
    ),
  );
  const { rows: shown, end } = firstOf(
    rows.map((row) => ({ caseId: row.caseId, listing: readListing(row.listing), names: {} })),
    { order, limit },
  );
  return { rows: withNames(db, shown), next: end === null ? null : writeCursor(end) };
}

/** How many cases lie in each box; walks the index alone. */
export function countCases(db: SqliteDatabase, filter: ListFilter): BoxCounts {
  const { organisation, officers } = filter;
  const isNarrowed = JSON.stringify(conditions(filter)) !== JSON.stringify(conditions(everything));
  const rows = statement<unknown[], { box: Box; count: number }>(db, countsSql(officers?.length ?? 1, isNarrowed)).all(
    organisation,
    ...(officers ?? ['']),
    JSON.stringify(boxesOf(filter)),
    ...(isNarrowed ? conditions(filter) : []),
  );
  return {
    inbox: 0,
    inProgress: 0,
    waiting: 0,
    done: 0,
    ...Object.fromEntries(rows.map((row) => [row.box, row.count])),
  };
}

/** The statement behind {@link listCases}; filters with an empty value let everything through. */
export function listSql(order: ListOrder): string {
  const { index, column } = orders[order];
  const [sign, way] = isDescending(order) ? ['<', 'DESC'] : ['>', 'ASC'];
  return `SELECT place.case_id AS caseId, listing
    FROM case_listing_place AS place INDEXED BY ${index}
    JOIN case_listing ON case_listing.case_id = place.case_id AND case_listing.organisation = place.organisation
    WHERE place.organisation = ? AND officer = ? AND box = ? AND (${column}, place.case_id) ${sign} (?, ?)
      ${conditionsSql}
    ORDER BY ${column} ${way}, place.case_id ${way} LIMIT ?`;
}

/** What has an open proceeding is not done: the largest box need not be walked for it. */
function boxesOf({ open }: ListFilter): readonly Box[] {
  return open ? allBoxes.filter((box) => box !== 'done') : allBoxes;
}

/** The statement behind {@link countCases}. A case of two officers is counted once. */
export function countsSql(officers: number, isNarrowed: boolean): string {
  return `SELECT box, count(${officers > 1 ? 'DISTINCT case_id' : '*'}) AS count
    FROM case_listing_place AS place INDEXED BY case_listing_by_opening
    WHERE organisation = ? AND officer IN (${Array(officers).fill('?').join(', ')})
      AND box IN (SELECT value FROM json_each(?)) ${isNarrowed ? conditionsSql : ''}
    GROUP BY box`;
}

const orders = {
  latest: { index: 'case_listing_by_opening', column: 'opened_on' },
  earliest: { index: 'case_listing_by_opening', column: 'opened_on' },
  due: { index: 'case_listing_by_due', column: 'due' },
  waiting: { index: 'case_listing_by_waiting', column: 'since' },
} as const satisfies Readonly<Record<ListOrder, { readonly index: string; readonly column: string }>>;

const conditionsSql = `AND is_open >= ? AND ? IN ('', channel) AND ? IN ('', state) AND ? IN ('', source)
      AND (? = '' OR counterpart IN (SELECT value FROM json_each(?))) AND due <= ? AND opened_on >= ? AND opened_on <= ?`;

const everything: Parameters<typeof conditions>[0] = {
  open: false,
  channel: null,
  state: null,
  source: null,
  counterparts: null,
  dueUpTo: null,
  openedFrom: null,
  openedTo: null,
};

function conditions(filter: Omit<ListFilter, 'organisation' | 'officers'>): readonly (string | number)[] {
  const { open, channel, state, source, counterparts, dueUpTo, openedFrom, openedTo } = filter;
  return [
    Number(open),
    channel ?? '',
    state ?? '',
    source ?? '',
    counterparts === null ? '' : 'some',
    JSON.stringify(counterparts ?? []),
    // A day takes in its hours; without an end also what has no date.
    dueUpTo === null ? '~' : `${dueUpTo}T~`,
    openedFrom ?? '',
    openedTo === null ? '~' : `${openedTo}T~`,
  ];
}

const afterEverything = ['~', ''] as const;
const beforeEverything = ['', ''] as const;

interface StoredRow {
  readonly caseId: Id;
  readonly listing: string;
}

/** Those of some cases that an organisation may know of. */
export function listedCases(db: SqliteDatabase, organisation: Id, caseIds: readonly Id[]): ReadonlyMap<Id, ListedCase> {
  const rows = statement<[Id, string], StoredRow>(
    db,
    `SELECT case_id AS caseId, listing FROM case_listing
     WHERE organisation = ? AND case_id IN (SELECT value FROM json_each(?))`,
  ).all(organisation, JSON.stringify(caseIds));
  return new Map(namedCases(db, rows).map((row) => [row.caseId, row]));
}

/** Reads rows of `case_listing` with the names they refer to. */
export function namedCases(db: SqliteDatabase, rows: readonly StoredRow[]): readonly ListedCase[] {
  return withNames(
    db,
    rows.map(({ caseId, listing }) => ({ caseId, listing: readListing(listing), names: {} })),
  );
}

function withNames(db: SqliteDatabase, rows: readonly ListedCase[]): readonly ListedCase[] {
  const names = namesOf(
    db,
    rows.flatMap(({ listing }) => listing.persons),
  );
  return rows.map((row) => ({
    ...row,
    names: Object.fromEntries(row.listing.persons.map((id) => [id, names[id] ?? ''])),
  }));
}

/** The text was written by `cases-derived.ts` from a Listing. */
export function readListing(text: string): Listing {
  return JSON.parse(text) as Listing;
}
