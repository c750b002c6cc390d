/** Lists as they come: file types, encodings, headings, and files that are none. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { yantaiReference } from '../../../seeds/reference/index.ts';
import { ProblemError } from '../../../server/errors.ts';
import { listEntries } from '../../../server/registers/list-entries.ts';
import { listLimits, readList } from '../../../server/registers/read-list.ts';
import { csvList, xlsxList } from '../../support/referrals.ts';

const organisations = Object.values(yantaiReference().organisations);
const headings = ['案号', '委派（委托）日期', '调解组织', '结果', '退回日期'];
const row = ['（2026）鲁0602民初456号', '2026-09-03', '市知识产权调委会', '调解不成', '2026-09-14'];

/** （2026）鲁0602民初456号, in GB18030. */
const numberInGb = Buffer.from('a3a832303236a3a9c2b330363032c3f1b3f5343536bac5', 'hex');
/** 案号,委托日期 in GB18030. */
const headingsInGb = Buffer.from('b0b8bac52cceafcdd0c8d5c6da0a', 'hex');

async function entriesOf(content: Buffer) {
  return listEntries(await readList(content), organisations);
}

async function codeOf(content: Buffer): Promise<string> {
  try {
    await entriesOf(content);
    return 'read';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

describe('a list that can be read', () => {
  it.each([
    ['.xlsx', xlsxList],
    ['.csv', async (rows: readonly (readonly string[])[]) => csvList(rows)],
  ])(
    'as %s gives numbers in normal form, days, codes, and rows counted as the spreadsheet counts',
    async (_, write) => {
      const { entries, ignored } = await entriesOf(await write([headings, row]));
      expect(ignored).toEqual([]);
      expect(entries).toMatchObject([
        {
          row: 2,
          numbers: ['（2026）鲁0602民初456号'],
          referredOn: '2026-09-03',
          result: 'failed',
          returnedOn: '2026-09-14',
        },
      ]);
    },
  );

  it('in UTF-8 with its mark and in GB18030 says the same', async () => {
    const utf8 = Buffer.from('\uFEFF案号,委托日期\n（2026）鲁0602民初456号,2026-09-03\n');
    const gb = Buffer.concat([headingsInGb, numberInGb, Buffer.from(',2026-09-03\n')]);
    expect((await entriesOf(gb)).entries).toEqual((await entriesOf(utf8)).entries);
    expect((await entriesOf(gb)).entries[0]?.numbers).toEqual(['（2026）鲁0602民初456号']);
  });

  it('takes any bracket, width and blank in a number', async () => {
    const typed = ['(2026)鲁0602民初456号', '〔２０２６〕 鲁０６０２ 民初 ４５６号', '[2026]鲁0602民初456号'];
    const { entries } = await entriesOf(csvList([['案号', '委托日期'], ...typed.map((one) => [one, '2026-09-03'])]));
    expect(entries.map(({ numbers }) => numbers)).toEqual(typed.map(() => ['（2026）鲁0602民初456号']));
  });

  it('takes days in every way lists write them, and says which it does not understand', async () => {
    const typed = [
      '2026-9-3',
      '2026/09/03',
      '2026.9.3',
      '2026年9月3日',
      '20260903',
      '46268',
      '2026-09-03 10:30',
      '三号',
    ];
    const { entries } = await entriesOf(csvList([['案号', '委托日期'], ...typed.map((one) => [row[0] ?? '', one])]));
    expect(entries.map(({ referredOn }) => referredOn)).toEqual([...Array(7).fill('2026-09-03'), null]);
    expect(entries.at(-1)?.notUnderstood).toEqual(['referredOn']);
  });

  it('takes a cell that is a day as that day', async () => {
    const cells = [
      [{ value: '案号' }, { value: '委托日期' }],
      [{ value: row[0] }, { value: new Date('2026-09-03T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' }],
    ];
    expect((await entriesOf(await writeXlsxFile(cells).toBuffer())).entries[0]?.referredOn).toBe('2026-09-03');
  });

  it('finds its headings under a title, names columns it does not read, and skips empty rows', async () => {
    const list = [['2026年9月委派台账'], [], ['序号', ...headings], ['1', ...row], [], ['2', ...row]];
    const { entries, ignored, columns } = await entriesOf(csvList(list));
    expect([ignored, columns.number, entries.map((entry) => entry.row)]).toEqual([['序号'], '案号', [4, 6]]);
  });

  it('keeps the two numbers of a row, and rows whose number is none with the reason', async () => {
    const list = [
      ['案号', '诉前调案号', '委派日期'],
      ['（2026）鲁0602民初456号', '（2026）鲁0602诉前调77号', '2026-09-03'],
      ['', '', '2026-09-03'],
      ['张三', '', '2026-09-03'],
    ];
    const { entries } = await entriesOf(csvList(list));
    expect(entries.map(({ numbers, unreadable }) => [numbers.length, unreadable])).toEqual([
      [2, null],
      [0, 'number-missing'],
      [0, 'number-not-understood'],
    ]);
  });

  it('takes commas and line breaks inside quotes as part of the cell', async () => {
    const text = `案号,委托日期,原告\n（2026）鲁0602民初456号,2026-09-03,"甲, ""乙""\n公司"\n`;
    expect((await entriesOf(Buffer.from(text))).entries[0]?.claimants).toBe('甲, "乙"\n公司');
  });
});

describe('a file that is no list', () => {
  it('is told from its bytes, whatever it is called', async () => {
    expect(await codeOf(Buffer.alloc(0))).toBe('file-empty');
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('list-type-unknown');
    expect(await codeOf(Buffer.from('%PDF-1.7'))).toBe('list-type-unknown');
    expect(await codeOf(Buffer.from([0xff, 0xfe, 0x48, 0x68]))).toBe('list-type-unknown');
    expect(await codeOf(Buffer.from('a,b\0c'))).toBe('list-type-unknown');
    expect(await codeOf(zipOf('word/document.xml', '<w/>'))).toBe('list-type-unknown');
  });

  it('is refused when it is cut, altered, or its quotes do not pair', async () => {
    const whole = await xlsxList([headings, row]);
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('list-corrupt');
    const altered = Buffer.from(whole);
    altered.fill(7, 60, 90);
    expect(await codeOf(altered)).toBe('list-corrupt');
    expect(await codeOf(zipOf('xl/workbook.xml', '<workbook/>'))).toBe('list-corrupt');
    expect(await codeOf(Buffer.from('案号,委托日期\n"（2026）,2026-09-03\n'))).toBe('list-corrupt');
  });

  it('is refused when its text is in no known encoding', async () => {
    expect(await codeOf(Buffer.from([0x61, 0xff, 0x2c, 0xff, 0xff]))).toBe('list-encoding-unknown');
  });

  it('is refused when it holds formulas', async () => {
    const cells = [
      [{ value: '案号' }, { value: '委托日期' }],
      [{ value: row[0] }, { value: '=TODAY()', type: 'Formula' as const }],
    ];
    expect(await codeOf(await writeXlsxFile(cells).toBuffer())).toBe('list-has-formulas');
    expect(await codeOf(Buffer.from(`案号,委托日期\n="（2026）鲁0602民初456号",2026-09-03\n`))).toBe(
      'list-has-formulas',
    );
    expect(await codeOf(Buffer.from('案号,委托日期\n=A1,2026-09-03\n'))).toBe('list-has-formulas');
  });

  it('is refused when it has too many rows, or would unpack into a flood', async () => {
    const rows = Array.from({ length: listLimits.rows }, () => row);
    expect(await codeOf(csvList([headings, ...rows.slice(1)]))).toBe('read');
    expect(await codeOf(csvList([headings, ...rows]))).toBe('list-too-long');
    expect(await codeOf(zipOf('xl/workbook.xml', ' '.repeat(50 * 1024 * 1024)))).toBe('list-too-long');
  });

  it('is refused when one cell stands so far away that the room between would be a flood', async () => {
    const far = zipOf('xl/workbook.xml', '<workbook/>').subarray(0, -4);
    const sheet = zipOf('xl/worksheets/sheet1.xml', '<worksheet><c r="XFD1048576"><v>1</v></c></worksheet>');
    expect(await codeOf(Buffer.concat([far, sheet]))).toBe('list-too-long');
    const hidden = zipOf('xl/worksheets/sheet1.xml', '<worksheet><c r="&#88;FD1048576"><v>1</v></c></worksheet>');
    expect(await codeOf(Buffer.concat([far, hidden]))).toBe('list-too-long');
  });

  it('is refused when it is empty, or has headings only', async () => {
    expect(await codeOf(csvList([[], []]))).toBe('list-empty');
    expect(await codeOf(csvList([headings]))).toBe('list-empty');
    expect(await codeOf(await xlsxList([headings]))).toBe('list-empty');
  });

  it('names the columns that it needs and lacks', async () => {
    const list = await readList(
      csvList([
        ['案号', '原告'],
        ['（2026）鲁0602民初456号', '甲'],
      ]),
    );
    expect(() => listEntries(list, organisations)).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'list-columns-missing', detail: '清单缺少栏目：委派（委托）日期。' }),
      }),
    );
    expect(
      await codeOf(
        csvList([
          ['甲', '乙'],
          ['一', '二'],
        ]),
      ),
    ).toBe('list-columns-missing');
  });
});

/** A zip of one file with the sizes it says, and the beginning of a directory. */
function zipOf(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed, Buffer.from([0x50, 0x4b, 1, 2])]);
}
