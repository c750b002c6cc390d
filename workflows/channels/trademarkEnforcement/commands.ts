import type { CommandDefinition } from '../../command.ts';
import { suspicionCommands } from '../criminalReferral/suspicion-commands.ts';
import { aftermathCommands } from './aftermath.ts';
import { decisionCommands } from './decision.ts';
import { filingCommands } from './filing.ts';
import { hearingCommands } from './hearing.ts';
import { investigationCommands } from './investigation.ts';
import { measureCommands } from './measures.ts';
import { openRepeatCase } from './repeat.ts';

/** From the complaint to the end of the penalty, and what an authority does about a suspected crime. */
export const trademarkEnforcementCommands: readonly CommandDefinition[] = [
  ...filingCommands,
  ...investigationCommands,
  ...measureCommands,
  ...suspicionCommands,
  ...hearingCommands,
  ...decisionCommands,
  ...aftermathCommands,
  openRepeatCase,
];
