import type { Channel } from '../../channel.ts';
import { invalidationMachine } from './machine.ts';

/** A proceeding over the validity of a right, before the office of the State. It runs beside the dispute, whose path stays where it is. */
export const invalidation: Channel = {
  id: 'invalidation',
  machine: { id: 'invalidation', version: 1, machine: invalidationMachine, upgrades: {} },
  family: null,
  runBy: [],
  exclusiveWith: [],
};
