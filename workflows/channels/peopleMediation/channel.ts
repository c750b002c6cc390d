import type { Channel } from '../../channel.ts';
import { peopleMediationMachine } from './machine.ts';

/** People's mediation, with industry mediation. One mediation at a time over one matter. */
export const peopleMediation: Channel = {
  id: 'peopleMediation',
  machine: { id: 'peopleMediation', version: 1, machine: peopleMediationMachine, upgrades: {} },
  family: 'mediation',
  runBy: ['peopleMediationCommittee', 'industryMediationOrganisation'],
  exclusiveWith: [
    'peopleMediation',
    'commercialMediation',
    'courtAnnexedMediation',
    'adminMediation',
    'generalAdminMediation',
    'judicialConfirmation',
  ],
};
