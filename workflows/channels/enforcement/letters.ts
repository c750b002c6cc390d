import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

const here = 'enforcement';

const courtCounts = text(
  '本函只是告知，不代替法院送达；内容和期限以法院的文书为准。',
  "This letter only informs and does not replace service by the court: what counts is the court's own paper.",
);

/**
 * What parties are told of an enforcement. The debtor hears of it by the notice of the court alone, and of no search, measure
 * or resumption from us.
 */
export const enforcementLetters = stepLettersOf({
  enforcementFiled: {
    in: here,
    on: ['acceptEnforcement'],
    to: 'concerned',
    keeps: 'untilEnd',
    label: text('执行立案告知', 'Your application for enforcement was accepted'),
    says: [
      text('{court}已于 {on} 对您的执行申请立案。', '{court} accepted your application for enforcement on {on}.'),
      text('案号：{number}。与法院联系时请报这个案号。', 'Number: {number}. Name it when you speak to the court.'),
      text(
        '知道财产线索的，请向法院提供。对方自动履行或者双方和解的，请及时告知法院。',
        'If you know of property, tell the court. If the other side performs, or you settle, tell the court without delay.',
      ),
      courtCounts,
    ],
    short: text('{court}已对您的执行申请立案', '{court} accepted your application for enforcement'),
    basis: [{ instrument: 'CPL', article: '第二百四十一条、第二百五十条' }],
  },
  enforcementEndedForNow: {
    in: here,
    on: ['endEnforcementForNow'],
    to: 'informed',
    keeps: 'forGood',
    label: text('本次执行程序终结告知', 'The enforcement has ended for now'),
    says: [
      text(
        '{court}于 {on} 裁定终结本次执行程序。文书确定的权利义务没有改变。',
        '{court} ruled on {on} that the enforcement ends for now. Rights and duties under the title stay as they are.',
      ),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '申请执行的一方以后发现可供执行的财产，可以随时申请恢复执行，不受申请期限的限制；法院也会在五年内定期查询。',
        'If the side that asked for enforcement later finds property, it may ask at any time to go on; no time limit for applying stands in the way. For five years the court also searches from time to time.',
      ),
      courtCounts,
    ],
    short: text('本次执行程序已终结，以后可以恢复', 'The enforcement has ended for now and may be taken up again'),
    basis: [
      { instrument: 'CPL', article: '第二百六十五条' },
      { instrument: 'CPLI', article: '第五百一十七条' },
      { instrument: 'TER16', article: '第九条' },
    ],
  },
});
