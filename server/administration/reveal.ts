import { type RevealableField, sensitiveFields } from '../../db/people.ts';
import { type Id, text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { fieldsOf, type Look, lookAt, revealable } from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { act, invalid } from './accounts.ts';
import { reasonFrom } from './case-reason.ts';

export interface RevealRequest {
  readonly caseId: Id;
  readonly person: Id;
  readonly field: string;
  readonly reason: string;
}

/**
 * One field of one person in the clear, for whoever is in charge of a proceeding that person takes part in. It is on
 * record, with the reason, before it is returned. Throws `not-found`, `not-allowed`, `invalid-input` or `field-empty`.
 */
export async function revealField(
  viewer: Viewer,
  { caseId, person, field, reason }: RevealRequest,
  dependencies: Dependencies,
): Promise<{ readonly field: RevealableField; readonly value: string }> {
  const look = await lookAt(caseId, actorOf(viewer), dependencies, { what: 'reveal' });
  if (look === null || !personsShown(look).has(person)) throw new ProblemError('not-found');
  if (!revealable(look).has(person)) throw new ProblemError('not-allowed');
  const wanted = fieldsOf(look, person).find((one) => one === field);
  if (wanted === undefined) {
    const isField = [...sensitiveFields, 'name'].includes(field);
    throw isField ? new ProblemError('field-empty') : invalid('field', text('没有这一项。', 'There is no such field.'));
  }
  const given = reasonFrom(reason);
  const revealed = await dependencies.people.reveal({
    personId: person,
    field: wanted,
    revealedTo: viewer.accountId,
    reason: given,
  });
  if (!revealed.ok) throw new ProblemError('field-empty');
  await dependencies.audit.record({
    ...act(viewer, dependencies),
    kind: 'fieldRevealed',
    caseId,
    thing: person,
    details: { field: wanted },
    reason: given,
  });
  return { field: wanted, value: revealed.value };
}

function personsShown({ current, visible }: Look): ReadonlySet<Id> {
  const parties = Object.values(current.parties).filter(({ id }) => visible.parties.has(id));
  return new Set(parties.flatMap((party) => [party.person, ...party.agents.map((agent) => agent.person)]));
}
