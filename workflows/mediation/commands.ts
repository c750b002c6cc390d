import type { CommandDefinition } from '../command.ts';
import { abandonAgreement, completeFormalities, recordAgreement } from './agreement-commands.ts';
import { endingCommands } from './ending.ts';
import { recordMediationFee } from './fee.ts';
import { followUpCommands } from './follow-up.ts';
import { helperCommands } from './helpers.ts';
import { mediatorCommands } from './mediators.ts';
import { partyRequestCommands } from './party-requests.ts';
import { ratificationCommands, recordPerformance } from './performance.ts';
import { sessionCommands } from './sessions.ts';

/** What comes next in most mediations, and is therefore offered first. */
export const mediationCourse: readonly CommandDefinition[] = [...sessionCommands, recordAgreement, completeFormalities];

/** Everything else that every mediation does, from the naming of the mediator to the return visit. */
export const otherMediationCommands: readonly CommandDefinition[] = [
  ...mediatorCommands,
  ...helperCommands,
  abandonAgreement,
  ...ratificationCommands,
  ...endingCommands,
  recordPerformance,
  recordMediationFee,
  ...followUpCommands,
  ...partyRequestCommands,
];
