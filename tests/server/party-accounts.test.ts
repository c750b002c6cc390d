import { channel } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyAuditRecord } from '../../db/audit.ts';
import { accountPerson } from '../../db/party-accounts.ts';
import { postsOf, sendLetters } from '../../server/letters/index.ts';
import { codesUnderWay } from '../../server/party-accounts/index.ts';
import { type PartyCaseRow, partyCaseList } from '../../server/views/index.ts';
import { text } from '../../workflows/index.ts';
import { headingOf, type Visitor, visitor } from '../support/browserless.ts';
import { atTheDoor, codesSent, type DoorCase, doorCase } from '../support/door-house.ts';
import { formIn } from '../support/forms.ts';
import { type House, openHouse } from '../support/house.ts';

const start = '2026-11-23T09:00';
const routes: { readonly method: string; readonly url: string }[] = [];
let house: House;
let contacts = 0;

beforeAll(async () => {
  const listen = (message: unknown) => {
    (message as { readonly fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  };
  const created = channel('fastify.initialization');
  created.subscribe(listen);
  house = await openHouse({ start });
  created.unsubscribe(listen);
});
afterAll(() => house?.close());

/** A case whose respondent can be reached at an address of its own, and that respondent with an account. */
async function withAccount(): Promise<{ readonly one: DoorCase; readonly person: Visitor; readonly email: string }> {
  contacts += 1;
  const email = `shop${contacts}@example.cn`;
  const one = await doorCase(house, { email });
  const person = await atTheDoor(house, one.codes.respondent);
  const page = await person.post('/status/1/account', {});
  expect(page.text).not.toContain(email);
  const form = formIn(page.text, '/status/1/account');
  const done = await person.post(form.action, { ...form.sent, code: [codesSent(house).at(-1) ?? ''] });
  expect(done.location).toBe('/my-cases?done=opened');
  return { one, person, email };
}

async function asksToSignIn(contact: string): Promise<{ readonly person: Visitor; readonly page: string }> {
  const person = visitor(house);
  const page = await person.post('/my-cases/sign-in', { contact: [contact] });
  await codesUnderWay();
  return { person, page: page.text };
}

const gives = (person: Visitor, contact: string, code: string) =>
  person.post('/my-cases/sign-in/code', { contact: [contact], code: [code] });

const partyOf = async (one: DoorCase, side: 'claimant' | 'respondent') =>
  Object.values((await one.file()).parties).find((each) => each.side === side)?.id ?? '';

describe('A party with many cases', () => {
  it('opens an account with the code sent to its contact on file, and later signs in with another', async () => {
    const { one, person, email } = await withAccount();
    const list = await person.get('/my-cases?done=opened');
    expect(headingOf(list)).toBe('我的案件');
    for (const word of [(await one.file()).header.code, '商标', '请答复是否愿意参加调解', 's****@example.cn'])
      expect(list.text).toContain(word);
    expect(list.text).not.toMatch(/海岳|鑫达/);
    await person.post('/status/leave', {});
    expect((await person.get('/my-cases')).text).toContain('登录我的账户');
    // In any width and case it is the same contact.
    const { person: later } = await asksToSignIn(` ${email.toUpperCase()} `);
    const done = await gives(later, email, codesSent(house).at(-1) ?? '');
    expect(done.location).toBe('/my-cases');
    expect((await later.get('/my-cases')).text).toContain((await one.file()).header.code);
  });

  it('opens each case as its own page, where an act needs the code to the contact of that case as before', async () => {
    const { person } = await withAccount();
    const page = await person.get('/status/1');
    expect(page.text).toContain('不参加没有任何不利后果');
    expect((await person.post('/status/1/decline', {})).text).toContain('name="code"');
    const form = formIn((await person.post('/status/1/decline', {})).text, '/status/1/');
    const receipt = await person.post(form.action, { ...form.sent, code: [codesSent(house).at(-1) ?? ''] });
    expect(headingOf(receipt)).toBe('已收到');
    // Having been checked for this case is noted for the rest of the session, and for no other case.
    expect((await person.post('/status/1/time', {})).text).not.toContain('name="code"');
  });

  it('adds cases typed, by link and by QR code, each once, and brings along what was open before signing in', async () => {
    const { one, person, email } = await withAccount();
    const other = await doorCase(house, { email });
    const code = (await other.file()).header.code;
    // A link and a QR code lead to /status with the code behind `#`, which a browser keeps on this way.
    expect((await person.get('/status')).location).toBe('/my-cases');
    expect((await person.get('/my-cases')).text).toMatch(/action="\/status"[\s\S]*id="field-code"/);
    for (let twice = 0; twice < 2; twice += 1) {
      expect((await person.post('/status', { code: [other.codes.claimant] })).text).toContain(code);
    }
    expect((await person.get('/my-cases')).text.split(code).length).toBe(3);
    const third = await doorCase(house, { email });
    const elsewhere = await atTheDoor(house, third.codes.respondent);
    await elsewhere.post('/my-cases/sign-in', { contact: [email], bring: ['yes'] });
    await codesUnderWay();
    const sent = { contact: [email], code: [codesSent(house).at(-1) ?? ''], bring: ['yes'] };
    await elsewhere.post('/my-cases/sign-in/code', sent);
    const list = await elsewhere.get('/my-cases');
    for (const each of [one, other, third]) expect(list.text).toContain((await each.file()).header.code);
  });

  it('never has both sides of one case in one account, nor does one page show the other', async () => {
    const { one, person } = await withAccount();
    const refused = await person.post('/status', { code: [one.codes.claimant] });
    expect([refused.status, refused.text.includes('另一方')]).toEqual([422, true]);
    expect((await person.get('/status/2')).location).toBe('/status');
    const other = await doorCase(house);
    await person.post('/status', { code: [other.codes.claimant] });
    const claimant = await person.get('/status/2');
    expect(claimant.text).not.toMatch(/\/status\/2\/(agree|decline|defence|supplier)"/);
  });

  it('keeps its list when a letter brings a new code, and loses a case at once when somebody gives out another', async () => {
    const { one, person } = await withAccount();
    await sendLetters(house.dependencies, postsOf(house.dependencies.config));
    expect((await person.get('/status/1')).status).toBe(200);
    const party = await partyOf(one, 'respondent');
    const fresh = await one.gives('limin', 'issueQueryCode', { kind: 'case', id: one.caseId }, { party });
    expect((await person.get('/status/1')).location).toBe('/status');
    expect((await person.post('/status/1/call', { step: ['give'] })).location).toBe('/status');
    const list = await person.get('/my-cases');
    expect(list.text).toContain('查询码已重新发放');
    expect(list.text).not.toContain('请答复是否愿意参加调解');
    await person.post('/status', { code: [fresh ?? ''] });
    expect((await person.get('/status/1')).status).toBe(200);
  });

  it('loses a case whose agency ended, in the account and with the bare code', async () => {
    const { one, person } = await withAccount();
    const target = { kind: 'case', id: one.caseId } as const;
    const party = await partyOf(one, 'respondent');
    const who = { kind: 'natural', name: '张律师', telephone: '13900000001' };
    await one.gives('limin', 'appointAgent', target, { party, who, authority: 'general' });
    expect((await person.get('/status/1')).status).toBe(200);
    const agent = (await one.file()).parties[party]?.agents[0]?.id;
    await one.gives('limin', 'endAgency', target, { agent });
    expect((await person.get('/my-cases')).text).toContain('代理已终止');
    expect((await person.get('/status/1')).location).toBe('/status');
    const stranger = visitor(house);
    expect((await stranger.post('/status', { code: [one.codes.respondent] })).status).toBe(404);
    const fresh = await one.gives('limin', 'issueQueryCode', target, { party });
    expect((await stranger.post('/status', { code: [fresh ?? ''] })).status).toBe(200);
  });

  it('closes it: list, sessions and address are gone for good, and the auditor sees who did what', async () => {
    const { one, person, email } = await withAccount();
    const before = (await one.file()).version;
    await person.post('/my-cases/close', {});
    expect((await person.get('/my-cases')).text).toContain('注销账户');
    await person.post('/my-cases/close', { sure: ['yes'] });
    expect((await person.get('/my-cases')).text).toContain('登录我的账户');
    const kinds = await auditKinds();
    expect(kinds.slice(-3)).toEqual(['partyAccountOpened', 'partyCaseAdded', 'partyAccountClosed']);
    const [{ account } = { account: '' }] = (await auditRecords()).slice(-1);
    const known = await house.dependencies.people.masked([account ?? '']);
    expect(known.get(account ?? '')).toMatchObject({ erased: true });
    const { person: again } = await asksToSignIn(email);
    expect((await gives(again, email, '000000')).status).toBe(422);
    expect((await one.file()).version).toBe(before);
    expect((await atTheDoor(house, one.codes.respondent)).cookies.has('jiefen-door')).toBe(true);
  });
});

describe('Signing in', () => {
  it('tells nobody whether there is an account: both answers are alike, and so are all wrong codes', async () => {
    const { email } = await withAccount();
    const [known, unknown] = [await asksToSignIn(email), await asksToSignIn('nobody@example.cn')];
    const plain = (page: string, contact: string) => page.replaceAll(contact, '…').replaceAll(/\b\d{6}\b/g, '000000');
    expect(plain(known.page, email)).toBe(plain(unknown.page, 'nobody@example.cn'));
    const shown = /<strong>(\d{6})<\/strong>/.exec(unknown.page)?.[1] ?? '';
    const wrong = await Promise.all([
      gives(known.person, email, '123'),
      gives(unknown.person, 'nobody@example.cn', '123'),
      // Not even the right code of a contact without an account.
      gives(unknown.person, 'nobody@example.cn', shown),
    ]);
    expect(new Set(wrong.map((page) => plain(page.text, email).replaceAll('nobody@example.cn', '…'))).size).toBe(1);
    expect(wrong.map(({ status }) => status)).toEqual([422, 422, 422]);
  });

  it('takes a code once, in the browser that asked, and locks who guesses', async () => {
    const { email } = await withAccount();
    const { person } = await asksToSignIn(email);
    const code = codesSent(house).at(-1) ?? '';
    const thief = visitor(house);
    await thief.post('/my-cases/sign-in', { contact: ['other@example.cn'] });
    expect((await gives(thief, email, code)).status).toBe(422);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 4; tries += 1) expect((await gives(person, email, wrong)).status).toBe(422);
    const locked = await gives(person, email, code);
    expect([locked.status, locked.text.includes('尝试次数过多')]).toEqual([429, true]);
    expect((await auditKinds()).at(-1)).toBe('partySignInLocked');
    expect((await person.get('/my-cases')).text).toContain('登录我的账户');
  });
});

describe('The account of a party', () => {
  it('is no staff account: with its session every other address answers as to a stranger', async () => {
    const { one, person } = await withAccount();
    const own = /^\/(my-cases|status|api\/my-cases|triage|sign-in|sign-out|link|assets|api\/docs|$)/;
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const proceeding = (await one.mediation()).id;
    const others = routes.filter(({ url, method }) => !own.test(url) && method !== 'HEAD');
    const wrong: unknown[] = [];
    for (const { method, url } of others) {
      const address = url
        .replace(/:caseId|(?<=cases\/):id/, one.caseId)
        .replace(':type', 'addItem')
        .replaceAll(/:\w+/g, proceeding);
      const ask = async (headers: Readonly<Record<string, string>>) => {
        const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
        const reply = await house.app.inject({ method: method as 'GET', url: address, headers, ...payload });
        return [reply.statusCode, reply.headers.location];
      };
      const [withAccountOpen, stranger] = [await ask({ cookie }), await ask({})];
      if (String(withAccountOpen) !== String(stranger)) wrong.push({ method, url, withAccountOpen, stranger });
    }
    expect(wrong).toEqual([]);
    expect(others.length).toBeGreaterThan(100);
    const session = await house.app.inject({ url: '/api/session', headers: { cookie } });
    expect(session.json()).toEqual({ viewer: null, awaitsSecondFactor: false });
  });

  it('is served as JSON to its own session alone', async () => {
    const { one, person } = await withAccount();
    const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, cookies = person.cookies) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return house.app.inject({ method, url, headers: { cookie }, ...(payload === undefined ? {} : { payload }) });
    };
    const list = (await ask('GET', '/api/my-cases?state=awaited')).json();
    expect(list).toMatchObject({ held: 1, count: 1, next: null, gone: [] });
    expect(list.rows[0]).toMatchObject({ number: 1, sideId: 'respondent', caseCode: (await one.file()).header.code });
    expect((await ask('GET', '/api/my-cases/1')).json()).toMatchObject({ number: 1, own: { said: [] } });
    expect((await ask('GET', '/api/my-cases/2')).statusCode).toBe(404);
    const other = await doorCase(house);
    const added = await ask('POST', '/api/my-cases', { queryCode: other.codes.claimant });
    expect([added.statusCode, added.json().number]).toEqual([201, 2]);
    for (const [queryCode, code] of [
      [other.codes.respondent, 'other-side-held'],
      ['AAAA-BBBB-CCCC', 'query-code-unknown'],
    ])
      expect((await ask('POST', '/api/my-cases', { queryCode })).json().code).toBe(code);
    expect((await ask('DELETE', '/api/my-cases/2')).statusCode).toBe(204);
    expect((await ask('GET', '/api/my-cases')).json().held).toBe(1);
    const onlyCodes = await atTheDoor(house, other.codes.claimant);
    for (const cookies of [new Map<string, string>(), onlyCodes.cookies])
      expect((await ask('GET', '/api/my-cases', undefined, cookies)).json().code).toBe('party-sign-in-needed');
    expect((await ask('DELETE', '/api/my-cases/account')).statusCode).toBe(204);
    expect((await ask('GET', '/api/my-cases')).statusCode).toBe(401);
  });

  it('keeps its address sealed: neither the list of people nor a log of the auditor has it', async () => {
    const { email } = await withAccount();
    const last = (await auditRecords()).at(-1);
    expect(JSON.stringify(await auditRecords())).not.toContain(email);
    expect(last?.person).toMatch(new RegExp(`^${accountPerson('')}`));
    const masked = (await house.dependencies.people.masked([last?.person ?? ''])).get(last?.person ?? '');
    expect(masked).toMatchObject({ name: '当事人账户', email: 's****@example.cn' });
  });
});

describe('The list', () => {
  const row = (number: number, change: Partial<PartyCaseRow> = {}): PartyCaseRow => ({
    number,
    caseCode: `烟知解〔2026〕${number}号`,
    side: text('申请人', 'Claimant'),
    sideId: 'claimant',
    about: [{ right: text('商标“海岳”', 'Trademark “海岳”'), number: '第123号', product: '电热水壶' }],
    stages: [],
    holder: {
      id: 'o',
      name: text('市调委会', 'Committee'),
      shortName: text('调委会', 'C'),
      onSystem: true,
      telephone: null,
    },
    expects: text('无', 'Nothing'),
    due: null,
    awaited: false,
    over: false,
    ...change,
  });
  const due = (on: string) => ({ due: { on, label: text('期限', 'Limit') } });
  const rows = [
    row(1, due('2026-12-09')),
    row(2, { over: true }),
    row(3, { awaited: true }),
    row(4, { ...due('2026-12-01 09:30'), sideId: 'respondent' }),
    row(5),
  ];
  const numbers = (query: object, limit = 20) => partyCaseList(rows, query, limit).rows.map(({ number }) => number);

  it('puts first what is due first, then what waits for an answer, and leaves out what is over', () => {
    expect(numbers({})).toEqual([4, 1, 3, 5]);
    expect(numbers({ state: 'over' })).toEqual([2]);
    expect(numbers({ state: 'all', side: 'respondent' })).toEqual([4]);
    expect(numbers({ state: 'due' })).toEqual([4, 1]);
    expect(numbers({ state: 'awaited' })).toEqual([3]);
  });

  it('is searched by code, right, product and organisation in any width, and pages without a gap', () => {
    for (const words of ['２０２６〕1', '海岳', '热水', '调委', 'committee'])
      expect(numbers({ text: words })).toContain(1);
    expect(numbers({ text: '鑫达' })).toEqual([]);
    const first = partyCaseList(rows, {}, 3);
    expect(first).toMatchObject({ count: 4, next: expect.any(String) });
    expect(numbers({ after: first.next }, 3)).toEqual([5]);
  });
});

async function auditRecords() {
  return house.dependencies.audit.following(everyAuditRecord, 0, 10_000);
}

async function auditKinds() {
  return (await auditRecords()).map(({ kind }) => kind);
}
