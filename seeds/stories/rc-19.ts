import { text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import { partyId, proceeding, type Story, type StoryStep, theCase } from './story.ts';

const arbitration = proceeding('arbitration');

function step(
  at: string,
  command: string,
  data?: StoryStep['data'],
  more: Partial<StoryStep<StoryLogin>> = {},
): StoryStep<StoryLogin> {
  return { at, by: 'wipo-secretary', command, target: arbitration, ...(data === undefined ? {} : { data }), ...more };
}

/** A foreign company against a Chinese one: submitted to arbitration after the dispute, awarded, performed without enforcement. */
export const rc19: Story<StoryLogin> = {
  id: 'rc-19',
  title: text(
    '争议后提交仲裁，裁决自动履行（世界知识产权组织仲裁与调解上海中心）',
    'Submitted to arbitration after the dispute, and performed (WIPO Shanghai)',
  ),
  source: text(
    '2024年10月3日报道的中心首件裁决改写，当事人已隐去；各步标记：V 原文载明，S 日期为补足',
    "After a report of 2024-10-03 on the centre's first award, anonymised; V stated, S the day was added",
  ),
  steps: [
    // 1 V, day S: a foreign company and a Chinese company are in dispute.
    step(
      '2024-04-08T10:00',
      'openCase',
      () => ({
        claimant: { kind: 'legal', name: '某外国公司', email: 'claimant@example.com' },
        summary: '知识产权合同争议，双方事后约定提交仲裁。',
        source: 'online',
        respondents: [{ who: { kind: 'legal', name: '某中国公司', telephone: '021-60000100' } }],
        rightKind: 'contract',
        dispute: 'contract',
        relief: ['damages'],
      }),
      { target: theCase },
    ),
    step(
      '2024-04-08T10:05',
      'describeParty',
      (c) => ({ party: partyId(c, 'claimant'), capacity: 'full', foreign: true }),
      {
        target: theCase,
      },
    ),
    step('2024-04-08T10:10', 'routeHere', () => ({ channel: 'arbitration' }), { target: proceeding('intake') }),
    // 2 V, day S: submission agreement after the dispute; seat Shanghai, Chinese language and law.
    step('2024-04-08T10:20', 'addItem', () => ({
      document: 'arbitrationAgreement',
      title: '仲裁协议（争议发生后订立）',
      class: 'jointSigned',
      pages: 3,
    })),
    step('2024-04-08T10:30', 'recordArbitrationAgreement', () => ({
      kind: 'submission',
      concludedOn: '2024-04-02',
      institution: 'clear',
      coversMatter: true,
      seat: '上海',
      language: '中文',
    })),
    // 2 S: accepted within five days of the request.
    step('2024-04-12T09:30', 'acceptArbitration', () => ({ number: 'WIPO-SH（2024）01', foreignRelated: true })),
    // 3 V, day S: at the parties' request the centre appoints a Chinese sole arbitrator.
    step('2024-05-06T10:00', 'appointTribunal', () => ({
      arbitrators: 'one',
      names: '中国籍独任仲裁员',
      chosenBy: 'head',
      disclosed: true,
    })),
    // 3 S: one hearing.
    step('2024-06-18T17:00', 'holdArbitrationHearing', (c) => ({ mode: 'inPerson', present: Object.keys(c.parties) }), {
      occurredOn: '2024-06-18T09:30',
    }),
    // 4 V, day S (before October 2024): the award.
    step('2024-08-15T10:00', 'makeAward', () => ({
      kind: 'award',
      result: 'upheld',
      performanceDueOn: '2024-09-15',
    })),
    step('2024-08-20T10:00', 'recordAwardService', (c) => ({ party: partyId(c, 'claimant') })),
    step('2024-08-20T10:05', 'recordAwardService', (c) => ({ party: partyId(c, 'respondent') })),
    // 5 V, day S: performed voluntarily.
    step('2024-09-12T15:00', 'recordAwardPerformed', () => ({}), { occurredOn: '2024-09-10' }),
  ],
};
