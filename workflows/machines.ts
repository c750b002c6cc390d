import { channels } from './channels/index.ts';
import { handoffMachine } from './handoff/machine.ts';
import { createKit } from './kit.ts';
import { pathMachine } from './path/machine.ts';

/** Every machine of the house. Changing a machine's structure takes a new version and an upgrade (a test holds the fingerprint). */
export const kit = createKit([
  // 2: a matter with a title waits for its performance, and titles can be enforced or fall. Slots of 1 stand where they stood.
  { id: 'path', version: 2, machine: pathMachine, upgrades: { 1: (slot) => slot } },
  { id: 'handoff', version: 1, machine: handoffMachine, upgrades: {} },
  ...channels.map((channel) => channel.machine),
]);
