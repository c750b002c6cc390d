import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

const here = 'litigation';

const summonsCounts = text(
  '本函只是告知，不代替法院送达；时间、地点以法院传票为准。',
  "This letter only informs and does not replace service by the court: time and place follow the court's own summons.",
);

/** What parties are told of the hearings of a court; each goes into the recipient's calendar, and out of it again. */
export const courtHearingLetters = stepLettersOf({
  courtHearingSet: {
    in: here,
    on: ['scheduleCourtHearing'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('开庭安排告知', 'A hearing of the court is set'),
    says: [
      text(
        '{court}已定开庭时间：{at}。此前另有安排的，以本次为准。',
        '{court} set a hearing on {at}. This replaces any earlier date.',
      ),
      text('地点或方式：{place}。', 'Where: {place}.'),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '有正当理由不能到庭的，请提前向法院说明。双方仍可以随时协商或者请法院调解。',
        'If you cannot come for a good reason, tell the court beforehand. Both sides may still negotiate or ask the court to mediate.',
      ),
      summonsCounts,
    ],
    short: text('法院开庭时间：{at}', 'Court hearing: {at}'),
    basis: [{ instrument: 'CPL', article: '第一百三十九条' }],
  },
  courtHearingCalledOff: {
    in: here,
    on: ['callOffHearing'],
    to: 'informed',
    keeps: 'untilEnd',
    label: text('开庭取消告知', 'A hearing of the court was called off'),
    says: [
      text(
        '原定于 {at} 的开庭不再举行。是否另行开庭，由{court}通知。',
        'The hearing set for {at} does not take place. {court} tells you whether there is another.',
      ),
      summonsCounts,
    ],
    short: text('原定 {at} 的开庭不再举行', 'The hearing of {at} does not take place'),
    basis: [{ instrument: 'CPL', article: '第一百三十九条' }],
  },
});
