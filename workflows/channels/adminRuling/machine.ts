import { authoring } from '../../machine.ts';
import { endStates } from './states-end.ts';
import { handlingStates } from './states-handling.ts';
import { requestStates } from './states-request.ts';

/** An administrative ruling on patent infringement (PL 65, O81 12-37, 80-83). Major and drug cases are settings of it (variants.ts). */
export const adminRulingMachine = authoring.createMachine({
  id: 'adminRuling',
  initial: 'requested',
  // Where the case goes on after a stay or a mediation inside it.
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: { ...requestStates, ...handlingStates, ...endStates },
});
