import type { Refusal, Target } from '../../workflows/index.ts';
import type { Dependencies } from './dependencies.ts';
import { systemActor } from './given.ts';
import { settle } from './settle.ts';

/** A command of the house itself. Its id is derived from what it is about, so that two sweepers give it once. */
export interface SystemCommand {
  readonly id: string;
  readonly caseId: string;
  readonly type: string;
  readonly target: Target;
  readonly data: unknown;
  /** For the command that issues a query code: the code itself; only its keyed hash is kept. */
  readonly queryCode?: string;
}

export type SystemOutcome = 'done' | 'alreadyDone' | 'noCase' | 'busy' | Refusal;

/** Gives a system command through the same road as everybody's. A refusal is a value: the case may have moved on. */
export async function executeSystem(given: SystemCommand, dependencies: Dependencies): Promise<SystemOutcome> {
  const { id, caseId, type, target, data } = given;
  const command = { id, type, target, occurredOn: null, data, acknowledged: [], evidence: null };
  const act = { command, person: systemActor.person, digest: `system:${id}`, queryCode: given.queryCode ?? '' };
  const settled = await settle({ caseId, actor: systemActor, act }, dependencies);
  if (settled.kind === 'refused') return settled.refusal;
  if (settled.kind === 'repeated') return 'alreadyDone';
  return settled.kind === 'missing' ? 'noCase' : settled.kind;
}
