/** Rules of arbitration institutions: entered by one administrator, confirmed by another, read by everybody, and counted by. */
import { describe, expect, it } from 'vitest';
import { everyAuditRecord } from '../../db/audit.ts';
import { clocksOf } from '../../workflows/index.ts';
import { houseOfFile } from '../support/lasting-house.ts';
import { latest, type ServedHouse } from '../support/server.ts';

const institution = 'yantaiArbitrationCommission';
const entered = {
  institution,
  name: { zh: '烟台仲裁委员会仲裁规则（测试版）', en: 'Rules of the Yantai commission (test)' },
  inForceFrom: '2026-01-01',
  inForceTo: null,
  source: '仲裁委官方网站，2026年版',
  textRead: false,
  terms: [{ step: 'answer', amount: 15, foreignAmount: 45, unit: 'calendarDay', article: '第二十条' }],
  hearingNotice: { days: 5, foreignDays: 20, article: '第四十条' },
};

const known = '/api/arbitration-rules';
const proposals = '/api/administration/arbitration-rules';
const page = '/arbitration-rules';
const post = (house: ServedHouse, login: string | null, url: string, payload?: object) =>
  house.ask(login, { method: 'POST', url, ...(payload === undefined ? {} : { payload }) });

interface Known {
  readonly institutions: readonly { id: string; rules: readonly { id: string; active: boolean; verified: string }[] }[];
}
const rulesOf = async (house: ServedHouse, id = institution) => {
  const { body } = await house.get('xu', known);
  return (body as unknown as Known).institutions.find((one) => one.id === id)?.rules ?? [];
};
const waiting = async (house: ServedHouse) => {
  const { body } = await house.get('admin-security', proposals);
  return (body as unknown as { rows: readonly { id: string; rules: { name: { zh: string } } }[] }).rows;
};
const offered = async (house: ServedHouse, login: string, caseId: string) => {
  const target = latest(await house.file(caseId), 'proceeding', 'arbitration').id;
  const url = `/api/cases/${caseId}/commands/acceptArbitration?target=${target}`;
  const { fields } = (await house.get(login, url)).body as unknown as {
    fields: readonly { name: string; choices: readonly { value: string }[] | null }[];
  };
  return fields.find(({ name }) => name === 'rules')?.choices?.map(({ value }) => value) ?? [];
};

async function requested(house: ServedHouse, login: string): Promise<string> {
  const data = {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '许可合同使用费争议，合同订有仲裁条款。',
    respondents: [{ who: { kind: 'legal', name: '被申请人公司', telephone: '13800000130' } }],
    rightKind: 'contract',
    dispute: 'contract',
  };
  const reply = await house.give(login, null, 'openCase', { data });
  const caseId = String(reply.body.caseId);
  const intake = latest(await house.file(caseId), 'proceeding', 'intake');
  await house.give(login, caseId, 'routeHere', { target: intake, data: { channel: 'arbitration' } });
  const target = latest(await house.file(caseId), 'proceeding', 'arbitration');
  const clause = { kind: 'clause', concludedOn: '2024-05-06', institution: 'clear', coversMatter: true };
  const recorded = await house.give(login, caseId, 'recordArbitrationAgreement', { target, data: clause });
  expect([recorded.status, recorded.text]).toEqual([200, recorded.text]);
  return caseId;
}

const accepted = async (house: ServedHouse, login: string, caseId: string, rules: string | null) => {
  const target = latest(await house.file(caseId), 'proceeding', 'arbitration');
  return house.give(login, caseId, 'acceptArbitration', { target, data: { number: '烟仲字〔2026〕第66号', rules } });
};

const file = houseOfFile({ start: '2026-09-03T09:00', elsewhere: true }, async (house) => ({
  here: await requested(house, 'xu'),
  elsewhere: await requested(house, 'wipo-secretary'),
}));

describe('rules of an institution that nobody entered', () => {
  it('are said to be missing, the example of no institution stands apart and cannot be switched on', async () => {
    const { house } = file;
    const { text } = await house.get('sun', page);
    for (const one of ['烟台仲裁委员会', '不计算期限', '示例（来源未载明机构，不能启用）', '待核实'])
      expect(text).toContain(one);
    expect(await rulesOf(house)).toEqual([]);
    expect((await post(house, 'admin-system', `${known}/template-summary/switch-on`)).status).toBe(404);
    expect(await offered(house, 'xu', file.told.here)).toEqual([]);
    expect((await house.get(null, known)).status).toBe(401);
  });

  it('are entered by the system administrator alone, whole or not at all', async () => {
    const { house } = file;
    for (const login of ['admin-security', 'xu', 'sun']) {
      expect((await post(house, login, proposals, entered)).status).toBe(403);
    }
    const wrong = [
      [{ institution: 'zhifuCourt' }, '/institution'],
      [{ source: ' ' }, '/source'],
      [{ inForceFrom: null }, '/inForceFrom'],
      [{ inForceTo: '2025-12-31' }, '/inForceTo'],
      [{ terms: [], hearingNotice: null }, '/answer'],
      [{ terms: [{ ...entered.terms[0], article: '' }] }, '/answer'],
    ] as const;
    for (const [change, pointer] of wrong) {
      const refused = await post(house, 'admin-system', proposals, { ...entered, ...change });
      expect([refused.status, refused.text.includes(`"${pointer}"`)]).toEqual([422, true]);
    }
    expect(await waiting(house)).toEqual([]);
  });

  it('come back in the form with everything that was typed, and each mistake at its control', async () => {
    const sent = { institution, name: '规则甲', source: '', inForceFrom: '2026-01-01', answer: 'zwölf', award: '4' };
    const payload = new URLSearchParams(sent).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const reply = await file.house.ask('admin-system', { method: 'POST', url: `${page}/new`, headers, payload });
    expect(reply.status).toBe(422);
    for (const one of [
      'value="规则甲"',
      'value="zwölf"',
      '请填写1至400的整数',
      '请选择期限的单位',
      'href="#field-answer"',
    ])
      expect(reply.text).toContain(one);
  });
});

describe('rules that one administrator entered', () => {
  it('count for nothing until another has confirmed them, and then for the arbitrations of that institution', async () => {
    const { house, told } = file;
    expect((await post(house, 'admin-system', proposals, entered)).status).toBe(204);
    expect(await offered(house, 'xu', told.here)).toEqual([]);
    const [open] = await waiting(house);
    expect(open?.rules.name.zh).toBe(entered.name.zh);
    expect((await post(house, 'admin-system', `${proposals}/${open?.id}/confirm`)).status).toBe(403);
    expect((await house.get('sun', page)).text).not.toContain(entered.name.zh);
    expect((await post(house, 'admin-security', `${proposals}/${open?.id}/confirm`)).status).toBe(204);
    expect((await post(house, 'admin-security', `${proposals}/${open?.id}/confirm`)).status).toBe(409);
    const [rules] = await rulesOf(house);
    expect(rules).toMatchObject({ active: true, verified: 'secondary' });
    const { text } = await house.get('sun', page);
    for (const one of [entered.name.zh, entered.source, '15日', '45日', '开庭5日前', '第二十条', '待核实', '启用'])
      expect(text).toContain(one);
    expect(await offered(house, 'xu', told.here)).toEqual([rules?.id]);
    expect(await offered(house, 'wipo-secretary', told.elsewhere)).toEqual([]);
  });

  it('set the clocks of a case taken in by them; a case elsewhere cannot name them and counts nothing', async () => {
    const { house, told } = file;
    const [rules] = await rulesOf(house);
    const taken = await accepted(house, 'xu', told.here, rules!.id);
    expect([taken.status, taken.text]).toEqual([200, taken.text]);
    const { calendar } = house.dependencies;
    const due = async (caseId: string) =>
      clocksOf(await house.file(caseId), calendar)
        .filter(({ rule }) => rule.startsWith('arb.rules.'))
        .map((clock) => [clock.rule, clock.due]);
    expect(await due(told.here)).toEqual([['arb.rules.answer', '2026-09-18']]);
    expect((await accepted(house, 'wipo-secretary', told.elsewhere, rules!.id)).status).toBe(422);
    expect((await accepted(house, 'wipo-secretary', told.elsewhere, null)).status).toBe(200);
    expect(await due(told.elsewhere)).toEqual([]);
  });

  it('that are switched off are offered no more, and a case taken in by them keeps its day', async () => {
    const { house, told } = file;
    const [rules] = await rulesOf(house);
    expect((await post(house, 'admin-system', `${known}/${rules?.id}/switch-on`)).status).toBe(409);
    expect((await post(house, 'admin-system', `${known}/${rules?.id}/switch-off`)).status).toBe(204);
    expect((await post(house, 'admin-system', `${known}/${rules?.id}/switch-off`)).status).toBe(409);
    const [open] = await waiting(house);
    await post(house, 'admin-security', `${proposals}/${open?.id}/confirm`);
    expect((await rulesOf(house)).map(({ active }) => active)).toEqual([false]);
    const target = latest(await house.file(told.here), 'proceeding', 'arbitration');
    const clocks = clocksOf(await house.file(told.here), house.dependencies.calendar);
    expect(clocks.find(({ rule }) => rule === 'arb.rules.answer')?.due).toBe('2026-09-18');
    expect(clocks.every(({ proceeding }) => proceeding === target.id || proceeding === null)).toBe(true);
    const next = await requested(house, 'xu');
    expect(await offered(house, 'xu', next)).toEqual([]);
    expect((await accepted(house, 'xu', next, rules!.id)).status).toBe(422);
  });

  it('leave in the audit store who proposed and who decided, and no word of their text', async () => {
    const { audit } = file.house.dependencies;
    await audit.flush();
    const records = await audit.following(everyAuditRecord, 0, 1000);
    const told = records.filter(({ kind }) => kind.startsWith('arbitrationRules'));
    expect(told.map(({ kind, person }) => [kind, person])).toEqual([
      ['arbitrationRulesProposed', 'admin-system'],
      ['arbitrationRulesDecided', 'admin-security'],
      ['arbitrationRulesProposed', 'admin-system'],
      ['arbitrationRulesDecided', 'admin-security'],
    ]);
    expect(JSON.stringify(told)).not.toContain('仲裁规则');
  });
});
