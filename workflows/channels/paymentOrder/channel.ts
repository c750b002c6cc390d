import type { Channel } from '../../channel.ts';
import { paymentOrderMachine } from './machine.ts';

/** A payment order for a debt of money alone; the matter stays settled until the order is in force. */
export const paymentOrder: Channel = {
  id: 'paymentOrder',
  machine: { id: 'paymentOrder', version: 1, machine: paymentOrderMachine, upgrades: {} },
  family: null,
  runBy: [],
  exclusiveWith: ['paymentOrder', 'litigation', 'arbitration'],
};
