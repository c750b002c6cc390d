import { authoring } from '../../machine.ts';
import { endStates } from './states-end.ts';
import { investigationStates } from './states-investigation.ts';

/** Administrative enforcement, from the complaint to the end of the penalty (TM19 60, TM26 74, PENL 36-73). */
export const trademarkEnforcementMachine = authoring.createMachine({
  id: 'trademarkEnforcement',
  initial: 'verifying',
  // Where the case goes on after a suspension.
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: { ...investigationStates, ...endStates },
});
