import type { CommandDefinition } from '../../command.ts';
import { aftermathCommands } from './aftermath.ts';
import { beforeRulingCommands } from './before.ts';
import { courseCommands } from './course.ts';
import { decisionCommands } from './decision.ts';
import { evidenceCommands } from './evidence.ts';
import { hearingCommands } from './hearing.ts';
import { rulingJurisdictionCommands } from './jurisdiction.ts';
import { panelCommands } from './panel.ts';
import { requestCommands } from './request.ts';
import { settlementCommands } from './settlement.ts';
import { rulingStayCommands } from './stay.ts';
import { supervisionCommands } from './supervision.ts';

/** From the request to the ruling and what follows it. */
export const adminRulingCommands: readonly CommandDefinition[] = [
  ...requestCommands,
  ...courseCommands,
  ...evidenceCommands,
  ...panelCommands,
  ...hearingCommands,
  ...decisionCommands,
  ...rulingStayCommands,
  ...rulingJurisdictionCommands,
  ...settlementCommands,
  ...aftermathCommands,
  ...supervisionCommands,
  ...beforeRulingCommands,
];
