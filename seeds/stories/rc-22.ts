import { text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import { handoff, itemIds, partyId, proceeding, type Story, type StoryStep, theCase } from './story.ts';

const suit = proceeding('litigation');

/** A paper of the claimant or of the court, with what it says. */
function paper(
  at: string,
  [document, title, itemClass]: readonly [string, string, string],
  content: string,
): StoryStep<StoryLogin> {
  return {
    at,
    by: 'quanzhou-court',
    command: 'addItem',
    target: suit,
    data: () => ({ document, title, class: itemClass }),
    content,
  };
}

/** A utility-model suit whose court has no jurisdiction: the file goes to another court, with a new number, in one case. */
export const rc22: Story<StoryLogin> = {
  id: 'rc-22',
  title: text(
    '警用装备实用新型：管辖异议，泉州中院移送泰州中院（非烟台）',
    'Police-gear utility model: objection to jurisdiction, from Quanzhou to Taizhou (not of Yantai)',
  ),
  source: text(
    '实用新型专利侵权案报道改写，当事人已隐去；各步标记：V 原文载明，V~ 原文仅到月份或先后，S 为补足的日期或步骤',
    'After a published report, anonymised; V stated, V~ stated to the month or order, S added',
  ),
  steps: [
    // 1 V: filed in the Quanzhou Intermediate Court.
    {
      at: '2015-03-31T09:30',
      by: 'quanzhou-court',
      command: 'openCase',
      target: theCase,
      data: () => ({
        claimant: { kind: 'legal', name: '某警用装备公司', telephone: '0595-20000100' },
        summary: '原告起诉被告制造、销售侵害其警用装备实用新型专利权的产品。',
        source: 'window',
        respondents: [{ who: { kind: 'legal', name: '江苏某器材公司', telephone: '0523-80000100' } }],
        rightKind: 'utilityModel',
        dispute: 'infringement',
        relief: ['stop', 'damages'],
      }),
    },
    {
      at: '2015-03-31T09:40',
      by: 'quanzhou-court',
      command: 'routeHere',
      target: proceeding('intake'),
      data: () => ({ channel: 'litigation' }),
    },
    paper('2015-03-31T10:00', ['complaint', '民事起诉状', 'partyFile'], '请求判令被告停止侵权并赔偿损失。'),
    // V: the chain of the right: applied for, granted, assigned to the claimant; a positive evaluation report.
    paper(
      '2015-03-31T10:05',
      ['registerExtract', '专利登记簿副本', 'partyFile'],
      '申请日2009年8月7日；授权公告日2010年6月2日；2014年6月30日专利权人变更登记为原告；专利权有效。',
    ),
    paper(
      '2015-03-31T10:06',
      ['evaluationReport', '实用新型专利权评价报告', 'partyFile'],
      '全部权利要求未发现存在不符合授予专利权条件的缺陷。',
    ),
    // S: registered, and served on the defendant.
    {
      at: '2015-04-03T15:00',
      by: 'quanzhou-court',
      command: 'registerSuit',
      target: suit,
      data: () => ({ number: '（2015）泉民初字第512号', procedure: 'ordinary' }),
    },
    {
      at: '2015-04-27T10:00',
      by: 'quanzhou-court',
      command: 'recordComplaintService',
      target: suit,
      occurredOn: '2015-04-24',
      data: (c) => ({ party: partyId(c, 'respondent') }),
    },
    // 2 V, day S: within its time for defence the defendant objects to the jurisdiction.
    {
      at: '2015-05-08T16:00',
      by: 'quanzhou-court',
      command: 'objectJurisdiction',
      target: suit,
      data: (c) => ({ party: partyId(c, 'respondent') }),
    },
    // S: the objection is dismissed in the first instance; the number of the order below is that of an appeal.
    {
      at: '2015-06-12T16:00',
      by: 'quanzhou-court',
      command: 'decideJurisdiction',
      target: suit,
      data: (c) => ({
        result: 'dismissed',
        served: [{ party: partyId(c, 'respondent'), servedOn: '2015-06-12' }],
      }),
    },
    // 3 V: the Fujian High Court orders the transfer. S: its order is entered when it arrives.
    {
      at: '2015-09-07T09:00',
      by: 'quanzhou-court',
      command: 'orderTransfer',
      target: suit,
      occurredOn: '2015-08-26',
      data: () => ({ to: 'taizhouIntermediateCourt', number: '（2015）闽民终字第1426号' }),
    },
    // S: the file is sent, and arrives.
    paper(
      '2015-09-14T09:00',
      ['transferLetter', '移送函', 'organisationFile'],
      '依（2015）闽民终字第1426号裁定，移送泰州市中级人民法院。',
    ),
    {
      at: '2015-09-14T09:20',
      by: 'quanzhou-court',
      command: 'prepareHandoff',
      target: suit,
      data: (c) => ({
        kind: 'H15',
        to: 'taizhouIntermediateCourt',
        items: itemIds(c, 'transferLetter', 'complaint', 'registerExtract', 'evaluationReport'),
      }),
    },
    { at: '2015-09-14T09:30', by: 'quanzhou-court', command: 'offerHandoff', target: handoff },
    { at: '2015-10-19T10:00', by: 'taizhou-court', command: 'receiveHandoff', target: handoff },
    // 4 V: docketed in Taizhou. S: accepted the same day; the number.
    { at: '2015-10-28T09:00', by: 'taizhou-court', command: 'acceptHandoff', target: handoff },
    {
      at: '2015-10-28T09:30',
      by: 'taizhou-court',
      command: 'docketTransferred',
      target: suit,
      data: () => ({ number: '（2015）泰中知民初字第00097号' }),
    },
    // 5 V: two hearings. S: the hours.
    ...['2015-11-23', '2016-01-08'].map(
      (day): StoryStep<StoryLogin> => ({
        at: `${day}T12:00`,
        by: 'taizhou-court',
        command: 'openTrial',
        target: suit,
        occurredOn: `${day}T09:30`,
        data: (c) => ({ present: Object.keys(c.parties) }),
      }),
    ),
    // 6 V~ (by 18 April 2016): the holder wins in the first instance. S: the days.
    {
      at: '2016-04-15T16:00',
      by: 'taizhou-court',
      command: 'recordJudgment',
      target: suit,
      data: (c) => ({
        number: '（2015）泰中知民初字第00097号',
        result: 'upheld',
        judge: '审判长',
        served: Object.keys(c.parties).map((party) => ({ party, servedOn: '2016-04-15' })),
      }),
    },
  ],
};
