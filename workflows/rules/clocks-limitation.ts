import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const civilCode = 'GitHub qisehong/china-law-db laws/民法典/总则.md';
const patentInterpretation = 'text read in a public collection of Chinese law';

/** A warned party demanded in writing that the right holder withdraw its warning or sue; whichever term ends first counts. */
const waitingForTheHolder = {
  kind: 'waitingPeriod',
  duty: 'party',
  perParty: false,
  endsWith: ['suitRegistered', 'withdrawWarning'],
  unit: 'month',
  extendedBy: [],
  tolledBy: [],
  warnsBeforeDays: 5,
  onExpiry: {
    does: 'task',
    text: text(
      '权利人未撤回警告也未起诉：被警告人可以请求法院确认不侵权。',
      'The warning was neither withdrawn nor followed by a suit: the warned party may sue for a declaration of non-infringement.',
    ),
  },
  consequence: text(
    '期满后被警告人或者利害关系人起诉请求确认不侵犯专利权的，人民法院应当受理。',
    'After it a court must accept the suit of the warned party or an interested person for non-infringement.',
  ),
  basis: [{ instrument: 'PIC09', article: '第十八条' }],
  appliesBy: 'act',
  effectiveFrom: '2010-01-01',
  effectiveTo: null,
  verified: 'text',
  source: patentInterpretation,
} as const;

/** Limitation of action, counted by its ledger (workflows/limitation.ts) and shown with it; and waiting for the holder to sue. */
export const limitationClocks = {
  'lim.general': {
    label: text('诉讼时效（一般）', 'Limitation of action (general)'),
    kind: 'statutory',
    duty: 'party',
    startsWith: 'infringementKnown',
    perParty: false,
    // Interruptions are a ledger (workflows/limitation.ts), never intervals that are not counted.
    amount: 3,
    unit: 'year',
    extendedBy: [],
    tolledBy: [],
    warnsBeforeDays: 90,
    onExpiry: {
      does: 'task',
      text: text(
        '时效期间将届满：提醒权利人采取中断时效的措施；是否届满由法院审查。',
        'The period ends: remind the right holder to interrupt it; whether it ended is for the court.',
      ),
    },
    consequence: text(
      '义务人可以提出不履行的抗辩；法院不得主动适用。请求停止侵害的，不适用诉讼时效。',
      'The obligor may refuse to perform; the court may not raise it itself. Claims to stop have no limitation.',
    ),
    basis: [
      { instrument: 'CC', article: '第一百八十八条' },
      { instrument: 'CC', article: '第一百九十五条' },
      { instrument: 'CC', article: '第一百九十六条(一)' },
    ],
    appliesBy: 'act',
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    verified: 'text',
    source: civilCode,
  },
  'lim.max': {
    label: text('诉讼时效（最长二十年）', 'Limitation of action (twenty years at most)'),
    kind: 'statutory',
    duty: 'party',
    startsWith: 'rightHarmed',
    perParty: false,
    // Neither suspended nor interrupted; a court may extend it in special circumstances.
    amount: 20,
    unit: 'year',
    extendedBy: [],
    tolledBy: [],
    warnsBeforeDays: 90,
    onExpiry: {
      does: 'task',
      text: text(
        '最长权利保护期间将届满：提醒权利人；有特殊情况的，可以申请法院延长。',
        'The longest period ends: remind the right holder; in special circumstances a court may extend it on application.',
      ),
    },
    consequence: text('超过二十年的，人民法院不予保护。', 'After twenty years the courts give no protection.'),
    basis: [{ instrument: 'CC', article: '第一百八十八条第二款' }],
    appliesBy: 'act',
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    verified: 'text',
    source: civilCode,
  },
  'lim.suspension_tail': {
    label: text('诉讼时效中止后的期间', 'Limitation after a suspension'),
    kind: 'statutory',
    duty: 'party',
    startsWith: 'endLimitationObstacle',
    perParty: false,
    amount: 6,
    unit: 'month',
    extendedBy: [],
    tolledBy: [],
    warnsBeforeDays: 30,
    onExpiry: {
      does: 'task',
      text: text(
        '中止原因消除后的六个月将届满：提醒权利人采取中断时效的措施。',
        'The six months after the obstacle end: remind the right holder to interrupt limitation.',
      ),
    },
    consequence: text('自中止原因消除之日起满六个月，时效期间届满。', 'Six months after the obstacle the period ends.'),
    basis: [{ instrument: 'CC', article: '第一百九十四条第二款' }],
    appliesBy: 'act',
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    verified: 'text',
    source: civilCode,
  },
  'lit.noninfringement.received': {
    ...waitingForTheHolder,
    label: text('收到催告后撤回警告或起诉', 'Withdraw the warning or sue, from receipt of the demand'),
    startsWith: 'warningDemandReceived',
    amount: 1,
  },
  'lit.noninfringement.sent': {
    ...waitingForTheHolder,
    label: text('催告发出后撤回警告或起诉', 'Withdraw the warning or sue, from sending of the demand'),
    startsWith: 'recordWarningDemand',
    amount: 2,
  },
} as const satisfies Record<string, ClockRule>;
