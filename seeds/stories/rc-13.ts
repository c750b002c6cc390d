import { text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import {
  handoff,
  itemIds,
  matter,
  matterId,
  partyId,
  proceeding,
  type Story,
  type StoryStep,
  theCase,
} from './story.ts';

const suit = proceeding('litigation');
const mediation = proceeding('courtAnnexedMediation');

function paper(
  at: string,
  by: StoryLogin,
  target: StoryStep['target'],
  [document, title, itemClass]: readonly [string, string, string],
): StoryStep<StoryLogin> {
  return { at, by, command: 'addItem', target, data: () => ({ document, title, class: itemClass, pages: 2 }) };
}

/** What was said inside; it never leaves the mediation. */
function inside(at: string, kind: string, note: string): StoryStep<StoryLogin> {
  return { at, by: 'qingdao-mediator', command: 'noteInside', target: mediation, data: () => ({ kind, note }) };
}

/** A wine brand against a wine company and a platform: the pages come down, the claimant withdraws, no paper is signed. */
export const rc13: Story<StoryLogin> = {
  id: 'rc-13',
  title: text(
    '葡萄酒商标：平台下架后原告撤诉（青岛审理，权利人为烟台企业）',
    'Wine brand: withdrawn after the pages came down (heard in Qingdao; the right holder is from Yantai)',
  ),
  source: text(
    '青岛法院诉前调解典型案例（2021年12月公布）改写，当事人已隐去；各步标记：V 原文载明，S 日期为补足',
    "After a Qingdao court's typical case published in December 2021, anonymised; V stated, S the day was added",
  ),
  steps: [
    // 1 V, day S: the Yantai wine company sues a Qingdao wine company and a Shenzhen platform at the Qingdao Intermediate Court.
    {
      at: '2021-05-10T09:30',
      by: 'qingdao-court',
      command: 'openCase',
      target: theCase,
      data: () => ({
        claimant: { kind: 'legal', name: '烟台某葡萄酒公司', telephone: '0535-6000200' },
        summary: '原告起诉两被告在酒类信息页面使用其葡萄酒商标。',
        source: 'window',
        respondents: [
          { who: { kind: 'legal', name: '青岛某酒业公司', telephone: '0532-8000100' } },
          { who: { kind: 'legal', name: '深圳某酒类平台公司', telephone: '0755-8000100' } },
        ],
        rightKind: 'wellKnownMark',
        dispute: 'infringement',
        relief: ['stop', 'damages'],
      }),
    },
    {
      at: '2021-05-10T09:40',
      by: 'qingdao-court',
      command: 'routeHere',
      target: proceeding('intake'),
      data: () => ({ channel: 'litigation' }),
    },
    // 2 V, day S: diverted to a mediation body through the court's platform.
    {
      at: '2021-05-17T10:00',
      by: 'qingdao-court',
      command: 'proposeMediation',
      target: suit,
      data: () => ({ number: '（2021）鲁02民诉前调88号' }),
    },
    {
      at: '2021-05-17T10:10',
      by: 'qingdao-court',
      command: 'recordConsent',
      target: suit,
      data: (c) => ({ party: partyId(c, 'claimant'), answer: 'agrees', channel: 'telephone' }),
    },
    { at: '2021-05-17T10:15', by: 'qingdao-court', command: 'confirmMediationConsent', target: suit },
    {
      at: '2021-05-18T09:00',
      by: 'qingdao-court',
      command: 'chooseMediationOrganisation',
      target: suit,
      data: () => ({ chosenBy: 'court', organisation: 'qingdaoMediationOrganisation' }),
    },
    paper('2021-05-18T09:10', 'qingdao-court', suit, ['delegationLetter', '委派调解函', 'organisationFile']),
    paper('2021-05-18T09:11', 'qingdao-court', suit, ['complaint', '民事起诉状', 'partyFile']),
    paper('2021-05-18T09:12', 'qingdao-court', suit, ['consentRecord', '调解意愿记录', 'organisationFile']),
    {
      at: '2021-05-18T09:20',
      by: 'qingdao-court',
      command: 'prepareHandoff',
      target: suit,
      data: (c) => ({
        kind: 'H1',
        to: 'qingdaoMediationOrganisation',
        partiesConsent: true,
        items: itemIds(c, 'delegationLetter', 'complaint', 'consentRecord'),
      }),
    },
    { at: '2021-05-18T09:30', by: 'qingdao-court', command: 'offerHandoff', target: handoff },
    { at: '2021-05-19T09:00', by: 'qingdao-mediator', command: 'receiveHandoff', target: handoff },
    { at: '2021-05-20T09:00', by: 'qingdao-mediator', command: 'acceptHandoff', target: handoff },
    {
      at: '2021-05-20T09:30',
      by: 'qingdao-mediator',
      command: 'assignMediator',
      target: mediation,
      data: () => ({ mediator: 'qingdao-mediator' }),
    },
    ...[0, 1].map(
      (index): StoryStep<StoryLogin> => ({
        at: `2021-05-24T10:0${index}`,
        by: 'qingdao-mediator',
        command: 'recordConsent',
        target: mediation,
        data: (c) => ({ party: partyId(c, 'respondent', index), answer: 'agrees', channel: 'telephone' }),
      }),
    ),
    {
      at: '2021-06-15T09:00',
      by: 'qingdao-mediator',
      command: 'giveRightsNotice',
      target: mediation,
      data: (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }),
    },
    // 3 V, day S: respondent 1 says the page is not its own; respondent 2 that it was crawled automatically.
    {
      at: '2021-06-15T11:00',
      by: 'qingdao-mediator',
      command: 'openSession',
      target: mediation,
      occurredOn: '2021-06-15T09:30',
      data: (c) => ({ mode: 'online', present: Object.keys(c.parties), minutes: 80 }),
    },
    inside('2021-06-15T11:10', 'caucus', '被告一称涉案页面并非其制作，未获利。'),
    inside('2021-06-15T11:15', 'caucus', '被告二称页面系自动抓取，点击量很少。'),
    // 3 S: all agree to go on beyond the thirty days.
    {
      at: '2021-06-16T09:00',
      by: 'qingdao-mediator',
      command: 'extendMediation',
      target: mediation,
      data: (c) => ({ days: 30, agreedBy: Object.keys(c.parties) }),
    },
    // 4 V, day S: the mediator's view, which stays inside.
    inside(
      '2021-07-01T10:00',
      'proposal',
      '调解员意见：涉案商标自2012年4月起已为驰名商标，平台应当避让；未发现被告一有违法行为。',
    ),
    // 5 V, day S: the platform deletes the pages, stops, and sweeps the site. The proof comes on the file.
    {
      at: '2021-07-08T15:00',
      by: 'qingdao-mediator',
      command: 'addItem',
      target: mediation,
      data: (c) => ({
        document: 'performanceRecord',
        title: '删除页面及全站清理证明',
        class: 'partyFile',
        pages: 6,
        party: partyId(c, 'respondent', 1),
        provenance: '被告二提交',
      }),
      content: '涉案页面已删除，停止使用；已对全站同类内容进行排查。（深圳某酒类平台公司，2021年7月8日）',
    },
    // 6 V, day S: the claimant withdraws voluntarily. S: one outcome for each respondent.
    {
      at: '2021-07-12T09:00',
      by: 'qingdao-mediator',
      command: 'splitMatter',
      target: theCase,
      data: (c) => ({
        matter: matterId(c, 0),
        respondents: [partyId(c, 'respondent', 1)],
        reason: '两被告处理结果不同，分别记录',
      }),
    },
    {
      at: '2021-07-12T09:10',
      by: 'qingdao-mediator',
      command: 'withdrawApplication',
      target: mediation,
      data: (c) => ({ matters: [matterId(c, 0)] }),
    },
    {
      at: '2021-07-12T09:15',
      by: 'qingdao-mediator',
      command: 'endMediation',
      target: mediation,
      data: (c) => ({ reason: 'settledAndWithdrew', matters: [matterId(c, 1)], routesTold: true }),
    },
    paper('2021-07-12T09:30', 'qingdao-mediator', mediation, ['terminationNotice', '调解终结书', 'organisationFile']),
    paper('2021-07-12T09:31', 'qingdao-mediator', mediation, ['complaint', '民事起诉状（退回）', 'partyFile']),
    {
      at: '2021-07-12T09:40',
      by: 'qingdao-mediator',
      command: 'prepareHandoff',
      target: mediation,
      data: (c) => ({
        kind: 'H3',
        to: 'qingdaoIntermediateCourt',
        partiesConsent: true,
        items: itemIds(c, 'terminationNotice', 'complaint', 'performanceRecord'),
      }),
    },
    { at: '2021-07-12T09:50', by: 'qingdao-mediator', command: 'offerHandoff', target: handoff },
    { at: '2021-07-12T10:30', by: 'qingdao-court', command: 'receiveHandoff', target: handoff },
    {
      at: '2021-07-12T15:00',
      by: 'qingdao-court',
      command: 'withdrawSuit',
      target: suit,
      data: () => ({ how: 'allowed' }),
    },
    // 6 S: nothing is left open against respondent 1, and the file is closed.
    {
      at: '2021-07-13T09:00',
      by: 'qingdao-court',
      command: 'finishMatter',
      target: matter(0),
      data: () => ({ reason: 'withdrawn' }),
    },
    { at: '2021-07-13T09:30', by: 'qingdao-mediator', command: 'closeMediation', target: mediation },
  ],
};
