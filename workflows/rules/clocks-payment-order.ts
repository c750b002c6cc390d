import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const common = {
  kind: 'statutory',
  perParty: false,
  unit: 'calendarDay',
  extendedBy: [],
  tolledBy: [],
  effectiveFrom: '2024-01-01',
  effectiveTo: null,
  verified: 'text',
  source: 'GitHub qisehong/china-law-db 民事诉讼法(2023-09-01).md',
} as const;

const courtDuty = text('是法院的职责；当事人不因此丧失权利。', 'A duty of the court; the parties lose nothing by it.');

/** Time limits of a payment order (CPL 226, 227). */
export const paymentOrderClocks = {
  'order.accept': {
    ...common,
    label: text('法院决定是否受理支付令申请', 'The court decides whether to accept'),
    duty: 'custodian',
    startsWith: 'paymentOrderRequested',
    amount: 5,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '受理期限已到：登记法院的通知；未答复的，向法院询问。',
        'The time has come: record the court’s answer, or ask for it.',
      ),
    },
    consequence: courtDuty,
    basis: [{ instrument: 'CPL', article: '第二百二十六条' }],
    appliesBy: 'filing',
  },
  'order.issue': {
    ...common,
    label: text('法院发出支付令', 'The court issues the order'),
    duty: 'custodian',
    startsWith: 'paymentOrderAccepted',
    amount: 15,
    warnsBeforeDays: 4,
    onExpiry: {
      does: 'task',
      text: text(
        '期限已到：登记支付令或驳回裁定；未答复的，向法院询问。',
        'The time has come: record the order or its rejection, or ask.',
      ),
    },
    consequence: courtDuty,
    basis: [{ instrument: 'CPL', article: '第二百二十七条第一款' }],
    appliesBy: 'acceptance',
  },
  'order.objection': {
    ...common,
    label: text('债务人清偿或提出异议', 'The debtor pays or objects'),
    duty: 'party',
    startsWith: 'paymentOrderServed',
    perParty: true,
    amount: 15,
    warnsBeforeDays: 4,
    onExpiry: {
      does: 'task',
      text: text(
        '期限已过：没有异议又未清偿的，登记支付令生效，债权人可以申请执行。',
        'The time has passed: without payment or objection record that the order is in force; it can be enforced.',
      ),
    },
    consequence: text(
      '不提出异议又不履行的，债权人可以申请执行。',
      'Without either the creditor may have it enforced.',
    ),
    basis: [{ instrument: 'CPL', article: '第二百二十七条第二款' }],
    appliesBy: 'service',
  },
} as const satisfies Record<string, ClockRule>;
