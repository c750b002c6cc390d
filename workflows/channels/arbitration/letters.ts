import { stepLettersOf } from '../../letters/step-letter.ts';
import type { Basis } from '../../rules/law.ts';
import { arbitrationRefusalReasons } from '../../rules/reasons-arbitration.ts';
import { text } from '../../text.ts';

const here = 'arbitration';
const al25 = (article: string): Basis => ({ instrument: 'AL25', article });

const bodyCounts = text(
  '本函只是告知，不代替{body}送达；内容和期限以其送达的文书为准。',
  "This letter only informs and does not replace service by {body}: contents and time limits follow the institution's own papers.",
);

/**
 * What parties are told of an arbitration, which is not public: that there is an award and which day runs, never what it
 * holds. A respondent hears of it from the institution first.
 */
export const arbitrationLetters = stepLettersOf({
  arbitrationAccepted: {
    in: here,
    on: ['acceptArbitration'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('仲裁受理告知', 'Your request for arbitration was accepted'),
    says: [
      text('{body}已于 {on} 受理您的仲裁申请。', '{body} accepted your request for arbitration on {on}.'),
      text('案号：{number}。联系时请报这个案号。', 'Number: {number}. Name it when you speak to the institution.'),
      text(
        '申请书由{body}送达对方；仲裁规则、仲裁员名册和选定仲裁员的期限以其通知为准。双方仍可以随时协商或者请仲裁庭调解。',
        '{body} serves your request on the other side; rules, list of arbitrators and the time to choose one follow its notice. Both sides may still negotiate or ask the tribunal to mediate.',
      ),
      bodyCounts,
    ],
    short: text('{body}已受理您的仲裁申请', '{body} accepted your request'),
    basis: [al25('第三十五条、第三十六条')],
  },
  arbitrationRefused: {
    in: here,
    on: ['refuseArbitration'],
    to: 'claimants',
    keeps: 'forGood',
    reasons: arbitrationRefusalReasons,
    label: text('仲裁不予受理告知', 'Your request for arbitration was not accepted'),
    says: [
      text(
        '{body}于 {on} 通知不予受理仲裁申请。理由：{reason}。',
        '{body} told on {on} that it does not accept the request for arbitration. Ground: {reason}.',
      ),
      text(
        '您仍可以：与对方达成仲裁协议后再次申请；双方愿意的，申请调解；依法向法院起诉。',
        'You may still ask again under an arbitration agreement, ask for mediation if both sides wish, or sue in court as the law provides.',
      ),
      bodyCounts,
    ],
    short: text('仲裁申请未予受理，其他途径见全文', 'Your request was not accepted; other ways stand in the letter'),
    basis: [al25('第三十二条、第三十五条'), { instrument: 'SDR', article: '第二十条' }],
  },
  arbitrationHearingSet: {
    in: here,
    on: ['scheduleArbitrationHearing'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('仲裁开庭告知', 'A hearing of the tribunal is set'),
    says: [
      text(
        '{body}通知开庭时间：{at}。此前另有安排的，以本次为准。',
        '{body} gave notice of a hearing on {at}. This replaces any earlier date.',
      ),
      text('地点或方式：{place}。', 'Where: {place}.'),
      text(
        '有正当理由不能到庭的，请在仲裁规则规定的期限内申请延期。申请人无正当理由不到庭的，视为撤回；被申请人不到庭的，可以缺席裁决。',
        'If you cannot come for a good reason, ask for another day within the time the rules set. If the claimant stays away without good reason, the request counts as withdrawn; if the respondent does, the tribunal may decide without it.',
      ),
      bodyCounts,
    ],
    short: text('仲裁开庭时间：{at}', 'Hearing of the tribunal: {at}'),
    basis: [al25('第五十三条、第五十四条')],
  },
  arbitrationHearingCalledOff: {
    in: here,
    on: ['callOffHearing'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('仲裁开庭取消告知', 'A hearing of the tribunal was called off'),
    says: [
      text(
        '原定于 {at} 的开庭不再举行。是否另行开庭，由{body}通知。',
        'The hearing set for {at} does not take place. {body} tells you whether there is another.',
      ),
      bodyCounts,
    ],
    short: text('原定 {at} 的仲裁开庭不再举行', 'The hearing of {at} does not take place'),
    basis: [al25('第五十三条')],
  },
  awardMade: {
    in: here,
    on: ['awardMade'],
    to: 'informed',
    keeps: 'forGood',
    label: text('仲裁裁决作出告知', 'There is an award'),
    says: [
      text(
        '仲裁庭已于 {on} 作出裁决，由{body}送达各方；裁决内容只以裁决书为准，自作出之日起生效。',
        'The tribunal made its award on {on}, and {body} serves it on all sides; only the award itself says what it holds. It is in effect from the day it was made.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
      bodyCounts,
    ],
    short: text('仲裁庭已作出裁决，请查收送达的裁决书', 'There is an award; please read the served paper'),
    basis: [al25('第七十条')],
  },
  awardReceived: {
    in: here,
    on: ['setAsideTermBegan'],
    to: 'concerned',
    keeps: 'forGood',
    again: true,
    lastDayBy: 'arb.setaside',
    label: text('收到仲裁裁决后的期限告知', 'The times that run from receipt of the award'),
    says: [
      text(
        '{body}登记您已于 {on} 收到裁决书；裁决内容只以裁决书为准。',
        'According to {body} the award reached you on {on}; only the award itself says what it holds.',
      ),
      text(
        '认为有法定情形的，可以向仲裁机构所在地的中级人民法院申请撤销，最后一日为 {lastDay}。文字、计算错误或者遗漏，可以自收到之日起三十日内请求补正。',
        "Whoever sees one of the grounds of the law may ask the intermediate court of the institution's seat to set it aside; the last day is {lastDay}. Slips and omissions may be corrected at your request within thirty days of receipt.",
      ),
      bodyCounts,
    ],
    short: text('申请撤销仲裁裁决的最后一日 {lastDay}', 'Last day to ask that the award be set aside: {lastDay}'),
    basis: [al25('第六十九条、第七十一条、第七十二条')],
  },
});
