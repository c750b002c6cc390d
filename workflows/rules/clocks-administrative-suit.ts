import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

/** What the rows share: terms of the Administrative Procedure Law in its version of 2017, in calendar days (APLI 48). */
const common = {
  kind: 'statutory',
  unit: 'calendarDay',
  perParty: false,
  extendedBy: [],
  tolledBy: [],
  effectiveFrom: '2017-07-01',
  effectiveTo: null,
  verified: 'text',
  source: 'GitHub qisehong/china-law-db laws/法律/诉讼与非诉讼程序法/行政诉讼法(2017-06-27).md',
} as const;

/** Of the interpretation of 2018. */
const interpretation = {
  effectiveFrom: '2018-02-08',
  source: 'GitHub qisehong/china-law-db laws/司法解释/最高人民法院关于适用《行政诉讼法》的解释(2018-02-06).md',
} as const;

const courtDuty = text('是法院的职责；当事人不因此丧失权利。', 'A duty of the court; the parties lose nothing by it.');
const appealLost = text(
  '逾期未上诉；上诉期均届满后，判决发生法律效力。',
  'No appeal any more; when the last term has expired the judgment takes effect.',
);

const trial = {
  ...common,
  duty: 'custodian',
  extendedBy: ['administrativeTrialExtended'],
  tolledBy: [
    {
      from: 'administrativeSuitStayed',
      to: 'administrativeSuitResumed',
      reason: text('中止诉讼期间', 'Stay of the suit'),
    },
  ],
  warnsBeforeDays: 14,
  consequence: courtDuty,
  appliesBy: 'acceptance',
} as const;

/** Time limits of a suit over an administrative ruling (APL 51-88). The time to bring it is `ruling.sue` (PL 65). */
export const administrativeSuitClocks = {
  'adminsuit.register': {
    ...common,
    label: text('行政诉讼登记立案', 'Register the administrative suit'),
    duty: 'custodian',
    startsWith: 'administrativeComplaintReceived',
    amount: 7,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '立案期限已到：登记立案或裁定不予立案；仍不能判断的，先予立案。',
        'The time to register has come: register or rule non-acceptance; when still in doubt, register.',
      ),
    },
    consequence: text(
      '不立案又不裁定的，当事人可以向上一级法院起诉。',
      'Without either the party may sue at the court above.',
    ),
    basis: [
      { instrument: 'APL', article: '第五十一条第二款' },
      { instrument: 'APLI', article: '第五十三条' },
    ],
    appliesBy: 'filing',
  },
  'adminsuit.correction': {
    ...common,
    ...interpretation,
    label: text('补正行政起诉材料', 'Correct the complaint'),
    duty: 'parties',
    startsWith: 'administrativeCorrectionRequired',
    endsWith: ['recordAdministrativeCorrection'],
    // The court sets the day, and the fact carries it.
    dueOn: 'until',
    amount: 0,
    warnsBeforeDays: 3,
    onExpiry: {
      does: 'task',
      text: text(
        '指定的补正期限已到：登记收到的补正，或记录法院的处理。',
        'The day the court set has come: record the correction, or what the court does.',
      ),
    },
    consequence: text(
      '未补正又坚持起诉的，裁定不予立案。',
      'Without it, whoever insists gets a ruling of non-acceptance.',
    ),
    basis: [
      { instrument: 'APLI', article: '第五十五条' },
      { instrument: 'APLI', article: '第四十九条' },
    ],
    appliesBy: 'act',
  },
  'adminsuit.serve': {
    ...common,
    label: text('起诉状副本发送被告机关', 'Send the complaint to the authority'),
    duty: 'custodian',
    startsWith: 'administrativeComplaintToServe',
    endsWith: ['authorityServed'],
    amount: 5,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text('发送期限已到：登记送达被告机关的日期。', 'The time has come: record when it reached the authority.'),
    },
    consequence: courtDuty,
    basis: [{ instrument: 'APL', article: '第六十七条第一款' }],
    appliesBy: 'acceptance',
  },
  'adminsuit.defence': {
    ...common,
    label: text('答辩并提交作出裁决的证据和依据', 'Answer the suit, with the evidence and rules the ruling rests on'),
    // Runs on the desk of the authority, beside its ruling.
    duty: 'custodian',
    startsWith: 'suitOverRulingServed',
    endsWith: ['suitOverRulingAnswered'],
    amount: 15,
    warnsBeforeDays: 7,
    onExpiry: {
      does: 'task',
      text: text(
        '答辩和举证期限已到：逾期不提供证据的，视为裁决没有相应证据。',
        'The time to answer has come: evidence that is not brought counts as missing.',
      ),
    },
    consequence: text(
      '不答辩不影响审理；无正当理由逾期提供证据的，视为没有相应证据。',
      'The trial goes on without an answer; evidence brought late without a good reason counts as missing.',
    ),
    basis: [
      { instrument: 'APL', article: '第六十七条第一款' },
      { instrument: 'APL', article: '第三十四条第二款' },
    ],
    appliesBy: 'service',
  },
  'adminsuit.forward': {
    ...common,
    label: text('答辩状副本发送原告', 'Send the defence on to the plaintiff'),
    duty: 'custodian',
    startsWith: 'authorityDefenceReceived',
    endsWith: ['authorityDefenceForwarded'],
    amount: 5,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text('发送期限已到：登记答辩状副本发送原告的日期。', 'The time has come: record when it was sent on.'),
    },
    consequence: courtDuty,
    basis: [{ instrument: 'APL', article: '第六十七条第一款' }],
    appliesBy: 'act',
  },
  'adminsuit.ordinary': {
    ...trial,
    label: text('行政案件审理期限（普通程序）', 'Trial term of the administrative suit (ordinary)'),
    startsWith: 'administrativeTrialBegan',
    amount: 6,
    unit: 'month',
    warnsBeforeDays: 30,
    onExpiry: {
      does: 'task',
      text: text(
        '审理期限已到：登记裁判，或登记高级法院批准的延长。',
        'The trial term has come: record the judgment, or the extension the high court approved.',
      ),
    },
    basis: [
      { instrument: 'APL', article: '第八十一条' },
      { instrument: 'APLI', article: '第五十条' },
    ],
  },
  'adminsuit.summary': {
    ...trial,
    label: text('行政案件审理期限（简易程序）', 'Trial term of the administrative suit (summary)'),
    startsWith: 'administrativeSummaryTrialBegan',
    amount: 45,
    onExpiry: {
      does: 'task',
      text: text(
        '简易程序审理期限已到：登记裁判，或转入普通程序。',
        'The term of the summary procedure has come: record the judgment, or go over to the ordinary procedure.',
      ),
    },
    basis: [
      { instrument: 'APL', article: '第八十三条' },
      { instrument: 'APLI', article: '第五十条' },
    ],
  },
  'adminsuit.appeal.judgment': {
    ...common,
    label: text('对行政判决上诉', 'Appeal against the judgment on the ruling'),
    duty: 'party',
    startsWith: 'administrativeJudgmentServed',
    endsWith: ['administrativeAppealTermEnded'],
    perParty: true,
    amount: 15,
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text(
        '该当事人的上诉期已过：各方和被告机关的上诉期均届满的，登记判决生效。',
        "This party's time to appeal has passed: when everybody's and the authority's has, record that the judgment took effect.",
      ),
    },
    consequence: appealLost,
    basis: [{ instrument: 'APL', article: '第八十五条' }],
    appliesBy: 'service',
  },
  'adminsuit.appeal.authority': {
    ...common,
    label: text('被告机关对行政判决上诉', 'Appeal of the authority'),
    duty: 'outsider',
    startsWith: 'administrativeJudgmentServedOnAuthority',
    endsWith: ['administrativeAppealTermEnded'],
    amount: 15,
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text('被告机关的上诉期已过。', "The authority's time to appeal has passed."),
    },
    consequence: appealLost,
    basis: [{ instrument: 'APL', article: '第八十五条' }],
    appliesBy: 'service',
  },
  'adminsuit.appeal.ruling': {
    ...common,
    label: text('对不予立案、驳回起诉的裁定上诉', 'Appeal against being turned away'),
    duty: 'party',
    startsWith: 'administrativeRulingServed',
    endsWith: ['administrativeAppealTermEnded'],
    perParty: true,
    amount: 10,
    warnsBeforeDays: 3,
    onExpiry: {
      does: 'task',
      text: text(
        '该当事人对裁定的上诉期已过：可以办结。',
        "This party's time to appeal has passed: the file may be closed.",
      ),
    },
    consequence: text('逾期未上诉的，裁定发生法律效力。', 'Without an appeal in time the ruling takes effect.'),
    basis: [{ instrument: 'APL', article: '第八十五条' }],
    appliesBy: 'service',
  },
  'adminsuit.appeal.decide': {
    ...common,
    label: text('行政二审审结', 'The appeal is decided'),
    duty: 'receiver',
    startsWith: 'administrativeAppealReceived',
    amount: 3,
    unit: 'month',
    warnsBeforeDays: 14,
    onExpiry: {
      does: 'task',
      text: text(
        '二审期限已到：向二审法院询问结果；高级法院可以批准延长。',
        'The time has come: ask the higher court for its result; the high court may have given it longer.',
      ),
    },
    consequence: courtDuty,
    basis: [{ instrument: 'APL', article: '第八十八条' }],
    appliesBy: 'filing',
  },
  'adminsuit.retrial': {
    ...common,
    ...interpretation,
    label: text('对行政判决申请再审', 'Apply for retrial of the administrative judgment'),
    duty: 'party',
    startsWith: 'administrativeJudgmentEffective',
    amount: 6,
    unit: 'month',
    warnsBeforeDays: 14,
    onExpiry: {
      does: 'task',
      text: text(
        '申请再审的一般期限已过；新证据等情形自知道之日另计。',
        'The usual time for retrial has passed; for new evidence and the like it runs from knowledge.',
      ),
    },
    consequence: text(
      '逾期丧失申请再审的权利，另有规定的除外；申请再审不停止判决的执行。',
      'The right to ask for retrial is lost, save where the law says otherwise; asking does not hold the judgment up.',
    ),
    basis: [
      { instrument: 'APL', article: '第九十条' },
      { instrument: 'APLI', article: '第一百一十条' },
    ],
    appliesBy: 'act',
  },
} as const satisfies Record<string, ClockRule>;
