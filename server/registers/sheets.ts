import writeXlsxFile from 'write-excel-file/node';
import { ProblemError } from '../errors.ts';

/** A table to give out: its name, headings, and rows of plain text. */
export interface SheetTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A file as it is sent. */
export interface SheetFile {
  readonly content: Buffer;
  readonly mediaType: string;
  readonly extension: SheetFormat;
}

export type SheetFormat = 'xlsx' | 'csv';

/** The format asked for. Throws `invalid-input` for any other. */
export function formatAsked(typed: string | undefined): SheetFormat {
  if (typed === 'xlsx' || typed === 'csv') return typed;
  throw new ProblemError('invalid-input', { fields: [{ pointer: '/format' }] });
}

/** Writes a table as a spreadsheet file. */
export async function sheetFile(table: SheetTable, format: SheetFormat): Promise<SheetFile> {
  if (format === 'csv')
    return { content: Buffer.from(csvOf(table)), mediaType: 'text/csv; charset=utf-8', extension: format };
  return {
    content: await xlsxOf(table),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: format,
  };
}

/** Every cell is text, so that nothing in it is ever a formula. */
function xlsxOf({ name, headings, rows }: SheetTable): Promise<Buffer> {
  const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }));
  const body = rows.map((cells) => cells.map((value) => ({ value, type: String, wrap: true })));
  const columns = headings.map((heading, column) => ({
    width: Math.min(40, Math.max(12, ...[heading, ...rows.map((cells) => cells[column] ?? '')].map(widthOf))),
  }));
  return writeXlsxFile([head, ...body], { columns, sheet: name, stickyRowsCount: 1 }).toBuffer();
}

/** Characters, a Chinese one counted as two. */
function widthOf(words: string): number {
  return [...words].reduce((sum, one) => sum + (/\p{Script=Han}|[（）：、。]/u.test(one) ? 2 : 1), 2);
}

/** UTF-8 with its mark, because spreadsheets guess otherwise. */
function csvOf({ headings, rows }: SheetTable): string {
  return `\uFEFF${[headings, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front, and stays text. */
function csvCell(value: string): string {
  const harmless = /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
