import { intakeMachine } from './channels/intake/machine.ts';
import { judicialConfirmationMachine } from './channels/judicialConfirmation/machine.ts';
import { peopleMediationMachine } from './channels/peopleMediation/machine.ts';
import { handoffMachine } from './handoff/machine.ts';
import { createKit } from './kit.ts';
import { pathMachine } from './path/machine.ts';

/** Every machine of the house. Changing a machine's structure takes a new version and an upgrade (a test holds the fingerprint). */
export const kit = createKit([
  { id: 'path', version: 1, machine: pathMachine, upgrades: {} },
  { id: 'handoff', version: 1, machine: handoffMachine, upgrades: {} },
  { id: 'intake', version: 1, machine: intakeMachine, upgrades: {} },
  { id: 'peopleMediation', version: 1, machine: peopleMediationMachine, upgrades: {} },
  { id: 'judicialConfirmation', version: 1, machine: judicialConfirmationMachine, upgrades: {} },
]);
