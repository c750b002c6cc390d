import { text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';

const usual = {
  kind: 'statutory',
  perParty: false,
  extendedBy: [],
  tolledBy: [],
  appliesBy: 'act',
  effectiveTo: null,
} as const;

const customs = {
  ...usual,
  unit: 'workingDay',
  effectiveFrom: '2018-03-19',
  verified: 'text',
  source: 'GitHub qisehong/china-law-db laws/行政法规/知识产权海关保护条例(2018-03-19).md',
} as const;

const exhibition = {
  ...usual,
  kind: 'guideline',
  amount: 24,
  unit: 'hour',
  warnsBeforeDays: 1,
  verified: 'secondary',
} as const;

/** Fast lanes of customs: working days only. */
const customsClocks = {
  'customs.apply': {
    ...customs,
    label: text('权利人申请扣留', 'Ask customs to detain'),
    duty: 'parties',
    startsWith: 'customsNoticeServed',
    endsWith: ['customsApplicationFiled', 'goodsReleased'],
    amount: 3,
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '申请扣留的期限已到：登记是否已申请并提供担保。',
        'The time has come: record whether detention was asked for, with security.',
      ),
    },
    consequence: text('逾期未申请或未提供担保的，海关不得扣留货物。', 'Without it customs may not detain the goods.'),
    basis: [{ instrument: 'CUS', article: '第十六条' }],
    appliesBy: 'service',
  },
  'customs.investigate': {
    ...customs,
    label: text('海关调查认定', 'Customs investigates'),
    duty: 'custodian',
    startsWith: 'customsDetainedExOfficio',
    endsWith: ['customsFinding', 'goodsReleased'],
    amount: 30,
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text(
        '调查期限已到：登记海关认定；不能认定的，应当立即书面通知权利人。',
        'The time has come: record the finding; where customs cannot tell, the right holder is told in writing at once.',
      ),
    },
    consequence: text(
      '不能认定的，权利人须在期限内取得法院协助通知。',
      'Where customs cannot tell, the right holder needs a court order in time.',
    ),
    basis: [{ instrument: 'CUS', article: '第二十条' }],
  },
  'customs.court20': {
    ...customs,
    label: text('取得法院协助执行通知（依申请扣留）', 'Court order after detention on application'),
    duty: 'parties',
    startsWith: 'customsDetainedOnApplication',
    endsWith: ['courtAssistanceReceived', 'goodsReleased'],
    amount: 20,
    warnsBeforeDays: 7,
    onExpiry: {
      does: 'task',
      text: text(
        '期限已到：海关未收到法院协助执行通知的，货物放行。',
        'The time has come: without the court’s order the goods are released.',
      ),
    },
    consequence: text(
      '未收到法院协助执行通知的，海关放行货物。',
      'Without the court’s order customs releases the goods.',
    ),
    basis: [{ instrument: 'CUS', article: '第二十四条(一)' }],
  },
  'customs.court50': {
    ...customs,
    label: text('取得法院协助执行通知（依职权扣留）', 'Court order after detention ex officio'),
    duty: 'parties',
    startsWith: 'customsDetainedExOfficio',
    endsWith: ['courtAssistanceReceived', 'infringementEstablished', 'goodsReleased'],
    amount: 50,
    warnsBeforeDays: 15,
    onExpiry: {
      does: 'task',
      text: text(
        '期限已到：未收到法院协助执行通知且不能认定侵权的，货物放行。',
        'The time has come: without the court’s order and without a finding the goods are released.',
      ),
    },
    consequence: text(
      '未收到法院协助执行通知且不能认定侵权的，海关放行货物。',
      'Without an order and without a finding customs releases the goods.',
    ),
    basis: [{ instrument: 'CUS', article: '第二十四条(二)' }],
  },
} as const satisfies Record<string, ClockRule>;

/** Fast lanes of platforms and exhibitions. */
const otherClocks = {
  'ecom.counter': {
    ...usual,
    label: text('平台等待投诉或起诉', 'The platform waits for a complaint or a suit'),
    kind: 'waitingPeriod',
    duty: 'parties',
    startsWith: 'counterStatementArrived',
    endsWith: ['platformTold', 'platformMeasuresEnded'],
    amount: 15,
    unit: 'calendarDay',
    warnsBeforeDays: 5,
    onExpiry: {
      does: 'task',
      text: text(
        '等待期已满：未告知平台已投诉或起诉的，平台终止措施。',
        'The wait is over: unless it was told of a complaint or a suit, the platform ends its measures.',
      ),
    },
    consequence: text(
      '期满未收到已投诉或起诉的通知的，平台应当及时终止所采取的措施。',
      'Not told of a complaint or a suit in time, the platform ends its measures.',
    ),
    basis: [{ instrument: 'ECL', article: '第四十三条第二款' }],
    appliesBy: 'service',
    effectiveFrom: '2019-01-01',
    verified: 'text',
    source: 'GitHub qisehong/china-law-db laws/法律/民法商法/电子商务法(2018-08-31).md',
  },
  'platform.opinion': {
    ...usual,
    label: text('答复平台的咨询', 'Answer the platform’s request for an opinion'),
    kind: 'target',
    duty: 'custodian',
    startsWith: 'opinionAsked',
    endsWith: ['answerPlatform'],
    // The platform names the day in its request.
    dueOn: 'replyBy',
    amount: 0,
    unit: 'calendarDay',
    warnsBeforeDays: 2,
    onExpiry: {
      does: 'task',
      text: text(
        '答复日期已到：答复平台，意见仅供参考。',
        'The day has come: answer the platform; the opinion is advisory.',
      ),
    },
    consequence: text('逾期不产生法律后果；平台自行判断。', 'Nothing follows in law; the platform judges for itself.'),
    basis: [{ instrument: 'ECL', article: '第四十二条' }],
    effectiveFrom: '2019-01-01',
    verified: 'inference',
    source: '期限由平台在咨询函中载明',
  },
  'exhib.pass': {
    ...exhibition,
    label: text('投诉材料转交主管部门', 'Pass the complaint to the department'),
    duty: 'custodian',
    startsWith: 'exhibitionPapersComplete',
    endsWith: ['complaintPassedOn'],
    onExpiry: {
      does: 'task',
      text: text(
        '转交时限已到：将投诉材料转交有关知识产权部门。',
        'The time has come: pass the papers to the IP department.',
      ),
    },
    consequence: text(
      '指导性时限；连续计算，夜间和节假日不停止。',
      'A guideline; it runs through nights and holidays.',
    ),
    basis: [{ instrument: 'EXM', article: '第十一条' }],
    effectiveFrom: '2006-03-01',
    source: 'www.limitedtoo.cn/zh/notice-33.html；www.18sz.com/news/show.php?itemid=278；效力待核实',
  },
  'exhib.reply': {
    ...exhibition,
    label: text('被投诉人书面说明', 'Statement of the exhibitor'),
    duty: 'party',
    startsWith: 'exhibitorNotified',
    endsWith: ['exhibitorReplied'],
    perParty: true,
    onExpiry: {
      does: 'task',
      text: text(
        '说明时限已到：无正当理由未说明的，由工作站协调主办方采取措施。',
        'The time has come: without a statement and without good reason the work station coordinates the organiser’s measures.',
      ),
    },
    consequence: text(
      '无正当理由未提交书面说明和证据的，主办方可以撤展、遮盖等；有正当理由的除外。',
      'Without a statement and evidence, and without good reason, the organiser may remove or cover the goods.',
    ),
    basis: [{ instrument: 'EXG', article: '第十四条' }],
    appliesBy: 'service',
    effectiveFrom: null,
    source: 'm.fw.mwfw.cn/fagui/126882.html',
  },
  'exhib.department_reply': {
    ...exhibition,
    label: text('参展方在指定期限内答辩', 'Reply within the time set by the department'),
    duty: 'party',
    startsWith: 'exhibitionReplySet',
    endsWith: ['exhibitorReplied'],
    perParty: true,
    // The department sets it to fit the show, in hours or days.
    termInFact: true,
    amount: 0,
    onExpiry: {
      does: 'task',
      text: text(
        '主管部门指定的答辩期限已到：告知主管部门，由其及时作出决定。',
        'The time set by the department has come: tell it, so that it may decide.',
      ),
    },
    consequence: text(
      '逾期未提交答辩书的，不影响主管部门作出决定。',
      'Without a reply in time the department may decide all the same.',
    ),
    basis: [
      { instrument: 'EXM', article: '第十三条' },
      { instrument: 'EXM', article: '第十四条' },
    ],
    appliesBy: 'service',
    effectiveFrom: '2006-03-01',
    source: 'xdmould.com/news/20161102095137.html；效力待核实',
  },
  'exhib.handover': {
    ...exhibition,
    label: text('展会闭幕移交', 'Handover at the end of the show'),
    duty: 'custodian',
    startsWith: 'exhibitionComplaint',
    endsWith: ['handOverAfterShow'],
    // The show ends on its own day.
    dueOn: 'closesOn',
    amount: 0,
    unit: 'calendarDay',
    onExpiry: {
      does: 'task',
      text: text(
        '展会闭幕：未办结的投诉和证据移交主管部门或调解组织。',
        'The show ends: hand what is open to the department or a mediation organisation.',
      ),
    },
    consequence: text(
      '展会结束后工作站撤离，案件不得无人负责。',
      'The work station leaves with the show; no case may be left to nobody.',
    ),
    basis: [{ instrument: 'EXM', article: '第七条' }],
    effectiveFrom: '2006-03-01',
    source: 'www.18sz.com/news/show.php?itemid=278；效力待核实',
  },
} as const satisfies Record<string, ClockRule>;

/** Time limits of the fast lanes by which a dispute comes in: platforms, exhibitions, customs. */
export const sourceClocks = { ...customsClocks, ...otherClocks } as const;

/** They run on the matter, wherever its path is: the detained goods wait for no channel. */
export const fastLaneClocks = [
  'ecom.counter',
  'platform.opinion',
  'exhib.pass',
  'exhib.reply',
  'exhib.department_reply',
  'exhib.handover',
  'customs.apply',
  'customs.investigate',
  'customs.court20',
  'customs.court50',
] as const satisfies readonly (keyof typeof sourceClocks)[];
