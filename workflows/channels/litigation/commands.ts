import type { CommandDefinition } from '../../command.ts';
import { appealCommands } from './appeal.ts';
import { filingCommands } from './filing.ts';
import { courtHearingCommands } from './hearings.ts';
import { jurisdictionCommands } from './jurisdiction.ts';
import { jurisdictionAppealCommands } from './jurisdiction-appeal.ts';
import { mediationDocumentCommands } from './mediation-document.ts';
import { referralCommands } from './referral.ts';
import { stayCommands } from './stay.ts';
import { trialCommands } from './trial.ts';

/** From the complaint to the end of the suit. The court decides; these record it. */
export const litigationCommands: readonly CommandDefinition[] = [
  ...filingCommands,
  ...jurisdictionCommands,
  ...jurisdictionAppealCommands,
  ...referralCommands,
  ...mediationDocumentCommands,
  ...stayCommands,
  ...courtHearingCommands,
  ...trialCommands,
  ...appealCommands,
];
