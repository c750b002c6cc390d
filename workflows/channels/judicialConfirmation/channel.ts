import type { Channel } from '../../channel.ts';
import { judicialConfirmationMachine } from './machine.ts';

/** Confirmation of an agreement by a court; the case is not itself mediated meanwhile (CPLI 143). */
export const judicialConfirmation: Channel = {
  id: 'judicialConfirmation',
  machine: { id: 'judicialConfirmation', version: 1, machine: judicialConfirmationMachine, upgrades: {} },
  family: 'confirmation',
  runBy: [],
  exclusiveWith: ['judicialConfirmation', 'peopleMediation', 'commercialMediation', 'courtAnnexedMediation'],
};
