/** An enforcement officer at work over the API: a complaint, the police beside it, a penalty, and what others may see. */
import { describe, expect, it } from 'vitest';
import { kit } from '../../workflows/index.ts';
import { latest, type Sent, type ServedHouse, serve } from '../support/server.ts';

const evidence = '回执见卷宗';
const filing = { number: '烟市监立〔2026〕18号', lead: 'market-officer', others: ['market-colleague'] };

/** A case of the officer's own, in enforcement since 1 September 2026. */
async function complaint(house: ServedHouse): Promise<string> {
  const opened = await house.give('officer', null, 'openCase', {
    data: {
      claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
      summary: '批发市场商户销售假冒注册商标的电热水壶。',
      respondents: [{ who: { kind: 'individualBusiness', name: '某商户', telephone: '13800000131' } }],
      rightKind: 'trademark',
      dispute: 'infringement',
    },
  });
  expect([opened.status, opened.text]).toEqual([201, opened.text]);
  const caseId = String(opened.body.caseId);
  const intake = latest(await house.file(caseId), 'proceeding', 'intake');
  const routed = await house.give('officer', caseId, 'routeHere', {
    target: intake,
    data: { channel: 'trademarkEnforcement' },
  });
  expect([routed.status, routed.text]).toEqual([200, routed.text]);
  return caseId;
}

/** Gives commands on the latest proceeding of a channel; each must be taken. */
function worker(house: ServedHouse, caseId: string, login = 'officer') {
  return async (type: string, channel: 'trademarkEnforcement' | 'criminalReferral' | null, sent: Sent = {}) => {
    const file = await house.file(caseId);
    const target = channel === null ? latest(file, 'handoff') : latest(file, 'proceeding', channel);
    const reply = await house.give(login, caseId, type, { target, ...sent });
    expect([type, reply.status, reply.text]).toEqual([type, 200, reply.text]);
    return reply;
  };
}

const stateOf = async (house: ServedHouse, caseId: string, channel: 'trademarkEnforcement' | 'criminalReferral') => {
  const file = await house.file(caseId);
  return kit.states(file.proceedings[latest(file, 'proceeding', channel).id]!.slot)[0];
};

describe('an enforcement officer over the API', () => {
  it('leads a complaint to a penalty, and finds each next step among the commands', async () => {
    const house = await serve({ start: '2026-09-01T09:00' });
    const caseId = await complaint(house);
    const give = worker(house, caseId);
    house.at('2026-09-03T09:00');
    await give('fileEnforcementCase', 'trademarkEnforcement', { data: filing });
    const respondent = Object.values((await house.file(caseId)).parties).find(({ side }) => side === 'respondent')!.id;
    const served = [{ party: respondent, servedOn: '2026-09-10' }];
    house.at('2026-09-10T09:00');
    await give('giveStatementNotice', 'trademarkEnforcement', { data: { proposal: '罚款三万元', served } });
    const { body } = await house.get('officer', `/api/cases/${caseId}/commands`);
    const { rows } = body as unknown as { rows: { type: string; allowed: string }[] };
    expect(rows.find(({ type }) => type === 'decidePenalty')?.allowed).toBe('depends');
    expect(rows.map(({ type }) => type)).not.toContain('recordDetention');
    house.at('2026-09-21T09:00');
    const penalty = { document: '烟市监处罚〔2026〕18号', fineFen: 3_000_000 };
    await give('decidePenalty', 'trademarkEnforcement', {
      data: { ...penalty, served: [{ party: respondent, servedOn: '2026-09-21' }] },
    });
    await give('recordPenaltyPerformance', 'trademarkEnforcement', { data: { party: respondent, what: 'finePaid' } });
    await give('closePenaltyCase', 'trademarkEnforcement');
    expect(await stateOf(house, caseId, 'trademarkEnforcement')).toBe('closed');
  });

  it('transfers a suspected crime, and writes down for the police what they decide, with its proof', async () => {
    const house = await serve({ start: '2026-09-01T09:00' });
    const caseId = await complaint(house);
    const give = worker(house, caseId);
    house.at('2026-09-03T09:00');
    await give('fileEnforcementCase', 'trademarkEnforcement', { data: filing });
    const crime = { crime: 'sellingCounterfeits', officers: 2, grounds: '销售金额达到追诉标准' };
    await give('reportSuspectedCrime', 'trademarkEnforcement', { data: crime });
    await give('decideTransfer', 'trademarkEnforcement', { data: { approved: true } });
    const documents = ['crimeTransferLetter', 'investigationReport', 'goodsList', 'inspectionReport', 'handoverList'];
    for (const document of documents)
      await give('addItem', 'trademarkEnforcement', {
        data: { document, title: document, class: 'organisationFile', pages: 2 },
      });
    const items = Object.keys((await house.file(caseId)).items);
    await give('prepareHandoff', 'trademarkEnforcement', { data: { kind: 'H7', to: 'yantaiPublicSecurity', items } });
    await give('offerHandoff', null);
    await give('receiveHandoff', null, { evidence });
    const referral = latest(await house.file(caseId), 'proceeding', 'criminalReferral');
    const data = { reason: 'minor', explanation: '数额未达标准' };
    const bare = await house.give('officer', caseId, 'declineCriminalCase', { target: referral, data });
    expect([bare.status, bare.body.code]).toEqual([422, 'evidence-needed']);
    await give('declineCriminalCase', 'criminalReferral', { data, evidence });
    expect(await stateOf(house, caseId, 'trademarkEnforcement')).toBe('investigating');
    const seen = await house.get('officer', `/api/cases/${caseId}/timeline`);
    expect(seen.text).toContain('烟台市公安局');
  });

  it('is refused with the article, over the API too, when a fine would stand in for the police', async () => {
    const house = await serve({ start: '2026-09-03T09:00' });
    const caseId = await complaint(house);
    const give = worker(house, caseId);
    await give('fileEnforcementCase', 'trademarkEnforcement', { data: filing });
    const found = { turnoverFen: 8_000_000, crime: 'sellingCounterfeits', summary: '销售八万元' };
    await give('recordFindings', 'trademarkEnforcement', { data: found });
    await give('giveStatementNotice', 'trademarkEnforcement', { data: { proposal: '罚款' } });
    const target = latest(await house.file(caseId), 'proceeding', 'trademarkEnforcement');
    const refused = await house.give('officer', caseId, 'decidePenalty', { target, data: { document: '1号' } });
    expect([refused.status, refused.body.code]).toEqual([409, 'crime-not-transferred']);
    expect(refused.text).toContain('第十一条');
  });

  it('is the only one who sees the case', async () => {
    const house = await serve({ start: '2026-09-03T09:00' });
    const caseId = await complaint(house);
    for (const login of ['sun', 'wang', 'liu', 'station'])
      expect((await house.get(login, `/api/cases/${caseId}`)).status).toBe(404);
    expect((await house.get('colleague', `/api/cases/${caseId}`)).status).toBe(200);
  });
});
