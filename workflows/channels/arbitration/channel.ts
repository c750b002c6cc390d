import type { Channel } from '../../channel.ts';
import { arbitrationMachine } from './machine.ts';

/** Arbitration by an institution or an ad hoc tribunal. A suit over the same claim stands against it. */
export const arbitration: Channel = {
  id: 'arbitration',
  machine: { id: 'arbitration', version: 1, machine: arbitrationMachine, upgrades: {} },
  family: 'arbitration',
  runBy: ['arbitrationInstitution'],
  exclusiveWith: ['arbitration', 'litigation'],
};
