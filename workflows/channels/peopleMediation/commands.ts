import type { CommandDefinition } from '../../command.ts';
import {
  abandonAgreement,
  completeFormalities,
  demandRatification,
  recordAgreement,
  recordPerformance,
  recordRatification,
} from './agreement-commands.ts';
import { endingCommands } from './ending.ts';
import { followUpCommands } from './follow-up.ts';
import { openingCommands } from './opening.ts';
import { sessionCommands } from './sessions.ts';

/** From the application to the return visit. */
export const peopleMediationCommands: readonly CommandDefinition[] = [
  ...openingCommands,
  ...sessionCommands,
  recordAgreement,
  completeFormalities,
  abandonAgreement,
  demandRatification,
  recordRatification,
  ...endingCommands,
  recordPerformance,
  ...followUpCommands,
];
