import { stepLettersOf } from '../../letters/step-letter.ts';
import type { Basis } from '../../rules/law.ts';
import { text } from '../../text.ts';

const here = 'invalidation';
const pl = (article: string): Basis => ({ instrument: 'PL', article });
const tm = (article: string): Basis => ({ instrument: 'TM19', article });

const officeCounts = text(
  '本函只是告知，不代替{body}送达；内容和期限以其文书为准。',
  "This letter only informs and does not replace service by {body}: contents and time limits follow the office's own papers.",
);
const numbered = text('案件编号：{number}。', 'Number: {number}.');

const received = {
  in: here,
  to: 'concerned',
  keeps: 'forGood',
  again: true,
} as const;

const receivedOn = text(
  '据{body}的记录，关于涉案权利效力的决定已于 {on} 送达您；决定内容只以决定书为准。',
  'According to {body} its decision on the validity of the right reached you on {on}; only the decision itself says what it holds.',
);
const toCourt = text(
  '不服的，可以依法向法院起诉，最后一日为 {lastDay}。',
  'Whoever disagrees may sue over it in court; the last day is {lastDay}.',
);

/**
 * What parties are told of an attack on the right, before the office of the State: that it is pending, which day runs, that it
 * is over; never who is right. Whoever keeps the record beside the office writes; a respondent hears of it only where it was
 * told of the case that rests on the right.
 */
export const invalidationLetters = stepLettersOf({
  invalidationAccepted: {
    in: here,
    on: ['acceptInvalidation'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('权利效力请求受理告知', 'The validity of the right is being examined'),
    says: [
      text(
        '{body}已于 {on} 受理关于涉案权利效力的请求。受理不表示权利已经失去效力。',
        '{body} accepted a request over the validity of the right on {on}. That does not mean that the right has fallen.',
      ),
      numbered,
      text(
        '有关案件是否因此中止，由办理该案的机构依法决定，另行告知；双方仍可以随时协商或者请求调解。',
        'Whether the case that rests on the right is paused is decided by whoever handles it, and you are told; both sides may still negotiate or ask for mediation.',
      ),
      officeCounts,
    ],
    short: text('{body}已受理关于涉案权利效力的请求', '{body} examines the validity of the right'),
    basis: [pl('第四十五条、第四十六条'), tm('第四十四条、第四十五条')],
  },
  invalidationNotAccepted: {
    in: here,
    on: ['refuseInvalidation'],
    to: 'informed',
    keeps: 'forGood',
    label: text('权利效力请求未受理告知', 'The request over the right was not accepted'),
    says: [
      text(
        '{body}于 {on} 告知不予受理关于涉案权利效力的请求。',
        '{body} told on {on} that it does not accept the request over the validity of the right.',
      ),
      officeCounts,
    ],
    short: text('关于涉案权利效力的请求未受理', 'The request over the right was not accepted'),
    basis: [pl('第四十五条、第四十六条'), tm('第四十四条、第四十五条')],
  },
  invalidationWithdrawn: {
    in: here,
    on: ['withdrawInvalidation'],
    to: 'informed',
    keeps: 'forGood',
    label: text('权利效力请求撤回告知', 'The request over the right was withdrawn'),
    says: [
      text(
        '关于涉案权利效力的请求已于 {on} 撤回。中止的案件是否恢复，由办理该案的机构决定，另行告知。',
        'The request over the validity of the right was withdrawn on {on}. Whether a paused case goes on is decided by whoever handles it, and you are told.',
      ),
      officeCounts,
    ],
    short: text('关于涉案权利效力的请求已撤回', 'The request over the right was withdrawn'),
    basis: [pl('第四十五条、第四十六条'), tm('第四十四条、第四十五条')],
  },
  patentDecisionReceived: {
    ...received,
    on: ['patentDecisionReceived'],
    lastDayBy: 'invalid.sue',
    label: text('专利效力决定及起诉期限告知', 'The decision on the patent, and the time to sue over it'),
    says: [receivedOn, numbered, toCourt, officeCounts],
    short: text('不服专利效力决定的，起诉最后一日 {lastDay}', 'Last day to sue over the decision: {lastDay}'),
    basis: [pl('第四十六条第二款')],
  },
  trademarkDecisionReceived: {
    ...received,
    on: ['trademarkDecisionReceived'],
    lastDayBy: 'tminvalid.review',
    label: text('商标效力决定及复审期限告知', 'The decision on the trademark, and the time to ask for review'),
    says: [
      receivedOn,
      numbered,
      text(
        '不服的，可以依法申请复审，最后一日为 {lastDay}。',
        'Whoever disagrees may ask for review; the last day is {lastDay}.',
      ),
      officeCounts,
    ],
    short: text('不服商标效力决定的，申请复审最后一日 {lastDay}', 'Last day to ask for review: {lastDay}'),
    basis: [tm('第四十四条、第五十四条')],
  },
  trademarkReviewDecisionReceived: {
    ...received,
    on: ['trademarkReviewDecisionReceived'],
    lastDayBy: 'tminvalid.sue',
    label: text('商标评审决定及起诉期限告知', 'The decision on review, and the time to sue over it'),
    says: [receivedOn, numbered, toCourt, officeCounts],
    short: text('不服商标评审决定的，起诉最后一日 {lastDay}', 'Last day to sue over the decision: {lastDay}'),
    basis: [tm('第四十四条、第四十五条、第五十四条')],
  },
  invalidationDecisionRevoked: {
    in: here,
    on: ['recordInvalidationSuitResult'],
    when: { result: 'revoked' },
    to: 'informed',
    keeps: 'untilEnd',
    label: text('权利效力决定被撤销告知', 'The decision on the right was revoked'),
    says: [
      text(
        '法院关于权利效力决定的判决自 {on} 起生效：原决定被撤销，由{body}重新作出决定。',
        'A judgment over the decision on the right has been in effect since {on}: the decision was revoked, and {body} decides anew.',
      ),
      officeCounts,
    ],
    short: text('{body}将重新作出关于权利效力的决定', '{body} decides anew on the right'),
    basis: [pl('第四十六条第二款'), tm('第四十四条、第四十五条')],
  },
  invalidationInForce: {
    in: here,
    on: ['recordInvalidationEffect'],
    to: 'informed',
    keeps: 'forGood',
    again: true,
    label: text('权利效力决定生效告知', 'The decision on the right is in effect'),
    says: [
      text(
        '{body}关于涉案权利效力的决定自 {on} 起生效；内容只以决定书为准。',
        'The decision of {body} on the validity of the right has been in effect since {on}; only the decision itself says what it holds.',
      ),
      text(
        '中止的案件是否恢复、如何继续，由办理该案的机构依法决定，另行告知。',
        'Whether and how a paused case goes on is decided by whoever handles it, and you are told.',
      ),
      officeCounts,
    ],
    short: text('关于涉案权利效力的决定已经生效', 'The decision on the right is in effect'),
    basis: [pl('第四十六条、第四十七条'), tm('第四十六条、第四十七条')],
  },
  invalidationUpheldInSuit: {
    in: here,
    on: ['recordInvalidationSuitResult'],
    when: { result: 'stands' },
    to: 'informed',
    keeps: 'forGood',
    label: text('权利效力决定经诉讼维持告知', 'The decision on the right stands after the suit'),
    says: [
      text(
        '法院关于权利效力决定的判决自 {on} 起生效，{body}的决定予以维持；内容只以判决书和决定书为准。',
        'A judgment over the decision on the right has been in effect since {on}, and the decision of {body} stands; only the papers themselves say what they hold.',
      ),
      officeCounts,
    ],
    short: text('关于涉案权利效力的决定经诉讼维持', 'The decision on the right stands after the suit'),
    basis: [pl('第四十六条、第四十七条'), tm('第四十六条、第四十七条')],
  },
});
