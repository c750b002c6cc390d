import { knows, opensWithReason, text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { act, invalid } from './accounts.ts';

/** The longest reason that is kept. */
export const reasonLength = 200;

/** Keeps the reason for which a centre's head opens a case; it holds for this case until the end of the day. */
export async function giveReason(
  viewer: Viewer,
  caseId: string,
  reason: string,
  dependencies: Dependencies,
): Promise<void> {
  const actor = actorOf(viewer);
  const caseFile = await dependencies.store.load(caseId);
  if (caseFile === null || !knows(caseFile, actor)) throw new ProblemError('not-found');
  if (!opensWithReason(actor)) throw new ProblemError('not-in-this-state');
  const given = reasonFrom(reason);
  await dependencies.audit.record({ ...act(viewer, dependencies), kind: 'caseReasonGiven', caseId, reason: given });
}

/** A reason as typed. Throws `invalid-input` when there is none, or too long a one. */
export function reasonFrom(typed: string): string {
  const reason = typed.trim();
  if (Array.from(reason).length >= 4 && Array.from(reason).length <= reasonLength) return reason;
  throw invalid('reason', text('请写明理由（4 至 200 字）。', 'Give a reason of 4 to 200 characters.'));
}
