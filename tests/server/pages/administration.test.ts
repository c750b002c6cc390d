import { describe, expect, it } from 'vitest';
import { first } from '../../../seeds/stories/first.ts';
import { type ServedHouse, serve, tellOverHttp } from '../../support/server.ts';

const form = (house: ServedHouse, login: string | null, url: string, fields: Readonly<Record<string, string>> = {}) =>
  house.ask(login, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

const page = (house: ServedHouse, login: string | null, url: string) => house.get(login, url);

const own = {
  'admin-system': ['/administration/accounts', '/administration/accounts/new', '/administration/proposals'],
  'admin-security': ['/administration/accounts', '/administration/proposals'],
  'admin-audit': ['/administration/audit'],
} as const;

describe('the pages of the three administrators', () => {
  it('lead each to his own desk, and stand open to nobody else', async () => {
    const house = await serve();
    for (const [login, pages] of Object.entries(own)) {
      const desk = await page(house, login, '/desk');
      expect([login, desk.status, String(desk.headers.location).startsWith('/administration/')]).toEqual([
        login,
        303,
        true,
      ]);
      for (const url of pages) expect([login, url, (await page(house, login, url)).status]).toEqual([login, url, 200]);
    }
    for (const login of ['sun', 'limin', 'wang', 'zhao', 'liu', 'somebody']) {
      for (const url of ['/administration/accounts', '/administration/proposals', '/administration/audit']) {
        expect([login, url, (await page(house, login, url)).status]).toEqual([login, url, 403]);
      }
    }
    expect((await page(house, 'admin-system', '/administration/audit')).status).toBe(403);
    expect((await page(house, 'admin-audit', '/administration/accounts')).status).toBe(403);
    expect((await page(house, null, '/administration/accounts')).status).toBe(303);
  });

  it('invite, show the link once, keep what was entered when something is wrong, and confirm', async () => {
    const house = await serve();
    const fields = { name: '陈静', login: 'sun', organisation: 'yantaiMediationCommittee', roles: 'mediator' };
    const wrong = await form(house, 'admin-system', '/administration/accounts', fields);
    expect([wrong.status, wrong.text.includes('陈静'), wrong.text.includes('该登录名已被使用')]).toEqual([
      409,
      true,
      true,
    ]);
    const done = await form(house, 'admin-system', '/administration/accounts', { ...fields, login: 'chen' });
    expect(done.headers['cache-control']).toBe('no-store');
    const path = /\/link\/[\w-]+/.exec(done.text)?.[0] ?? '';
    expect((await page(house, null, path)).text).toContain('陈静');
    const [proposal] = await house.dependencies.proposals.list('open', 9);
    const confirm = `/administration/proposals/${proposal?.id}/confirm`;
    expect((await form(house, 'admin-system', confirm)).status).toBe(403);
    const list = await page(house, 'admin-security', '/administration/proposals');
    expect(list.text).toContain(confirm);
    expect((await form(house, 'admin-security', confirm)).status).toBe(303);
    const english = await house.ask('admin-security', {
      url: '/administration/proposals',
      headers: {},
    });
    expect(english.text).toContain('已确认');
    const account = (await house.dependencies.accounts.list()).find(({ login }) => login === 'chen');
    expect(account?.roles).toEqual(['mediator']);
    expect((await form(house, 'admin-system', `/administration/accounts/${account?.id}/suspend`)).status).toBe(303);
    expect(
      (await page(house, 'admin-system', `/administration/accounts/${account?.id}?done=accountSuspended`)).text,
    ).toContain('账号已停用');
  });

  it('show the audit by filters and pages, and give the export as a file', async () => {
    const house = await serve();
    for (const login of ['sun', 'zhou']) await house.get(login, '/desk');
    const all = await page(house, 'admin-audit', '/administration/audit?kind=signedIn&person=sun-lihua');
    expect(all.text).toContain('sun-lihua');
    expect(all.text).not.toContain('zhou-jianguo');
    expect((await page(house, 'admin-audit', '/administration/audit?after=nonsense')).status).toBe(400);
    // A name may be typed; what stands in the address afterwards is the id of the one who has it.
    const named = await form(house, 'admin-audit', '/administration/audit', { kind: 'signedIn', person: '孙丽华' });
    expect(named.headers.location).toBe('/administration/audit?kind=signedIn&person=sun-lihua');
    const unknown = await form(house, 'admin-audit', '/administration/audit', {
      account: '查无此人',
      from: '2026-11-01',
    });
    expect([unknown.status, unknown.text.includes('value="查无此人"')]).toEqual([422, true]);
    expect(unknown.text).toContain('没有唯一对应的账号或编号');
    expect((await form(house, 'sun', '/administration/audit', { person: '孙丽华' })).status).toBe(403);
    const file = await page(house, 'admin-audit', '/administration/audit/export?kind=signedIn');
    expect(file.headers['content-disposition']).toContain('audit.jsonl');
    expect(file.text).toContain('"kind":"signedIn"');
  });
});

describe('the page of people', () => {
  it('names a stand-in for oneself, and for others only by the clerk', async () => {
    const house = await serve({ start: '2026-11-23T09:00' });
    const fields = { deputy: 'zhou-jianguo', from: '2026-11-24', to: '2026-11-25' };
    expect((await form(house, 'sun', '/people/stand-ins', { ...fields, person: 'li-min' })).status).toBe(403);
    expect((await form(house, 'sun', '/people/stand-ins', fields)).status).toBe(303);
    const shown = await page(house, 'sun', '/people');
    expect([shown.text.includes('周建国'), shown.text.includes('离岗移交')]).toEqual([true, false]);
    expect((await page(house, 'limin', '/people')).text).toContain('离岗移交');
    expect((await page(house, 'admin-system', '/people')).status).toBe(403);
    const again = await form(house, 'sun', '/people/stand-ins', { ...fields, deputy: 'liu-yang' });
    expect([again.status, again.text.includes('2026-11-24')]).toEqual([422, true]);
  });

  it('lists a leaving mediator’s proceedings, gives them away in one go and shows how far it is', async () => {
    const house = await serve();
    const caseId = await tellOverHttp(house, first, { until: 10 });
    const list = await page(house, 'limin', '/people/leaving?leaver=sun-lihua');
    expect(list.text).toContain('officer.');
    expect((await page(house, 'sun', '/people/leaving?leaver=sun-lihua')).status).toBe(403);
    expect((await form(house, 'limin', '/people/reassignments', { person: 'sun-lihua' })).status).toBe(422);
    const started = await form(house, 'limin', '/people/reassignments', {
      person: 'sun-lihua',
      everythingTo: 'zhou-jianguo',
    });
    const job = String(started.headers.location);
    await form(house, 'limin', `${job}/run`);
    expect((await page(house, 'limin', job)).text).toContain('已完成');
    expect((await page(house, 'wang', job)).status).toBe(404);
    const assignments = Object.values((await house.file(caseId)).proceedings).flatMap((one) => one.assignments);
    expect(assignments.some(({ person, as, to }) => person === 'zhou-jianguo' && as === 'officer' && to === null)).toBe(
      true,
    );
  });
});

describe('the page of one masked field', () => {
  it('is offered to the officer, asks for a reason, and shows the value in this one answer', async () => {
    const house = await serve();
    const caseId = await tellOverHttp(house, first, { until: 10 });
    const url = `/cases/${caseId}/reveal`;
    expect((await page(house, 'sun', `/cases/${caseId}`)).text).toContain(url);
    expect((await page(house, 'limin', `/cases/${caseId}`)).text).not.toContain(url);
    expect((await page(house, 'limin', url)).status).toBe(403);
    const asked = await page(house, 'sun', url);
    const which = /value="([^"]+\.telephone)"/.exec(asked.text)?.[1] ?? '';
    expect(asked.text).not.toContain('13800000137');
    const without = await form(house, 'sun', url, { which, reason: '' });
    expect([without.status, without.text.includes('0535-6000137')]).toEqual([422, false]);
    const shown = await form(house, 'sun', url, { which, reason: '电话联系当事人' });
    expect([shown.status, shown.headers['cache-control'], shown.text.includes('0535-6000137')]).toEqual([
      200,
      'no-store',
      true,
    ]);
    expect((await page(house, 'sun', url)).text).not.toContain('0535-6000137');
  });
});

describe('the desk of a centre’s head', () => {
  it('shows numbers, asks for a reason on the way to a case, and goes on to it', async () => {
    const house = await serve();
    const claimant = { name: '张三', telephone: '13800000000' };
    const { body } = await house.give('wang', null, 'openCase', { data: { claimant, summary: '一句话' } });
    const [caseId, code] = [String(body.caseId), String(body.code)];
    const desk = await page(house, 'zhao', '/desk');
    expect([desk.status, desk.text.includes('在办案件'), desk.text.includes('张三')]).toEqual([200, true, false]);
    expect((await form(house, 'zhao', '/search', { text: '张三' })).text).not.toContain(caseId);
    const asked = await form(house, 'zhao', '/search', { text: code });
    expect([asked.status, asked.text.includes(`/cases/${caseId}/reason`), asked.text.includes('张三')]).toEqual([
      403,
      true,
      false,
    ]);
    const empty = await form(house, 'zhao', `/cases/${caseId}/reason`, { reason: '', to: `/cases/${caseId}` });
    expect(empty.status).toBe(422);
    const given = await form(house, 'zhao', `/cases/${caseId}/reason`, {
      reason: '处理来信投诉',
      to: `/cases/${caseId}`,
    });
    expect([given.status, given.headers.location]).toEqual([303, `/cases/${caseId}`]);
    expect((await page(house, 'zhao', `/cases/${caseId}`)).text).toContain('张三');
    expect((await page(house, 'zhao', '/handoffs')).status).toBe(403);
  });
});
