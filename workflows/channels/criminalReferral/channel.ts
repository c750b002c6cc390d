import type { Channel } from '../../channel.ts';
import { criminalReferralMachine } from './machine.ts';

/** A suspected crime with police, procuratorate and criminal court, beside everything else: no path moves by it, nothing is excluded but itself. */
export const criminalReferral: Channel = {
  id: 'criminalReferral',
  machine: { id: 'criminalReferral', version: 1, machine: criminalReferralMachine, upgrades: {} },
  family: null,
  runBy: [],
  exclusiveWith: ['criminalReferral'],
};
