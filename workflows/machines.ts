import { channels } from './channels/index.ts';
import { handoffMachine } from './handoff/machine.ts';
import { createKit } from './kit.ts';
import { pathMachine } from './path/machine.ts';

/** Every machine of the house. Changing a machine's structure takes a new version and an upgrade (a test holds the fingerprint). */
export const kit = createKit([
  { id: 'path', version: 1, machine: pathMachine, upgrades: {} },
  { id: 'handoff', version: 1, machine: handoffMachine, upgrades: {} },
  ...channels.map((channel) => channel.machine),
]);
