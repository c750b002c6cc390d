import { administrativeLitigationCommands } from './channels/administrativeLitigation/commands.ts';
import { administrativeLitigationReactions } from './channels/administrativeLitigation/reactions.ts';
import { adminMediationCommands } from './channels/adminMediation/commands.ts';
import { adminRulingCommands } from './channels/adminRuling/commands.ts';
import { arbitrationCommands } from './channels/arbitration/commands.ts';
import { commercialMediationCommands } from './channels/commercialMediation/commands.ts';
import { courtAnnexedMediationCommands } from './channels/courtAnnexedMediation/commands.ts';
import { criminalReferralCommands } from './channels/criminalReferral/commands.ts';
import { enforcementCommands } from './channels/enforcement/commands.ts';
import { enforcementReactions } from './channels/enforcement/reactions.ts';
import { intakeCommands } from './channels/intake/commands.ts';
import { invalidationCommands } from './channels/invalidation/commands.ts';
import { invalidationReactions } from './channels/invalidation/reactions.ts';
import { judicialConfirmationCommands } from './channels/judicialConfirmation/commands.ts';
import { litigationCommands } from './channels/litigation/commands.ts';
import { notarisedEnforcementCommands } from './channels/notarisedEnforcement/commands.ts';
import { paymentOrderCommands } from './channels/paymentOrder/commands.ts';
import { peopleMediationCommands } from './channels/peopleMediation/commands.ts';
import { trademarkEnforcementCommands } from './channels/trademarkEnforcement/commands.ts';
import type { CommandDefinition } from './command.ts';
import { dossierCommands } from './dossier/index.ts';
import { linkReactions } from './dossier/links.ts';
import { handoffCommands } from './handoff/commands.ts';
import { handoffReactions } from './handoff/reactions.ts';
import { mediationCourse, otherMediationCommands } from './mediation/commands.ts';
import { pathReactions } from './path/reactions.ts';
import type { Reaction } from './reactions.ts';
import { sourceCommands } from './sources/commands.ts';

const all: readonly CommandDefinition[] = [
  ...mediationCourse,
  ...peopleMediationCommands,
  ...commercialMediationCommands,
  ...courtAnnexedMediationCommands,
  ...otherMediationCommands,
  ...litigationCommands,
  ...judicialConfirmationCommands,
  ...trademarkEnforcementCommands,
  ...criminalReferralCommands,
  ...arbitrationCommands,
  ...enforcementCommands,
  ...notarisedEnforcementCommands,
  ...paymentOrderCommands,
  ...adminRulingCommands,
  ...administrativeLitigationCommands,
  ...adminMediationCommands,
  ...invalidationCommands,
  ...intakeCommands,
  ...handoffCommands,
  ...sourceCommands,
  ...dossierCommands,
];

/** Every command of the house by its type, in the order in which pages offer them. */
export const commands: Readonly<Record<string, CommandDefinition>> = Object.fromEntries(
  all.map((definition) => [definition.type, definition]),
);

if (Object.keys(commands).length !== all.length) throw new Error('two commands share a type');

/** Everything that follows from something else. */
export const reactions: readonly Reaction[] = [
  ...handoffReactions,
  ...pathReactions,
  ...linkReactions,
  ...enforcementReactions,
  ...administrativeLitigationReactions,
  ...invalidationReactions,
];
