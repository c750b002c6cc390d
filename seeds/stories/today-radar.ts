import { type Text, text } from '../../workflows/index.ts';
import { proceeding, type Story, type StoryStep } from './story.ts';
import { apple, tool, toy, wine } from './today.ts';
import { kettle } from './today-offices.ts';
import { type Day, type Dispute, intake, invented, opening } from './today-steps.ts';

/** What the two cases over one product are about. */
const goods = '红富士苹果礼盒';
const orchard: Dispute = {
  claimant: '烟台山里红果业有限公司',
  respondent: '海阳市鲜果多水果店',
  summary: '被申请人销售的礼盒使用与“山里红”近似的标识。',
  right: ['trademark', '第8765432号', '山里红'],
  amountFen: 300_000,
  product: goods,
};
const lamp: Dispute = {
  claimant: '烟台星辰灯饰有限公司',
  respondent: '龙口市光明灯具有限公司',
  summary: '展会上展出的台灯涉嫌侵害“星辰”商标权。',
  right: ['trademark', '第2345678号', '星辰'],
  amountFen: 500_000,
  source: 'exhibition',
};

const pump: Dispute = {
  claimant: '烟台碧海泵业有限公司',
  respondent: '海阳市龙泉机械有限公司',
  summary: '请求人认为被请求人制造的水泵侵害其发明专利权。',
  right: ['inventionPatent', 'ZL202110223344.5', '一种潜水泵'],
  amountFen: 4_000_000,
};
const ruling = proceeding('adminRuling');

interface Again {
  readonly id: string;
  readonly title: Text;
  readonly by: StoryStep['by'];
  readonly dispute: Dispute;
  /** How many days ago it came in. */
  readonly daysAgo: number;
  /** What the radar says at the door, and whoever registers it has read. */
  readonly seen: readonly string[];
  /** What happened after it was registered. */
  readonly later?: readonly Omit<StoryStep, 'at' | 'by'>[];
}

/** Each came in after the cases of `storiesOfToday`, and has something in common with one of them. */
const again: readonly Again[] = [
  {
    id: 'radar-twice',
    title: text('可能重复立案', 'Perhaps filed twice'),
    by: 'limin',
    dispute: { ...wine, summary: '申请人再次来窗口反映同一商店销售假冒“葡萄湾”葡萄酒。' },
    daysAgo: 1,
    seen: ['related-double-filing'],
  },
  {
    id: 'radar-repeat',
    title: text('达成协议后可能再次侵权', 'Perhaps repeated after an agreement'),
    by: 'limin',
    dispute: { ...toy, summary: '达成协议后，商店又上架标有“童心”商标的玩具。' },
    daysAgo: 1,
    seen: ['related-repeat-infringement'],
  },
  {
    id: 'radar-mirrored',
    title: text('两案互换立场', 'The same two, on changed sides'),
    by: 'limin',
    dispute: {
      claimant: tool.respondent,
      respondent: tool.claimant,
      summary: '五金店要求公司支付代销合同款项。',
      right: ['contract', 'JG-2025-009', '“精工坊”代销合同'],
      amountFen: 1_100_000,
      kind: 'contract',
    },
    daysAgo: 1,
    seen: ['related-sham-signs'],
  },
  {
    id: 'radar-other-shop',
    title: text('同一权利，另一家商店', 'The same right, another shop'),
    by: 'limin',
    dispute: { ...apple, respondent: '芝罘区甜又多果品店', product: goods },
    daysAgo: 2,
    seen: [],
  },
  {
    id: 'radar-same-goods',
    title: text('同一产品，另一项权利', 'The same product, another right'),
    by: 'limin',
    dispute: orchard,
    daysAgo: 1,
    seen: [],
  },
  {
    id: 'radar-exhibition',
    title: text('展会投诉', 'A complaint at an exhibition'),
    by: 'wang',
    dispute: lamp,
    daysAgo: 9,
    seen: [],
  },
  {
    id: 'radar-exhibition-again',
    title: text('展会再次投诉', 'Complained of again at an exhibition'),
    by: 'wang',
    dispute: { ...lamp, respondent: '莱州市华灯照明有限公司' },
    daysAgo: 1,
    seen: ['related-exhibition-repeat'],
  },
  {
    id: 'radar-ruling',
    title: text('同一争议已在裁决中', 'The same dispute is before the authority'),
    by: 'gao',
    dispute: { ...kettle, summary: '请求人就同一产品再次提出请求。' },
    daysAgo: 1,
    seen: ['related-suit-or-ruling'],
  },
  {
    id: 'radar-attacked',
    title: text('权利正被请求宣告无效', 'The right is attacked'),
    by: 'gao',
    dispute: pump,
    daysAgo: 12,
    seen: [],
    later: [
      { command: 'routeHere', target: intake, data: () => ({ channel: 'adminRuling' }) },
      { command: 'fileRuling', target: ruling, data: () => ({ number: '烟知裁〔演示〕21号', standing: 'owner' }) },
      { command: 'recordInvalidationRequest', target: ruling },
    ],
  },
  {
    id: 'radar-attacked-again',
    title: text('同一权利的另一请求', 'Another request over the same right'),
    by: 'gao',
    dispute: { ...pump, respondent: '栖霞市鸿运机械有限公司' },
    daysAgo: 1,
    seen: ['related-invalidation'],
  },
];

/** Cases that came in lately and are like others of the demonstration, one for each thing the radar can see at a desk of it. */
export function storiesOfTheRadar(today: string): readonly Story[] {
  const day: Day = (offset) => Temporal.PlainDate.from(today).add({ days: offset }).toString();
  return again.map(({ id, title, by, dispute, daysAgo, seen, later = [] }) => ({
    id,
    title,
    source: invented,
    steps: [
      { ...opening(`${day(-daysAgo)}T10:20`, by, dispute), acknowledged: seen },
      ...later.map((step, index) => ({ at: `${day(index + 1 - daysAgo)}T10:20`, by, ...step })),
    ],
  }));
}
