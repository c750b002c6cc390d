/** What a court looks at before it confirms a mediation agreement, as rows: each point with its article and what shows it. */
import { type Text, text } from '../text.ts';
import type { Basis } from './law.ts';

/** One point of the pre-flight. The instruments carry the days between which their articles are in force. */
interface PointRow {
  readonly label: Text;
  /** What in the file is looked at for it. */
  readonly looksAt: Text;
  readonly basis: readonly Basis[];
}

const definite: readonly Basis[] = [{ instrument: 'CPLI', article: '第三百五十八条(五)' }];

/** The points in the order in which they are shown. */
export const confirmationPoints = {
  jurisdiction: {
    label: text('管辖', 'Jurisdiction'),
    looksAt: text(
      '权利类型、调解组织所在地、是否由法院邀请调解',
      'Kind of right, place of the organisation, invitation by a court',
    ),
    basis: [{ instrument: 'CPL', article: '第二百零五条(二)' }],
  },
  window: {
    label: text('申请期', 'The window to apply'),
    looksAt: text('协议生效日、提出申请之日', 'The day the agreement took effect, the day of filing'),
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'PML', article: '第三十三条第一款' },
    ],
  },
  joint: {
    label: text('共同申请', 'Joint application'),
    looksAt: text('申请书由谁签署、各方是否在协议上签字', 'Who signed the application, who signed the agreement'),
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'CPLI', article: '第三百五十一条' },
    ],
  },
  ownership: {
    label: text('确权内容', 'Ownership or validity'),
    looksAt: text('每一条款的内容类别', 'The subject of every clause'),
    basis: [{ instrument: 'CPLI', article: '第三百五十五条(五)' }],
  },
  obligor: {
    label: text('义务人、权利人明确', 'Who owes, and to whom'),
    looksAt: text('给付和行为条款', 'Clauses on payments and acts'),
    basis: definite,
  },
  amount: {
    label: text('金额明确', 'Definite amount'),
    looksAt: text('给付条款', 'Clauses on payments'),
    basis: definite,
  },
  day: {
    label: text('期限明确', 'Definite day'),
    looksAt: text('给付和行为条款', 'Clauses on payments and acts'),
    basis: definite,
  },
  account: {
    label: text('账户、方式明确', 'Definite account or manner'),
    looksAt: text('给付条款（账号本身不录入系统）', 'Clauses on payments (the number itself is not kept here)'),
    basis: definite,
  },
  act: {
    label: text('行为具体', 'Definite act'),
    looksAt: text('条款用语是否留待以后约定', 'Whether the words leave something to be agreed later'),
    basis: definite,
  },
  address: {
    label: text('送达地址', 'Address for service'),
    looksAt: text('各方送达地址确认', 'The confirmation of every party'),
    basis: [{ instrument: 'CPLI', article: '第三百五十四条' }],
  },
  papers: {
    label: text('材料齐备', 'Complete papers'),
    looksAt: text('材料清单与应当提交的材料', 'The manifest beside the papers that must be there'),
    basis: [{ instrument: 'CPLI', article: '第三百五十三条、第三百五十四条' }],
  },
  sham: {
    label: text('虚假调解迹象', 'Signs of a sham mediation'),
    looksAt: text(
      '本机构可以知悉的其他案件、双方代理人',
      'Other cases this organisation may know, the agents of both sides',
    ),
    basis: [
      { instrument: 'OMR', article: '第二十三条' },
      { instrument: 'CPL', article: '第一百一十五条' },
    ],
  },
  authority: {
    label: text('行政调解协议', 'An agreement before an authority'),
    looksAt: text('该法院的受理做法', 'The practice of this court'),
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'SDR', article: '第四十二条' },
    ],
  },
} as const satisfies Readonly<Record<string, PointRow>>;

export type ConfirmationPoint = keyof typeof confirmationPoints;
