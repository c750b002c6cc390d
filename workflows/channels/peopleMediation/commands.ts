import type { CommandDefinition } from '../../command.ts';
import { openingCommands } from './opening.ts';

/** How a dispute gets into people's mediation; what follows is shared with every mediation (workflows/mediation/). */
export const peopleMediationCommands: readonly CommandDefinition[] = openingCommands;
