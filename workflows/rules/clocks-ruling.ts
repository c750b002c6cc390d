import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';
import { beforeRulingClocks } from './clocks-ruling-before.ts';
import { rulingEnforcementClocks } from './clocks-ruling-end.ts';

/** What the terms of the ministry's measures share; cases filed before are marked as old law to be confirmed. */
const o81 = {
  effectiveFrom: '2025-02-01',
  effectiveTo: null,
  verified: 'text',
  source: 'GitHub Chin-Jing1998/IPReader quartz-kb/content/85-专利纠纷行政裁决和调解办法/',
} as const;
const days = { unit: 'calendarDay', extendedBy: [], tolledBy: [] } as const;
const workingDays = { unit: 'workingDay', extendedBy: [], tolledBy: [] } as const;
const o81Article = <const A extends string>(article: A) => [{ instrument: 'O81', article }] as const;

const stay = { from: 'rulingStayed', to: 'rulingResumed', reason: text('中止期间', 'Stay') } as const;
const publicNotice = (['publicNoticeIssued', 'publicNoticeIssuedAbroad'] as const).map((from) => ({
  from,
  to: 'publicNoticeEnded',
  reason: text('公告期间', 'Service by public notice'),
}));
const testing = {
  from: 'testingBegan',
  to: 'testingEnded',
  reason: text('检验、鉴定期间', 'Testing and appraisal'),
} as const;

const duty = text(
  '是管理专利工作的部门的职责；当事人不因此丧失权利。',
  'A duty of the department; the parties lose nothing by it.',
);

const defence = {
  kind: 'statutory',
  duty: 'party',
  perParty: true,
  endsWith: ['rulingDefenceReceived'],
  ...days,
  extendedBy: ['rulingDefenceExtended'],
  warnsBeforeDays: 5,
  onExpiry: {
    does: 'task',
    text: text('答辩期已过：未答辩的，不影响处理。', 'The time for defence has passed: the case goes on without it.'),
  },
  consequence: text('逾期不答辩，不影响处理。', 'Without a defence in time the case goes on.'),
  basis: o81Article('第二十二条第一款'),
  appliesBy: 'service',
  ...o81,
} as const satisfies Omit<ClockRule, 'label' | 'startsWith' | 'amount'>;

/** Time limits of an administrative ruling on patent infringement, from the request to the ruling (O81, MAJ, PL). */
export const rulingClocks = {
  'ruling.request_window': {
    label: text('请求行政裁决', 'Ask for an administrative ruling'),
    kind: 'statutory',
    duty: 'party',
    startsWith: 'infringementKnown',
    perParty: false,
    amount: 3,
    unit: 'year',
    extendedBy: [],
    // It judges the request when the department decides on filing; before that nobody here has the case.
    judgedOnly: true,
    // Suspension and interruption are a ledger (limitation.ts), no days that do not count.
    tolledBy: [],
    warnsBeforeDays: 60,
    onExpiry: {
      does: 'task',
      text: text(
        '时效已过：侵权仍在继续且专利有效的仍可请求；被请求人提出时效抗辩成立的，撤销案件。',
        'The period has passed: a request is still possible while the infringement goes on and the patent is alive; where the respondent pleads it with success, the case is cancelled.',
      ),
    },
    consequence: text(
      '时效须由被请求人提出；中断、中止另行计算。',
      'Only the respondent may plead it; interruption and suspension are counted separately.',
    ),
    basis: o81Article('第十九条'),
    appliesBy: 'filing',
    ...o81,
  },
  'ruling.file': {
    label: text('决定是否立案', 'Decide on filing'),
    kind: 'statutory',
    duty: 'custodian',
    startsWith: 'rulingRequested',
    perParty: false,
    amount: 5,
    ...workingDays,
    extendedBy: ['rulingFilingExtended'],
    extendedAtMost: 5,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '立案期限已到：立案并组成合议组，或说明理由不予立案。',
        'The time has come: file the case and form a panel, or refuse with reasons.',
      ),
    },
    consequence: duty,
    basis: o81Article('第二十条'),
    appliesBy: 'filing',
    ...o81,
  },
  'ruling.supplement': {
    label: text('补正请求材料', 'Correct the request'),
    kind: 'statutory',
    duty: 'parties',
    startsWith: 'rulingSupplementRequired',
    endsWith: ['recordRulingSupplement'],
    perParty: false,
    // The department sets the day, and the fact carries it.
    dueOn: 'until',
    amount: 0,
    ...days,
    warnsBeforeDays: 3,
    onExpiry: {
      does: 'task',
      text: text(
        '补正期限已到：未补正的，不予立案。',
        'The day has come: without the correction the case is not filed.',
      ),
    },
    consequence: text('逾期未补正的，不予立案。', 'Without the correction in time the case is not filed.'),
    basis: o81Article('第十六条'),
    appliesBy: 'act',
    ...o81,
  },
  'ruling.serve': {
    label: text('送达请求书', 'Serve the request'),
    kind: 'statutory',
    duty: 'custodian',
    startsWith: 'rulingRequestToServe',
    endsWith: ['rulingRequestServed', 'rulingRequestServedAbroad'],
    perParty: true,
    amount: 5,
    ...workingDays,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '送达期限已到：登记请求书副本送达被请求人的日期。',
        'The time to serve has come: record when the request reached the respondent.',
      ),
    },
    consequence: duty,
    basis: o81Article('第二十二条第一款'),
    appliesBy: 'acceptance',
    ...o81,
  },
  'ruling.defence': {
    label: text('被请求人答辩', 'Defence'),
    startsWith: 'rulingRequestServed',
    amount: 15,
    ...defence,
  },
  'ruling.defence.abroad': {
    label: text('境内无固定住所的被请求人答辩', 'Defence of a respondent without fixed domicile in China'),
    startsWith: 'rulingRequestServedAbroad',
    amount: 30,
    ...defence,
  },
  'ruling.forward_defence': {
    label: text('转送答辩书', 'Forward the defence'),
    kind: 'statutory',
    duty: 'custodian',
    startsWith: 'rulingDefenceReceived',
    endsWith: ['rulingDefenceForwarded'],
    perParty: true,
    amount: 5,
    ...workingDays,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text('转送期限已到：将答辩书副本送达请求人。', 'The time has come: send the defence to the requester.'),
    },
    consequence: duty,
    basis: o81Article('第二十二条第二款'),
    appliesBy: 'act',
    ...o81,
  },
  'ruling.recusal': {
    label: text('申请回避', 'Ask for recusal'),
    kind: 'statutory',
    duty: 'party',
    startsWith: 'handlersDisclosed',
    perParty: true,
    amount: 3,
    ...workingDays,
    warnsBeforeDays: 1,
    onExpiry: {
      does: 'task',
      text: text(
        '申请回避的期限已过；口头审理的，可在审理开始时提出。',
        'The time to ask for recusal has passed; at an oral hearing it may be asked for when it begins.',
      ),
    },
    consequence: text(
      '逾期的申请不再适用该期限；审理开始后知道事由的，可在审理终结前提出。',
      'A late request is out of time; a ground learnt after the hearing began may be raised before it ends.',
    ),
    basis: o81Article('第五条第三款'),
    appliesBy: 'act',
    ...o81,
  },
  'ruling.hearing_notice': {
    label: text('通知口头审理', 'Give notice of the oral hearing'),
    kind: 'leadTime',
    duty: 'custodian',
    startsWith: 'hearingScheduled',
    endsWith: ['hearingNoticed', 'hearingMoved'],
    perParty: true,
    amount: 3,
    ...workingDays,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '通知的最后一日已到：今日通知，或另定口头审理日期。',
        'The last day for notice has come: give it today, or set another day.',
      ),
    },
    consequence: text('通知过迟的，应当另定日期。', 'Notice too late: the hearing must move.'),
    basis: o81Article('第二十六条'),
    appliesBy: 'act',
    ...o81,
  },
  'ruling.evidence_period': {
    label: text('举证期限', 'Evidence period'),
    kind: 'statutory',
    duty: 'party',
    startsWith: 'evidenceNoticeServed',
    perParty: true,
    // The notice sets the day; the amount is the least it may set, and counts where a notice names none.
    dueOn: 'until',
    amount: 15,
    ...days,
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text(
        '举证期限已届满：其后提交的证据由合议组决定是否采纳。',
        'The evidence period is over: later evidence is for the panel to admit.',
      ),
    },
    consequence: text(
      '逾期证据由合议组决定；鉴定须在期限届满前申请。',
      'Later evidence needs the panel; an appraisal must have been asked for before.',
    ),
    basis: [
      { instrument: 'O81', article: '第五十四条' },
      { instrument: 'O81', article: '第五十三条' },
    ],
    appliesBy: 'service',
    ...o81,
  },
  'ruling.evidence_hold': {
    label: text('处理登记保存的证据', 'Decide on evidence under registered preservation'),
    kind: 'statutory',
    duty: 'custodian',
    startsWith: 'evidencePreserved',
    endsWith: ['evidenceHoldDecided'],
    perParty: false,
    amount: 7,
    ...days,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text('登记保存期限已到：作出处理决定。', 'The time has come: decide what becomes of the preserved items.'),
    },
    consequence: duty,
    basis: o81Article('第四十九条第一款'),
    appliesBy: 'act',
    ...o81,
  },
  'ruling.conclude': {
    label: text('行政裁决结案', 'Conclude the ruling'),
    kind: 'statutory',
    duty: 'custodian',
    startsWith: 'rulingFiled',
    perParty: false,
    amount: 3,
    unit: 'month',
    extendedBy: ['rulingExtended'],
    extendedAtMost: 3,
    tolledBy: [
      stay,
      ...publicNotice,
      testing,
      {
        from: 'jurisdictionObjectionReceived',
        to: 'jurisdictionObjectionDecided',
        reason: text('管辖异议审查期间', 'Objection to jurisdiction'),
      },
      {
        from: 'evidenceExtensionBegan',
        to: 'evidenceExtensionEnded',
        reason: text('当事人申请延长的举证期间', 'Evidence period extended at the request of a party'),
      },
      { from: 'settlementBegan', to: 'settlementEnded', reason: text('和解期间', 'Settlement talks') },
    ],
    warnsBeforeDays: 15,
    onExpiry: {
      does: 'task',
      text: text(
        '结案期限已到：作出裁决、撤销案件，或登记批准的延长。',
        'The time has come: rule, cancel the case, or record the extension that was approved.',
      ),
    },
    consequence: duty,
    basis: o81Article('第三十七条'),
    appliesBy: 'acceptance',
    ...o81,
  },
  'ruling.major.conclude': {
    label: text('重大专利侵权纠纷行政裁决结案', 'Conclude the ruling on a major case'),
    kind: 'statutory',
    duty: 'custodian',
    startsWith: 'majorRulingFiled',
    perParty: false,
    amount: 3,
    unit: 'month',
    // One month, then a reasonable period fixed with the extension: the text sets no cap.
    extendedBy: ['rulingExtended'],
    tolledBy: [stay, ...publicNotice, testing],
    warnsBeforeDays: 15,
    onExpiry: {
      does: 'task',
      text: text(
        '结案期限已到：作出裁决、撤销案件，或登记批准的延长。',
        'The time has come: rule, cancel the case, or record the extension that was approved.',
      ),
    },
    consequence: duty,
    basis: [{ instrument: 'MAJ', article: '第二十二条' }],
    appliesBy: 'acceptance',
    effectiveFrom: '2021-06-01',
    effectiveTo: null,
    verified: 'text',
    source: 'GitHub Chin-Jing1998/IPReader quartz-kb/content/68-重大专利侵权行政裁决办法/',
  },
  ...beforeRulingClocks,
  ...rulingEnforcementClocks,
} as const satisfies Record<string, ClockRule>;
