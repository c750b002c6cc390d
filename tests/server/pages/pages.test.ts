import { describe, expect, it } from 'vitest';
import { castPassword } from '../../../seeds/cast.ts';
import { first } from '../../../seeds/stories/first.ts';
import { commandAddress } from '../../../server/pages/command-page.ts';
import { headingOf, signedIn, visitor } from '../../support/browserless.ts';
import { formIn } from '../../support/forms.ts';
import { type House, houseForTest } from '../../support/house.ts';
import { problemsOf, tellOverPages } from '../../support/told-over-pages.ts';

const claimant = {
  'data.claimant.kind': ['legal'],
  'data.claimant.name': ['烟台海岳电器有限公司'],
  'data.claimant.telephone': ['0535-6000137'],
  'data.summary': ['有人销售标有“海岳”商标的电热水壶 <b>&\n第二行'],
};

function stepsBefore(command: string): number {
  return first.steps.findIndex((step) => step.command === command);
}

async function mediation(house: House, caseId: string): Promise<string> {
  const caseFile = await house.dependencies.store.load(caseId);
  const found = Object.values(caseFile?.proceedings ?? {}).find(({ channel }) => channel === 'peopleMediation');
  if (found === undefined) throw new Error('no mediation');
  return found.id;
}

async function version(house: House, caseId: string): Promise<number | undefined> {
  return (await house.dependencies.store.load(caseId))?.version;
}

describe('Somebody who is not signed in', () => {
  it('is asked to sign in and then comes to where they were going', async () => {
    const house = await houseForTest();
    const person = visitor(house);
    const sent = await person.get('/cases/new');
    expect(sent).toMatchObject({ status: 303, location: '/sign-in?to=%2Fcases%2Fnew' });
    const { sent: controls, action } = formIn((await person.get(sent.location ?? '')).text, '/sign-in');
    const answer = await person.post(action, { ...controls, login: ['limin'], password: [castPassword] });
    expect(answer).toMatchObject({ status: 303, location: '/cases/new' });
    expect((await person.get('/cases/new')).status).toBe(200);
  });

  it('is never sent on to another site', async () => {
    const house = await houseForTest();
    const person = visitor(house);
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\tx']) {
      const answer = await person.post('/sign-in', { login: ['sun'], password: [castPassword], to: [to] });
      expect(answer.location).toBe('/desk');
    }
  });

  it('sees the logins of a demonstration, and elsewhere none', async () => {
    const demo = await visitor(await houseForTest()).get('/sign-in');
    expect(demo.text).toContain(castPassword);
    expect(demo.text).toContain('孙丽华');
    const real = await visitor(await houseForTest({ environment: { JIEFEN_DEMO: '0' } })).get('/sign-in');
    expect(real.text).not.toContain(castPassword);
    expect(real.text).not.toContain('孙丽华');
  });

  it('is told of a wrong password without being told which part was wrong, and keeps the login', async () => {
    const house = await houseForTest();
    const answer = await visitor(house).post('/sign-in', { login: ['sun'], password: ['wrong password here'] });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('登录名或密码不正确');
    expect(answer.text).toContain('value="sun"');
    expect(answer.text).not.toContain('wrong password here');
  });

  it('gets a page, not JSON, where there is none', async () => {
    const answer = await visitor(await houseForTest()).get('/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('没有找到，或不对您开放');
  });
});

describe('A form that cannot be taken', () => {
  it('comes back with everything that was entered and every mistake at its control', async () => {
    const house = await houseForTest();
    const clerk = await signedIn(house, 'limin');
    const answer = await clerk.fill('/cases/new', {
      ...claimant,
      'data.claimant.name': [''],
      'data.amountFen': ['六万'],
    });
    expect(answer.status).toBe(422);
    const { sent } = formIn(answer.text, '/cases/new');
    expect(sent).toMatchObject({
      'data.claimant.kind': ['legal'],
      'data.claimant.telephone': ['0535-6000137'],
      'data.summary': ['有人销售标有“海岳”商标的电热水壶 <b>&\r\n第二行'],
      'data.amountFen': ['六万'],
    });
    expect(problemsOf(answer.text)).toContain('请填写姓名或名称');
    expect(answer.text).toContain('id="field-data-amountFen-error"');
    expect(answer.text).toContain('<details class="more" open>');
    expect(
      (
        await house.dependencies.store.reads.cases({
          organisation: 'yantaiMediationCommittee',
          scope: 'all',
          officer: null,
          after: null,
          limit: 9,
        })
      ).rows,
    ).toEqual([]);
  });

  it('says what the law says, with the article and what to do instead', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('recordAgreement') });
    const clerk = await signedIn(house, 'limin');
    const parties = Object.keys((await house.dependencies.store.load(caseId))?.parties ?? {});
    const address = commandAddress(caseId, 'appointAgent', null);
    const agent = (name: string) => ({
      'data.party': [parties[0] ?? ''],
      'data.who.name': [name],
      'data.authority': ['special'],
    });
    expect((await clerk.fill(address, agent('甲'))).status).toBe(303);
    expect((await clerk.fill(address, agent('乙'))).status).toBe(303);
    const before = await version(house, caseId);
    const third = await clerk.fill(address, agent('丙律师'));
    expect(third.status).toBe(409);
    expect(problemsOf(third.text)).toMatch(
      /最多委托两名代理人.*《中华人民共和国民事诉讼法》第六十一条|最多委托两名代理人.*第六十一条/,
    );
    expect(problemsOf(third.text)).toContain('请先终止一名代理人的授权');
    expect(formIn(third.text, '/cases').sent).toMatchObject(agent('丙律师'));
    expect(await version(house, caseId)).toBe(before);
  });

  it('asks for one more row without a script, and keeps the rows so far', async () => {
    const house = await houseForTest();
    const clerk = await signedIn(house, 'limin');
    const form = formIn((await clerk.get('/cases/new')).text, '/cases/new');
    const sent = {
      ...form.sent,
      ...claimant,
      'data.respondents.0.who.name': ['芝罘区鑫达商行'],
      'addRow:data.respondents': ['2'],
    };
    const answer = await clerk.post('/cases/new', sent);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('name="data.respondents.1.who.name"');
    expect(formIn(answer.text, '/cases/new').sent).toMatchObject({ 'data.respondents.0.who.name': ['芝罘区鑫达商行'] });
    expect(answer.text).not.toContain('error-summary');
  });
});

describe('A form that another site sends', () => {
  it('is refused and does nothing', async () => {
    const house = await houseForTest();
    const clerk = await signedIn(house, 'limin');
    const form = formIn((await clerk.get('/cases/new')).text, '/cases/new');
    const answer = await clerk.post('/cases/new', { ...form.sent, ...claimant }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('该请求来自其他网站');
  });
});

describe('A session that ends while a form is open', () => {
  it('leads through the sign-in back to the form with everything in it, and does nothing by itself', async () => {
    const house = await houseForTest();
    const clerk = await signedIn(house, 'limin');
    const form = formIn((await clerk.get('/cases/new')).text, '/cases/new');
    await clerk.post('/sign-out', {});
    const ended = await clerk.post('/cases/new', { ...form.sent, ...claimant });
    expect(ended.status).toBe(401);
    const signIn = formIn(ended.text, '/sign-in');
    const back = await clerk.post(signIn.action, { ...signIn.sent, login: ['limin'], password: [castPassword] });
    const resumed = formIn(back.text, '/cases/new');
    const again = await clerk.post(resumed.action, resumed.sent);
    expect(again.status).toBe(200);
    const kept = formIn(again.text, '/cases/new');
    expect(kept.sent).toMatchObject({ 'data.claimant.name': ['烟台海岳电器有限公司'] });
    const done = await clerk.post(kept.action, kept.sent);
    expect(done.location).toMatch(/^\/cases\/[^/]+\?done=openCase$/);
  });
});

describe('Two people at one form', () => {
  it('shows the second what the first did and by whom, and keeps what the second entered', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('openSession') });
    const mediator = await signedIn(house, 'sun');
    const deputy = await signedIn(house, 'zhou');
    const address = commandAddress(caseId, 'openSession', await mediation(house, caseId));
    const opened = formIn((await deputy.get(address)).text, '/cases');
    expect((await mediator.fill(address, { 'data.mode': ['online'] })).status).toBe(303);
    const late = await deputy.post(opened.action, {
      ...opened.sent,
      'data.mode': ['inPerson'],
      'data.minutes': ['90'],
    });
    expect(late.status).toBe(412);
    expect(late.text).toContain('您打开表单之后，内容有了更新');
    expect(late.text).toContain('孙丽华');
    const kept = formIn(late.text, '/cases');
    expect(kept.sent).toMatchObject({ 'data.mode': ['inPerson'], 'data.minutes': ['90'] });
    expect(kept.sent.revision).not.toEqual(opened.sent.revision);
  });

  it('takes a double click once', async () => {
    const house = await houseForTest();
    const clerk = await signedIn(house, 'limin');
    const form = formIn((await clerk.get('/cases/new')).text, '/cases/new');
    const [one, two] = await Promise.all([
      clerk.post('/cases/new', { ...form.sent, ...claimant }),
      clerk.post('/cases/new', { ...form.sent, ...claimant }),
    ]);
    expect(two.location).toBe(one.location);
    const list = await house.dependencies.store.reads.cases({
      organisation: 'yantaiMediationCommittee',
      scope: 'all',
      officer: null,
      after: null,
      limit: 9,
    });
    expect(list.rows).toHaveLength(1);
  });
});

describe('A paper', () => {
  it('is uploaded with the form, and stays with a form that comes back', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('addItem') });
    const clerk = await signedIn(house, 'limin');
    const address = commandAddress(caseId, 'addItem', await mediation(house, caseId));
    const form = formIn((await clerk.get(address)).text, '/cases');
    const about = { 'data.document': ['mediationApplication'], 'data.class': ['partyFile'] };
    const refused = await clerk.upload(form.action, { ...form.sent, ...about }, { 'data.file': '%PDF-1.7 调解申请书' });
    expect(refused.status).toBe(422);
    const kept = formIn(refused.text, '/cases');
    expect(kept.sent['data.file.sha256']?.[0]).toMatch(/^[0-9a-f]{64}$/);
    const done = await clerk.upload(kept.action, { ...kept.sent, 'data.title': ['调解申请书'] }, {});
    expect(done.status).toBe(303);
    const page = await clerk.get(`/cases/${caseId}`);
    expect(page.text).toContain('调解申请书');
    expect(page.text).toContain(kept.sent['data.file.sha256']?.[0]?.slice(0, 8));
  });

  it('that somebody else uploaded cannot be claimed by its hash', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('addItem') });
    const clerk = await signedIn(house, 'limin');
    const address = commandAddress(caseId, 'addItem', await mediation(house, caseId));
    const stolen = {
      'data.file.sha256': ['ab'.repeat(32)],
      'data.file.bytes': ['20'],
      'data.file.mediaType': ['application/pdf'],
    };
    const answer = await clerk.fill(address, {
      'data.document': ['mediationApplication'],
      'data.class': ['partyFile'],
      'data.title': ['x'],
      ...stolen,
    });
    expect(answer.status).toBe(422);
    expect(problemsOf(answer.text)).toContain('没有找到您上传的这个文件');
  });
});

describe('Warnings', () => {
  it('are listed with their article, each with a box, and the command is taken when all were ticked', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('offerHandoff') });
    house.at('2026-12-20T10:00');
    const mediator = await signedIn(house, 'sun');
    const handoff = Object.keys((await house.dependencies.store.load(caseId))?.handoffs ?? {})[0] ?? '';
    const address = commandAddress(caseId, 'offerHandoff', handoff);
    const asked = await mediator.fill(address, {});
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('已阅知');
    expect(problemsOf(asked.text)).toMatch(/第二百零五条/);
    const codes = [...asked.text.matchAll(/name="acknowledged" value="([^"]+)"/g)].flatMap(([, code]) => code ?? []);
    expect(codes.length).toBeGreaterThan(0);
    const kept = formIn(asked.text, '/cases');
    const done = await mediator.post(kept.action, { ...kept.sent, acknowledged: codes });
    expect(done.location).toContain(`/cases/${caseId}/handoffs/${handoff}?done=offerHandoff`);
  });
});

describe('A query code', () => {
  it('is shown once on a slip, opens the public page, and stands in no address', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('splitMatter') });
    const clerk = await signedIn(house, 'limin');
    const party = Object.keys((await house.dependencies.store.load(caseId))?.parties ?? {})[0] ?? '';
    const address = commandAddress(caseId, 'issueQueryCode', null);
    const form = formIn((await clerk.get(address)).text, '/cases');
    const slip = await clerk.post(form.action, { ...form.sent, 'data.party': [party] });
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(slip.text)?.[0] ?? '';
    expect(code).not.toBe('');
    expect(slip.text).toContain('data:image/svg+xml;base64,');
    const again = await clerk.post(form.action, { ...form.sent, 'data.party': [party] });
    expect(again.text).not.toContain(code);
    expect(again.text).toContain('不再重复显示');

    const someone = visitor(house);
    const status = await someone.post('/status', { code: [` ${code.toLowerCase()} `] });
    expect(status.status).toBe(200);
    expect(status.text).toContain('正在调解');
    expect(status.text).not.toContain('鑫达商行');
    expect(status.text).not.toContain(code);
  });

  it('that is wrong, replaced or never was gets the same neutral sentence', async () => {
    const house = await houseForTest();
    const someone = visitor(house);
    const [wrong, empty] = await Promise.all([
      someone.post('/status', { code: ['AAAA-BBBB-CCCC'] }),
      someone.post('/status', { code: [''] }),
    ]);
    expect(wrong.status).toBe(404);
    expect(wrong.text).toBe(empty.text);
    expect(wrong.text).toContain('查询码不正确或已失效');
    expect(wrong.text).not.toContain('AAAA');
  });
});

describe('What somebody may not see', () => {
  it('is simply not there: a court reads nothing of the inside of a mediation, and no case that is not its own', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('receiveHandoff') });
    const [court, mediator, centre] = await Promise.all([
      signedIn(house, 'liu'),
      signedIn(house, 'sun'),
      signedIn(house, 'wang'),
    ]);
    const inside = '鑫达商行愿意赔偿六万元';
    expect((await mediator.get(`/cases/${caseId}`)).text).toContain(inside);
    const seen = await court.get(`/cases/${caseId}`);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain(inside);
    expect(seen.text).not.toContain('万顺日用品店');
    expect((await centre.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await centre.get(commandAddress(caseId, 'addParty', null))).status).toBe(404);
    const own = await mediation(house, caseId);
    expect((await court.get(commandAddress(caseId, 'noteInside', own))).status).toBe(403);
  });

  it('nor do administrators see any case', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: 1 });
    const admin = await signedIn(house, 'admin-system');
    const own = await admin.get('/administration/accounts');
    expect([own.status, own.text.includes('海岳')]).toEqual([200, false]);
    expect((await admin.get(`/cases/${caseId}`)).status).toBe(404);
  });
});

describe('The desk', () => {
  it('says so when nothing waits', async () => {
    const house = await houseForTest();
    const page = await (await signedIn(house, 'liu')).get('/desk');
    expect(page.text).toContain('没有待答复的移送');
    expect(page.text).toContain('没有今日到期或临近的期限');
  });

  it('shows a court what it has to receive, and finds a case by code, number and name', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('receiveHandoff') });
    const court = await signedIn(house, 'liu');
    const queue = (await court.get('/desk')).text;
    expect(queue).toContain('申请司法确认');
    expect(queue).toContain('按法定期限先后');
    const mediator = await signedIn(house, 'sun');
    const code = (await house.dependencies.store.load(caseId))?.header.code ?? '';
    const sought = async (text: string) => (await mediator.post('/search', { text: [text] })).location ?? '';
    expect(await sought(code)).toBe(`/cases/${caseId}`);
    expect((await mediator.get(await sought('鑫达'))).text).toContain(code);
  });

  it('shows the case as it stood on a day', async () => {
    const house = await houseForTest();
    const caseId = await tellOverPages(house, first, { steps: stepsBefore('offerHandoff') });
    const mediator = await signedIn(house, 'sun');
    const then = await mediator.get(`/cases/${caseId}?asOf=2026-09-10`);
    expect(then.text).toContain('这是过去某一时点的案件');
    expect(then.text).toContain('已指定调解员');
    expect(then.text).not.toContain('60,000.00');
    expect(then.text).not.toContain('id="actions"');
  });
});

describe('The language', () => {
  it('is switched by a link, kept in a cookie, and leads back to the same page', async () => {
    const house = await houseForTest();
    const person = visitor(house);
    const page = await person.get('/status');
    expect(page.text).toContain('href="/status?language=en"');
    expect((await person.get('/status?language=en')).location).toBe('/status');
    expect(headingOf(await person.get('/status'))).toBe('How your case stands');
    expect((await person.get('/status?language=klingon')).location).toBe('/status');
    expect(headingOf(await person.get('/status'))).toBe('案件进展查询');
  });
});
