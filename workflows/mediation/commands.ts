import type { CommandDefinition } from '../command.ts';
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
import { mediatorCommands } from './mediators.ts';
import { sessionCommands } from './sessions.ts';

/** What every mediation does, from the naming of the mediator to the return visit. */
export const mediationCommands: readonly CommandDefinition[] = [
  ...mediatorCommands,
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
