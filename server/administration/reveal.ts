import { type RevealableField, sensitiveFields } from '../../db/people.ts';
import { type CaseFile, type Id, type Proceeding, text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Look, lookAt } from '../views/index.ts';
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

/** The persons whose fields the viewer may see in the clear: parties, and their agents, of matters he is in charge of now. */
export function revealable(look: Look): ReadonlySet<Id> {
  const { current } = look;
  const inside = Object.values(current.proceedings).filter((proceeding) => isInHands(look, proceeding));
  const matters = inside.flatMap((proceeding) => proceeding.matters.flatMap((id) => current.matters[id] ?? []));
  const parties = new Set(matters.flatMap((matter) => [...matter.claimants, ...matter.respondents]));
  return personsOf(current, (id, side) => parties.has(id) || (side === 'third' && inside.length > 0));
}

/** Until somebody is named for a proceeding, its clerks have it in hand: they ring the parties first. */
function isInHands({ visible, given: { actor } }: Look, { id, endedOn, assignments }: Proceeding): boolean {
  if (endedOn !== null) return false;
  const isNamed = assignments.some(({ to }) => to === null);
  const isClerk = actor.roles.some((role) => role === 'committeeClerk' || role === 'centreStaff');
  return visible.sight(id) === 'inside' || (!isNamed && isClerk && visible.fully(id));
}

/** What is recorded of a person and stands masked. */
export function fieldsOf({ persons }: Look, person: Id): readonly RevealableField[] {
  const known = persons.get(person);
  if (known === undefined || known.erased) return [];
  const fields = sensitiveFields.filter((field) => known[field] !== undefined);
  return known.isMinor ? [...fields, 'name'] : fields;
}

function personsShown({ current, visible }: Look): ReadonlySet<Id> {
  return personsOf(current, (id) => visible.parties.has(id));
}

function personsOf(caseFile: CaseFile, isWanted: (party: Id, side: string) => boolean): ReadonlySet<Id> {
  return new Set(
    Object.values(caseFile.parties)
      .filter((party) => isWanted(party.id, party.side))
      .flatMap((party) => [party.person, ...party.agents.map((agent) => agent.person)]),
  );
}
