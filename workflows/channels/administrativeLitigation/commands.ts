import type { CommandDefinition } from '../../command.ts';
import { appealCommands } from './appeal.ts';
import { filingCommands } from './filing.ts';
import { trialCommands } from './trial.ts';

/** From the complaint against the authority to the end of the suit. The court decides; these record it. */
export const administrativeLitigationCommands: readonly CommandDefinition[] = [
  ...filingCommands,
  ...trialCommands,
  ...appealCommands,
];
