import { describe, expect, it } from 'vitest';
import { latest, type ServedHouse, serve } from '../support/server.ts';

const creditCode = '91370600MA3C12345X';

/** A dispute over one trademark between two bodies; `change` says what is different this time. */
function dispute(change: Readonly<Record<string, unknown>> = {}) {
  return {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '商行销售标有本公司注册商标的电热水壶。',
    respondents: [{ who: { kind: 'individualBusiness', name: '芝罘区鑫达商行', telephone: '13800000137' } }],
    rightKind: 'trademark',
    rightNumber: '第12345678号',
    dispute: 'infringement',
    ...change,
  };
}

async function opened(house: ServedHouse, login: string, change = {}, acknowledged: readonly string[] = []) {
  const reply = await house.give(login, null, 'openCase', { data: dispute(change), acknowledged });
  if (reply.status !== 201) throw new Error(reply.text);
  return String(reply.body.caseId);
}

const double = ['related-double-filing'];
const codes = (reply: { readonly body: Readonly<Record<string, never>> }) =>
  (reply.body.warnings as readonly { code: string }[] | undefined)?.map(({ code }) => code) ?? [];

describe('a second case over the same right against the same side', () => {
  it('is opened after the clerk has read that there is a first, and the entry says so', async () => {
    const house = await serve();
    await opened(house, 'limin');
    const first = await house.give('limin', null, 'openCase', { data: dispute({ rightNumber: '１２３４５６７８' }) });
    expect(first.status).toBe(409);
    expect(codes(first)).toEqual(double);
    expect(first.text).toContain('烟知解');
    const caseId = await opened(house, 'limin', { rightNumber: '１２３４５６７８' }, double);
    const [entry] = await house.dependencies.store.reads.journal(caseId);
    expect(entry?.body?.acknowledged).toEqual(double);
    expect(entry?.body?.found).toMatchObject({ related: { 'related-double-filing': 1 } });
    expect(JSON.stringify(entry?.body)).not.toContain('hmac');
  });

  it('leaves no gap in the register while the clerk reads', async () => {
    const house = await serve();
    await opened(house, 'limin');
    await house.give('limin', null, 'openCase', { data: dispute() });
    const caseId = await opened(house, 'limin', {}, double);
    expect((await house.file(caseId)).header.code).toContain('002');
  });

  it('is no news to another organisation, which may not know of the first', async () => {
    const house = await serve();
    const hidden = await opened(house, 'limin');
    const caseId = await opened(house, 'station');
    const related = await house.get('station', `/api/cases/${caseId}/related`);
    expect(related.body).toEqual({ absorbedInto: null, links: [], findings: [] });
    expect((await house.get('station', `/cases/${caseId}`)).text).not.toContain((await house.file(hidden)).header.code);
  });

  it('is found on every later change as well: a right that is added, a party that is named', async () => {
    const house = await serve();
    await opened(house, 'limin');
    const caseId = await opened(house, 'limin', { rightNumber: null });
    const target = latest(await house.file(caseId), 'matter');
    const data = { rightNumber: '12345678' };
    const asked = await house.give('limin', caseId, 'describeMatter', { target, data });
    expect([asked.status, codes(asked)]).toEqual([409, double]);
    expect((await house.give('limin', caseId, 'describeMatter', { target, data, acknowledged: double })).status).toBe(
      200,
    );
    const again = await house.give('limin', caseId, 'describeMatter', { target, data: { rightName: '海岳' } });
    expect(again.status).toBe(200);
    const { body } = await house.get('limin', `/api/cases/${caseId}/related`);
    expect(body.findings).toMatchObject([{ code: 'related-double-filing', cases: [{ openedOn: '2026-11-23' }] }]);
    expect((await house.get('limin', `/cases/${caseId}`)).text).toContain('可能重复立案');
  });

  it('against somebody else is one of a series, which asks for nothing', async () => {
    const house = await serve();
    await opened(house, 'limin');
    const other = { who: { kind: 'individualBusiness', name: '莱山区顺发百货', telephone: '13800000138' } };
    const caseId = await opened(house, 'limin', { respondents: [other] });
    const { body } = await house.get('limin', `/api/cases/${caseId}/related`);
    expect(body.findings).toMatchObject([{ code: 'related-same-right' }]);
  });
});

describe('the people of two cases', () => {
  const person = { kind: 'natural', name: '张三', telephone: '13900000001' };

  it('are the same by telephone and name, not by the name alone', async () => {
    const house = await serve();
    await opened(house, 'limin', { respondents: [{ who: person }] });
    await opened(house, 'limin', { respondents: [{ who: { ...person, telephone: '13900000002' } }] });
    const third = await house.give('limin', null, 'openCase', { data: dispute({ respondents: [{ who: person }] }) });
    expect(codes(third)).toEqual(double);
  });

  it('leave no number behind that anybody could read', async () => {
    const house = await serve();
    const caseId = await opened(house, 'limin', { respondents: [{ who: person }] });
    const [, respondent] = Object.values((await house.file(caseId)).parties);
    expect(respondent?.marks).toEqual([expect.stringMatching(/^hmac-sha-256:[0-9a-f]{32}$/)]);
    expect((await house.get('limin', `/api/cases/${caseId}`)).text).not.toContain('hmac');
  });

  it('who change sides over one dispute are shown as a sign, not as a finding', async () => {
    const house = await serve();
    await opened(house, 'limin');
    const { claimant, respondents } = dispute();
    const turned = { claimant: respondents[0]?.who, respondents: [{ who: claimant }], rightNumber: '87654321' };
    const reply = await house.give('limin', null, 'openCase', { data: dispute(turned) });
    expect(codes(reply)).toEqual(['related-sham-signs']);
    expect(reply.text).toContain('这只是提示，不是认定');
  });

  it('represented by one agent are shown too', async () => {
    const house = await serve();
    const caseId = await opened(house, 'limin');
    const [claimant, respondent] = Object.keys((await house.file(caseId)).parties);
    const who = { kind: 'natural', name: '王律师', telephone: '13700000001' };
    const appoint = (party: string | undefined) =>
      house.give('limin', caseId, 'appointAgent', { data: { party, who, authority: 'general' } });
    expect((await appoint(claimant)).status).toBe(200);
    const second = await appoint(respondent);
    expect([second.status, codes(second)]).toEqual([409, ['related-sham-signs']]);
  });
});

describe('two cases that belong together', () => {
  async function two() {
    const house = await serve();
    const suit = await opened(house, 'station', { rightNumber: '87654321' });
    const ruling = await opened(house, 'limin');
    const codeOf = async (id: string) => (await house.file(id)).header.code;
    return { house, suit, ruling, suitCode: await codeOf(suit), rulingCode: await codeOf(ruling) };
  }

  it('are linked by an outsider without access: each side sees the code and the kind, and no file', async () => {
    const { house, suit, ruling, suitCode, rulingCode } = await two();
    const data = { other: rulingCode, kind: 'declaratorySuit' };
    expect((await house.give('station', suit, 'linkCases', { data })).status).toBe(200);
    const here = await house.get('station', `/api/cases/${suit}/related`);
    expect(here.body.links).toMatchObject([
      { recordedHere: true, kind: { zh: '确认不侵权之诉' }, other: { code: rulingCode, href: null, state: null } },
    ]);
    const there = await house.get('limin', `/api/cases/${ruling}/related`);
    expect(there.body.links).toMatchObject([{ recordedHere: false, other: { code: suitCode, href: null } }]);
    expect((await house.get('station', `/api/cases/${ruling}`)).status).toBe(404);
    expect((await house.get('limin', `/api/cases/${suit}`)).status).toBe(404);
    expect((await house.get('limin', `/cases/${ruling}`)).text).toContain(suitCode);
  });

  it('are not linked twice, nor with themselves, nor with a code nobody has', async () => {
    const { house, suit, suitCode, rulingCode } = await two();
    const link = (other: string) => house.give('station', suit, 'linkCases', { data: { other, kind: 'other' } });
    expect((await link(rulingCode)).status).toBe(200);
    const before = (await house.file(suit)).version;
    for (const [other, code] of [
      [rulingCode, 'cases-linked-already'],
      [suitCode, 'case-linked-to-itself'],
      ['烟知解〔2099〕999号', 'other-case-unknown'],
    ] as const) {
      expect((await link(other)).body.code).toBe(code);
    }
    expect((await house.file(suit)).version).toBe(before);
  });

  it('are apart again when the link is ended', async () => {
    const { house, suit, ruling, rulingCode } = await two();
    await house.give('station', suit, 'linkCases', { data: { other: rulingCode, kind: 'other' } });
    const link = Object.values((await house.file(suit)).facts).find(({ type }) => type === 'linkCases')?.id;
    expect((await house.give('station', suit, 'unlinkCase', { data: { link, reason: '误关联' } })).status).toBe(200);
    expect((await house.get('limin', `/api/cases/${ruling}/related`)).body.links).toEqual([]);
  });
});

describe('a case that is absorbed', () => {
  async function absorbed() {
    const house = await serve();
    const kept = await opened(house, 'limin');
    const caseId = await opened(house, 'limin', {}, double);
    const code = (await house.file(kept)).header.code;
    const [claimant] = Object.keys((await house.file(caseId)).parties);
    const issued = await house.give('limin', caseId, 'issueQueryCode', { data: { party: claimant } });
    const give = () => house.give('limin', caseId, 'absorbCase', { data: { other: code, reason: '重复登记' } });
    return { house, kept, caseId, code, queryCode: String(issued.body.queryCode), give };
  }

  it('ends with a pointer, and its query code shows how the other case stands', async () => {
    const { house, kept, caseId, code, queryCode, give } = await absorbed();
    expect((await give()).status).toBe(200);
    const over = await house.get('limin', `/api/cases/${caseId}`);
    expect(over.body.over).toBe(true);
    const related = await house.get('limin', `/api/cases/${caseId}/related`);
    expect(related.body.absorbedInto).toMatchObject({ code, href: `/cases/${kept}` });
    const status = await house.ask(null, { method: 'POST', url: '/api/status', payload: { code: queryCode } });
    expect(status.body).toMatchObject({ continuesIn: code, matters: [{ over: false }] });
  });

  it('changed nothing in the other file, which shows it all the same', async () => {
    const { house, kept, give } = await absorbed();
    const before = (await house.file(kept)).version;
    await give();
    expect((await house.file(kept)).version).toBe(before);
    const { body } = await house.get('limin', `/api/cases/${kept}/related`);
    expect(body.links).toMatchObject([{ recordedHere: false }]);
  });

  it('is none while a proceeding of it runs: that is ended in its own words first', async () => {
    const { house, caseId, give } = await absorbed();
    const target = latest(await house.file(caseId), 'proceeding', 'intake');
    await house.give('limin', caseId, 'routeHere', { target, data: { channel: 'peopleMediation' } });
    const refused = await give();
    expect([refused.status, refused.body.code]).toEqual([409, 'proceeding-still-open']);
  });

  it('goes only into a case of the same organisation', async () => {
    const house = await serve();
    const foreign = await opened(house, 'station');
    const caseId = await opened(house, 'limin');
    const other = (await house.file(foreign)).header.code;
    const refused = await house.give('limin', caseId, 'absorbCase', { data: { other, reason: '重复登记' } });
    expect(refused.body.code).toBe('other-case-not-held-here');
  });

  it('is never said to be absorbed by hand', async () => {
    const { house, caseId } = await absorbed();
    const target = latest(await house.file(caseId), 'matter');
    const reply = await house.give('limin', caseId, 'finishMatter', { target, data: { reason: 'absorbed' } });
    expect(reply.status).toBeGreaterThanOrEqual(400);
  });
});

describe('a credit code', () => {
  it('is one mark, however it was typed', async () => {
    const house = await serve();
    const marks = house.dependencies;
    const { personMarks } = await import('../../server/write/marks.ts');
    const of = (code: string) =>
      personMarks(marks.keys)({
        kind: 'legal',
        name: '甲公司',
        telephone: null,
        email: null,
        address: null,
        identityNumber: null,
        creditCode: code,
      });
    expect(of(creditCode)).toEqual(of(` ${creditCode.toLowerCase()} `));
    expect(of(creditCode)).not.toEqual(of('91370600MA3C12346X'));
  });
});
