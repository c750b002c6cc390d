import type { CommandDefinition } from '../command.ts';
import { answeringCommands } from './answering.ts';
import { takeBackLapse } from './lapse-taken-back.ts';
import { sendingCommands } from './sending.ts';

/** Both keys of a movement: the sender's and the receiver's. */
export const handoffCommands: readonly CommandDefinition[] = [...sendingCommands, ...answeringCommands, takeBackLapse];
