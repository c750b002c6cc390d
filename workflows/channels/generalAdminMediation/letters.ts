import { stepLettersOf } from '../../letters/step-letter.ts';
import type { Basis } from '../../rules/law.ts';
import { officialLetters } from '../adminMediation/letters-official.ts';

const measures: readonly Basis[] = [{ instrument: 'O363', article: '第三条' }];
const official = officialLetters('generalAdminMediation', {
  filed: measures,
  notFiled: measures,
  agreed: measures,
  ended: [...measures, { instrument: 'SDR', article: '第二十条' }],
});

/** What parties are told of a mediation by any other authority. No day to answer is named: the measures' article was not read. */
export const generalAdminMediationLetters = stepLettersOf({
  officialMediationFiled: official.filed,
  officialMediationNotFiled: official.notFiled,
  officialAgreementEffective: official.agreed,
  officialMediationEnded: official.ended,
});
