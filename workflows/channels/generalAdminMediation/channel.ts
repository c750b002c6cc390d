import type { Channel } from '../../channel.ts';
import { generalAdminMediationMachine } from './machine.ts';

/** Mediation of civil claims by any other authority (order 363). It never stands in for enforcement, which goes on beside it. */
export const generalAdminMediation: Channel = {
  id: 'generalAdminMediation',
  machine: { id: 'generalAdminMediation', version: 1, machine: generalAdminMediationMachine, upgrades: {} },
  family: 'mediation',
  runBy: ['trademarkEnforcementDepartment'],
  exclusiveWith: [
    'peopleMediation',
    'commercialMediation',
    'courtAnnexedMediation',
    'adminMediation',
    'generalAdminMediation',
    'judicialConfirmation',
  ],
};
