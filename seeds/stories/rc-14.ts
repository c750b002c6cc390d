import { text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import { handoff, itemIds, partyId, proceeding, type Story, type StoryStep, theCase } from './story.ts';

const enforcement = proceeding('trademarkEnforcement');
const referral = proceeding('criminalReferral');

type Step = StoryStep<StoryLogin>;

/** Formal papers on a file, one a minute. */
function papers(
  day: string,
  hour: string,
  by: StoryLogin,
  target: Step['target'],
  list: readonly (readonly [string, string])[],
): readonly Step[] {
  return list.map(([document, title], index) => ({
    at: `${day}T${hour}:${String(index).padStart(2, '0')}`,
    by,
    command: 'addItem',
    target,
    data: () => ({ document, title, class: 'organisationFile', pages: 2 }),
  }));
}

/** A handoff prepared, sent and received on one day. */
function handed(
  day: string,
  hour: string,
  [from, to]: readonly [StoryLogin, StoryLogin],
  target: Step['target'],
  [kind, organisation, ...documents]: readonly [string, string, ...string[]],
  receivedAt = `${day}T${hour}:30`,
): readonly Step[] {
  return [
    {
      at: `${day}T${hour}:10`,
      by: from,
      command: 'prepareHandoff',
      target,
      data: (c) => ({ kind, to: organisation, items: itemIds(c, ...documents) }),
    },
    { at: `${day}T${hour}:20`, by: from, command: 'offerHandoff', target: handoff },
    { at: receivedAt, by: to, command: 'receiveHandoff', target: handoff },
  ];
}

/** A seller in Yongjia who is not prosecuted in Haishu: the case goes back, to an authority of another city. */
export const rc14: Story<StoryLogin> = {
  id: 'rc-14',
  title: text(
    '假冒商品：宁波海曙不起诉后反向移送温州永嘉行政处罚（非烟台）',
    'Counterfeit goods: not prosecuted in Haishu, Ningbo, and handed back to Yongjia, Wenzhou, for a penalty (not of Yantai)',
  ),
  source: text(
    '检察机关新闻转载改写，当事人已隐去；各步标记：V 原文载明，V~ 原文仅到月份，S 为补足的日期或步骤',
    'After a reprint of procuratorate news, anonymised; V stated, V~ stated to the month, S added',
  ),
  steps: [
    // S: the regulator of Haishu takes a complaint, finds a sum above the threshold and reports a suspected crime.
    {
      at: '2023-05-10T09:30',
      by: 'haishu-market',
      command: 'openCase',
      target: theCase,
      data: () => ({
        claimant: { kind: 'legal', name: '某品牌公司', telephone: '0574-6000100' },
        summary: '投诉人反映被投诉人在海曙区销售假冒其注册商标的商品，货物来自永嘉。',
        source: 'window',
        respondents: [{ who: { kind: 'natural', name: '某商户经营者', telephone: '13800000914' } }],
        rightKind: 'trademark',
        dispute: 'infringement',
        relief: ['stop'],
      }),
    },
    {
      at: '2023-05-10T09:40',
      by: 'haishu-market',
      command: 'routeHere',
      target: proceeding('intake'),
      data: () => ({ channel: 'trademarkEnforcement' }),
    },
    {
      at: '2023-05-12T10:00',
      by: 'haishu-market',
      command: 'fileEnforcementCase',
      target: enforcement,
      data: () => ({ number: '甬海市监立〔2023〕31号', lead: 'haishu-officer', others: ['haishu-colleague'] }),
    },
    {
      at: '2023-05-19T15:00',
      by: 'haishu-market',
      command: 'recordFindings',
      target: enforcement,
      data: () => ({
        turnoverFen: 8_000_000,
        actsUntil: '2023-05-09',
        crime: 'sellingCounterfeits',
        summary: '查明销售假冒注册商标的商品八万元。',
      }),
    },
    {
      at: '2023-05-22T10:00',
      by: 'haishu-market',
      command: 'reportSuspectedCrime',
      target: enforcement,
      data: () => ({ crime: 'sellingCounterfeits', officers: 2, grounds: '销售金额较大，涉嫌犯罪。' }),
    },
    {
      at: '2023-05-23T09:00',
      by: 'haishu-market',
      command: 'decideTransfer',
      target: enforcement,
      data: () => ({ approved: true }),
    },
    ...papers('2023-05-23', '10', 'haishu-market', enforcement, [
      ['crimeTransferLetter', '涉嫌犯罪案件移送书'],
      ['investigationReport', '调查报告'],
      ['goodsList', '涉案物品清单'],
      ['inspectionReport', '鉴定意见'],
      ['handoverList', '案件材料移交清单'],
    ]),
    ...handed('2023-05-23', '11', ['haishu-market', 'haishu-police'], enforcement, [
      'H7',
      'haishuPublicSecurity',
      'crimeTransferLetter',
      'investigationReport',
      'goodsList',
      'inspectionReport',
      'handoverList',
    ]),
    // S: the police open a case; goods and papers go over; the administrative case ends.
    {
      at: '2023-05-26T10:00',
      by: 'haishu-police',
      command: 'openCriminalCase',
      target: referral,
      data: () => ({ number: '海公（知）立字〔2023〕15号' }),
    },
    {
      at: '2023-05-29T10:00',
      by: 'haishu-market',
      command: 'recordHandover',
      target: enforcement,
      data: () => ({ signedByBoth: true }),
    },
    { at: '2023-05-30T10:00', by: 'haishu-market', command: 'closeAsTransferred', target: enforcement },
    // S: passed on to the procuratorate.
    ...papers('2023-09-08', '09', 'haishu-police', referral, [['transferLetter', '移送审查起诉函']]),
    ...handed('2023-09-08', '10', ['haishu-police', 'haishu-procuratorate'], referral, [
      'H20',
      'haishuProcuratorate',
      'transferLetter',
    ]),
    // V, days S: losses repaid, forgiven; minor, a first offence. Recorded before the decision.
    ...(['repaid', 'forgiven', 'firstOffence'] as const).map(
      (kind, index): Step => ({
        at: `2023-09-2${index}T10:00`,
        by: 'haishu-procuratorate',
        command: 'recordMitigation',
        target: referral,
        data: (c) => ({ party: partyId(c, 'respondent'), kind }),
      }),
    ),
    // 1 V~ (October 2023): a public hearing, and no prosecution. S: when it was written down.
    {
      at: '2023-10-12T11:00',
      by: 'haishu-procuratorate',
      command: 'holdPublicHearing',
      target: referral,
      occurredOn: '2023-10',
      data: () => ({ opinion: '听证员同意不起诉。' }),
    },
    {
      at: '2023-10-13T10:00',
      by: 'haishu-procuratorate',
      command: 'recordProsecutionDecision',
      target: referral,
      occurredOn: '2023-10',
      data: () => ({ result: 'notProsecuted', ground: 'minor' }),
    },
    // 2 V: procuratorate, market regulator and police of Haishu meet the regulator of Yongjia.
    {
      at: '2023-10-19T15:00',
      by: 'haishu-procuratorate',
      command: 'holdConference',
      target: referral,
      data: () => ({
        kind: 'conference',
        participants: [
          'haishuProcuratorate',
          'haishuMarketSupervision',
          'haishuPublicSecurity',
          'yongjiaMarketSupervision',
        ],
        topic: '跨市反向移送',
        decision: '由行为人所在地永嘉县市场监督管理局依法处理。',
      }),
    },
    // 3 V: the necessity is reviewed; the opinion letter goes to Yongjia, copies to two bodies of Haishu. S: the day to reply.
    {
      at: '2023-10-27T09:00',
      by: 'haishu-procuratorate',
      command: 'reviewNecessity',
      target: referral,
      data: () => ({ needed: true, grounds: '虽不追究刑事责任，仍应给予行政处罚。' }),
    },
    {
      at: '2023-10-27T10:00',
      by: 'haishu-procuratorate',
      command: 'issueOpinion',
      target: referral,
      data: () => ({
        addressee: 'yongjiaMarketSupervision',
        copies: ['haishuMarketSupervision', 'haishuPublicSecurity'],
        replyBy: '2023-12-27',
        opinion: '建议对行为人依法给予行政处罚，并回复处理结果。',
      }),
    },
    ...papers('2023-10-27', '11', 'haishu-procuratorate', referral, [
      ['procuratorialOpinion', '检察意见书'],
      ['criminalDecision', '不起诉决定书'],
      ['transferLetter', '反向移送函'],
      ['goodsList', '涉案物品清单'],
      ['handoverList', '移交清单'],
    ]),
    ...handed('2023-10-27', '14', ['haishu-procuratorate', 'haishu-market'], referral, [
      'H19',
      'haishuMarketSupervision',
      'procuratorialOpinion',
    ]),
    ...handed('2023-10-27', '15', ['haishu-procuratorate', 'haishu-police'], referral, [
      'H19',
      'haishuPublicSecurity',
      'procuratorialOpinion',
    ]),
    ...handed(
      '2023-10-27',
      '16',
      ['haishu-procuratorate', 'yongjia-market'],
      referral,
      [
        'H8',
        'yongjiaMarketSupervision',
        'procuratorialOpinion',
        'criminalDecision',
        'transferLetter',
        'goodsList',
        'handoverList',
      ],
      '2023-10-30T09:00',
    ),
    // S: Yongjia files, finds, and hears the seller.
    {
      at: '2023-11-03T10:00',
      by: 'yongjia-market',
      command: 'fileEnforcementCase',
      target: enforcement,
      data: () => ({ number: '永市监立〔2023〕208号', lead: 'yongjia-officer', others: ['yongjia-colleague'] }),
    },
    {
      at: '2023-11-10T10:00',
      by: 'yongjia-market',
      command: 'recordFindings',
      target: enforcement,
      data: () => ({ turnoverFen: 8_000_000, actsUntil: '2023-05-09', summary: '采信刑事程序移送的证据。' }),
    },
    {
      at: '2023-11-20T10:00',
      by: 'yongjia-market',
      command: 'giveStatementNotice',
      target: enforcement,
      data: (c) => ({
        proposal: '责令停止侵权，罚款。',
        served: [{ party: partyId(c, 'respondent'), servedOn: '2023-11-20' }],
      }),
    },
    {
      at: '2023-11-22T10:00',
      by: 'yongjia-market',
      command: 'recordStatement',
      target: enforcement,
      data: (c) => ({ party: partyId(c, 'respondent'), statement: '没有异议。', waives: true }),
    },
    // 4 V: the penalty. S: its service, its performance, the reply.
    {
      at: '2023-12-15T10:00',
      by: 'yongjia-market',
      command: 'decidePenalty',
      target: enforcement,
      data: (c) => ({
        document: '永市监处罚〔2023〕208号',
        orderStop: true,
        fineFen: 1_000_000,
        served: [{ party: partyId(c, 'respondent'), servedOn: '2023-12-15' }],
      }),
    },
    {
      at: '2023-12-20T10:00',
      by: 'yongjia-market',
      command: 'replyToOpinion',
      target: enforcement,
      data: () => ({ result: '已于2023年12月15日作出行政处罚。' }),
    },
    {
      at: '2023-12-25T10:00',
      by: 'yongjia-market',
      command: 'publishPenalty',
      target: enforcement,
      data: () => ({ where: '国家企业信用信息公示系统', redacted: true }),
    },
    {
      at: '2023-12-28T10:00',
      by: 'yongjia-market',
      command: 'recordPenaltyPerformance',
      target: enforcement,
      data: (c) => ({ party: partyId(c, 'respondent'), what: 'finePaid' }),
    },
    { at: '2023-12-29T10:00', by: 'yongjia-market', command: 'closePenaltyCase', target: enforcement },
  ],
};
