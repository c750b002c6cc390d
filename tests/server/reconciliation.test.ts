/** Comparing the register with a list of the court over HTTP: preview, record, export, and lists that are none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyAuditRecord } from '../../db/audit.ts';
import { broughtBack, mediation, sitting } from '../support/desk-court.ts';
import { type Cells, csvList, sendList, sentIn, takenAt, xlsxList } from '../support/referrals.ts';
import { type ServedHouse, serve } from '../support/server.ts';

const headings = ['案号', '原告', '被告', '委托日期', '调解组织', '结果', '退回日期', '承办法官'];
const entrusted = '（2026）鲁0602民初456号';
const claimant = '烟台海岳电器有限公司';
const stranger = '名单中的张三丰';

/** Two referrals under their own numbers, one of them back on 15 September. */
async function houseWithTwo(): Promise<ServedHouse> {
  const house = await serve({ start: '2026-09-16T09:00' });
  const failed = await sitting(await takenAt(await sentIn(house), '2026-09-07T09:00'));
  await failed.gives(
    'sun',
    'endMediation',
    mediation,
    { reason: 'tooFarApart', routesTold: true },
    { at: '2026-09-14T10:00' },
  );
  await broughtBack(failed, 'H3', '2026-09-15T09:00');
  await sentIn(house, 'case-2', {}, '（2026）鲁0602民初457号');
  return house;
}

const list: Cells = [
  headings,
  ['(2026)鲁0602民初456号', claimant, '被告商行1', '2026年9月3日', '市调委会', '调解不成', '2026-09-16', '王法官'],
  ['（2026）鲁0602民初456号', claimant, '被告商行1', '2026-09-03', '', '', '', ''],
  ['（2026）鲁0602民初999号', stranger, '某公司', '2026-09-05', '', '', '', ''],
  ['见附件', stranger, '', '2026-09-05', '', '', '', ''],
];

interface Row {
  readonly outcome: string;
  readonly [field: string]: unknown;
}

describe.each([
  ['.xlsx', xlsxList],
  ['.csv', async (cells: Cells) => csvList(cells)],
])('a list of the court as %s', (_name, write) => {
  it('is shown row by row: matched with what differs, twice, missing here, unreadable, and missing there', async () => {
    const house = await houseWithTwo();
    const { status, body } = await sendList(house, 'liu', { content: await write(list) });
    expect([status, body.id, body.ignored]).toEqual([200, null, ['承办法官']]);
    expect(body.rows).toMatchObject([
      {
        outcome: 'matched',
        row: 2,
        number: entrusted,
        differences: [{ field: 'returnedOn', here: '2026-09-15', there: '2026-09-16' }],
      },
      { outcome: 'duplicate', row: 3, firstRow: 2 },
      { outcome: 'missingHere', row: 4, number: '（2026）鲁0602民初999号' },
      { outcome: 'unreadable', row: 5, reason: 'number-not-understood' },
      { outcome: 'missingThere', row: null, number: '（2026）鲁0602民初457号' },
    ]);
    expect(body.counts).toMatchObject({
      matched: 1,
      differing: 1,
      duplicate: 1,
      missingHere: 1,
      missingThere: 1,
      unreadable: 1,
    });
  });

  it('gives the committee the same answer', async () => {
    const house = await houseWithTwo();
    const content = await write(list);
    const outcomes = async (login: string) =>
      ((await sendList(house, login, { content })).body.rows ?? []).map(({ outcome }: Row) => outcome);
    expect(await outcomes('limin')).toEqual(await outcomes('liu'));
  });
});

describe('a preview', () => {
  it('keeps nothing', async () => {
    const house = await houseWithTwo();
    await sendList(house, 'liu', { content: csvList(list) });
    expect((await house.get('liu', '/api/referrals/reconciliations')).body.rows).toEqual([]);
  });

  it('finds a referral outside the period by its number, and does not call others of that time missing', async () => {
    const house = await houseWithTwo();
    const fields = { from: '2026-08-01', to: '2026-08-31' };
    const { body } = await sendList(house, 'liu', { content: csvList(list.slice(0, 2)), fields });
    expect(body.rows).toMatchObject([{ outcome: 'matched', row: 2 }]);
  });

  it('of another organisation finds nothing: neither matches nor what is missing there', async () => {
    const house = await houseWithTwo();
    for (const login of ['station', 'wang']) {
      const { body } = await sendList(house, login, { content: csvList(list.slice(0, 2)) });
      expect(body.rows).toMatchObject([{ outcome: 'missingHere', caseId: null, code: null }]);
    }
  });

  it('reads the register’s own export again without a difference', async () => {
    const house = await houseWithTwo();
    for (const format of ['xlsx', 'csv']) {
      const { bytes } = await house.get('liu', `/api/referrals/export?format=${format}`);
      const { body } = await sendList(house, 'liu', { content: bytes });
      expect(body.counts).toEqual({
        matched: 2,
        differing: 0,
        missingHere: 0,
        missingThere: 0,
        duplicate: 0,
        unreadable: 0,
      });
    }
  });
});

describe('a reconciliation that is kept', () => {
  it('can be opened again with who, when, the hash of the file and every row, after a restart too', async () => {
    const house = await houseWithTwo();
    const made = await sendList(house, 'liu', { content: csvList(list), fields: { keep: 'yes' } });
    expect(made.status).toBe(201);
    const url = String(made.headers.location);
    await house.close();
    const again = await serve({ folder: house.folder, start: '2026-09-17T09:00' });
    const { body } = await again.get('liu', url);
    expect(body).toMatchObject({
      madeBy: 'liu-yang',
      madeAt: '2026-09-16T09:00:00+08:00',
      from: '2026-09-01',
      to: '2026-09-30',
      fileType: 'csv',
      sha256: made.body.sha256,
      counts: made.body.counts,
    });
    expect((body.rows ?? []).map(({ outcome }: Row) => outcome)).toEqual(
      (made.body.rows ?? []).map(({ outcome }: Row) => outcome),
    );
    expect((await again.get('liu', '/api/referrals/reconciliations')).body.rows).toHaveLength(1);
  });

  it('holds no name of the list, and no file of the house does', async () => {
    const house = await houseWithTwo();
    const other: Cells = [
      headings,
      [entrusted, stranger, '某某', '2026-09-03', stranger, stranger, stranger, stranger],
    ];
    const made = await sendList(house, 'liu', { content: csvList(other), fields: { keep: 'yes' } });
    expect(JSON.stringify(made.body)).toContain(stranger);
    const { text } = await house.get('liu', String(made.headers.location));
    expect(text).toContain('claimants');
    expect(text).not.toContain(stranger);
    await house.close();
    for (const file of everyFile(house.folder))
      expect([file, readFileSync(file).includes(stranger)]).toEqual([file, false]);
    expect(house.logs.join('')).not.toContain(stranger);
  });

  it('is nobody else’s, and is on record with the auditor', async () => {
    const house = await houseWithTwo();
    const made = await sendList(house, 'liu', { content: csvList(list), fields: { keep: 'yes' } });
    const url = String(made.headers.location);
    for (const login of ['limin', 'station', 'wang']) expect((await house.get(login, url)).status).toBe(404);
    expect((await house.get('liu', '/api/referrals/reconciliations/nonsense')).status).toBe(404);
    const { rows } = await house.dependencies.audit.page({ ...everyAuditRecord, kind: 'listReconciled' }, null, 9);
    expect(rows).toMatchObject([{ person: 'liu-yang', thing: made.body.id, details: { duplicate: 1 } }]);
  });

  it('is given out as a file, on record too', async () => {
    const house = await houseWithTwo();
    const made = await sendList(house, 'liu', { content: csvList(list), fields: { keep: 'yes' } });
    const { text } = await house.get('liu', `${made.headers.location}/export?format=csv`);
    expect(text).toContain('退回日期：2026-09-15');
    expect(text).toContain('清单内重复');
    const { rows } = await house.dependencies.audit.page({ ...everyAuditRecord, kind: 'registerExported' }, null, 9);
    expect(rows).toMatchObject([{ thing: made.body.id, details: { format: 'csv', rows: 5 } }]);
  });
});

describe('a list that cannot be compared', () => {
  it.each([
    ['nothing chosen', Buffer.alloc(0), {}, 'file-empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), {}, 'list-type-unknown'],
    ['a cut spreadsheet', Buffer.from('504b0304140000', 'hex'), {}, 'list-corrupt'],
    ['a list without its columns', csvList([['姓名'], ['甲']]), {}, 'list-columns-missing'],
    ['a list without rows', csvList([headings]), {}, 'list-empty'],
    ['formulas', csvList([headings, ['=A1']]), {}, 'list-has-formulas'],
    ['a file that is too large', Buffer.alloc(5 * 1024 * 1024, 'a'), {}, 'file-too-large'],
    ['a period that ends before it begins', csvList(list), { to: '2026-08-01' }, 'invalid-input'],
    ['no period', csvList(list), { from: '' }, 'invalid-input'],
    ['an organisation that does not exist', csvList(list), { with: 'nowhere' }, 'invalid-input'],
  ])('because of %s is refused with its code and what to do, and nothing is kept', async (_, content, fields, code) => {
    const house = await serve();
    const { status, body } = await sendList(house, 'liu', { content, fields: { keep: 'yes', ...fields } });
    expect([body.code, status >= 400 && status < 500, String(body.instead).length > 5]).toEqual([code, true, true]);
    expect((await house.get('liu', '/api/referrals/reconciliations')).body.rows).toEqual([]);
  });

  it('is refused before it is read for whoever has no register', async () => {
    const house = await serve();
    expect((await sendList(house, null, { content: csvList(list) })).status).toBe(401);
    expect((await sendList(house, 'admin-system', { content: csvList(list) })).status).toBe(403);
    expect((await sendList(house, 'zhao', { content: csvList(list) })).body).toMatchObject({ code: 'aggregates-only' });
  });
});

function everyFile(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}
