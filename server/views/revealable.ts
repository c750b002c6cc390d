import { type RevealableField, sensitiveFields } from '../../db/people.ts';
import type { CaseFile, Id, Proceeding } from '../../workflows/index.ts';
import type { Look } from './look.ts';

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

function personsOf(caseFile: CaseFile, isWanted: (party: Id, side: string) => boolean): ReadonlySet<Id> {
  return new Set(
    Object.values(caseFile.parties)
      .filter((party) => isWanted(party.id, party.side))
      .flatMap((party) => [party.person, ...party.agents.map((agent) => agent.person)]),
  );
}
