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

/** From the application to the return visit, in the order in which pages offer them: what comes next in most cases first. */
export const peopleMediationCommands: readonly CommandDefinition[] = [
  ...sessionCommands,
  recordAgreement,
  completeFormalities,
  ...openingCommands,
  abandonAgreement,
  demandRatification,
  recordRatification,
  ...endingCommands,
  recordPerformance,
  ...followUpCommands,
];
