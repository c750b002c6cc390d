import type { CommandDefinition } from '../../command.ts';
import { acceptanceCommands } from './acceptance.ts';
import { rulingCommands } from './ruling.ts';

/** From the application to the end of objections. The court decides; these record it. */
export const judicialConfirmationCommands: readonly CommandDefinition[] = [...acceptanceCommands, ...rulingCommands];
