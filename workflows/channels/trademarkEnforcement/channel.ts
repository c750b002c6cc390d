import type { Channel } from '../../channel.ts';
import { trademarkEnforcementMachine } from './machine.ts';

/**
 * Administrative enforcement (查处): trademarks before market regulation, other rights before the bodies of
 * `rules/competent-authorities.ts`. A suit, a mediation or a criminal case beside it does not exclude it.
 */
export const trademarkEnforcement: Channel = {
  id: 'trademarkEnforcement',
  machine: { id: 'trademarkEnforcement', version: 1, machine: trademarkEnforcementMachine, upgrades: {} },
  family: 'authority',
  runBy: [
    'trademarkEnforcementDepartment',
    'patentAdministrationDepartment',
    'copyrightAuthority',
    'plantVarietyAuthority',
  ],
  exclusiveWith: ['trademarkEnforcement'],
};
