import type {
  ComparedField,
  FieldDifference,
  ReconciliationOutcome,
  ReconciliationRow,
} from '../../db/reconciliations.ts';
import type { Referral } from '../../workflows/index.ts';
import { type ListResult, plainHeading } from './columns.ts';
import type { ListEntry } from './list-entries.ts';

/** A referral as it is compared. */
export interface RegisterEntry {
  readonly referral: string;
  readonly caseId: string;
  readonly code: string;
  readonly numbers: readonly string[];
  readonly mode: Referral['mode'];
  /** Null: it came on paper. */
  readonly referredOn: string | null;
  /** The organisation that was asked, and the one that mediates now. */
  readonly organisations: readonly string[];
  readonly result: ListResult;
  readonly returnedOn: string | null;
  readonly claimants: readonly string[];
  readonly respondents: readonly string[];
}

/** A row of a comparison that may hold names; {@link kept} takes them out. */
export type ComparedRow = ReconciliationRow;

/**
 * Compares a list with the register, row by row in the list's order, then what the list lacks. Rows are matched by court
 * number and, where a case was referred more than once, by the day. `elsewhere` are referrals outside the period that bear a
 * number of the list: they can be matched and are never missing there. Pure.
 */
export function compareLists(
  list: readonly ListEntry[],
  register: readonly RegisterEntry[],
  elsewhere: readonly RegisterEntry[] = [],
): readonly ComparedRow[] {
  const firsts = firstOfEach(list);
  const matches = matchesOf(
    list.filter((entry) => entry.unreadable === null && firsts.get(entry) === entry),
    [...register, ...elsewhere],
  );
  const rows = list.map((entry): ComparedRow => {
    const first = firsts.get(entry) ?? entry;
    const here = matches.get(entry);
    if (entry.unreadable !== null) return listRow('unreadable', entry, { reason: entry.unreadable });
    if (first !== entry) return listRow('duplicate', entry, { firstRow: first.row, ...placeOf(matches.get(first)) });
    if (here === undefined) return listRow('missingHere', entry);
    return listRow('matched', entry, { ...placeOf(here), differences: differencesOf(here, entry) });
  });
  const found = new Set([...matches.values()].map(({ referral }) => referral));
  const missingThere = register
    .filter(({ referral }) => !found.has(referral))
    .map(
      (entry): ComparedRow => ({
        ...emptyRow,
        outcome: 'missingThere',
        number: entry.numbers[0] ?? null,
        ...placeOf(entry),
      }),
    );
  return [...rows, ...missingThere];
}

/** How many rows came to each outcome, and how many of the matched differ. */
export function countsOf(
  rows: readonly ReconciliationRow[],
): Readonly<Record<ReconciliationOutcome | 'differing', number>> {
  const count = (outcome: ReconciliationOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return {
    matched: count('matched'),
    differing: rows.filter(({ differences }) => differences.length > 0).length,
    missingHere: count('missingHere'),
    missingThere: count('missingThere'),
    duplicate: count('duplicate'),
    unreadable: count('unreadable'),
  };
}

const nameFields: readonly ComparedField[] = ['claimants', 'respondents', 'parties'];

/** A row as it may be kept: that names differ, but not the names; no word that is not the id of an organisation. */
export function kept(row: ComparedRow, isOrganisation: (id: string) => boolean): ReconciliationRow {
  const code = (field: ComparedField, value: string | null) =>
    nameFields.includes(field) || (field === 'organisation' && value !== null && !isOrganisation(value)) ? null : value;
  return {
    ...row,
    differences: row.differences.map(({ field, here, there }) => ({
      field,
      here: code(field, here),
      there: code(field, there),
    })),
  };
}

const emptyRow: Omit<ReconciliationRow, 'outcome'> = {
  row: null,
  firstRow: null,
  number: null,
  reason: null,
  caseId: null,
  code: null,
  referral: null,
  differences: [],
  notUnderstood: [],
};

function listRow(outcome: ReconciliationOutcome, entry: ListEntry, more: Partial<ReconciliationRow> = {}): ComparedRow {
  const { row, numbers, notUnderstood } = entry;
  return { ...emptyRow, outcome, row, number: numbers[0] ?? null, notUnderstood, ...more };
}

function placeOf(entry: RegisterEntry | undefined): Partial<ReconciliationRow> {
  return entry === undefined ? {} : { caseId: entry.caseId, code: entry.code, referral: entry.referral };
}

/** For each row the first that says the same referral: a shared number, and neither another day nor another organisation. */
function firstOfEach(list: readonly ListEntry[]): ReadonlyMap<ListEntry, ListEntry> {
  const byNumber = new Map<string, ListEntry[]>();
  const firsts = new Map<ListEntry, ListEntry>();
  for (const entry of list) {
    const earlier = entry.numbers.flatMap((number) => byNumber.get(number) ?? []);
    const first = earlier
      .filter((one) => agree(one.referredOn, entry.referredOn) && agree(one.organisation, entry.organisation))
      .toSorted((left, right) => left.row - right.row)[0];
    firsts.set(entry, first ?? entry);
    if (first !== undefined) continue;
    for (const number of entry.numbers) byNumber.set(number, [...(byNumber.get(number) ?? []), entry]);
  }
  return firsts;
}

function agree(left: string | null, right: string | null): boolean {
  return left === null || right === null || left === right;
}

/** Who belongs to whom: same number and same day first, then same number with the fewest differences. */
function matchesOf(
  list: readonly ListEntry[],
  register: readonly RegisterEntry[],
): ReadonlyMap<ListEntry, RegisterEntry> {
  const byNumber = new Map<string, RegisterEntry[]>();
  for (const entry of register) {
    for (const number of entry.numbers) byNumber.set(number, [...(byNumber.get(number) ?? []), entry]);
  }
  const matches = new Map<ListEntry, RegisterEntry>();
  const taken = new Set<string>();
  const pass = (fits: (there: ListEntry, here: RegisterEntry) => boolean) => {
    for (const there of list) {
      if (matches.has(there)) continue;
      const best = [...new Set(there.numbers.flatMap((number) => byNumber.get(number) ?? []))]
        .filter((here) => !taken.has(here.referral) && fits(there, here))
        .map((here) => ({ here, differing: differencesOf(here, there).length }))
        .toSorted((left, right) => left.differing - right.differing)[0]?.here;
      if (best === undefined) continue;
      matches.set(there, best);
      taken.add(best.referral);
    }
  };
  pass((there, here) => there.referredOn !== null && there.referredOn === here.referredOn);
  pass(() => true);
  return matches;
}

/** What differs; a field that is empty on either side is compared only where emptiness says something (the return). */
function differencesOf(here: RegisterEntry, there: ListEntry): readonly FieldDifference[] {
  const found: FieldDifference[] = [];
  const unless = (same: boolean, field: ComparedField, ours: string | null, theirs: string | null) => {
    if (!same) found.push({ field, here: ours, there: theirs });
  };
  unless(agree(here.mode, there.mode), 'mode', here.mode, there.mode);
  unless(agree(here.referredOn, there.referredOn), 'referredOn', here.referredOn, there.referredOn);
  const organisation = here.organisations.at(-1) ?? null;
  const sameOrganisation = there.organisation === null || here.organisations.includes(there.organisation);
  unless(sameOrganisation, 'organisation', organisation, there.organisation);
  unless(agree(here.result, there.result), 'result', here.result, there.result);
  unless(sameReturn(here, there), 'returnedOn', here.returnedOn, there.returnedOn);
  const names = [...here.claimants, ...here.respondents];
  unless(sameNames(here.claimants, there.claimants), 'claimants', listed(here.claimants), there.claimants);
  unless(sameNames(here.respondents, there.respondents), 'respondents', listed(here.respondents), there.respondents);
  unless(allNamed(names, there.parties), 'parties', listed(names), there.parties);
  return found;
}

/** A list that says it came back, and a register that does not, differ; a list without the day says nothing. */
function sameReturn(here: RegisterEntry, { returnedOn }: ListEntry): boolean {
  return returnedOn === null || returnedOn === here.returnedOn;
}

const listed = (names: readonly string[]) => names.join('、');

/** The same people, in any order and any width of brackets; “等” at the end: at least those. */
function sameNames(here: readonly string[], there: string | null): boolean {
  if (there === null || here.length === 0) return true;
  const others = /等[\d一二三四五六七八九十]*[人名家]$/u.test(there.trim());
  const named = there
    .replace(/等[\d一二三四五六七八九十]*[人名家]$/u, '')
    .split(/[、，,;；\n]/u)
    .map(plainHeading)
    .filter((name) => name !== '');
  const ours = new Set(here.map(plainHeading));
  return named.every((name) => ours.has(name)) && (others || named.length === ours.size);
}

function allNamed(here: readonly string[], there: string | null): boolean {
  if (there === null) return true;
  const plain = plainHeading(there);
  return here.every((name) => plain.includes(plainHeading(name)));
}
