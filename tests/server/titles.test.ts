/** An arbitration secretary and an enforcement officer do their work over the API. */
import { describe, expect, it } from 'vitest';
import type { AccountRole } from '../../db/accounts.ts';
import { castPassword } from '../../seeds/cast.ts';
import { hashPassword } from '../../server/security/index.ts';
import { kit } from '../../workflows/index.ts';
import { latest, type ServedHouse, serve } from '../support/server.ts';

/** People whom the demonstration does not know: a secretary of the commission and an officer of the Zhifu court. */
const newcomers: readonly (readonly [string, string, AccountRole])[] = [
  ['secretary', 'yantaiArbitrationCommission', 'arbitrationSecretary'],
  ['executor', 'zhifuCourt', 'enforcementJudge'],
];

async function houseWithOfficers(): Promise<ServedHouse> {
  const house = await serve();
  for (const [login, organisationId, role] of newcomers) {
    const account = { id: login, login, name: login, organisationId, roles: [role] };
    await house.dependencies.accounts.create({ ...account, passwordHash: await hashPassword(castPassword) });
  }
  return house;
}

describe('an award and its enforcement over the API', () => {
  it('goes from the request to the title, over to the court and to its end, each by the proper officer', async () => {
    const house = await houseWithOfficers();
    const opened = await house.give('secretary', null, 'openCase', {
      data: {
        claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
        summary: '许可合同争议。',
        respondents: [{ who: { kind: 'legal', name: '被申请人公司', telephone: '13800000130' } }],
        dispute: 'contract',
      },
    });
    expect([opened.status, opened.text]).toEqual([201, opened.text]);
    const caseId = String(opened.body.caseId);
    const gives = async (login: string, type: string, channel: string, data: unknown, acknowledged: string[] = []) => {
      const file = await house.file(caseId);
      const target = channel === 'handoff' ? latest(file, 'handoff') : latest(file, 'proceeding', channel);
      const reply = await house.give(login, caseId, type, { target, data, acknowledged });
      expect([type, reply.status, reply.text]).toEqual([type, 200, reply.text]);
    };
    await gives('secretary', 'routeHere', 'intake', { channel: 'arbitration' });
    const agreement = { kind: 'clause', institution: 'clear', coversMatter: true };
    const early = await house.give('secretary', caseId, 'acceptArbitration', {
      target: latest(await house.file(caseId), 'proceeding', 'arbitration'),
      data: { number: '1号' },
    });
    expect([early.status, early.body.code]).toEqual([409, 'no-arbitration-agreement']);
    await gives('secretary', 'recordArbitrationAgreement', 'arbitration', agreement);
    await gives('secretary', 'acceptArbitration', 'arbitration', { number: '烟仲字〔2026〕第66号' });
    const tribunal = { arbitrators: 'one', names: '甲', chosenBy: 'parties', disclosed: true };
    await gives('secretary', 'appointTribunal', 'arbitration', tribunal);
    await gives('secretary', 'makeAward', 'arbitration', { kind: 'award', result: 'upheld' });
    const papers = [
      'enforcementApplication',
      'titleOfEnforcement',
      'proofOfEffect',
      'identityDocument',
      'performanceRecord',
      'propertyClues',
    ];
    for (const document of papers)
      await gives('secretary', 'addItem', 'arbitration', {
        document,
        title: document,
        class: 'organisationFile',
        pages: 1,
      });
    const items = Object.keys((await house.file(caseId)).items);
    await gives('secretary', 'prepareHandoff', 'arbitration', { kind: 'H12', to: 'zhifuCourt', items });
    await gives('secretary', 'offerHandoff', 'handoff', {});
    await gives('executor', 'receiveHandoff', 'handoff', {});
    const file = await house.file(caseId);
    const [creditor, debtor] = Object.keys(file.parties);
    const filed = { number: '（2026）鲁0602执789号', creditor };
    await gives('executor', 'acceptEnforcement', 'enforcement', filed, ['award-for-intermediate-court']);
    await gives('executor', 'issueExecutionNotice', 'enforcement', { debtor, servedOn: '2026-11-23' });
    await gives('executor', 'completeEnforcement', 'enforcement', { how: 'enforced' });
    const end = await house.file(caseId);
    expect(Object.values(end.matters).map(({ slot, outcome }) => [slot.value, outcome])).toEqual([
      ['over', 'enforced'],
    ]);
    expect(Object.values(end.proceedings).flatMap(({ slot }) => kit.states(slot))).toEqual([
      'routed',
      'awarded',
      'completed',
    ]);
  });

  it('is closed to the wrong officer, and its forms and commands are there for the right one', async () => {
    const house = await houseWithOfficers();
    const opened = await house.give('secretary', null, 'openCase', {
      data: { claimant: { name: '某公司', telephone: '13800000001' }, summary: '合同争议。' },
    });
    const caseId = String(opened.body.caseId);
    const intake = latest(await house.file(caseId), 'proceeding', 'intake');
    await house.give('secretary', caseId, 'routeHere', { target: intake, data: { channel: 'arbitration' } });
    const target = latest(await house.file(caseId), 'proceeding', 'arbitration');
    const stranger = await house.give('executor', caseId, 'acceptArbitration', { target, data: { number: '1号' } });
    // Whoever holds nothing of the case is not told that it is there.
    expect(stranger.status).toBe(404);
    const paper = { document: 'other', title: '材料', class: 'organisationFile', pages: 1 };
    const unknown = await house.give('executor', caseId, 'addItem', { target, data: paper });
    expect(unknown.status).toBe(404);
    const { body } = await house.get('secretary', `/api/cases/${caseId}/commands`);
    const { rows } = body as unknown as {
      readonly rows: readonly { readonly type: string; readonly allowed: string }[];
    };
    expect(rows.find(({ type }) => type === 'recordArbitrationAgreement')?.allowed).toBe('depends');
    const page = await house.get('secretary', `/cases/${caseId}`);
    expect([page.status, page.text.includes('登记仲裁协议')]).toEqual([200, true]);
  });
});
