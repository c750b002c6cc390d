import { type ChannelId, text } from '../../workflows/index.ts';
import { handoff, matter, partyId, proceeding, type Story, type StoryStep } from './story.ts';
import {
  agreed,
  type Day,
  type Dispute,
  intake,
  intoMediation,
  invented,
  opening,
  packet,
  send,
} from './today-steps.ts';

const ruling = proceeding('adminRuling');
const penalty = proceeding('trademarkEnforcement');
const arbitration = proceeding('arbitration');
const confirmation = proceeding('judicialConfirmation');
const enforcement = proceeding('enforcement');
const commercial = proceeding('commercialMediation');

export const kettle: Dispute = {
  claimant: '烟台海风电器有限公司',
  respondent: '蓬莱区明辉电器有限公司',
  summary: '请求人认为被请求人制造、销售的电热水壶侵害其外观设计专利权。',
  right: ['designPatent', 'ZL202330112233.4', '电热水壶'],
  amountFen: 3_000_000,
};
const liquor: Dispute = {
  claimant: '烟台古港酒业有限公司',
  respondent: '芝罘区顺发烟酒商行',
  summary: '投诉：商行销售假冒“古港”注册商标的白酒。',
  right: ['trademark', '第4321098号', '古港'],
  amountFen: 400_000,
};
const licence: Dispute = {
  claimant: '烟台蓝湾食品有限公司',
  respondent: '莱州市丰盛食品有限公司',
  summary: '商标许可合同使用费争议，合同订有仲裁条款。',
  right: ['contract', 'LW-2025-018', '“蓝湾”商标许可合同'],
  amountFen: 8_000_000,
  kind: 'contract',
};
const franchise: Dispute = {
  claimant: '烟台巷口餐饮管理有限公司',
  respondent: '龙口市味源餐饮有限公司',
  summary: '特许经营合同解除后商标使用费争议，合同订有仲裁条款。',
  right: ['contract', 'XK-2024-007', '“巷口”特许经营合同'],
  amountFen: 2_600_000,
  kind: 'contract',
};
const carpet: Dispute = {
  claimant: '烟台云锦家纺有限公司',
  respondent: '芝罘区美居家纺店',
  summary: '被申请人销售侵犯“云锦坊”商标权的床品。',
  right: ['trademark', '第3210987号', '云锦坊'],
  amountFen: 1_500_000,
};
const software: Dispute = {
  claimant: '烟台启航软件有限公司',
  respondent: '招远市金石机械有限公司',
  summary: '两家公司之间的软件许可使用费争议。',
  right: ['contract', 'QH-2025-031', '管理软件许可合同'],
  amountFen: 1_800_000,
  kind: 'contract',
};

/** Cases on the desks of the offices: a ruling, a penalty, two arbitrations, an enforcement by the court, a commercial mediation. */
export function storiesOfOffices(day: Day): readonly Story[] {
  return [
    story('today-ruling', text('专利侵权裁决进行中', 'A ruling under way'), underRuling(day)),
    story('today-penalty', text('行政处罚已告知', 'A penalty was announced'), beforePenalty(day)),
    story('today-arbitration-asked', text('仲裁申请待受理', 'A request for arbitration'), asked(day)),
    story('today-arbitration', text('仲裁已受理', 'An arbitration accepted'), underArbitration(day)),
    story('today-enforcement', text('法院执行中', 'Under enforcement'), underEnforcement(day)),
    story('today-commercial', text('商事调解已达成协议', 'A commercial agreement'), commerciallyAgreed(day)),
  ];
}

function story(id: string, title: Story['title'], steps: readonly StoryStep[]): Story {
  return { id, title, source: invented, steps };
}

type Told = NonNullable<StoryStep['data']>;

/** Steps of one person on one proceeding. */
function stepsOf(by: StoryStep['by'], target: StoryStep['target']) {
  return (at: string, command: string, data: Told = () => ({}), more: Partial<StoryStep> = {}): StoryStep => ({
    at,
    by,
    command,
    target,
    data,
    ...more,
  });
}

/** Taken in at the office's own door. */
function takenIn(on: string, by: StoryStep['by'], dispute: Dispute, channel: ChannelId): readonly StoryStep[] {
  const route = stepsOf(by, intake);
  return [opening(`${on}T09:10`, by, dispute), route(`${on}T09:30`, 'routeHere', () => ({ channel }))];
}

/** Served twelve days ago: the answer is due in three, the decision in three months from filing. */
function underRuling(day: Day): readonly StoryStep[] {
  const step = stepsOf('gao', ruling);
  return [
    ...takenIn(day(-16), 'gao', kettle, 'adminRuling'),
    step(`${day(-14)}T10:00`, 'fileRuling', () => ({
      number: `烟知裁〔${day(-14).slice(0, 4)}〕8号`,
      standing: 'owner',
    })),
    step(`${day(-13)}T10:00`, 'formRulingPanel', (c) => ({
      lead: 'gao-wei',
      size: 3,
      told: Object.keys(c.parties),
    })),
    step(`${day(-12)}T15:00`, 'serveRulingRequest', (c) => ({ party: partyId(c, 'respondent') })),
  ];
}

/** The respondent was told five days ago what is intended, and may ask to be heard within five working days. */
function beforePenalty(day: Day): readonly StoryStep[] {
  const step = stepsOf('majun', penalty);
  return [
    ...takenIn(day(-20), 'majun', liquor, 'trademarkEnforcement'),
    step(`${day(-15)}T10:00`, 'fileEnforcementCase', () => ({
      number: `烟市监立〔${day(-15).slice(0, 4)}〕36号`,
      lead: 'ma-jun',
      others: ['qin-yue'],
    })),
    step(`${day(-7)}T10:00`, 'recordFindings', () => ({ turnoverFen: 900_000, summary: '库存及已售共六十瓶。' })),
    step(`${day(-5)}T10:00`, 'giveStatementNotice', (c) => ({
      proposal: '责令停止侵权，没收侵权商品，罚款二万元',
      hearingRight: true,
      served: [{ party: partyId(c, 'respondent'), servedOn: day(-5) }],
    })),
  ];
}

/** The commission has to say within five days whether it takes the request. */
function asked(day: Day): readonly StoryStep[] {
  return takenIn(day(-3), 'xu', franchise, 'arbitration');
}

function underArbitration(day: Day): readonly StoryStep[] {
  const step = stepsOf('xu', arbitration);
  return [
    ...takenIn(day(-12), 'xu', licence, 'arbitration'),
    step(`${day(-9)}T10:00`, 'recordArbitrationAgreement', () => ({
      kind: 'clause',
      concludedOn: day(-400),
      institution: 'clear',
      coversMatter: true,
    })),
    step(`${day(-9)}T10:20`, 'acceptArbitration', () => ({ number: `烟仲字〔${day(-9).slice(0, 4)}〕第112号` })),
  ];
}

/** Confirmed, not kept, and the debtor objects: the court rules on it in two days. */
function underEnforcement(day: Day): readonly StoryStep[] {
  const number = (type: string, on: string, digits: string) => `（${on.slice(0, 4)}）鲁0602${type}${digits}号`;
  const confirm = stepsOf('liu', confirmation);
  const enforce = stepsOf('tang', enforcement);
  const confirmedAs = number('诉前调确', day(-73), '215');
  return [
    ...intoMediation(day, -95, carpet),
    agreed(day, -80, 1_000_000),
    ...packet(day, -75, 'zhifuCourt'),
    send(`${day(-75)}T10:10`, []),
    { at: `${day(-74)}T09:00`, by: 'liu', command: 'receiveHandoff', target: handoff },
    confirm(`${day(-73)}T09:00`, 'acceptConfirmation', () => ({ number: confirmedAs })),
    confirm(`${day(-65)}T15:00`, 'recordConfirmationRuling', (c) => ({
      result: 'confirmed',
      number: confirmedAs,
      judge: '审查法官',
      performanceDueOn: day(-40),
      served: Object.keys(c.parties).map((party) => ({ party, servedOn: day(-65) })),
    })),
    { at: `${day(-25)}T10:00`, by: 'tang', command: 'recordEnforcementApplication', target: matter(0) },
    enforce(`${day(-23)}T10:00`, 'acceptEnforcement', (c) => ({
      number: number('执', day(-23), '931'),
      creditor: partyId(c, 'claimant'),
    })),
    enforce(`${day(-20)}T10:00`, 'issueExecutionNotice', (c) => ({
      debtor: partyId(c, 'respondent'),
      servedOn: day(-20),
    })),
    enforce(`${day(-13)}T10:00`, 'recordEnforcementObjection', (c) => ({
      against: 'act',
      party: partyId(c, 'respondent'),
      grounds: '认为冻结的账户超出执行标的额。',
    })),
  ];
}

/** Agreed three weeks ago: the joint application to a court is due within thirty days. */
function commerciallyAgreed(day: Day): readonly StoryStep[] {
  const step = stepsOf('he', commercial);
  return [
    ...takenIn(day(-40), 'he', software, 'commercialMediation'),
    step(`${day(-38)}T10:00`, 'acceptCommercialMediation', () => ({ commercial: true, feesTold: true })),
    step(`${day(-36)}T10:00`, 'assignMediator', () => ({ mediator: 'he-qing', chosenBy: 'parties' })),
    step(`${day(-30)}T09:00`, 'giveRightsNotice', (c) => ({ parties: Object.keys(c.parties), manner: 'written' })),
    step(`${day(-30)}T11:00`, 'openSession', (c) => ({ mode: 'inPerson', present: Object.keys(c.parties) })),
    agreed(day, -23, 1_200_000, { by: 'he', target: commercial }),
  ];
}
