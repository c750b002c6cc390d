import { type Actor, opensWithReason } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Dependencies } from './dependencies.ts';
import { momentOf } from './given.ts';

/**
 * The audit record under which an actor opens a case; null for whoever needs none. Throws the problem `reason-needed`
 * when one is needed and none was given today, nor `given` now. Only for cases the actor may know of.
 */
export async function requireReason(
  actor: Actor,
  caseId: string,
  { audit, now }: Pick<Dependencies, 'audit' | 'now'>,
  given: string | null = null,
): Promise<number | null> {
  if (!opensWithReason(actor)) return null;
  const at = momentOf(now());
  const recorded = () => audit.reasonOf(actor.person, caseId, at.slice(0, 10));
  const reason = given?.trim() ?? '';
  if ((await recorded()) === null && reason !== '') {
    await audit.record({ kind: 'caseReasonGiven', at, person: actor.person, caseId, reason });
  }
  const record = await recorded();
  if (record === null) throw new ProblemError('reason-needed', { caseId });
  return record;
}

/** Keeps for the auditor that somebody asked for a case that is there and not open to him. */
export function noteHidden(actor: Actor, caseId: string, { audit, now }: Pick<Dependencies, 'audit' | 'now'>): void {
  audit.note({ kind: 'accessRefused', at: momentOf(now()), person: actor.person, caseId, thing: 'case' });
}
