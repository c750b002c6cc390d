import type { Text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { plainHeading } from './columns.ts';
import type { ListFile, Sheet } from './read-list.ts';

/** A table of a list: its rows below their headings, read by what the columns were taken for. */
export interface HeadedTable<Field extends string> {
  readonly rows: readonly {
    /** As the spreadsheet counts: headings and titles included. */
    readonly row: number;
    /** What stands in the column of a field; empty when there is no such column. */
    readonly cell: (field: Field) => string;
  }[];
  /** Headings as the list has them, by what they were taken for. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly ignored: readonly string[];
}

/** Words by which a column is known, written plain (see `plainHeading`). */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** What a table lacks that has these columns. */
export type Missing<Field extends string> = (columns: ReadonlyMap<Field, number>) => readonly Text[];

/** Titles may stand above the headings. */
const headingsWithin = 10;

/**
 * Finds the table of a list: the first sheet with a row of headings that lacks nothing. Throws `list-columns-missing` naming
 * what is lacking, with `instead` where one is given, or `list-empty`.
 */
export function headedTable<Field extends string>(
  { sheets }: ListFile,
  headings: Headings<Field>,
  missingOf: Missing<Field>,
  instead?: Text,
): HeadedTable<Field> {
  const filled = sheets.filter((sheet) => sheet.some(hasSomething));
  if (filled.length === 0) throw new ProblemError('list-empty');
  const found = filled.flatMap((sheet) => headed(sheet, headings, missingOf) ?? [])[0];
  if (found === undefined) throw columnsMissing(filled, headings, missingOf, instead);
  const { sheet, at, columns } = found;
  const rows = sheet
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => hasSomething(cells));
  if (rows.length === 0) throw new ProblemError('list-empty');
  const written = sheet[at] ?? [];
  const taken = new Set(columns.values());
  const named = [...columns].map(([field, column]) => [field, written[column] ?? '']);
  return {
    rows: rows.map(({ cells, row }) => ({ row, cell: (field) => cells[columns.get(field) ?? -1] ?? '' })),
    // The names come from the map of columns, whose keys are fields.
    columns: Object.fromEntries(named) as Partial<Record<Field, string>>,
    ignored: written.filter((heading, column) => heading !== '' && !taken.has(column)),
  };
}

const hasSomething = (cells: readonly string[]) => cells.some((cell) => cell !== '');

/** Columns of a row of headings; the first of two equal ones. */
function columnsOf<Field extends string>(
  cells: readonly string[],
  headings: Headings<Field>,
): ReadonlyMap<Field, number> {
  const plain = cells.map(plainHeading);
  // The keys of the table are exactly the fields; Object.keys forgets that.
  const fields = Object.keys(headings) as Field[];
  const found = fields.flatMap((field): [Field, number][] => {
    const column = plain.findIndex((heading) => headings[field].includes(heading));
    return column < 0 ? [] : [[field, column]];
  });
  return new Map(found);
}

function headed<Field extends string>(sheet: Sheet, headings: Headings<Field>, missingOf: Missing<Field>) {
  for (const [at, cells] of sheet.slice(0, headingsWithin).entries()) {
    const columns = columnsOf(cells, headings);
    if (missingOf(columns).length === 0) return { sheet, at, columns };
  }
  return null;
}

/** Names what the row that looks most like headings lacks. */
function columnsMissing<Field extends string>(
  sheets: readonly Sheet[],
  headings: Headings<Field>,
  missingOf: Missing<Field>,
  instead: Text | undefined,
): ProblemError {
  const likely = sheets
    .flatMap((sheet) => sheet.slice(0, headingsWithin).map((cells) => columnsOf(cells, headings)))
    .toSorted((left, right) => right.size - left.size)[0];
  const missing = missingOf(likely ?? new Map());
  return new ProblemError('list-columns-missing', {
    detail: {
      zh: `清单缺少栏目：${missing.map(({ zh }) => zh).join('、')}。`,
      en: `The list lacks: ${missing.map(({ en }) => en).join(', ')}.`,
    },
    ...(instead === undefined ? {} : { instead }),
    missing: missing.map(({ zh }) => zh),
  });
}
