import type { Channel } from '../../channel.ts';
import { litigationMachine } from './machine.ts';

/** A suit, from the complaint to its end. An award or another suit over the same matter stands against it; a mediation does not. */
export const litigation: Channel = {
  id: 'litigation',
  // 2: a ruling on jurisdiction can be under appeal. Slots of 1 stand where they stood.
  machine: { id: 'litigation', version: 2, machine: litigationMachine, upgrades: { 1: (slot) => slot } },
  family: 'court',
  runBy: ['court'],
  exclusiveWith: ['litigation', 'arbitration'],
};
