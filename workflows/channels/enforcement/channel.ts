import type { Channel } from '../../channel.ts';
import { enforcementMachine } from './machine.ts';

/** Compulsory enforcement of a title by a court; one at a time over one matter. */
export const enforcement: Channel = {
  id: 'enforcement',
  machine: { id: 'enforcement', version: 1, machine: enforcementMachine, upgrades: {} },
  family: 'enforcement',
  runBy: ['court'],
  exclusiveWith: ['enforcement'],
};
