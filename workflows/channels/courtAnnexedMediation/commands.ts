import type { CommandDefinition } from '../../command.ts';
import { acknowledgementCommands } from './acknowledgement.ts';
import { courseCommands } from './course.ts';
import { fileCourtReport } from './report.ts';

/** What only a mediation for a court has; the rest is shared with every mediation (workflows/mediation/). */
export const courtAnnexedMediationCommands: readonly CommandDefinition[] = [
  ...acknowledgementCommands,
  ...courseCommands,
  fileCourtReport,
];
