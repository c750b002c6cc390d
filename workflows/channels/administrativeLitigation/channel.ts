import type { Channel } from '../../channel.ts';
import { administrativeLitigationMachine } from './machine.ts';

/**
 * A suit against the authority over its ruling (PL 65; route T22). It runs beside everything else: the ruling goes on binding
 * (APL 56, O81 80), a civil suit for damages is not shut out, and the matter's path stays where it is.
 */
export const administrativeLitigation: Channel = {
  id: 'administrativeLitigation',
  machine: { id: 'administrativeLitigation', version: 1, machine: administrativeLitigationMachine, upgrades: {} },
  family: null,
  runBy: [],
  exclusiveWith: ['administrativeLitigation'],
};
