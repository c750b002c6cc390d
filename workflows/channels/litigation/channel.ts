import type { Channel } from '../../channel.ts';
import { litigationMachine } from './machine.ts';

/** A suit, from the complaint to its end. An award or another suit over the same matter stands against it; a mediation does not. */
export const litigation: Channel = {
  id: 'litigation',
  machine: { id: 'litigation', version: 1, machine: litigationMachine, upgrades: {} },
  family: 'court',
  runBy: ['court'],
  exclusiveWith: ['litigation', 'arbitration'],
};
