import { authoring } from '../../machine.ts';
import { awardStates } from './states-award.ts';
import { endStates } from './states-end.ts';
import { filingStates } from './states-filing.ts';
import { hearingStates } from './states-hearing.ts';

/** Arbitration, from the request to the end of what can be done about the award (AL25 27-85; AL17 before 2026-03-01). */
export const arbitrationMachine = authoring.createMachine({
  id: 'arbitration',
  initial: 'applied',
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: { ...filingStates, ...hearingStates, ...awardStates, ...endStates },
});
