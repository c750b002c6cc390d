import { type CaseFile, text } from '../../workflows/index.ts';
import { handoff, itemIds, partyId, proceeding, proceedingOf, type Story, type StoryStep, theCase } from './story.ts';

/** A day of the story, counted from the day it is told: -3 is three days ago. */
type Day = (offset: number) => string;

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const invented = text('演示案例，人物、企业均为虚构', 'A demonstration: people and companies do not exist');

interface Dispute {
  readonly claimant: string;
  readonly respondent: string;
  readonly summary: string;
  readonly right: readonly [kind: string, number: string, name: string];
  readonly amountFen: number;
}

function opening(at: string, by: StoryStep['by'], dispute: Dispute): StoryStep {
  const [rightKind, rightNumber, rightName] = dispute.right;
  const data = {
    claimant: { kind: 'legal', name: dispute.claimant, telephone: '0535-6000100' },
    respondents: [{ who: { kind: 'individualBusiness', name: dispute.respondent, telephone: '13800000100' } }],
    summary: dispute.summary,
    source: 'window',
    rightKind,
    rightNumber,
    rightName,
    dispute: 'infringement',
    relief: ['stop', 'damages'],
    amountFen: dispute.amountFen,
  };
  return { at, by, command: 'openCase', target: theCase, data: () => data };
}

/** From the window to a named mediator, told in the days before `from`. */
function intoMediation(day: Day, from: number, dispute: Dispute): readonly StoryStep[] {
  return [
    opening(`${day(from)}T09:10`, 'limin', dispute),
    {
      at: `${day(from)}T09:30`,
      by: 'limin',
      command: 'routeHere',
      target: intake,
      data: () => ({ channel: 'peopleMediation' }),
    },
    {
      at: `${day(from + 1)}T10:00`,
      by: 'limin',
      command: 'recordConsent',
      target: mediation,
      data: (c) => ({ party: partyId(c, 'respondent'), answer: 'agrees', channel: 'telephone', level: '1' }),
    },
    { at: `${day(from + 2)}T09:00`, by: 'limin', command: 'acceptMediation', target: mediation },
    {
      at: `${day(from + 2)}T09:05`,
      by: 'limin',
      command: 'assignMediator',
      target: mediation,
      data: () => ({ mediator: 'sun-lihua', deputies: [] }),
    },
    {
      at: `${day(from + 3)}T09:00`,
      by: 'sun',
      command: 'giveRightsNotice',
      target: mediation,
      data: (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }),
    },
    {
      at: `${day(from + 3)}T11:00`,
      by: 'sun',
      command: 'openSession',
      target: mediation,
      occurredOn: `${day(from + 3)}T09:10`,
      data: (c) => ({ mode: 'inPerson', present: Object.keys(c.parties), minutes: 100 }),
    },
  ];
}

function agreed(day: Day, on: number, amountFen: number): StoryStep {
  return {
    at: `${day(on)}T15:00`,
    by: 'sun',
    command: 'recordAgreement',
    target: mediation,
    data: (c) => {
      const [claimant, respondent] = [partyId(c, 'claimant'), partyId(c, 'respondent')];
      const clause = { obligor: respondent, obligee: claimant, dueOn: day(on + 40), mannerNamed: true };
      return {
        form: 'written',
        clauses: [
          { ...clause, subject: 'stopInfringement', act: '停止销售涉案商品' },
          { ...clause, subject: 'payment', act: '一次性支付赔偿款', amountFen },
        ],
        signatures: [claimant, respondent].map((party) => ({ party, signedOn: day(on) })),
        mediatorSignedOn: day(on),
        sealedOn: day(on),
      };
    },
  };
}

const papers = [
  ['mediationAgreement', '人民调解协议书', 'jointSigned', 3],
  ['confirmationApplication', '司法确认申请书', 'jointSigned', 2],
  ['mediationProof', '主持调解证明', 'organisationFile', 1],
  ['addressConfirmation', '送达地址确认书', 'jointSigned', 2],
  ['identityDocument', '各方身份证明', 'partyFile', 2],
] as const;

function packet(day: Day, on: number, court: string): readonly StoryStep[] {
  const addresses = (['claimant', 'respondent'] as const).map(
    (side, index): StoryStep => ({
      at: `${day(on)}T08:${40 + index}`,
      by: 'limin',
      command: 'confirmServiceAddress',
      target: theCase,
      data: (c) => ({ party: partyId(c, side), method: 'post' }),
    }),
  );
  const items = papers.map(
    ([document, title, itemClass, pages], index): StoryStep => ({
      at: `${day(on)}T09:1${index}`,
      by: 'limin',
      command: 'addItem',
      target: mediation,
      data: () => ({ document, title, class: itemClass, pages, provenance: '窗口收取' }),
    }),
  );
  const prepare: StoryStep = {
    at: `${day(on)}T10:00`,
    by: 'sun',
    command: 'prepareHandoff',
    target: mediation,
    data: (c) => ({
      kind: 'H4',
      to: court,
      agreement: agreementOf(c),
      partiesConsent: true,
      items: itemIds(c, ...papers.map(([document]) => document)),
    }),
  };
  return [...addresses, ...items, prepare];
}

function agreementOf(caseFile: CaseFile): string {
  return Object.keys(proceedingOf(caseFile, 'peopleMediation').agreements)[0] ?? '';
}

const send = (at: string, acknowledged: readonly string[]): StoryStep => ({
  at,
  by: 'sun',
  command: 'offerHandoff',
  target: handoff,
  acknowledged,
});

const wine: Dispute = {
  claimant: '烟台葡萄湾酒业有限公司',
  respondent: '福山区老窖烟酒店',
  summary: '被申请人销售假冒“葡萄湾”商标的葡萄酒。',
  right: ['trademark', '第9876543号', '葡萄湾'],
  amountFen: 5_000_000,
};
const apple: Dispute = {
  claimant: '栖霞苹果产业协会',
  respondent: '莱山区果香园水果店',
  summary: '被申请人在外地苹果上使用“栖霞苹果”地理标志。',
  right: ['trademark', '第5500001号', '栖霞苹果'],
  amountFen: 800_000,
};
const picture: Dispute = {
  claimant: '烟台海图文化传媒有限公司',
  respondent: '开发区晨光广告设计部',
  summary: '被申请人未经许可在公众号使用摄影作品十二幅。',
  right: ['copyright', '鲁作登字-2025-G-00012345', '海岸日出系列摄影'],
  amountFen: 1_200_000,
};
const toy: Dispute = {
  claimant: '烟台童心玩具有限公司',
  respondent: '牟平区快乐文具店',
  summary: '被申请人销售标有“童心”商标的玩具，非权利人商品。',
  right: ['trademark', '第7654321号', '童心'],
  amountFen: 600_000,
};
const tool: Dispute = {
  claimant: '烟台精工工具有限公司',
  respondent: '芝罘区恒通五金店',
  summary: '被申请人销售侵犯“精工坊”商标权的扳手。',
  right: ['trademark', '第6543210号', '精工坊'],
  amountFen: 900_000,
};

/** Cases in the middle of their lives on the day they are told, so that every desk of the demonstration has work on it. */
export function storiesOfToday(today: string): readonly Story[] {
  const day: Day = (offset) => Temporal.PlainDate.from(today).add({ days: offset }).toString();
  const session: StoryStep = {
    at: `${day(-2)}T16:00`,
    by: 'sun',
    command: 'adjournMediation',
    target: mediation,
    occurredOn: day(-2),
    data: () => ({ next: `${day(1)}T14:30` }),
  };
  const fromCentre: readonly StoryStep[] = [
    opening(`${day(-4)}T14:00`, 'wang', picture),
    {
      at: `${day(-4)}T14:20`,
      by: 'wang',
      command: 'addItem',
      target: intake,
      data: () => ({
        document: 'intakeForm',
        title: '维权援助受理登记表',
        class: 'organisationFile',
        pages: 2,
        provenance: '中心窗口',
      }),
    },
    {
      at: `${day(-3)}T09:00`,
      by: 'wang',
      command: 'prepareHandoff',
      target: intake,
      data: (c) => ({
        kind: 'H5',
        to: 'yantaiMediationCommittee',
        items: itemIds(c, 'intakeForm'),
        partiesConsent: true,
      }),
    },
    { at: `${day(-3)}T09:10`, by: 'wang', command: 'offerHandoff', target: handoff },
  ];
  return [
    {
      id: 'today-session',
      title: text('调解进行中', 'In session'),
      source: invented,
      steps: [...intoMediation(day, -20, wine), session],
    },
    {
      id: 'today-from-centre',
      title: text('中心移送待签收', 'Waiting for receipt'),
      source: invented,
      steps: fromCentre,
    },
    {
      id: 'today-packet',
      title: text('确认材料待发出', 'A packet to be sent'),
      source: invented,
      steps: [...intoMediation(day, -35, apple), agreed(day, -25, 300_000), ...packet(day, -1, 'zhifuCourt')],
    },
    {
      id: 'today-court',
      title: text('法院待受理', 'The court is to accept'),
      source: invented,
      steps: [
        ...intoMediation(day, -30, toy),
        agreed(day, -12, 200_000),
        ...packet(day, -5, 'zhifuCourt'),
        send(`${day(-5)}T10:10`, []),
        { at: `${day(-1)}T09:00`, by: 'liu', command: 'receiveHandoff', target: handoff },
      ],
    },
    {
      id: 'today-off-system',
      title: text('向未接入系统的法院申请', 'A court without a login'),
      source: invented,
      steps: [
        ...intoMediation(day, -40, tool),
        agreed(day, -15, 450_000),
        ...packet(day, -4, 'laishanCourt'),
        send(`${day(-4)}T10:10`, ['court-may-lack-jurisdiction']),
      ],
    },
  ];
}
