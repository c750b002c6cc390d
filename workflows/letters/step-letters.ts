import { administrativeLitigationLetters } from '../channels/administrativeLitigation/letters.ts';
import { adminMediationLetters } from '../channels/adminMediation/letters.ts';
import { adminRulingLetters } from '../channels/adminRuling/letters.ts';
import { arbitrationLetters } from '../channels/arbitration/letters.ts';
import { commercialMediationLetters } from '../channels/commercialMediation/letters.ts';
import { courtAnnexedMediationLetters } from '../channels/courtAnnexedMediation/letters.ts';
import { enforcementLetters } from '../channels/enforcement/letters.ts';
import { generalAdminMediationLetters } from '../channels/generalAdminMediation/letters.ts';
import { invalidationLetters } from '../channels/invalidation/letters.ts';
import { judicialConfirmationLetters } from '../channels/judicialConfirmation/letters.ts';
import { litigationLetters } from '../channels/litigation/letters.ts';
import { courtHearingLetters } from '../channels/litigation/letters-hearing.ts';
import { notarisedEnforcementLetters } from '../channels/notarisedEnforcement/letters.ts';
import { paymentOrderLetters } from '../channels/paymentOrder/letters.ts';
import { peopleMediationLetters } from '../channels/peopleMediation/letters.ts';
import { trademarkEnforcementLetters } from '../channels/trademarkEnforcement/letters.ts';
import type { StepLetter } from './step-letter.ts';

const rows = {
  ...peopleMediationLetters,
  ...courtAnnexedMediationLetters,
  ...litigationLetters,
  ...courtHearingLetters,
  ...judicialConfirmationLetters,
  ...commercialMediationLetters,
  ...adminMediationLetters,
  ...generalAdminMediationLetters,
  ...adminRulingLetters,
  ...administrativeLitigationLetters,
  ...trademarkEnforcementLetters,
  ...arbitrationLetters,
  ...enforcementLetters,
  ...notarisedEnforcementLetters,
  ...paymentOrderLetters,
  ...invalidationLetters,
};
export type StepNoticeId = keyof typeof rows;

/** Every letter that the channels declare as rows. */
export const stepLetters: Readonly<Record<StepNoticeId, StepLetter>> = rows;
