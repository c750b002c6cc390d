import type { ComparedField } from '../../db/reconciliations.ts';
import {
  isDay,
  type Organisation,
  parseCourtNumber,
  type ReferralMode,
  type Text,
  text,
} from '../../workflows/index.ts';
import { columnHeadings, type ListField, type ListResult, modeWords, plainHeading, resultWords } from './columns.ts';
import { headedTable } from './headed-table.ts';
import type { ListFile } from './read-list.ts';

/** Why a row cannot be matched with anything. */
export const unreadableReasons = {
  'number-missing': text('没有案号', 'It has no court number'),
  'number-not-understood': text(
    '案号无法识别，应如（2026）鲁0602民初456号',
    'Its number is no court number such as （2026）鲁0602民初456号',
  ),
} as const satisfies Record<string, Text>;
export type UnreadableReason = keyof typeof unreadableReasons;

/** A row of a list in the words of the register. Null: empty, not understood, or no such column. */
export interface ListEntry {
  /** As the spreadsheet counts: headings and titles included. */
  readonly row: number;
  /** In normal form; empty when the row cannot be read. */
  readonly numbers: readonly string[];
  readonly unreadable: UnreadableReason | null;
  readonly mode: ReferralMode | null;
  readonly referredOn: string | null;
  /** The organisation's id; the list's own words where no organisation is called so. */
  readonly organisation: string | null;
  readonly result: ListResult | null;
  readonly returnedOn: string | null;
  readonly claimants: string | null;
  readonly respondents: string | null;
  readonly parties: string | null;
  readonly notUnderstood: readonly ComparedField[];
}

export interface ListEntries {
  readonly entries: readonly ListEntry[];
  /** Headings as the list has them, by what they were taken for. */
  readonly columns: Readonly<Partial<Record<ListField, string>>>;
  readonly ignored: readonly string[];
}

/** Reads the rows of a list. Throws `list-columns-missing` naming what it needs, or `list-empty`. */
export function listEntries(file: ListFile, organisations: readonly Organisation[]): ListEntries {
  const { rows, columns, ignored } = headedTable(file, columnHeadings, missingOf);
  return { entries: rows.map(({ row, cell }) => entryOf(row, cell, organisations)), columns, ignored };
}

/** The two things a row is known by: a number, and the day, since a case can be referred twice. */
function missingOf(columns: ReadonlyMap<ListField, number>): readonly Text[] {
  const hasNumber = columns.has('number') || columns.has('preFilingNumber');
  return [
    ...(hasNumber ? [] : [text('案号（或诉前调案号）', 'court number (案号 or 诉前调案号)')]),
    ...(columns.has('referredOn') ? [] : [text('委派（委托）日期', 'day of referral (委派（委托）日期)')]),
  ];
}

function entryOf(row: number, cell: (field: ListField) => string, organisations: readonly Organisation[]): ListEntry {
  const typed = [cell('number'), cell('preFilingNumber')]
    .flatMap((one) => one.split(/[；;、，,\n]/u))
    .filter((one) => !isBlank(one));
  const numbers = typed.flatMap((one) => {
    const parsed = parseCourtNumber(one);
    return parsed.ok ? [parsed.number] : [];
  });
  const notUnderstood: ComparedField[] = [];
  const read = <Value>(field: ListField & ComparedField, reader: (typed: string) => Value | null): Value | null => {
    const value = cell(field);
    if (isBlank(value)) return null;
    const understood = reader(value);
    if (understood === null) notUnderstood.push(field);
    return understood;
  };
  const words = (field: ListField) => (isBlank(cell(field)) ? null : cell(field));
  return {
    row,
    numbers: [...new Set(numbers)],
    unreadable: numbers.length > 0 ? null : typed.length === 0 ? 'number-missing' : 'number-not-understood',
    mode: read('mode', (one) => wordIn(modeWords, one)),
    referredOn: read('referredOn', dayOfCell),
    organisation: read('organisation', (one) => organisationCalled(one, organisations) ?? one),
    result: read('result', (one) => wordIn(resultWords, one)),
    returnedOn: read('returnedOn', dayOfCell),
    claimants: words('claimants'),
    respondents: words('respondents'),
    parties: words('parties'),
    notUnderstood,
  };
}

/** Empty, or one of the marks by which lists say so. */
function isBlank(cell: string): boolean {
  return /^[-—–/\\无]*$/u.test(cell.trim());
}

function wordIn<Key extends string>(table: Readonly<Record<Key, readonly string[]>>, typed: string): Key | null {
  const plain = plainHeading(typed);
  // The keys of a table of words are its own; Object.entries forgets that.
  const entries = Object.entries(table) as [Key, readonly string[]][];
  return entries.find(([, words]) => words.includes(plain))?.[0] ?? null;
}

function organisationCalled(typed: string, organisations: readonly Organisation[]): string | null {
  const plain = plainHeading(typed);
  const called = ({ name, shortName }: Organisation) =>
    [name.zh, shortName.zh, name.en, shortName.en].some((one) => plainHeading(one) === plain);
  return organisations.find(called)?.id ?? null;
}

/** The last day a spreadsheet counts from; its days are numbers where nobody formatted them. */
const dayZero = '1899-12-30';

/** A day in any of the ways lists write it: 2026-9-3, 2026/09/03, 2026.9.3, 2026年9月3日, 20260903, with or without a time. */
function dayOfCell(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]\s*\d{1,2}[:时].*)?$/u.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (parts !== null) {
    const [, year = '', month = '', day = ''] = parts;
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(written) ? written : null;
  }
  if (!/^[34]\d{4}(?:\.\d+)?$/.test(plain)) return null;
  return Temporal.PlainDate.from(dayZero)
    .add({ days: Math.floor(Number(plain)) })
    .toString();
}
