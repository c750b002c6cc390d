import type { CommandDefinition } from '../../command.ts';
import { courseCommands } from './course.ts';
import { endingCommands } from './ending.ts';
import { filingCommands } from './filing.ts';
import { nonEnforcementCommands } from './non-enforcement.ts';
import { objectionCommands } from './objections.ts';

/** From the application to the end of enforcement, and its reversal. The court decides; these record it. */
export const enforcementCommands: readonly CommandDefinition[] = [
  ...filingCommands,
  ...courseCommands,
  ...objectionCommands,
  ...nonEnforcementCommands,
  ...endingCommands,
];
