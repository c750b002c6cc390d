import type { Channel } from '../../channel.ts';
import { commercialMediationMachine } from './machine.ts';

/** Commercial mediation by a licensed organisation (in force since 2026-05-01). One mediation at a time over one matter. */
export const commercialMediation: Channel = {
  id: 'commercialMediation',
  machine: { id: 'commercialMediation', version: 1, machine: commercialMediationMachine, upgrades: {} },
  family: 'mediation',
  runBy: ['commercialMediationOrganisation'],
  exclusiveWith: [
    'peopleMediation',
    'commercialMediation',
    'courtAnnexedMediation',
    'adminMediation',
    'generalAdminMediation',
    'judicialConfirmation',
  ],
};
