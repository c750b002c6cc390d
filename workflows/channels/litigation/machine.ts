import { authoring } from '../../machine.ts';
import { endStates } from './states-end.ts';
import { filingStates } from './states-filing.ts';
import { mediationStates } from './states-mediation.ts';
import { trialStates } from './states-trial.ts';

/** A suit of first instance with its appeal (CPL 122-182). The court decides; we record. */
export const litigationMachine = authoring.createMachine({
  id: 'litigation',
  initial: 'received',
  // Where the suit goes on after a mediation or a stay; and what an appeal is against.
  context: { resumeTo: null, appealOf: null },
  options: { maxIterations: 100 },
  states: { ...filingStates, ...mediationStates, ...trialStates, ...endStates },
});
