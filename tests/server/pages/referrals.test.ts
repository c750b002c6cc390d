/** The pages of the register of referrals and of its reconciliation. */
import { describe, expect, it } from 'vitest';
import { csvList, sendList, sentIn, takenAt } from '../../support/referrals.ts';
import { type ServedHouse, serve } from '../../support/server.ts';

const number = '（2026）鲁0602民初456号';
const list = csvList([
  ['案号', '委托日期', '原告'],
  [number, '2026-09-03', '名单中的张三丰'],
  [number, '2026-09-03', ''],
]);

async function houseWithOne(): Promise<ServedHouse> {
  const house = await serve({ start: '2026-09-10T12:00' });
  await takenAt(await sentIn(house), '2026-09-10T09:00');
  return house;
}

const send = (house: ServedHouse, login: string | null, keep: 'yes' | 'no', content = list, more = {}) =>
  sendList(house, login, { content, fields: { keep, ...more } }, '/referrals/reconcile');

describe('the page of the register', () => {
  it('has its link for court, committee and centre staff, and for nobody else', async () => {
    const house = await serve();
    const link = 'href="/referrals"';
    for (const login of ['liu', 'limin', 'sun', 'wang']) expect((await house.get(login, '/desk')).text).toContain(link);
    expect((await house.get('zhao', '/desk')).text).not.toContain(link);
    expect((await house.get('admin-system', '/administration/accounts')).text).not.toContain(link);
    expect((await house.get('zhao', '/referrals')).status).toBe(403);
    expect((await house.get(null, '/referrals')).headers.location).toContain('/sign-in');
  });

  it('shows number, the late answer with its day and article, the term, and the way to the case', async () => {
    const house = await houseWithOne();
    const { text } = await house.get('liu', '/referrals');
    for (const said of [number, '逾期', '2026-09-09', '第十二条', '2026-09-28', '调解中', 'href="/cases/case-1"']) {
      expect(text).toContain(said);
    }
  });

  it('keeps its filters in the address, the form, the export and the next page', async () => {
    const house = await houseWithOne();
    const { text } = await house.get('liu', '/referrals?from=2026-09-01&mode=entrusted');
    expect(text).toContain('value="2026-09-01"');
    expect(text).toContain('<option value="entrusted" selected');
    expect(text).toContain('/referrals/export?from=2026-09-01&amp;mode=entrusted&amp;format=xlsx');
    const none = await house.get('liu', '/referrals?state=closed');
    expect(none.text).toContain('没有符合条件');
    expect(none.text).not.toContain(number);
    expect((await house.get('liu', '/referrals?from=soon')).status).toBe(422);
  });

  it('says that there is nothing, in the language of the reader', async () => {
    const house = await serve();
    expect((await house.get('liu', '/referrals')).text).toContain('没有符合条件的委派');
    const english = await house.ask('liu', { url: '/referrals', headers: {} });
    expect(english.status).toBe(200);
    const reply = await house.get('liu', '/referrals?language=en');
    expect([reply.status, String(reply.headers['set-cookie'])]).toEqual([303, expect.stringContaining('language=en')]);
  });
});

describe('the page of the reconciliation', () => {
  it('says what a list must have, and offers the period of last month until today', async () => {
    const house = await serve({ start: '2026-09-10T12:00' });
    const { text } = await house.get('liu', '/referrals/reconcile');
    for (const said of [
      '诉前调案号',
      'multipart/form-data',
      'value="2026-08-01"',
      'value="2026-09-10"',
      '还没有存档的核对',
    ])
      expect(text).toContain(said);
  });

  it('previews row by row with names, and keeps nothing', async () => {
    const house = await houseWithOne();
    const { status, text, headers } = await send(house, 'liu', 'no');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    for (const said of ['这是预览', '匹配但有差异', '名单中的张三丰', '清单内重复', '第 2 行', 'value="2026-09-30"'])
      expect(text).toContain(said);
    expect((await house.get('liu', '/referrals/reconcile')).text).toContain('还没有存档的核对');
  });

  it('keeps a record without names that is listed, opened and given out again', async () => {
    const house = await houseWithOne();
    const kept = await send(house, 'liu', 'yes');
    expect(kept.status).toBe(303);
    const address = String(kept.headers.location);
    const { text } = await house.get('liu', address);
    for (const said of ['刘洋', '2026-09-10', '原告：不一致', '清单内重复', `${address}/export?format=xlsx`])
      expect(text).toContain(said);
    expect(text).not.toContain('张三丰');
    expect((await house.get('liu', '/referrals/reconcile')).text).toContain(address);
    expect((await house.get('liu', `${address}/export?format=xlsx`)).status).toBe(200);
    expect((await house.get('limin', address)).status).toBe(404);
  });

  it('comes back with the reason and the period when the file is no list', async () => {
    const house = await houseWithOne();
    const wrong = await send(house, 'liu', 'yes', csvList([['案号'], [number]]));
    expect(wrong.status).toBe(422);
    for (const said of ['清单缺少栏目：委派（委托）日期', 'href="#field-file"', 'value="2026-09-01"'])
      expect(wrong.text).toContain(said);
    const period = await send(house, 'liu', 'yes', list, { to: '2026-08-01' });
    expect([period.status, period.text.includes('href="#field-to"')]).toEqual([422, true]);
  });

  it('asks who is not signed in to sign in', async () => {
    const house = await serve();
    expect((await send(house, null, 'no')).headers.location).toContain('/sign-in');
  });
});
