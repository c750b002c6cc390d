import { describe, expect, it } from 'vitest';
import { stories } from '../../seeds/stories/index.ts';
import { latest, type Sent, type ServedHouse, serve, tellOverHttp } from '../support/server.ts';

const first = stories.first!;
const claimant = { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' };
const opening = { claimant, summary: '销售假冒产品' };

/** A request that must change nothing anywhere: no case, no number, no entry. */
async function refused(house: ServedHouse, sent: Sent, login = 'limin') {
  const before = await census(house);
  const reply = await house.give(login, null, 'openCase', sent);
  expect(await census(house)).toEqual(before);
  return reply;
}

async function census({ dependencies }: ServedHouse) {
  const { reads } = dependencies.store;
  const cases = await reads.cases({
    organisation: 'yantaiMediationCommittee',
    scope: 'all',
    officer: null,
    after: null,
    limit: 50,
  });
  return [
    cases.rows.map(({ version }) => version),
    await reads.numbers({ kind: 'caseCode', organisation: 'town', year: 2026 }),
  ];
}

describe('a case that is opened with something wrong', () => {
  it.each<[string, Sent, number, string, string | null]>([
    ['without a name', { data: { summary: '一句话' } }, 422, 'field-missing', 'claimant'],
    [
      'without any contact',
      { data: { claimant: { name: '张三' }, summary: '一句话' } },
      422,
      'field-invalid',
      'claimant',
    ],
    ['with a field nobody knows', { data: { ...opening, colour: 'red' } }, 422, 'unknown-field', null],
    ['with a number where a text belongs', { data: { ...opening, summary: 5 } }, 422, 'field-invalid', 'summary'],
    ['with a list instead of data', { data: [] }, 422, 'unknown-field', null],
    [
      'with a text that is too long',
      { data: { ...opening, summary: '长'.repeat(501) } },
      422,
      'field-invalid',
      'summary',
    ],
    ['with a broken amount', { data: { ...opening, amountFen: 1.5 } }, 422, 'field-invalid', 'amountFen'],
    [
      'with a kind of right that does not exist',
      { data: { ...opening, rightKind: 'recipe' } },
      422,
      'field-invalid',
      'rightKind',
    ],
    ['with a date in the future', { data: opening, occurredOn: '2026-11-24' }, 422, 'date-in-the-future', 'occurredOn'],
    ['with a day that does not exist', { data: opening, occurredOn: '2026-02-30' }, 422, 'invalid-date', 'occurredOn'],
    ['with a date in words', { data: opening, occurredOn: 'yesterday' }, 422, 'invalid-date', 'occurredOn'],
  ])('%s is refused at its field, and changes nothing', async (_how, sent, status, code, field) => {
    const house = await serve();
    const reply = await refused(house, sent);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    if (field !== null) expect(String(reply.body.field)).toBe(field);
    expect(reply.body).toMatchObject({
      title: expect.stringMatching(/\p{Script=Han}/u),
      en: { title: expect.any(String) },
    });
  });

  it.each([
    ['identityNumber', '110101199003074579', '身份证号码'],
    ['identityNumber', '110101199013074578', '身份证号码'],
    ['creditCode', '91370602MA3DEM0P1X', '统一社会信用代码'],
  ])('with a wrong check digit in %s %s is told which number to compare', async (field, number, sentence) => {
    const house = await serve();
    const reply = await refused(house, { data: { ...opening, claimant: { ...claimant, [field]: number } } });
    expect([reply.status, reply.body.code, reply.body.field]).toEqual([422, 'field-invalid', `claimant.${field}`]);
    expect(reply.body.title).toContain(sentence);
    expect(reply.text).not.toContain(number);
  });

  it('takes full-width numbers and emoji as they are meant', async () => {
    const house = await serve();
    const written = {
      ...claimant,
      name: '烟台🍎果业有限公司',
      creditCode: '９１３７０６０２ＭＡ３ＤＥＭ０Ｐ１Ｎ',
      telephone: '１３８０００００１３７',
    };
    const reply = await house.give('limin', null, 'openCase', {
      data: { claimant: written, summary: '  仿冒🍎包装  ' },
    });
    expect([reply.status, reply.body.code]).toEqual([201, '烟知解〔2026〕001号']);
    const { body } = await house.get('limin', `/api/cases/${reply.body.caseId}`);
    expect(body).toMatchObject({
      summary: '仿冒🍎包装',
      parties: [
        { name: { zh: '烟台🍎果业有限公司' }, contact: { creditCode: '91370602MA3DEM0P1N', telephone: '138****0137' } },
      ],
    });
  });

  it('uses up no number for mistakes: the next case has the first one', async () => {
    const house = await serve();
    await refused(house, { data: { summary: '没有申请人' } });
    await refused(house, { data: opening, occurredOn: '2027-01-01' });
    expect((await house.give('limin', null, 'openCase', { data: opening })).body.code).toBe('烟知解〔2026〕001号');
  });
});

describe('a request that is not well made', () => {
  const post = async (house: ServedHouse, payload: string, headers: Record<string, string> = {}) => {
    const before = await census(house);
    const reply = await house.ask('limin', {
      method: 'POST',
      url: '/api/cases',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k', ...headers },
      payload,
    });
    expect(await census(house)).toEqual(before);
    return [reply.status, reply.body.code];
  };

  it.each([
    ['malformed JSON', '{"data": ', 400, 'malformed-json'],
    ['JSON that would poison prototypes', '{"__proto__": {"data": 1}}', 400, 'malformed-json'],
    ['a body that is no object', '[]', 422, 'invalid-input'],
    ['an unknown member', '{"data": {}, "extra": 1}', 422, 'invalid-input'],
    ['acknowledgements that are no list', '{"data": {}, "acknowledged": "all"}', 422, 'invalid-input'],
    ['a body that is too long', `{"data": "${'x'.repeat(1024 * 1024)}"}`, 413, 'body-too-large'],
  ])('%s is said to be that', async (_what, payload, status, code) => {
    expect(await post(await serve(), payload)).toEqual([status, code]);
  });

  it('in another type, without an idempotency key or without its revision is told what is missing', async () => {
    const house = await serve();
    expect(await post(house, 'a=1', { 'content-type': 'text/plain' })).toEqual([415, 'unsupported-media-type']);
    const { body } = await house.give('limin', null, 'openCase', { data: opening });
    const url = `/api/cases/${body.caseId}/commands/addParty`;
    const without = await house.ask('limin', { method: 'POST', url, headers: { 'idempotency-key': 'k' }, payload: {} });
    expect([without.status, without.body.code]).toEqual([428, 'precondition-required']);
    const keyless = await house.ask('limin', { method: 'POST', url, headers: { 'if-match': '"1"' }, payload: {} });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
    const unreadable = await house.give('limin', String(body.caseId), 'addParty', { ifMatch: 'the latest' });
    expect([unreadable.status, unreadable.body.code]).toEqual([400, 'bad-request']);
  });

  it('from nobody is asked to sign in, whatever it asks for', async () => {
    const house = await serve();
    for (const url of ['/api/cases', '/api/cases/none', '/api/cases/none/commands', '/api/handoffs', '/api/desk']) {
      expect((await house.get(null, url)).body.code).toBe('sign-in-needed');
    }
  });
});

describe('an idempotency key', () => {
  it('gives the stored answer to a double click, also when both arrive at once', async () => {
    const house = await serve();
    const sent = { data: opening, key: 'double' };
    const both = await Promise.all([
      house.give('limin', null, 'openCase', sent),
      house.give('limin', null, 'openCase', sent),
    ]);
    expect(new Set(both.map(({ body }) => body.caseId)).size).toBe(1);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const { rows } = (await house.get('limin', '/api/cases')).body as unknown as { rows: unknown[] };
    expect(rows).toHaveLength(1);
  });

  it('with another body is refused, and of another person is another key', async () => {
    const house = await serve();
    await house.give('limin', null, 'openCase', { data: opening, key: 'same' });
    const other = { data: { ...opening, summary: '另一件事' }, key: 'same' };
    const reused = await house.give('limin', null, 'openCase', other);
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await house.give('sun', null, 'openCase', other)).status).toBe(201);
  });
});

describe('what does not exist, or must not be known', () => {
  it('is answered alike: an unknown case, an unknown command, an unknown target, a system command', async () => {
    const house = await serve();
    const { body } = await house.give('limin', null, 'openCase', { data: opening });
    const caseId = String(body.caseId);
    const replies = await Promise.all([
      house.give('limin', 'no-such-case', 'addParty', { ifMatch: '"1"' }),
      house.give('limin', caseId, 'noSuchCommand', { ifMatch: '"1"' }),
      house.give('limin', caseId, 'openProceeding', { ifMatch: '"1"' }),
      house.give('limin', caseId, 'screenDispute', { ifMatch: '"1"', target: { kind: 'proceeding', id: 'none' } }),
      house.give('stationclerk', caseId, 'addParty', { ifMatch: '"1"' }),
      house.get('limin', '/api/cases/no-such-case'),
      house.get('stationclerk', `/api/cases/${caseId}`),
      house.get('limin', `/api/cases/${caseId}/items/none/file`),
    ]);
    for (const { status, body: problem } of replies) {
      expect([status, problem.code]).toEqual([404, 'not-found']);
      expect(Object.keys(problem).toSorted()).toEqual(Object.keys(replies[0]!.body).toSorted());
    }
  });

  it('as a query code says the same of a malformed, an unknown and a replaced one', async () => {
    const house = await serve();
    const { body } = await house.give('limin', null, 'openCase', { data: opening });
    const caseId = String(body.caseId);
    const party = Object.keys((await house.file(caseId)).parties)[0];
    const issued = await house.give('limin', caseId, 'issueQueryCode', { data: { party } });
    const code = String(issued.body.queryCode);
    expect(code).toMatch(/^([2-9A-HJ-KM-NP-RT-Z]{4}-){2}[2-9A-HJ-KM-NP-RT-Z]{4}$/);
    const status = (given: string) => house.ask(null, { method: 'POST', url: '/api/status', payload: { code: given } });
    const wide = code.replace(/[A-Z0-9]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0)).toLowerCase();
    for (const given of [code, code.replaceAll('-', ' '), code.toLowerCase(), wide]) {
      expect((await status(given)).body).toMatchObject({ caseCode: '烟知解〔2026〕001号', side: { zh: '申请人' } });
    }
    await house.give('limin', caseId, 'issueQueryCode', { data: { party } });
    const wrong = await Promise.all([status(code), status('AAAA-BBBB-CCCC'), status("' OR 1=1"), status('🍎')]);
    const answers = new Set(wrong.map((reply) => JSON.stringify([reply.status, { ...reply.body, requestId: '' }])));
    expect(answers.size).toBe(1);
    expect([wrong[0]!.status, wrong[0]!.body.code]).toEqual([404, 'query-code-unknown']);
  });
});

describe('somebody who asks with the same code again and again', () => {
  it('hears of a change at once, is told the moment anew each minute, and nothing more once the code is replaced', async () => {
    const house = await serve();
    const caseId = await tellOverHttp(house, first, { until: 12 });
    house.at('2026-09-16T10:00');
    const party = Object.keys((await house.file(caseId)).parties)[0]!;
    const issue = () => house.give('limin', caseId, 'issueQueryCode', { data: { party } });
    const code = String((await issue()).body.queryCode);
    const ask = () => house.ask(null, { method: 'POST', url: '/api/status', payload: { code } });
    const before = await ask();
    expect(await ask()).toMatchObject({ status: 200, body: before.body });
    house.at('2026-09-16T10:01');
    expect((await ask()).body).toEqual({ ...before.body, asOf: '2026-09-16T10:01:00+08:00' });
    const mediation = latest(await house.file(caseId), 'proceeding', 'peopleMediation');
    const session = { at: '2026-09-18T14:30', place: '三楼调解室' };
    expect((await house.give('limin', caseId, 'scheduleSession', { target: mediation, data: session })).status).toBe(
      200,
    );
    expect((await ask()).body).toMatchObject({ matters: [{ nextDate: { on: '2026-09-18 14:30' } }] });
    await issue();
    expect(await ask()).toMatchObject({ status: 404, body: { code: 'query-code-unknown' } });
  });
});

describe('a date before what it depends on', () => {
  it('is refused with what to do instead', async () => {
    const house = await serve();
    const caseId = await tellOverHttp(house, first, { until: 12 });
    house.at('2026-09-16T12:00');
    const mediation = latest(await house.file(caseId), 'proceeding', 'peopleMediation');
    const party = Object.keys((await house.file(caseId)).parties)[0]!;
    const contact = { party, channel: 'telephone', result: 'reached' };
    const { version } = await house.file(caseId);
    const early = await house.give('limin', caseId, 'recordContact', {
      target: mediation,
      occurredOn: '2026-09-01T09:00',
      data: contact,
    });
    expect([early.status, early.body.code, early.body.field]).toEqual([422, 'before-opening', 'occurredOn']);
    const backwards = await house.give('sun', caseId, 'adjournMediation', {
      target: mediation,
      occurredOn: '2026-09-10',
      data: {},
    });
    expect([backwards.status, backwards.body.code]).toEqual([409, 'step-out-of-order']);
    expect(backwards.body.instead).toContain('更正日期');
    expect((await house.file(caseId)).version).toBe(version);
  });
});
