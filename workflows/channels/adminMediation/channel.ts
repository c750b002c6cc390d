import type { Channel } from '../../channel.ts';
import { adminMediationMachine } from './machine.ts';

/** Mediation by a patent department, on request or inside a ruling. One mediation at a time; a ruling may wait beside it. */
export const adminMediation: Channel = {
  id: 'adminMediation',
  machine: { id: 'adminMediation', version: 1, machine: adminMediationMachine, upgrades: {} },
  family: 'mediation',
  runBy: ['patentAdministrationDepartment', 'protectionCentre'],
  exclusiveWith: [
    'peopleMediation',
    'commercialMediation',
    'courtAnnexedMediation',
    'adminMediation',
    'generalAdminMediation',
    'judicialConfirmation',
  ],
};
