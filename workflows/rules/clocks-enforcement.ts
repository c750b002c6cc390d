import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const civilProcedureLaw = 'GitHub qisehong/china-law-db 民事诉讼法(2023-09-01).md';
const awardEnforcement =
  'GitHub qisehong/china-law-db 最高人民法院关于人民法院办理仲裁裁决执行案件若干问题的规定(2018-02-22).md';
const notarisedEnforcement =
  'GitHub qisehong/china-law-db 最高人民法院关于公证债权文书执行若干问题的规定(2018-09-30).md';

/** What the rows of this file share; each says what is its own. */
const common = {
  kind: 'statutory',
  perParty: false,
  unit: 'calendarDay',
  extendedBy: [],
  tolledBy: [],
  effectiveFrom: '2024-01-01',
  effectiveTo: null,
  verified: 'text',
  source: civilProcedureLaw,
} as const;
const underAwardRules = { ...common, effectiveFrom: '2018-03-01', source: awardEnforcement } as const;
const underNotaryRules = { ...common, effectiveFrom: '2018-10-01', source: notarisedEnforcement } as const;

const courtDuty = text('是法院的职责；当事人不因此丧失权利。', 'A duty of the court; the parties lose nothing by it.');
const tooLate = text('逾期提出的，法院不予受理。', 'A late application is not accepted.');

/** Time limits of enforcement; the two years to ask for it stand with the titles (enf.apply). */
export const enforcementClocks = {
  'enf.objection': {
    ...common,
    label: text('法院审查执行异议', 'The court examines an objection to enforcement'),
    duty: 'custodian',
    startsWith: 'enforcementObjectionReceived',
    endsWith: ['decideEnforcementObjection'],
    amount: 15,
    warnsBeforeDays: 4,
    onExpiry: {
      does: 'task',
      text: text(
        '审查期限已到：登记裁定；未作出的，向执行法院询问。',
        'The time has come: record the ruling, or ask the court.',
      ),
    },
    consequence: courtDuty,
    basis: [
      { instrument: 'CPL', article: '第二百三十六条' },
      { instrument: 'CPL', article: '第二百三十八条' },
    ],
    appliesBy: 'acceptance',
  },
  'enf.review': {
    ...common,
    label: text('向上一级法院申请复议', 'Ask the higher court for review'),
    duty: 'party',
    startsWith: 'objectionRulingServed',
    perParty: true,
    amount: 10,
    warnsBeforeDays: 3,
    onExpiry: {
      does: 'task',
      text: text('申请复议的期限已过，裁定继续有效。', 'The time has passed; the ruling stands.'),
    },
    consequence: text('该当事人不能再申请复议。', 'This party can no longer ask for review.'),
    basis: [{ instrument: 'CPL', article: '第二百三十六条' }],
    appliesBy: 'service',
  },
  'enf.end_for_now': {
    ...common,
    label: text('可以终结本次执行程序之前', 'Before the enforcement may be ended for now'),
    kind: 'waitingPeriod',
    duty: 'custodian',
    startsWith: 'enforcementAccepted',
    amount: 3,
    unit: 'month',
    warnsBeforeDays: 0,
    onExpiry: {
      does: 'task',
      text: text(
        '已满规定时间：穷尽财产调查仍无可供执行财产的，可以终结本次执行程序。',
        'The time has passed: where nothing was found after every search, the enforcement may be ended for now.',
      ),
    },
    consequence: text('期满前不得终结本次执行程序。', 'Not to be ended for now before its end.'),
    basis: [{ instrument: 'TER16', article: '第一条(四)' }],
    appliesBy: 'acceptance',
    effectiveFrom: '2016-12-01',
    verified: 'secondary',
    source: 'laweer.com/question/f247a3cee9700.html（第一条、第二条全文转载）',
  },
  'arb.nonenforce': {
    ...underAwardRules,
    label: text('被执行人申请不予执行仲裁裁决', 'The debtor asks not to enforce the award'),
    duty: 'party',
    startsWith: 'nonEnforcementTermBegan',
    perParty: true,
    amount: 15,
    warnsBeforeDays: 4,
    onExpiry: {
      does: 'task',
      text: text(
        '申请不予执行的期限已过：继续执行；伪造证据、仲裁员枉法的，自知道之日起另计。',
        'The time has passed: enforcement goes on; for forged evidence or a corrupt arbitrator it runs from knowledge.',
      ),
    },
    consequence: tooLate,
    basis: [{ instrument: 'AWE', article: '第八条' }],
    appliesBy: 'service',
  },
  'arb.nonenforce.third': {
    ...underAwardRules,
    label: text('案外人申请不予执行仲裁裁决', 'An outsider asks not to enforce the award'),
    duty: 'outsider',
    startsWith: 'outsiderLearnedOfMeasure',
    amount: 30,
    warnsBeforeDays: 7,
    onExpiry: {
      does: 'task',
      text: text('案外人申请的期限已过。', "The outsider's time has passed."),
    },
    consequence: tooLate,
    basis: [{ instrument: 'AWE', article: '第九条(三)' }],
    appliesBy: 'act',
  },
  'enf.nonenforce.rule': {
    ...underAwardRules,
    label: text('法院审查不予执行仲裁裁决', 'The court examines whether to enforce the award'),
    duty: 'custodian',
    startsWith: 'nonEnforcementAccepted',
    amount: 2,
    unit: 'month',
    extendedBy: ['nonEnforcementReviewExtended'],
    extendedAtMost: 30,
    warnsBeforeDays: 14,
    onExpiry: {
      does: 'task',
      text: text(
        '审查期限已到：登记裁定，或登记院长批准的延长。',
        'The time has come: record the ruling, or the extension that was approved.',
      ),
    },
    consequence: courtDuty,
    basis: [{ instrument: 'AWE', article: '第十二条' }],
    appliesBy: 'acceptance',
  },
  'enf.notarised': {
    ...underNotaryRules,
    label: text('申请执行公证债权文书', 'Apply to enforce the notarised instrument'),
    duty: 'party',
    startsWith: 'notarisedPerformanceDue',
    // Each instalment runs by itself; suspension and interruption follow the rules on limitation (a ledger, no intervals).
    amount: 2,
    unit: 'year',
    warnsBeforeDays: 90,
    onExpiry: {
      does: 'task',
      text: text(
        '申请执行的期间已过：仍可申请，但债务人可以提出时效异议；向公证机构申请执行证书的，自申请之日中断。',
        'The time has passed: an application is still possible, but the debtor may object; asking the notary for the certificate interrupts it.',
      ),
    },
    consequence: text(
      '法院仍会受理；债务人提出异议并成立的，裁定不予执行。',
      'The court still accepts; where the debtor objects with success, it rules not to enforce.',
    ),
    basis: [
      { instrument: 'NDE', article: '第九条' },
      { instrument: 'CPL', article: '第二百五十条' },
    ],
    appliesBy: 'act',
  },
  'enf.notarised.nonenforce': {
    ...underNotaryRules,
    label: text('被执行人申请不予执行公证债权文书', 'The debtor asks not to enforce the notarised instrument'),
    duty: 'party',
    startsWith: 'notarisedNonEnforcementTermBegan',
    perParty: true,
    amount: 15,
    warnsBeforeDays: 4,
    onExpiry: {
      does: 'task',
      text: text(
        '申请不予执行的期限已过：继续执行；对实体有争议的，债务人可以另行起诉。',
        'The time has passed: enforcement goes on; over the substance the debtor may sue.',
      ),
    },
    consequence: tooLate,
    basis: [{ instrument: 'NDE', article: '第十三条' }],
    appliesBy: 'service',
  },
} as const satisfies Record<string, ClockRule>;
