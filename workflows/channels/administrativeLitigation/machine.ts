import { authoring } from '../../machine.ts';
import { endStates } from './states-end.ts';
import { trialStates } from './states-trial.ts';

/** An administrative suit of first instance over a ruling, with its appeal (APL 44-90). The court decides; we record. */
export const administrativeLitigationMachine = authoring.createMachine({
  id: 'administrativeLitigation',
  initial: 'received',
  // Where the suit goes on after a stay; and what an appeal is against.
  context: { resumeTo: null, appealOf: null },
  options: { maxIterations: 100 },
  states: { ...trialStates, ...endStates },
});
