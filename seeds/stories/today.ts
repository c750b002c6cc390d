import { text } from '../../workflows/index.ts';
import { handoff, itemIds, type Story, type StoryStep } from './story.ts';
import { storiesOfOffices } from './today-offices.ts';
import {
  agreed,
  type Day,
  type Dispute,
  intake,
  intoMediation,
  invented,
  mediation,
  opening,
  packet,
  send,
} from './today-steps.ts';

export const wine: Dispute = {
  claimant: '烟台葡萄湾酒业有限公司',
  respondent: '福山区老窖烟酒店',
  summary: '被申请人销售假冒“葡萄湾”商标的葡萄酒。',
  right: ['trademark', '第9876543号', '葡萄湾'],
  amountFen: 5_000_000,
};
export const apple: Dispute = {
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
export const toy: Dispute = {
  claimant: '烟台童心玩具有限公司',
  respondent: '牟平区快乐文具店',
  summary: '被申请人销售标有“童心”商标的玩具，非权利人商品。',
  right: ['trademark', '第7654321号', '童心'],
  amountFen: 600_000,
};
export const tool: Dispute = {
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
    ...storiesOfOffices(day),
  ];
}
