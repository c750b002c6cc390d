import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const newLaw = 'GitHub qisehong/china-law-db 中华人民共和国仲裁法(2025-09-12).md';
const oldLaw = 'GitHub qisehong/china-law-db 中华人民共和国仲裁法(2017-09-01).md';

/** What the rows of this file share; each says what is its own. */
const common = {
  kind: 'statutory',
  perParty: false,
  unit: 'calendarDay',
  extendedBy: [],
  tolledBy: [],
  effectiveFrom: '2026-03-01',
  effectiveTo: null,
  verified: 'text',
  source: newLaw,
} as const;

const courtDuty = text('是法院的职责；当事人不因此丧失权利。', 'A duty of the court; the parties lose nothing by it.');

/** Terms that only the institution's own rules know: without recorded rules no fact starts them and no date is shown. */
const byInstitution = {
  ...common,
  kind: 'guideline',
  termInFact: true,
  amount: 0,
  warnsBeforeDays: 5,
  effectiveFrom: '2018-01-01',
  source: '仲裁机构自己的规则，随案登记版本',
} as const;

/** Time limits of arbitration, on both sides of 2026-03-01, and those that an institution's rules set. */
export const arbitrationClocks = {
  'arb.accept': {
    ...common,
    label: text('仲裁机构决定是否受理', 'The institution decides whether to accept'),
    duty: 'custodian',
    startsWith: 'arbitrationRequested',
    amount: 5,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '受理期限已到：登记受理，或书面通知不予受理并说明理由；未答复的，向仲裁机构询问。',
        'The time has come: record acceptance, or a refusal in writing with its reasons; without an answer, ask the institution.',
      ),
    },
    consequence: text(
      '是仲裁机构的职责；当事人不因此丧失权利。',
      'A duty of the institution; the parties lose nothing by it.',
    ),
    basis: [{ instrument: 'AL25', article: '第三十五条' }],
    appliesBy: 'filing',
  },
  'arb.supplement': {
    ...common,
    label: text('补正仲裁申请材料', 'Complete the request for arbitration'),
    duty: 'parties',
    startsWith: 'requestSupplementRequired',
    endsWith: ['recordRequestSupplement'],
    // The law fixes no number: the institution sets the day, and the fact carries it.
    dueOn: 'until',
    amount: 0,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '仲裁机构指定的补正期限已到：登记补正，或不予受理。',
        'The day the institution set has come: record the papers, or a refusal.',
      ),
    },
    consequence: text('未补正的，仲裁机构可以不予受理。', 'Without them the institution may refuse the request.'),
    basis: [{ instrument: 'AL25', article: '第三十三条' }],
    appliesBy: 'act',
  },
  'arb.adhoc.record': {
    ...common,
    label: text('临时仲裁庭向仲裁协会备案', 'Ad hoc tribunal files with the arbitration association'),
    duty: 'custodian',
    startsWith: 'adHocTribunalFormed',
    endsWith: ['recordAdHocFiling'],
    amount: 3,
    unit: 'workingDay',
    warnsBeforeDays: 1,
    onExpiry: {
      does: 'task',
      text: text(
        '备案期限已到：将当事人、仲裁地、仲裁庭组成和仲裁规则向仲裁协会备案，并登记。',
        'The time has come: file the parties, the seat, the tribunal and its rules with the association, and record it.',
      ),
    },
    consequence: text(
      '是仲裁庭的义务；法律没有规定逾期即无效。',
      'A duty of the tribunal; the law does not make it void when late.',
    ),
    basis: [{ instrument: 'AL25', article: '第八十二条' }],
    appliesBy: 'act',
  },
  'arb.correct': {
    ...common,
    label: text('请求补正裁决书', 'Ask for a correction of the award'),
    duty: 'party',
    startsWith: 'awardReceived',
    perParty: true,
    amount: 30,
    warnsBeforeDays: 7,
    onExpiry: {
      does: 'task',
      text: text(
        '该当事人请求补正的期限已过；仲裁庭仍可自行补正文字、计算错误。',
        "This party's time has passed; the tribunal may still correct slips of its own motion.",
      ),
    },
    consequence: text('该当事人不能再请求补正。', 'This party can no longer ask for a correction.'),
    basis: [{ instrument: 'AL25', article: '第六十九条' }],
    appliesBy: 'service',
  },
  'arb.setaside': {
    ...common,
    label: text('申请撤销仲裁裁决', 'Apply to set the award aside'),
    duty: 'party',
    startsWith: 'setAsideTermBegan',
    perParty: true,
    amount: 3,
    unit: 'month',
    warnsBeforeDays: 21,
    onExpiry: {
      does: 'task',
      text: text(
        '申请撤销的期限已过：不履行裁决的，可申请执行；被执行人仍可在执行中申请不予执行。',
        'The time has passed: an award that is not kept may be enforced; the debtor may still ask the court not to enforce it.',
      ),
    },
    consequence: text(
      '逾期申请，法院不予受理；不予执行的申请另计期限。',
      'A late application is not accepted; the time to resist enforcement is counted apart.',
    ),
    basis: [{ instrument: 'AL25', article: '第七十二条' }],
    appliesBy: 'service',
  },
  'arb.setaside.old': {
    ...common,
    label: text('申请撤销仲裁裁决（2026年3月1日前的法律）', 'Apply to set the award aside (law before 2026-03-01)'),
    duty: 'party',
    startsWith: 'setAsideTermBeganUnderOldLaw',
    perParty: true,
    amount: 6,
    unit: 'month',
    warnsBeforeDays: 21,
    onExpiry: {
      does: 'task',
      text: text('旧法的申请撤销期限已过。', 'The time under the former law has passed.'),
    },
    consequence: text(
      '逾期申请，法院不予受理。跨越新旧法的，新法较短的期限同时计算，以较短者提醒。',
      'A late application is not accepted. Where both laws may apply, the shorter time of the new one runs beside it and warns.',
    ),
    basis: [{ instrument: 'AL17', article: '第五十九条' }],
    appliesBy: 'service',
    effectiveFrom: '2018-01-01',
    effectiveTo: '2026-02-28',
    source: oldLaw,
  },
  'arb.setaside.rule': {
    ...common,
    label: text('法院审查撤销裁决的申请', 'The court examines the application to set aside'),
    duty: 'custodian',
    startsWith: 'setAsideAccepted',
    amount: 2,
    unit: 'month',
    tolledBy: [
      {
        from: 'setAsideStayed',
        to: 'setAsideResumed',
        reason: text(
          '通知仲裁庭重新仲裁，撤销程序中止',
          'The tribunal was asked to arbitrate anew; setting aside is stayed',
        ),
      },
    ],
    warnsBeforeDays: 14,
    onExpiry: {
      does: 'task',
      text: text(
        '审查期限已到：登记法院的裁定；未答复的，向法院询问。',
        'The time has come: record the ruling; without an answer, ask the court.',
      ),
    },
    consequence: courtDuty,
    basis: [
      { instrument: 'AL25', article: '第七十三条' },
      { instrument: 'AL25', article: '第七十四条' },
    ],
    appliesBy: 'acceptance',
  },
  'arb.remit': {
    ...common,
    label: text('重新仲裁', 'Arbitrate anew'),
    duty: 'custodian',
    startsWith: 'remissionOrdered',
    endsWith: ['beginReArbitration', 'refuseReArbitration'],
    // The court sets the day.
    dueOn: 'until',
    amount: 0,
    warnsBeforeDays: 10,
    onExpiry: {
      does: 'task',
      text: text(
        '法院指定的期限已到：登记仲裁庭开始重新仲裁，或拒绝重新仲裁。',
        'The day the court set has come: record that the tribunal began anew, or refused.',
      ),
    },
    consequence: text(
      '仲裁庭拒绝或未开始的，法院恢复撤销程序。',
      'If the tribunal refuses or does not begin, the court resumes the examination.',
    ),
    basis: [{ instrument: 'AL25', article: '第七十四条' }],
    appliesBy: 'act',
  },
  'arb.rules.answer': {
    ...byInstitution,
    label: text('提交答辩书（仲裁规则）', "Statement of defence (institution's rules)"),
    duty: 'parties',
    startsWith: 'arbitrationAnswerTermBegan',
    endsWith: ['recordArbitrationDefence'],
    unit: 'calendarDay',
    onExpiry: {
      does: 'task',
      text: text('答辩期限已过：仲裁程序继续进行。', 'The time for defence has passed: the arbitration goes on.'),
    },
    consequence: text('未提交答辩书不影响仲裁程序。', 'The arbitration goes on without a defence.'),
    basis: [{ instrument: 'AL25', article: '第三十六条' }],
    appliesBy: 'acceptance',
  },
  'arb.rules.tribunal': {
    ...byInstitution,
    label: text('选定仲裁员（仲裁规则）', "Choose the arbitrators (institution's rules)"),
    duty: 'parties',
    startsWith: 'arbitrationTribunalTermBegan',
    endsWith: ['appointTribunal'],
    unit: 'calendarDay',
    onExpiry: {
      does: 'task',
      text: text(
        '选定期限已过：由仲裁机构主任按照规则指定。',
        'The time to choose has passed: the head of the institution appoints by its rules.',
      ),
    },
    consequence: text('未选定的，由仲裁机构主任指定。', 'Without a choice the head of the institution appoints.'),
    basis: [{ instrument: 'AL25', article: '第四十四条' }],
    appliesBy: 'acceptance',
  },
  'arb.rules.award': {
    ...byInstitution,
    label: text('作出裁决（仲裁规则）', "Render the award (institution's rules)"),
    duty: 'custodian',
    startsWith: 'arbitrationAwardTermBegan',
    unit: 'month',
    extendedBy: ['awardTermExtended'],
    tolledBy: [
      { from: 'arbitrationStayed', to: 'arbitrationResumed', reason: text('中止仲裁期间', 'Stay of the arbitration') },
    ],
    warnsBeforeDays: 14,
    onExpiry: {
      does: 'task',
      text: text(
        '规则规定的裁决期限已到：登记裁决，或登记批准的延长。',
        'The time of the rules has come: record the award, or the extension that was approved.',
      ),
    },
    consequence: text(
      '由仲裁机构的规则规定，法律没有统一的裁决期限。',
      "Set by the institution's rules; the law has no general term for the award.",
    ),
    basis: [{ instrument: 'AL25', article: '第九十一条' }],
    appliesBy: 'act',
  },
} as const satisfies Record<string, ClockRule>;

const before2026 = { effectiveFrom: '2018-01-01', effectiveTo: '2026-02-28', source: oldLaw } as const;

/** The rows that were in force until 2026-02-28 with other articles; the numbers are the same. */
export const arbitrationClocksBefore2026 = {
  'arb.accept': [
    { ...arbitrationClocks['arb.accept'], ...before2026, basis: [{ instrument: 'AL17', article: '第二十四条' }] },
  ],
  'arb.correct': [
    { ...arbitrationClocks['arb.correct'], ...before2026, basis: [{ instrument: 'AL17', article: '第五十六条' }] },
  ],
  'arb.setaside.rule': [
    {
      ...arbitrationClocks['arb.setaside.rule'],
      ...before2026,
      basis: [{ instrument: 'AL17', article: '第六十条、第六十一条' }],
    },
  ],
} as const satisfies Record<string, readonly ClockRule[]>;
