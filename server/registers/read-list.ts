import { CsvError, parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { ProblemError } from '../errors.ts';
import { unpack } from './unpack.ts';

/** A list as it came: its sheets as rows of cells in plain text, row 1 first. A day is `YYYY-MM-DD`. */
export interface ListFile {
  readonly fileType: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
}

export type Sheet = readonly (readonly string[])[];

/** Limits of a list: bytes of its file, rows with their headings, columns that are looked at. */
export const listLimits = { bytes: 4 * 1024 * 1024, rows: 2000, columns: 60 } as const;

/**
 * Reads a list by what it is, whatever it is called. Throws `file-empty`, `list-type-unknown`, `list-corrupt`,
 * `list-encoding-unknown`, `list-has-formulas`, `list-too-long`.
 */
export async function readList(bytes: Buffer): Promise<ListFile> {
  if (bytes.length === 0) throw new ProblemError('file-empty');
  const fileType = typeOf(bytes);
  const sheets = fileType === 'xlsx' ? await sheetsOf(bytes) : [rowsOf(textOf(bytes))];
  for (const sheet of sheets) {
    if (sheet.length > listLimits.rows) throw new ProblemError('list-too-long', { rows: listLimits.rows });
  }
  return { fileType, sheets };
}

/** The beginnings of files that are no list: old spreadsheets and those with a password, PDF, pictures, UTF-16. */
const otherFiles = ['d0cf11e0', '25504446', '89504e47', 'ffd8ff', '47494638', 'fffe', 'feff', '1f8b', '52617221'];

function typeOf(bytes: Buffer): ListFile['fileType'] {
  const start = bytes.toString('hex', 0, 4);
  if (start === '504b0304') return 'xlsx';
  if (otherFiles.some((other) => start.startsWith(other)) || bytes.includes(0)) {
    throw new ProblemError('list-type-unknown');
  }
  return 'csv';
}

async function sheetsOf(bytes: Buffer): Promise<readonly Sheet[]> {
  const unpacked = unpack(bytes, (name) => /^xl\/(workbook|worksheets\/[^/]+)\.xml$/.test(name));
  if (unpacked.kind === 'tooLarge') throw new ProblemError('list-too-long');
  if (unpacked.kind === 'corrupt') throw new ProblemError('list-corrupt');
  if (!unpacked.texts.has('xl/workbook.xml')) throw new ProblemError('list-type-unknown');
  if ([...unpacked.texts.values()].some((text) => /<(?:\w+:)?f[\s/>]/.test(text))) {
    throw new ProblemError('list-has-formulas');
  }
  if ([...unpacked.texts.values()].some((text) => cellsOf(text) > cellLimit)) throw new ProblemError('list-too-long');
  try {
    const sheets = await readXlsxFile(bytes);
    return sheets.map(({ data }) => data.map((row) => row.slice(0, listLimits.columns).map(cellText)));
  } catch {
    // The library names many faults; to whoever uploaded it they are one.
    throw new ProblemError('list-corrupt');
  }
}

/** How many cells a sheet may span: the library makes room up to the farthest one, whatever stands between. */
const cellLimit = 1_000_000;

/** The cells from the first to the farthest that a worksheet names. An address that is written otherwise counts as too far. */
function cellsOf(text: string): number {
  let rows = 1;
  let columns = 1;
  for (const [, letters = '', digits = ''] of text.matchAll(/\sr\s*=\s*["']([A-Z]{0,3})(\d{0,9})/g)) {
    if (digits === '') return Number.POSITIVE_INFINITY;
    rows = Math.max(rows, Number(digits));
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
  }
  return rows * columns;
}

/** A cell as text. The library gives a day as an instant at midnight UTC. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

/** UTF-8 with or without its mark, otherwise GB18030, which GBK and GB2312 are parts of. */
function textOf(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  throw new ProblemError('list-encoding-unknown');
}

function rowsOf(text: string): Sheet {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      trim: true,
      to: listLimits.rows + 1,
      max_record_size: 20_000,
    });
    if (rows.some((row) => row.some((cell) => cell.startsWith('=')))) throw new ProblemError('list-has-formulas');
    return rows.map((row) => row.slice(0, listLimits.columns));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Text that spreadsheets are made to keep as text: ="…"
    if (/(?:^|[,\t\n])"?=/.test(text)) throw new ProblemError('list-has-formulas');
    throw new ProblemError('list-corrupt', { line: error.lines });
  }
}
