import { stepLettersOf } from '../../letters/step-letter.ts';
import { notFiledReasons } from '../../rules/penalty-terms.ts';
import type { Reason } from '../../rules/reasons.ts';
import { text } from '../../text.ts';

const here = 'trademarkEnforcement';

/** The reasons in words that say nothing of the other side. */
const neutralReasons: Readonly<Record<keyof typeof notFiledReasons, Reason>> = {
  ...notFiledReasons,
  noInfringement: {
    ...notFiledReasons.noInfringement,
    label: text('初步核查没有发现可以立案的情形', 'first checks found nothing on which a case is filed'),
  },
  limitationPassed: {
    ...notFiledReasons.limitationPassed,
    label: text('已经超过可以办理的期限', 'too long ago to be handled'),
  },
  withdrawn: {
    ...notFiledReasons.withdrawn,
    label: text('投诉人撤回且无需继续办理', 'the complaint was withdrawn and nothing remains to be done'),
  },
};

const ways = text(
  '您仍可以：与对方协商或者申请调解；就民事权益向法院起诉；有仲裁协议的，申请仲裁；有新线索的，再次反映。',
  'You may still negotiate or ask for mediation, sue over your own rights, arbitrate under an arbitration agreement, or come back with something new.',
);

/**
 * What the complainant is told of its complaint. The other side gets nothing from us, whatever happens: what concerns it the
 * authority itself serves, and nobody is warned of an investigation. Nothing is said of a transfer to other bodies. Cited is
 * what obliges to tell of the other ways: which law a case is handled under differs, and some of their names accuse.
 */
export const trademarkEnforcementLetters = stepLettersOf({
  complaintFiled: {
    in: here,
    on: ['fileEnforcementCase'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('投诉立案告知', 'Your complaint is taken up'),
    says: [
      text('{body}已于 {on} 对您反映的事项立案。', '{body} took up your complaint on {on}.'),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '办理中需要您辨认商品或者补充材料的，{body}会与您联系。请不要自行向对方透露办理情况。',
        '{body} will turn to you if it needs you to identify goods or to add papers. Please do not tell the other side how the case stands.',
      ),
      text(
        '行政机关不裁决民事权益；双方请求的，可以调解，也可以另行起诉。',
        'The authority does not decide on civil claims; they may be mediated if both sides ask, or sued for.',
      ),
    ],
    short: text('{body}已对您反映的事项立案', '{body} took up your complaint'),
    basis: [{ instrument: 'SDR', article: '第二十条' }],
  },
  complaintNotFiled: {
    in: here,
    on: ['declineEnforcementCase'],
    to: 'claimants',
    keeps: 'forGood',
    reasons: neutralReasons,
    label: text('投诉不予立案告知', 'Your complaint was not taken up'),
    says: [
      text(
        '{body}于 {on} 决定对您反映的事项不予立案。原因：{reason}。',
        '{body} decided on {on} not to take up your complaint. Ground: {reason}.',
      ),
      ways,
    ],
    short: text(
      '您反映的事项未予立案，其他途径见全文',
      'Your complaint was not taken up; other ways stand in the letter',
    ),
    basis: [{ instrument: 'SDR', article: '第二十条' }],
  },
  complaintClosed: {
    in: here,
    on: ['closePenaltyCase', 'closeWithoutPenalty'],
    to: 'claimants',
    keeps: 'forGood',
    label: text('投诉办结告知', 'Your complaint was handled'),
    says: [
      text(
        '{body}已于 {on} 办结您反映的事项。可以公开的结果，由{body}依法公示或者告知。',
        '{body} closed the case over your complaint on {on}. What may be made public of the result, {body} publishes or tells as the law provides.',
      ),
      ways,
    ],
    short: text('{body}已办结您反映的事项', '{body} closed the case over your complaint'),
    basis: [{ instrument: 'SDR', article: '第二十条' }],
  },
});
