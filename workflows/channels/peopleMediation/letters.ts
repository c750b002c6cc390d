import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

/** Letters of people's mediation beside those that it shares with every mediation. */
export const peopleMediationLetters = stepLettersOf({
  mediationEnded: {
    in: 'peopleMediation',
    on: ['endMediation'],
    to: 'everybody',
    keeps: 'forGood',
    label: text('调解终结告知', 'The mediation has ended'),
    says: [
      text(
        '调解已于 {on} 终结，没有签署调解协议。这不表示任何一方有错，也不影响您的权利。',
        'The mediation ended on {on} without a signed agreement. That says nothing about who is right and takes away none of your rights.',
      ),
      text(
        '您仍可以：有仲裁协议的，申请仲裁；请求有关行政机关依法处理；向法院起诉；双方愿意的，也可以再次申请调解。',
        'You may still arbitrate where there is an arbitration agreement, turn to the competent authority, sue in court, or, if both sides wish, ask for mediation again.',
      ),
      text(
        '调解中的意见和让步不公开，也不作为以后程序中对您不利的依据。需要说明起止时间和未达成原因的，可以向本机构提出。',
        'What was said and offered in mediation stays confidential and is not held against you later. You may ask us for a note of when it began and ended and why there was no agreement.',
      ),
    ],
    short: text('调解已于 {on} 终结，没有签署协议', 'The mediation ended on {on} without an agreement'),
    basis: [
      { instrument: 'PML', article: '第二十六条' },
      { instrument: 'SDR', article: '第二十四条' },
    ],
  },
});
