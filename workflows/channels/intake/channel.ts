import type { Channel } from '../../channel.ts';
import { intakeMachine } from './machine.ts';

/** Registration and triage at whoever is asked first. */
export const intake: Channel = {
  id: 'intake',
  machine: { id: 'intake', version: 1, machine: intakeMachine, upgrades: {} },
  family: null,
  runBy: [],
  exclusiveWith: [],
};
