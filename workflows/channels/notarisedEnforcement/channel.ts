import type { Channel } from '../../channel.ts';
import { notarisedEnforcementMachine } from './machine.ts';

/** An agreement to pay or deliver becomes an instrument that can be enforced; the matter stays settled meanwhile. */
export const notarisedEnforcement: Channel = {
  id: 'notarisedEnforcement',
  machine: { id: 'notarisedEnforcement', version: 1, machine: notarisedEnforcementMachine, upgrades: {} },
  family: null,
  // By handoff of the parties only: a notary takes in no dispute at its own door.
  runBy: [],
  exclusiveWith: ['notarisedEnforcement'],
};
