import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forgetBatches, runBatches } from '../../server/batches/index.ts';
import { batchHeadings, bring, rowsIn, shopRow, statesIn } from '../support/batches.ts';
import { csvList, sendList, xlsxList } from '../support/referrals.ts';
import { lastingHouse } from '../support/series.ts';
import type { Reply } from '../support/server.ts';

const house = lastingHouse('2026-11-20T09:00');
const urlOf = (reply: Reply) => `/api/batches/${reply.body.id}`;
const post = (login: string, url: string, payload: object) => house().ask(login, { method: 'POST', url, payload });
const start = (login: string, reply: Reply, more: object = {}) =>
  post(login, `${urlOf(reply)}/start`, { version: reply.body.version, ...more });
const ended = async (login: string, reply: Reply) => {
  await runBatches(house().dependencies);
  return house().get(login, urlOf(reply));
};
const casesOf = async () => {
  const filter = {
    organisation: 'yantaiMediationCommittee',
    scope: 'all',
    officer: null,
    after: null,
    limit: 200,
  } as const;
  return (await house().dependencies.store.reads.cases(filter)).rows.length;
};

describe('a list that was brought', () => {
  it('says of each row what would become of it, and opens no case', async () => {
    const before = await casesOf();
    const reply = await bring(house(), 'limin', [
      shopRow(1),
      shopRow(1),
      shopRow(2, { 3: '个体公司', 4: '见附件' }),
      shopRow(3, { 1: '' }),
    ]);
    expect([reply.status, reply.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(statesIn(reply)).toEqual(['ready', 'duplicate', 'refused', 'refused']);
    const [, twice, wrong, unreachable] = rowsIn(reply);
    expect(twice?.reason?.text.zh).toBe('与第 2 行重复。');
    expect(wrong?.problems.map(({ field }) => field)).toEqual(['respondentKind']);
    expect(unreachable?.reason?.text.zh).toContain('至少留下一种联系方式');
    expect(await casesOf()).toBe(before);
  });

  it('is opened row by row, each case as if it had been typed, and forgets what stood in the row', async () => {
    const brought = await bring(house(), 'limin', [shopRow(11), shopRow(12, { 3: '不知道' })]);
    expect((await start('limin', brought)).status).toBe(202);
    const reply = await ended('limin', brought);
    expect(statesIn(reply)).toEqual(['done', 'refused']);
    const [row] = rowsIn(reply);
    expect(row?.cells).toBeNull();
    const file = await house().file(row!.caseId!);
    expect(file.header).toMatchObject({ code: row?.caseCode, summary: '销售侵权商品' });
    const journal = await house().dependencies.store.reads.journal(file.id);
    expect(journal).toMatchObject([{ envelope: { type: 'openCase', actor: { person: 'li-min' } } }]);
  });

  it('and comes again, from its bringer or a colleague, opens nothing twice', async () => {
    const rows = [shopRow(21)];
    const first = await bring(house(), 'limin', rows);
    await start('limin', first);
    const code = rowsIn(await ended('limin', first))[0]?.caseCode;
    const before = await casesOf();
    for (const login of ['limin', 'sun']) {
      const again = await bring(house(), login, rows);
      expect(rowsIn(again)).toMatchObject([{ state: 'duplicate', reason: { code: 'row-opened-before' } }]);
      expect(rowsIn(again)[0]?.reason?.text.zh).toContain(code);
      expect((await start(login, again)).body.code).toBe('batch-nothing-possible');
    }
    expect(await casesOf()).toBe(before);
  });

  it('leaves out what may be an open case, unless whoever brought it decides otherwise', async () => {
    const known = await bring(house(), 'limin', [shopRow(31)]);
    await start('limin', known);
    await ended('limin', known);
    const reply = await bring(house(), 'limin', [shopRow(31, { 5: '又在销售' })]);
    expect(rowsIn(reply)).toMatchObject([{ state: 'duplicate', reason: { code: 'related-double-filing' } }]);
    expect((await start('limin', reply)).body.code).toBe('batch-nothing-possible');
    expect((await start('limin', reply, { nonetheless: [2] })).status).toBe(202);
    expect(statesIn(await ended('limin', reply))).toEqual(['done']);
  });

  it('is somebody’s own: a colleague and another organisation find nothing, and change nothing', async () => {
    const reply = await bring(house(), 'limin', [shopRow(41)]);
    for (const login of ['sun', 'station']) {
      expect((await house().get(login, urlOf(reply))).status).toBe(404);
      expect((await house().get(login, `/batches/${reply.body.id}`)).status).toBe(404);
      expect((await start(login, reply)).status).toBe(404);
      expect((await house().get(login, '/api/batches')).text).not.toContain(String(reply.body.id));
    }
    expect(statesIn(await house().get('limin', urlOf(reply)))).toEqual(['ready']);
    expect((await bring(house(), 'somebody', [shopRow(41)])).body.code).toBe('not-allowed');
    expect((await bring(house(), null, [shopRow(41)])).status).toBe(401);
  });

  it('tells another organisation nothing of cases that it does not know', async () => {
    const known = await bring(house(), 'limin', [shopRow(51)]);
    await start('limin', known);
    await ended('limin', known);
    const elsewhere = await bring(house(), 'station', [shopRow(51), shopRow(51, { 5: '另一句话', 6: '第9951号' })]);
    expect(statesIn(elsewhere)).toEqual(['ready', 'ready']);
    expect(elsewhere.text).not.toContain(rowsIn(await house().get('limin', urlOf(known)))[0]?.caseCode);
  });

  it('is changed by whoever read its latest version, and by nobody once it is over', async () => {
    const reply = await bring(house(), 'limin', [shopRow(61)]);
    const stale = await post('limin', `${urlOf(reply)}/start`, { version: 7 });
    expect(stale.body.code).toBe('stale-revision');
    const closed = await post('limin', `${urlOf(reply)}/close`, { version: reply.body.version });
    expect(closed.body).toMatchObject({ closed: true, rows: [{ cells: null }] });
    expect((await start('limin', closed)).body.code).toBe('batch-closed');
    expect((await post('limin', `${urlOf(reply)}/check`, { version: closed.body.version })).body.code).toBe(
      'batch-closed',
    );
  });

  it('with something to be read first is not started before it was read', async () => {
    const fair = [...batchHeadings, '来源'];
    const atFair = async (row: readonly string[]) =>
      sendList(house(), 'limin', { content: csvList([fair, [...row, '展会']]) }, '/api/batches');
    const first = await atFair(shopRow(101));
    await start('limin', first);
    await ended('limin', first);
    const reply = await atFair(shopRow(102, { 6: '第77101号' }));
    expect(rowsIn(reply)).toMatchObject([{ state: 'ready', reason: { code: 'related-exhibition-repeat' } }]);
    expect((await start('limin', reply)).body.code).toBe('acknowledge-warnings');
    expect(statesIn(await ended('limin', reply))).toEqual(['ready']);
    await start('limin', reply, { acknowledged: ['related-exhibition-repeat'] });
    expect(statesIn(await ended('limin', reply))).toEqual(['done']);
  });

  it('is judged again when cases have changed', async () => {
    const waiting = await bring(house(), 'limin', [shopRow(71)]);
    const other = await bring(house(), 'sun', [shopRow(71, { 5: '另一句话' })]);
    await start('sun', other);
    await ended('sun', other);
    const again = await post('limin', `${urlOf(waiting)}/check`, { version: waiting.body.version });
    expect(statesIn(again)).toEqual(['duplicate']);
    await start('limin', waiting);
    expect(statesIn(await ended('limin', waiting))).toEqual(['duplicate']);
  });

  it('stands in no address and no log, sealed in the database, and goes after three days', async () => {
    const reply = await bring(house(), 'limin', [shopRow(81)]);
    expect(house().logs.join('')).not.toContain('名单第81商行');
    const files = readdirSync(house().folder, { withFileTypes: true }).filter((one) => one.isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const { name } of files)
      expect(readFileSync(join(house().folder, name)).includes('名单第81商行'), name).toBe(false);
    house().at('2026-11-24T09:00');
    await forgetBatches(house().dependencies);
    expect((await house().get('limin', urlOf(reply))).body).toMatchObject({ closed: true, rows: [{ cells: null }] });
    house().at('2026-11-20T09:00');
  });
});

describe('a list that is none', () => {
  const codeOf = async (content: Buffer) => (await sendList(house(), 'limin', { content }, '/api/batches')).body.code;
  const long = (rows: number) =>
    csvList([batchHeadings, ...Array.from({ length: rows }, (_, index) => shopRow(index))]);

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['empty', 'file-empty', () => Buffer.alloc(0)],
    ['damaged', 'list-corrupt', async () => (await xlsxList([batchHeadings, shopRow(1)])).subarray(0, 400)],
    ['without the columns that are needed', 'list-columns-missing', () => csvList([['店铺'], ['海蓝商行']])],
    ['only headings', 'list-empty', () => csvList([batchHeadings])],
    ['of 10,001 rows', 'list-too-long', () => long(10_001)],
    ['of more rows than one list may have', 'batch-too-long', () => long(501)],
    ['with formulas', 'list-has-formulas', () => csvList([batchHeadings, shopRow(1, { 2: '=HYPERLINK("x")' })])],
  ])('because it is %s is refused with what to do, and nothing is kept', async (_, code, content) => {
    const before = (await house().get('limin', '/api/batches')).body;
    expect(await codeOf(await content())).toBe(code);
    expect((await house().get('limin', '/api/batches')).body).toEqual(before);
  });
});

describe('a clerk without a script', () => {
  const form = (login: string, url: string, fields: Readonly<Record<string, string>>) =>
    house().ask(login, {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  it('downloads the template, uploads a list, reads its rows, starts it and sees it through', async () => {
    const template = await house().get('limin', '/batches/template?format=csv');
    expect(template.text).toContain('申请人,申请人类型');
    expect((await sendList(house(), 'limin', { content: template.bytes }, '/batches')).status).toBe(303);
    const brought = await bring(house(), 'limin', [shopRow(91), shopRow(92, { 3: '不知道' })], '/batches');
    const url = String(brought.headers.location);
    const page = await house().get('limin', url);
    for (const words of ['名单第91商行', '可以登记', '不能登记', '请填写：自然人']) expect(page.text).toContain(words);
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    const { batches } = house().dependencies.store;
    const known = (await batches.find(url.split('/').at(-1)!))!;
    expect(String(known.version)).toBe(version);
    const started = await form('limin', `${url}/start`, { version });
    expect([started.status, started.headers.location]).toEqual([303, url]);
    await runBatches(house().dependencies);
    const end = await house().get('limin', url);
    expect(end.text).not.toContain('名单第91商行');
    expect(end.text).toContain('已登记');
    expect((await house().get('limin', '/batches')).text).toContain(url);
  });

  it('sees the page renew itself while rows wait, and can stop that', async () => {
    const brought = await bring(house(), 'limin', [shopRow(95)], '/batches');
    const url = String(brought.headers.location);
    const { batches } = house().dependencies.store;
    const known = (await batches.find(url.split('/').at(-1)!))!;
    await batches.save(
      { ...known, rows: known.rows.map((row) => ({ ...row, state: 'waiting' as const })) },
      house().dependencies.now(),
    );
    const page = await house().get('limin', url);
    expect(page.headers.refresh).toBe(`3; url=${url}`);
    expect((await house().get('limin', `${url}?still=1`)).headers.refresh).toBeUndefined();
    expect(page.text).not.toContain(`action="${url}/start"`);
    await runBatches(house().dependencies);
  });

  it('who brings something else gets the form back with what is wrong at the file', async () => {
    const reply = await sendList(house(), 'limin', { content: Buffer.from('%PDF-1.7') }, '/batches');
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('不是 .xlsx 或 .csv 清单');
    expect(reply.text).toContain('id="field-file-error"');
  });
});
