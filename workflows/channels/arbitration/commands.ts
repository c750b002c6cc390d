import type { CommandDefinition } from '../../command.ts';
import { arbitrateAgain } from './again.ts';
import { agreementCommands } from './agreement.ts';
import { awardCommands } from './award.ts';
import { filingCommands } from './filing.ts';
import { hearingCommands } from './hearing.ts';
import { arbitralMediationCommands } from './mediation.ts';
import { reviewCommands } from './review.ts';
import { tribunalCommands } from './tribunal.ts';

/** From the request to the end of what can be done about an award. The tribunal decides; these record it. */
export const arbitrationCommands: readonly CommandDefinition[] = [
  ...filingCommands,
  ...agreementCommands,
  ...tribunalCommands,
  ...hearingCommands,
  ...arbitralMediationCommands,
  ...awardCommands,
  ...reviewCommands,
  arbitrateAgain,
];
