import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

/** Limitation of action; counted by the ledger of interruptions and shown with it. */
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
    source: 'GitHub qisehong/china-law-db laws/民法典/总则.md',
  },
} as const satisfies Record<string, ClockRule>;
