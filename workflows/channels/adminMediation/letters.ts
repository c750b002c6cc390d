import { stepLettersOf } from '../../letters/step-letter.ts';
import type { Basis } from '../../rules/law.ts';
import { text } from '../../text.ts';
import { officialLetters } from './letters-official.ts';

const here = 'adminMediation';
const o81 = (article: string): Basis => ({ instrument: 'O81', article });
const official = officialLetters(here, {
  filed: [o81('第六十六条')],
  notFiled: [o81('第六十三条、第六十六条')],
  agreed: [o81('第六十九条')],
  ended: [o81('第六十七条、第六十九条')],
});

/** What parties are told of a mediation by a patent department. The respondent is asked by the department's own notice first. */
export const adminMediationLetters = stepLettersOf({
  patentMediationAsked: {
    in: here,
    on: ['opinionNoticeServed'],
    to: 'concerned',
    keeps: 'untilEnd',
    again: true,
    lastDayBy: 'admed.respond',
    label: text('是否同意调解的答复期限告知', 'Whether you agree to mediation, and until when to answer'),
    says: [
      text(
        '{body}登记您已于 {on} 收到调解请求和陈述意见通知书。请在 {lastDay} 前（含当日）答复是否同意调解。',
        'According to {body} the request for mediation and its notice reached you on {on}. Please answer by {lastDay} (that day included) whether you agree to mediation.',
      ),
      text(
        '是否同意完全自愿：不同意或者不答复的，调解不予立案，没有其他不利后果。同意调解不表示承认对方的主张。',
        'It is entirely voluntary: if you decline or do not answer, the mediation is not taken up, and nothing else follows. Agreeing to mediation does not admit what the other side says.',
      ),
      text('本函只是告知，不代替{body}送达。', 'This letter only informs and does not replace service by {body}.'),
    ],
    short: text(
      '请在 {lastDay} 前答复是否同意调解，完全自愿',
      'Please answer by {lastDay} whether you agree; it is voluntary',
    ),
    basis: [o81('第六十五条、第六十六条')],
  },
  patentMediationFiled: official.filed,
  patentMediationNotFiled: official.notFiled,
  patentAgreementEffective: official.agreed,
  patentMediationEnded: official.ended,
});
