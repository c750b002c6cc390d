import type { Channel } from '../../channel.ts';
import { courtAnnexedMediationMachine } from './machine.ts';

/** Mediation that a court delegates or entrusts. A suit may wait beside it; another mediation may not. */
export const courtAnnexedMediation: Channel = {
  id: 'courtAnnexedMediation',
  machine: { id: 'courtAnnexedMediation', version: 1, machine: courtAnnexedMediationMachine, upgrades: {} },
  family: 'mediation',
  // By handoff from a court that is here; a referral of any other court is taken in at the organisation's own door.
  runBy: ['peopleMediationCommittee', 'industryMediationOrganisation', 'commercialMediationOrganisation'],
  exclusiveWith: [
    'peopleMediation',
    'commercialMediation',
    'courtAnnexedMediation',
    'adminMediation',
    'generalAdminMediation',
    'judicialConfirmation',
  ],
};
