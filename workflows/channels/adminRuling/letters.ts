import { stepLettersOf } from '../../letters/step-letter.ts';
import type { Basis } from '../../rules/law.ts';
import { rulingRefusalReasons } from '../../rules/reasons-ruling.ts';
import { text } from '../../text.ts';

const here = 'adminRuling';
const o81 = (article: string): Basis => ({ instrument: 'O81', article });

const bodyCounts = text(
  '本函只是告知，不代替{body}送达；文书内容和期限以其送达为准。',
  "This letter only informs and does not replace service by {body}: contents and time limits follow the department's own papers.",
);
const numbered = text(
  '案号：{number}。联系时请报这个案号。',
  'Number: {number}. Name it when you speak to the department.',
);

/** What a respondent is told once the department has served it; its time is longer without a fixed domicile in China. */
const served = {
  in: here,
  to: 'concerned',
  keeps: 'untilEnd',
  again: true,
  says: [
    text(
      '{body}登记您已于 {on} 收到专利纠纷行政裁决请求的材料。您可以在 {lastDay} 前（含当日）提交答辩；不提交的，不影响案件继续办理。',
      'According to {body} the papers of a request for an administrative ruling over a patent reached you on {on}. You may hand in your defence by {lastDay} (that day included); if you do not, the case goes on all the same.',
    ),
    numbered,
    text(
      '需要更多时间的，请在期限届满前书面申请。您可以申请办案人员回避；双方愿意的，随时可以请求调解。',
      'If you need more time, ask for it in writing before that day. You may object to those who handle the case, and if both sides wish, ask for mediation at any time.',
    ),
    bodyCounts,
  ],
  short: text(
    '您可以在 {lastDay} 前提交答辩，详见收到的材料',
    'You may hand in your defence by {lastDay}; see the papers',
  ),
  basis: [o81('第五条、第二十二条、第三十五条')],
} as const;

/**
 * What parties are told of an administrative ruling. A respondent hears of it by the department's service before it hears of
 * it from us; what was found stands in the ruling alone.
 */
export const adminRulingLetters = stepLettersOf({
  rulingFiled: {
    in: here,
    on: ['fileRuling'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('行政裁决立案告知', 'Your request for a ruling was accepted'),
    says: [
      text('{body}已于 {on} 对您的行政裁决请求立案。', '{body} accepted your request for a ruling on {on}.'),
      numbered,
      text(
        '请求材料由{body}送达对方；举证、口头审理等安排另行通知。双方愿意的，随时可以请求调解。',
        '{body} serves your request on the other side and tells you about evidence and hearings. If both sides wish, they may ask for mediation at any time.',
      ),
      bodyCounts,
    ],
    short: text('{body}已对您的请求立案', '{body} accepted your request'),
    basis: [o81('第二十条、第二十二条、第三十五条')],
  },
  rulingNotFiled: {
    in: here,
    on: ['refuseRuling'],
    to: 'claimants',
    keeps: 'forGood',
    reasons: rulingRefusalReasons,
    label: text('行政裁决不予立案告知', 'Your request for a ruling was not accepted'),
    says: [
      text(
        '{body}于 {on} 决定对您的行政裁决请求不予立案。理由：{reason}。',
        '{body} decided on {on} not to accept your request for a ruling. Ground: {reason}.',
      ),
      text(
        '您仍可以：双方愿意的，申请调解；向法院起诉；有仲裁协议的，申请仲裁；条件具备后再次请求。',
        'You may still ask for mediation if both sides wish, sue in court, arbitrate under an arbitration agreement, or ask again once the conditions are met.',
      ),
      bodyCounts,
    ],
    short: text(
      '行政裁决请求未予立案，其他途径见全文',
      'Your request was not accepted; other ways stand in the letter',
    ),
    basis: [
      o81('第十二条、第十六条、第二十条'),
      { instrument: 'PL', article: '第六十五条' },
      { instrument: 'SDR', article: '第二十条' },
    ],
  },
  rulingRequestServed: {
    ...served,
    on: ['rulingRequestServed'],
    lastDayBy: 'ruling.defence',
    label: text('行政裁决答辩期限告知', 'The time for your defence'),
  },
  rulingRequestServedAbroad: {
    ...served,
    on: ['rulingRequestServedAbroad'],
    lastDayBy: 'ruling.defence.abroad',
    label: text('行政裁决答辩期限告知（境内没有固定住所）', 'The time for your defence (no fixed domicile in China)'),
  },
  oralHearingSet: {
    in: here,
    on: ['scheduleOralHearing'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('口头审理安排告知', 'An oral hearing is set'),
    says: [
      text(
        '口头审理时间：{at}。此前另有安排的，以本次为准。',
        'The oral hearing takes place on {at}. This replaces any earlier date.',
      ),
      text('地点或方式：{place}。', 'Where: {place}.'),
      text(
        '{body}至迟在口头审理三个工作日前通知各方。请求人无正当理由不参加的，视为撤回请求；被请求人不参加的，可以缺席审理。不能参加的，请提前说明理由。',
        '{body} gives notice three working days before at the latest. If the requester stays away without good reason, the request counts as withdrawn; if the other side does, the hearing may be held without it. If you cannot come, say why beforehand.',
      ),
      bodyCounts,
    ],
    short: text('口头审理时间：{at}', 'Oral hearing: {at}'),
    basis: [o81('第二十六条')],
  },
  oralHearingCalledOff: {
    in: here,
    on: ['callOffHearing'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('口头审理取消告知', 'The oral hearing was called off'),
    says: [
      text(
        '原定于 {at} 的口头审理不再举行。是否另行安排，由{body}通知。',
        'The oral hearing set for {at} does not take place. {body} tells you whether there is another.',
      ),
      bodyCounts,
    ],
    short: text('原定 {at} 的口头审理不再举行', 'The oral hearing of {at} does not take place'),
    basis: [o81('第二十六条')],
  },
  rulingStayed: {
    in: here,
    on: ['rulingStayed'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('行政裁决中止告知', 'The request for a ruling is paused'),
    says: [
      text(
        '{body}于 {on} 决定中止处理。原因消除后恢复；中止期间您的权利不受影响。',
        '{body} paused the case on {on}. It goes on when the cause has gone; meanwhile your rights are untouched.',
      ),
      bodyCounts,
    ],
    short: text('{body}已中止处理', '{body} paused the case'),
    basis: [o81('第二十八条')],
  },
  rulingResumed: {
    in: here,
    on: ['rulingResumed'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('行政裁决恢复告知', 'The request for a ruling goes on'),
    says: [
      text(
        '{body}自 {on} 起恢复处理，安排另行通知。',
        '{body} goes on with the case from {on} and tells you about dates.',
      ),
      bodyCounts,
    ],
    short: text('{body}已恢复处理', '{body} goes on with the case'),
    basis: [o81('第二十八条')],
  },
  rulingReceived: {
    in: here,
    on: ['rulingReceived'],
    to: 'concerned',
    keeps: 'forGood',
    again: true,
    lastDayBy: 'ruling.sue',
    label: text('行政裁决及起诉期限告知', 'The ruling, and the time to sue over it'),
    says: [
      text(
        '{body}登记您已于 {on} 收到行政裁决书；裁决内容只以裁决书为准。',
        'According to {body} the ruling reached you on {on}; only the ruling itself says what it holds.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '不服的，可以依法向法院起诉，最后一日为 {lastDay}。起诉期间不停止执行，法律另有规定的除外。',
        'Whoever disagrees may sue over it in court; the last day is {lastDay}. A suit does not hold the ruling up unless the law says so.',
      ),
      bodyCounts,
    ],
    short: text('不服行政裁决的，起诉最后一日 {lastDay}', 'Last day to sue over the ruling: {lastDay}'),
    basis: [{ instrument: 'PL', article: '第六十五条' }, o81('第三十一条、第八十条')],
  },
  rulingCancelled: {
    in: here,
    on: ['cancelRuling'],
    to: 'informed',
    keeps: 'forGood',
    label: text('行政裁决撤销案件告知', 'The case ended without a ruling'),
    says: [
      text(
        '{body}于 {on} 决定撤销案件，没有作出裁决；理由写在决定书上。这不表示任何一方有错。',
        '{body} ended the case on {on} without a ruling; the ground stands in its decision. That says nothing about who is right.',
      ),
      text(
        '双方仍可以协商、申请调解，或者依法仲裁、起诉。',
        'Both sides may still negotiate, ask for mediation, or arbitrate or sue as the law provides.',
      ),
      bodyCounts,
    ],
    short: text('{body}已撤销案件，其他途径见全文', '{body} ended the case without a ruling'),
    basis: [o81('第三十六条'), { instrument: 'PL', article: '第六十五条' }],
  },
  rulingClosed: {
    in: here,
    on: ['closeRuling'],
    to: 'informed',
    keeps: 'forGood',
    label: text('行政裁决办结告知', 'The case is closed'),
    says: [
      text(
        '{body}已于 {on} 办结案件。此前文书写明的权利、义务和期限不因办结而改变。',
        '{body} closed the case on {on}. Rights, duties and time limits in its papers stay as they are.',
      ),
    ],
    short: text('{body}已办结您的案件', '{body} closed your case'),
    basis: [o81('第三十条')],
  },
});
