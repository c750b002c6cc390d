import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const common = {
  kind: 'statutory',
  duty: 'party',
  perParty: true,
  extendedBy: [],
  tolledBy: [],
  warnsBeforeDays: 7,
  onExpiry: {
    does: 'task',
    text: text(
      '该当事人的期限已过：各方均未提出的，登记决定生效。',
      "This party's time has passed: when nobody went further, record that the decision is in force.",
    ),
  },
  consequence: text(
    '期满未提出的，决定生效；因此中止的案件恢复处理。',
    'Without it the decision takes effect; a case that was stayed for it goes on.',
  ),
  appliesBy: 'service',
  verified: 'text',
} as const;

const trademarkReview = {
  ...common,
  label: text('对商标局决定申请复审', "Ask for review of the trademark office's decision"),
  startsWith: 'trademarkDecisionReceived',
  endsWith: ['invalidationReviewAsked', 'invalidationSuitFiled'],
  amount: 15,
  unit: 'calendarDay',
} as const;

const trademarkSuit = {
  ...common,
  label: text(
    '对商标无效、异议、撤销的裁定起诉',
    'Sue over a trademark decision on invalidity, opposition or cancellation',
  ),
  startsWith: 'trademarkReviewDecisionReceived',
  endsWith: ['invalidationSuitFiled'],
  amount: 30,
  unit: 'calendarDay',
} as const;

const oldLaw = {
  basis: [{ instrument: 'TM19', article: '第四十四条、第四十五条、第五十四条' }],
  effectiveFrom: '2019-11-01',
  effectiveTo: '2026-12-31',
  source: '商标法（2019）第四十四条、第四十五条、第五十四条，公开法律汇编',
} as const;

const newLaw = {
  basis: [{ instrument: 'TM26', article: '第五十条、第五十一条' }],
  effectiveFrom: '2027-01-01',
  effectiveTo: null,
  source: 'GitHub Chin-Jing1998/IPReader quartz-kb/content/49 (cnipa.gov.cn/art/2026/6/26/art_95_206942.html)',
} as const;

/** Time limits of a proceeding over the validity of a right (PL 46; TM19 44-54, TM26 50-51). */
export const invalidationClocks = {
  'invalid.sue': {
    ...common,
    label: text('对专利无效宣告决定起诉', 'Sue over the decision on the validity of a patent'),
    startsWith: 'patentDecisionReceived',
    endsWith: ['invalidationSuitFiled'],
    amount: 3,
    unit: 'month',
    basis: [{ instrument: 'PL', article: '第四十六条第二款' }],
    effectiveFrom: '2021-06-01',
    effectiveTo: null,
    source: 'GitHub qisehong/china-law-db laws/法律/民法商法/专利法(2020-10-17).md',
  },
  'tminvalid.review': { ...trademarkReview, ...oldLaw },
  'tminvalid.sue': { ...trademarkSuit, ...oldLaw },
} as const satisfies Record<string, ClockRule>;

/** The same terms under the law in force from 2027. */
export const invalidationClocksOf2027 = {
  'tminvalid.review': { ...trademarkReview, ...newLaw },
  'tminvalid.sue': { ...trademarkSuit, ...newLaw },
} as const satisfies Record<string, ClockRule>;
