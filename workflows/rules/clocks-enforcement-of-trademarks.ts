import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';
import { excludedTimes } from './penalty-terms.ts';

const usual = {
  kind: 'statutory',
  duty: 'custodian',
  perParty: false,
  unit: 'calendarDay',
  extendedBy: [],
  tolledBy: [],
  appliesBy: 'act',
  effectiveFrom: null,
  effectiveTo: null,
} as const;

const ownDuty = text(
  '是行政机关的职责；当事人不因此丧失权利。',
  'A duty of the authority; the parties lose nothing by it.',
);
const penaltyLaw = 'GitHub qisehong/china-law-db laws/法律/行政法/行政处罚法(2021-01-22).md';
const fromMemory = '条文未重新核对，待核实';

/** Time limits of administrative penalty proceedings over intellectual property, up to the decision. */
const untilDecision = {
  'tm.penalty.file': {
    ...usual,
    label: text('核查并决定是否立案', 'Verify and decide whether to file the case'),
    startsWith: 'enforcementLeadReceived',
    amount: 15,
    unit: 'workingDay',
    extendedBy: ['verificationExtended'],
    extendedAtMost: 15,
    warnsBeforeDays: 4,
    onExpiry: {
      does: 'task',
      text: text(
        '核查期限已到：立案、不予立案，或经负责人批准延长。',
        'The time to verify has come: file the case, decline, or extend with the head’s approval.',
      ),
    },
    consequence: ownDuty,
    basis: [{ instrument: 'PENP', article: '第十八条' }],
    verified: 'secondary',
    source: 'www.btdsss.gov.cn/c/2025-05-14/912884.shtml（第十八条至第二十条全文转载）',
  },
  'tm.penalty.decide': {
    ...usual,
    label: text('作出处理决定', 'Decide the case'),
    startsWith: 'enforcementCaseFiled',
    amount: 90,
    extendedBy: ['handlingExtended'],
    tolledBy: [
      { from: 'penaltyCaseSuspended', to: 'penaltyCaseResumed', reason: text('中止期间', 'Suspension') },
      { from: 'hearingBegan', to: 'hearingEnded', reason: text('听证期间', 'Hearing') },
      { from: 'publicNoticeBegan', to: 'publicNoticeEnded', reason: excludedTimes.publicNotice.label },
      { from: 'inspectionBegan', to: 'inspectionEnded', reason: excludedTimes.inspection.label },
      { from: 'identificationBegan', to: 'identificationEnded', reason: excludedTimes.identification.label },
      { from: 'refundBegan', to: 'refundEnded', reason: excludedTimes.refund.label },
    ],
    warnsBeforeDays: 15,
    onExpiry: {
      does: 'task',
      text: text(
        '办案期限已到：作出决定；案情复杂的，经负责人批准延长，仍不能办结的由负责人集体讨论决定。',
        'The handling term has come: decide, or extend with the head’s approval, and after that by collective decision of the heads.',
      ),
    },
    consequence: ownDuty,
    basis: [{ instrument: 'PENP', article: '第六十四条' }],
    appliesBy: 'acceptance',
    verified: 'secondary',
    source: 'www.hyht-hotel.com（市场监管部门流程图转载）；bbs.pinggu.org/thread-15090211-1-1.html；条号待核实',
  },
  'tm.measure': {
    ...usual,
    label: text('查封、扣押期限', 'Seal or seizure'),
    startsWith: 'measureTaken',
    endsWith: ['measureEnded'],
    perParty: true,
    amount: 30,
    extendedBy: ['measureExtended'],
    extendedAtMost: 30,
    tolledBy: [{ from: 'inspectionBegan', to: 'inspectionEnded', reason: excludedTimes.inspection.label }],
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text(
        '查封、扣押期限已到：解除、没收、移送，或在期满前经批准延长。',
        'The measure ends: lift it, confiscate, transfer the goods, or have it extended before it ends.',
      ),
    },
    consequence: text(
      '期满未作处理决定的，应当及时解除；违法查封、扣押造成损失的，依法赔偿。',
      'Without a decision it must be lifted; loss by an unlawful measure is compensated.',
    ),
    basis: [{ instrument: 'AEL', article: '第二十五条' }],
    verified: 'text',
    source: 'GitHub qisehong/china-law-db laws/法律/行政法/行政强制法(2011-06-30).md',
  },
  'tm.evidence.hold': {
    ...usual,
    label: text('处理先行登记保存的证据', 'Decide on registered evidence'),
    startsWith: 'evidenceRegistered',
    endsWith: ['measureEnded'],
    perParty: true,
    amount: 7,
    unit: 'workingDay',
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '登记保存的处理期限已到：查封、扣押、送检、退还或解除，并登记。',
        'The time has come: seize, send for testing, return or release the registered evidence.',
      ),
    },
    consequence: text('逾期未作处理的，登记保存自动解除。', 'Without a decision the preservation ends by itself.'),
    basis: [
      { instrument: 'PENL', article: '第五十六条' },
      { instrument: 'PENL', article: '第八十五条' },
    ],
    effectiveFrom: '2021-07-15',
    verified: 'text',
    source: penaltyLaw,
  },
  'tm.hearing.request': {
    ...usual,
    label: text('要求听证', 'Ask for a hearing'),
    duty: 'party',
    startsWith: 'statementNoticeServed',
    endsWith: ['hearingAsked', 'statementWaived'],
    perParty: true,
    amount: 5,
    unit: 'workingDay',
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '要求听证的期限已过：复核陈述、申辩后作出决定。',
        'The time to ask for a hearing has passed: review the statements and decide.',
      ),
    },
    consequence: text(
      '逾期未要求听证的，视为放弃听证；陈述、申辩仍应听取。',
      'Not asked in time, the hearing is waived; a statement must still be heard.',
    ),
    basis: [
      { instrument: 'PENL', article: '第六十四条(一)' },
      { instrument: 'PENL', article: '第八十五条' },
    ],
    appliesBy: 'service',
    effectiveFrom: '2021-07-15',
    verified: 'text',
    source: penaltyLaw,
  },
} as const satisfies Record<string, ClockRule>;

/** Time limits that run from a penalty decision and its service. */
const afterDecision = {
  'tm.penalty.serve': {
    ...usual,
    label: text('送达处罚决定书', 'Serve the penalty decision'),
    startsWith: 'penaltyToServe',
    endsWith: ['penaltyServed'],
    perParty: true,
    amount: 7,
    unit: 'workingDay',
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text('送达期限已到：登记送达日期。', 'The time to serve has come: record when it was served.'),
    },
    consequence: ownDuty,
    basis: [
      { instrument: 'PENL', article: '第六十一条' },
      { instrument: 'PENL', article: '第八十五条' },
    ],
    effectiveFrom: '2021-07-15',
    verified: 'text',
    source: penaltyLaw,
  },
  'tm.penalty.publish': {
    ...usual,
    label: text('公示处罚信息', 'Publish the penalty'),
    startsWith: 'penaltyDecided',
    endsWith: ['publishPenalty'],
    amount: 20,
    unit: 'workingDay',
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text(
        '公示期限已到：去除个人信息和商业秘密后公示，并登记。',
        'The time to publish has come: redact personal data and trade secrets, publish, and record it.',
      ),
    },
    consequence: ownDuty,
    basis: [{ instrument: 'PENB', article: '第十条' }],
    effectiveFrom: '2021-09-01',
    verified: 'memory',
    source: `市场监督管理行政处罚信息公示规定；条号凭记忆，${fromMemory}`,
  },
  'tm.penalty.pay': {
    ...usual,
    label: text('缴纳罚款', 'Pay the fine'),
    duty: 'party',
    startsWith: 'fineDue',
    endsWith: ['finePaid'],
    perParty: true,
    amount: 15,
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text(
        '缴款期限已到：登记缴纳情况；未缴的，可以加处罚款，期满后申请法院强制执行。',
        'The time to pay has come: record payment; otherwise a surcharge is possible, and later enforcement by the court.',
      ),
    },
    consequence: text(
      '逾期不缴的，可以加处罚款，总额不超过罚款数额。',
      'Late payment may be surcharged, up to the amount of the fine.',
    ),
    basis: [{ instrument: 'PENL', article: '第六十七条第三款' }],
    appliesBy: 'service',
    effectiveFrom: '2021-07-15',
    verified: 'text',
    source: penaltyLaw,
  },
  'tm.penalty.reconsider': {
    ...usual,
    label: text('申请行政复议', 'Ask for administrative reconsideration'),
    duty: 'party',
    startsWith: 'penaltyServed',
    perParty: true,
    amount: 60,
    warnsBeforeDays: 10,
    onExpiry: {
      does: 'task',
      text: text('复议申请期限已过。', 'The time to ask for reconsideration has passed.'),
    },
    consequence: text(
      '逾期申请的，复议机关一般不予受理；复议期间处罚不停止执行。',
      'Late requests are as a rule not accepted; reconsideration does not stop the penalty.',
    ),
    basis: [{ instrument: 'ARL', article: '第二十条' }],
    appliesBy: 'service',
    effectiveFrom: '2024-01-01',
    verified: 'text',
    source: '行政复议法（2023年修订）第二十条',
  },
  'tm.penalty.sue': {
    ...usual,
    label: text('提起行政诉讼', 'Sue against the penalty'),
    duty: 'party',
    startsWith: 'penaltyServed',
    perParty: true,
    amount: 6,
    unit: 'month',
    warnsBeforeDays: 20,
    onExpiry: {
      does: 'task',
      text: text(
        '起诉期限已过：不履行的，行政机关可以申请法院强制执行。',
        'The time to sue has passed: what is not performed may be brought to the court for enforcement.',
      ),
    },
    consequence: text(
      '逾期起诉的，法院一般不予受理；诉讼期间处罚不停止执行。',
      'A late suit is as a rule not accepted; a suit does not stop the penalty.',
    ),
    basis: [{ instrument: 'APL', article: '第四十六条' }],
    appliesBy: 'service',
    verified: 'text',
    source: '行政诉讼法第四十六条',
  },
} as const satisfies Record<string, ClockRule>;

/** Time limits of administrative enforcement (查处), for trademarks and every other right it protects. */
export const enforcementOfTrademarksClocks = { ...untilDecision, ...afterDecision } as const;
