import { courtAnnexedMediationLetters } from '../channels/courtAnnexedMediation/letters.ts';
import { judicialConfirmationLetters } from '../channels/judicialConfirmation/letters.ts';
import { litigationLetters } from '../channels/litigation/letters.ts';
import { peopleMediationLetters } from '../channels/peopleMediation/letters.ts';
import type { StepLetter } from './step-letter.ts';

const rows = {
  ...peopleMediationLetters,
  ...courtAnnexedMediationLetters,
  ...litigationLetters,
  ...judicialConfirmationLetters,
};
export type StepNoticeId = keyof typeof rows;

/** Every letter that the channels declare as rows. */
export const stepLetters: Readonly<Record<StepNoticeId, StepLetter>> = rows;
