import type { CommandDefinition } from '../../command.ts';
import { examinationCommands } from './examination.ts';
import { prosecutionCommands } from './prosecution.ts';

/** From the receipt by the police to the judgment, or back to the authority. Others decide; these record it. */
export const criminalReferralCommands: readonly CommandDefinition[] = [...examinationCommands, ...prosecutionCommands];
