import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregatesOf } from '../../server/administration/index.ts';
import { ProblemError } from '../../server/errors.ts';
import { postsOf, sendLetters } from '../../server/letters/index.ts';
import { commandChannel } from '../../server/write/index.ts';
import { headingOf, signedIn, type Visitor, visitor } from '../support/browserless.ts';
import { atTheDoor, begins, codesSent, type DoorCase, doorCase } from '../support/door-house.ts';
import { type Controls, formIn } from '../support/forms.ts';
import { type House, houseForTest, openHouse } from '../support/house.ts';
import { mailServer } from '../support/mail-server.ts';

const start = '2026-11-23T09:00';

const clerk = {
  accountId: 'li-min',
  name: '李敏',
  organisationId: 'yantaiMediationCommittee',
  roles: ['committeeClerk'],
  secondFactor: true,
} as const;

let house: House;
beforeAll(async () => {
  house = await openHouse({ start });
});
afterAll(() => house?.close());

/** Begins an act, gives the one-time code that was sent, and sends the form. */
async function does(person: Visitor, act: string, entries: Controls = {}, code?: string, place = 1) {
  const page = await begins(person, act, place);
  const form = formIn(page.text, `/status/${place}/`);
  const sent = {
    ...form.sent,
    ...entries,
    ...(page.text.includes('name="code"') ? { code: [code ?? codesSent(house).at(-1) ?? ''] } : {}),
  };
  return page.text.includes('multipart/form-data')
    ? person.upload(form.action, sent, {})
    : person.post(form.action, sent);
}

async function factsBy(one: DoorCase, type: string) {
  return Object.values((await one.file()).facts).filter((fact) => fact.type === type && 'byParty' in fact.values);
}

describe('A respondent who opens the letter', () => {
  it('reads what it is about, who mediates, that it is free, what is asked, and what declining means; no name of anybody else', async () => {
    const one = await doorCase(house);
    for (const [language, words] of [
      ['zh-CN', ['商标', '第12345', '孙', '免费', '如果我什么都不做', '不参加没有任何不利后果', '同意参加调解']],
      ['en', ['Trademark', 'Free of charge', 'If I do nothing', 'Declining has no adverse consequence']],
    ] as const) {
      const page = await (await atTheDoor(house, one.codes.respondent, language)).get('/status');
      for (const word of words) expect(page.text.toLowerCase()).toContain(word.toLowerCase());
      expect(page.text).not.toMatch(/海岳|鑫达|xinda|haiyue/);
      expect(page.text).not.toContain(one.codes.respondent);
    }
  });

  it('answers with the one-time code from its own mailbox, and has a receipt; the desk has it the same moment', async () => {
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    const form = await begins(person, 'agree');
    expect(form.text).toContain('x****@example.cn');
    const receipt = await does(person, 'agree');
    expect(headingOf(receipt)).toBe('已收到');
    const [fact] = await factsBy(one, 'recordConsent');
    expect(fact?.values).toMatchObject({ answer: 'agrees', channel: 'page', level: 1, byParty: 1 });
    expect(receipt.text).toContain(`${(await one.file()).header.code}-${fact?.seq}`);
    const mediator = await signedIn(house, 'sun');
    expect((await mediator.get('/desk')).text).toContain('当事人答复了是否参加调解');
    const page = await mediator.get(`/cases/${one.caseId}`);
    expect(page.text).toContain('本人在网页上答复');
    expect(page.text).toContain('被申请人，经预留联系方式');
    expect((await person.get('/status')).text).toContain('您已同意参加');
  });

  it.each([
    ['decline', {}, 'recordConsent'],
    ['time', { 'data.first': ['2026-12-01T09:30'] }, 'proposeTime'],
    ['defence', { 'data.ground': ['noSuchGoods'] }, 'recordDefence'],
    ['supplier', { 'data.supplier.name': ['批发商行'], 'data.supplier.telephone': ['0535-6000999'] }, 'nameSupplier'],
    ['mediator', { 'data.reason': ['interest'] }, 'askForMediator'],
  ] as const)('may %s, once, however often the form is sent', async (act, entries, type) => {
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    const form = formIn((await begins(person, act)).text, '/status/1/');
    const sent = { ...form.sent, ...entries, code: [codesSent(house).at(-1) ?? ''] };
    const reports: unknown[] = [];
    const counts = (report: unknown) => reports.push(report);
    subscribe(commandChannel.name, counts);
    const first = await person.post(form.action, sent);
    expect(headingOf(first)).toBe('已收到');
    expect(headingOf(await person.post(form.action, sent))).toBe('已收到');
    unsubscribe(commandChannel.name, counts);
    expect(await factsBy(one, type)).toHaveLength(1);
    // Whoever watches the house counts it like an act of a desk.
    expect(reports[0]).toEqual({ type, outcome: 'done', code: null });
    for (const report of reports.slice(1)) expect(report).toEqual({ type, outcome: 'repeated', code: null });
  });

  it('uploads a photo from its telephone, once it is known; without the code nothing is kept', async () => {
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    const form = formIn((await begins(person, 'upload')).text, '/status/1/');
    const entries = { ...form.sent, 'data.document': ['evidence'], 'data.title': ['进货单'] };
    const refused = await person.upload(form.action, { ...entries, code: ['000000'] }, { 'data.file': 'a photo' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('进货单');
    expect(await factsBy(one, 'addItem')).toEqual([]);
    const code = codesSent(house).at(-1) ?? '';
    const done = await person.upload(form.action, { ...entries, code: [code] }, { 'data.file': 'a photo' });
    expect(headingOf(done)).toBe('已收到');
    const [item] = Object.values((await one.file()).items).filter(({ title }) => title === '进货单');
    expect(item).toMatchObject({ class: 'partyFile', mediaType: 'application/pdf' });
    const missing = await does(person, 'upload', { 'data.document': ['evidence'], 'data.title': ['空'] });
    expect(missing.text).toContain('请选择照片或者文件');
  });

  it('asks to be called with the code of the letter alone, and is told who rings and by when', async () => {
    const one = await doorCase(house, {});
    const person = await atTheDoor(house, one.codes.respondent);
    expect(headingOf(await does(person, 'call', { 'data.when': ['morning'] }))).toBe('已收到');
    const page = await person.get('/status');
    expect(page.text).toContain('会有人给您回电');
    expect(page.text).toContain('2026-11-24');
    const desk = await (await signedIn(house, 'sun')).get('/desk');
    expect(desk.text).toContain('被申请人：回电（上午）');
  });
});

describe('A party whose session is set', () => {
  it('reads when and where it is, and no longer once it is over', async () => {
    const one = await doorCase(house);
    const session = { at: '2026-11-27T14:30', place: '解放路10号二楼调解室' };
    await one.gives('sun', 'scheduleSession', await one.mediation(), session);
    const person = await atTheDoor(house, one.codes.claimant);
    const page = await person.get('/status');
    for (const word of ['2026-11-27 14:30', session.place]) expect(page.text).toContain(word);
    house.at('2026-11-27T14:31');
    const later = await atTheDoor(house, one.codes.claimant);
    expect((await later.get('/status')).text).not.toContain(session.place);
    house.at(start);
  });
});

describe('The level of who speaks', () => {
  it('is not enough with the query code alone: no act but the call passes without the one-time code, and nothing changes', async () => {
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    const before = (await one.file()).version;
    for (const act of ['agree', 'decline', 'time', 'defence', 'supplier', 'mediator', 'upload']) {
      for (const code of [[], [''], ['123'], ['abcdef']]) {
        const sent = { step: ['give'], code, 'data.ground': ['licence'], 'data.reason': ['other'] };
        const page = await person.post(`/status/1/${act}`, sent);
        expect([act, page.status]).toEqual([act, 422]);
        expect(page.text).toContain('验证码');
      }
    }
    expect((await one.file()).version).toBe(before);
  });

  it('is checked by a code that is used once, in this session alone, within its minutes and its tries', async () => {
    const one = await doorCase(house);
    const [person, thief] = [
      await atTheDoor(house, one.codes.respondent),
      await atTheDoor(house, one.codes.respondent),
    ];
    await begins(person, 'agree');
    const code = codesSent(house).at(-1) ?? '';
    const give = (who: Visitor, typed: string) => who.post('/status/1/agree', { step: ['give'], code: [typed] });
    expect((await give(thief, code)).text).toContain('已失效');
    house.at('2026-11-23T09:11');
    expect((await give(person, code)).text).toContain('已失效');
    await begins(person, 'agree');
    const next = codesSent(house).at(-1) ?? '';
    const wrong = next === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries += 1) expect((await give(person, wrong)).text).toContain('不正确');
    expect((await give(person, next)).text).toContain('已失效');
    await begins(person, 'agree');
    expect(headingOf(await give(person, codesSent(house).at(-1) ?? ''))).toBe('已收到');
    expect((await begins(person, 'withdraw')).text).not.toContain('name="code"');
    house.at('2026-11-23T09:26');
    await person.get('/status');
    house.at('2026-11-23T09:40');
    expect((await begins(person, 'withdraw')).text).toContain('name="code"');
    expect((await begins(person, 'withdraw')).text).toContain('半小时');
    house.at(start);
  });

  it('cannot be reached where no contact is on file: the telephone and the call remain', async () => {
    const one = await doorCase(house, {});
    const person = await atTheDoor(house, one.codes.respondent);
    const page = await begins(person, 'agree');
    expect(page.text).toContain('没有可以发送验证码的联系方式');
    expect(page.text).toContain('/status/1/call');
    expect(page.text).not.toContain('name="code"');
  });

  it('goes by text message where only a telephone is on file, shown masked', async () => {
    const one = await doorCase(house, { telephone: '13800001234' });
    const person = await atTheDoor(house, one.codes.respondent);
    const page = await begins(person, 'agree');
    expect(page.text).toContain('138****1234');
    expect(page.text).not.toContain('13800001234');
    expect(headingOf(await does(person, 'agree'))).toBe('已收到');
  });
});

describe('A house without a gateway for text messages', () => {
  it('tells nobody that a code went to a telephone, and writes none to a file: e-mail, or the call, remains', async () => {
    const server = await mailServer();
    const mail = { SMTP_URL: server.url, JIEFEN_MAIL_FROM: 'letters@jiefen.example.cn' };
    const real = await houseForTest({ environment: { ...mail, JIEFEN_DEMO: '0' } });
    const onlyTelephone = await doorCase(real, { telephone: '13800000137' });
    const page = await begins(await atTheDoor(real, onlyTelephone.codes.respondent), 'agree');
    expect(page.text).toContain('没有可以发送验证码的联系方式');
    expect(page.text).toContain('请给我回电');
    const both = await doorCase(real, { telephone: '13800000137', email: 'xinda@example.cn' });
    const respondent = Object.values((await both.file()).parties).find(({ side }) => side === 'respondent');
    const theCase = { kind: 'case', id: both.caseId } as const;
    await both.gives('limin', 'confirmServiceAddress', theCase, { party: respondent?.id, method: 'sms' });
    const form = await begins(await atTheDoor(real, both.codes.respondent), 'agree');
    expect(form.text).toContain('x****@example.cn');
    expect(server.taken).toMatchObject([{ to: ['xinda@example.cn'] }]);
    expect(existsSync(join(real.dependencies.config.dataFolder, 'letters'))).toBe(false);
  });
});

describe('The door', () => {
  it('answers a wrong, a revoked and an unheard-of code alike, and opens no session for them', async () => {
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    const party = Object.values((await one.file()).parties).find(({ side }) => side === 'respondent')?.id;
    await one.gives('limin', 'issueQueryCode', { kind: 'case', id: one.caseId }, { party });
    const stranger = visitor(house);
    const answers = await Promise.all(
      [one.codes.respondent, 'AAAA-BBBB-CCCC', '', '%00'].map((code) => stranger.post('/status', { code: [code] })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect([...stranger.cookies.keys()]).not.toContain('jiefen-door');
    // The session that held the revoked code opens nothing any more, and does nothing.
    expect((await person.get('/status/1')).location).toBe('/status');
    expect((await person.get('/status')).text).toContain('name="code"');
    expect((await begins(person, 'call')).location).toBe('/status');
  });

  it('shows each side its own page: a claimant is offered no defence, and neither sees what the other said', async () => {
    const one = await doorCase(house);
    const respondent = await atTheDoor(house, one.codes.respondent);
    await does(respondent, 'defence', { 'data.ground': ['lawfulSource'] });
    await does(respondent, 'supplier', { 'data.supplier.name': ['某某批发商行'] });
    const claimant = await atTheDoor(house, one.codes.claimant);
    const page = await claimant.get('/status');
    expect(page.text).not.toMatch(
      /合法来源|批发商行|说明了理由|我已经答复的|\/status\/1\/(agree|decline|defence|supplier)"/,
    );
    expect((await claimant.post('/status/1/defence', { step: ['give'] })).location).toBe('/status/1');
    // Nor does its own page repeat what was said inside: the telephone may be in other hands.
    const own = await respondent.get('/status');
    expect(own.text).toContain('说明了理由');
    expect(own.text).not.toMatch(/合法来源|批发商行/);
    const clerk = await signedIn(house, 'limin');
    for (const address of ['/desk', `/cases/${one.caseId}`]) {
      expect((await clerk.get(address)).text).not.toMatch(/合法来源|批发商行/);
    }
    const mediator = await (await signedIn(house, 'sun')).get(`/cases/${one.caseId}`);
    expect(mediator.text).toContain('合法来源');
    expect(mediator.text).toContain('某某批发商行');
  });

  it('is another thing than a sign-in: its session opens no page of the house, and ends by leaving or by itself', async () => {
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    for (const address of ['/desk', `/cases/${one.caseId}`]) expect((await person.get(address)).status).not.toBe(200);
    await person.post('/status/leave', {});
    expect((await person.get('/status')).text).toContain('name="code"');
    const late = await atTheDoor(house, one.codes.respondent);
    house.at('2026-11-23T09:20');
    expect((await late.get('/status/1')).location).toBe('/status');
    house.at(start);
  });

  it('keeps its cookie from scripts, its pages from caches, and refuses what another site sends', async () => {
    const one = await doorCase(house);
    const reply = await house.app.inject({ method: 'POST', url: '/status', payload: { code: one.codes.respondent } });
    expect(String(reply.headers['set-cookie'])).toMatch(/^jiefen-door=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).not.toMatch(/@layer|jiefen\.css|<style/);
    const person = await atTheDoor(house, one.codes.respondent);
    const crossed = await person.post('/status/1/call', { step: ['give'] }, { 'sec-fetch-site': 'cross-site' });
    expect(crossed.status).toBe(403);
  });

  it('holds several cases of one person in one list, in larger text for who wants it', async () => {
    const [one, other] = [await doorCase(house), await doorCase(house)];
    const lawyer = await atTheDoor(house, one.codes.claimant);
    const second = await lawyer.post('/status', { code: [other.codes.respondent] });
    expect(second.text).toContain((await other.file()).header.code);
    const list = await lawyer.get('/status');
    expect(headingOf(list)).toBe('我的案件');
    for (const file of [await one.file(), await other.file()]) expect(list.text).toContain(file.header.code);
    const opened = await lawyer.get('/status/2');
    expect(opened.text).toContain('同意参加调解');
    // From each page the others are one step away.
    expect(opened.text).toContain((await one.file()).header.code);
    expect((await lawyer.get('/status/3')).location).toBe('/status');
    expect((await lawyer.get('/status?text=large')).location).toBe('/status');
    expect((await lawyer.get('/status/1')).text).toContain('<html lang="zh-CN" class="large">');
    // The switch leads back to the page it stands on, and nowhere else.
    for (const [to, back] of [
      ['/status/2', '/status/2'],
      ['/my-cases', '/my-cases'],
      ['//elsewhere.example', '/status'],
      ['/desk', '/status'],
    ])
      expect((await lawyer.get(`/status?text=normal&to=${to}`)).location).toBe(back);
  });
});

describe('An organisation that invites', () => {
  it('sees in its numbers how many were invited, how many answered, how and how fast, and no name', async () => {
    const count = async () => {
      const { answers } = await aggregatesOf(clerk, house.dependencies);
      return answers;
    };
    const one = await doorCase(house);
    await sendLetters(house.dependencies, postsOf(house.dependencies.config));
    const before = await count();
    house.at('2026-11-25T10:00');
    // The letter carries a code of its own, which took the place of the one handed out.
    const party = Object.values((await one.file()).parties).find(({ side }) => side === 'respondent')?.id;
    const code = await one.gives('limin', 'issueQueryCode', { kind: 'case', id: one.caseId }, { party });
    const person = await atTheDoor(house, code ?? '');
    expect(headingOf(await does(person, 'decline'))).toBe('已收到');
    const after = await count();
    expect(before.invited).toBeGreaterThan(0);
    expect(after.invited).toBe(before.invited);
    expect([after.declined, after.within.threeDays]).toEqual([before.declined + 1, before.within.threeDays + 1]);
    expect(after.ways.map(({ label }) => label.zh)).toContain('本人在网页上答复');
    // The committee belongs to the centre: its head sees what the committee's clerk sees, by organisation and by county.
    const numbers = async (county: string | null = null) => {
      const head = { ...clerk, accountId: 'zhao-hong', organisationId: 'yantaiProtectionCentre' };
      return aggregatesOf({ ...head, roles: ['centreHead'] }, house.dependencies, county);
    };
    const own = await aggregatesOf(clerk, house.dependencies);
    const whole = await numbers();
    expect(whole.answers).toEqual(own.answers);
    expect(whole.openCases).toBeGreaterThanOrEqual(own.openCases);
    const committee = whole.organisations.find(({ organisation }) => organisation === 'yantaiMediationCommittee');
    expect(committee).toMatchObject({ county: null, openCases: own.openCases });
    expect(committee?.answers.answered).toBeGreaterThan(0);
    expect(committee?.answers.invited).toBeGreaterThan(committee?.answers.answered ?? 0);
    expect((await numbers('370687')).organisations.map(({ county }) => county)).toEqual([]);
    await expect(numbers('110000')).rejects.toThrow(ProblemError);
    const page = await (await signedIn(house, 'zhao')).get('/desk');
    expect(page.text).toContain('受邀当事人的答复');
    expect(page.text).toContain(`${committee?.answers.answered}/${committee?.answers.invited}`);
    expect(page.text).not.toMatch(/鑫达|海岳/);
    house.at(start);
  });
});

describe('When it is over', () => {
  it('asks once what the party thought, and adds it up without a name', async () => {
    const one = await doorCase(house);
    const person = await atTheDoor(house, one.codes.respondent);
    expect((await person.post('/status/1/rating', { score: ['1'] })).text).not.toContain('谢谢');
    await one.gives('sun', 'endMediation', await one.mediation(), { reason: 'partyWillNotGoOn', routesTold: true });
    const matter = Object.values((await one.file()).matters)[0]?.id ?? '';
    await one.gives('limin', 'finishMatter', { kind: 'matter', id: matter }, { reason: 'withdrawn' });
    expect((await person.get('/status')).text).toContain('您觉得这项服务怎么样');
    for (const score of ['9', '', 'x']) {
      expect((await person.post('/status/1/rating', { score: [score] })).text).toContain('请选择评分');
    }
    expect((await person.post('/status/1/rating', { score: ['4'], words: ['很快'] })).text).toContain('谢谢');
    const again = await person.post('/status/1/rating', { score: ['1'] });
    expect(again.text).not.toContain('谢谢');
    const organisation = (await one.file()).proceedings[(await one.mediation()).id]?.organisation ?? '';
    expect(await house.dependencies.store.door.ratings(organisation)).toEqual({
      scores: [0, 0, 0, 1, 0],
      words: ['很快'],
    });
  });
});
