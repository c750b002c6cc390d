import type { PersonKind } from '../../db/people.ts';
import { type Id, knownParties, knows, normaliseNumber } from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { openingViewer } from './drafts.ts';

/** Somebody who is a party of a case of the viewer's organisation: what lists show of them, no contact. */
export interface KnownParty {
  readonly person: Id;
  readonly name: string;
  readonly kind: PersonKind;
  readonly creditCode: string | null;
}

/** How many of the organisation's latest cases are looked through, how many parties are offered. */
const searchedCases = 200;
const offered = 8;
const shortest = 2;

/**
 * Parties whose name holds what was typed, from cases that the viewer's organisation holds or held, as far as the viewer may
 * know them there; the latest first, each name once. Nobody under age, nobody erased. Throws `not-allowed`.
 */
export async function partiesCalled(
  viewer: Viewer,
  typed: string,
  { store, people }: Dependencies,
): Promise<readonly KnownParty[]> {
  const organisation = openingViewer(viewer).organisationId;
  const wanted = normaliseNumber(typed);
  if (wanted.length < shortest) return [];
  const isCalled = (name: string) => normaliseNumber(name).includes(wanted);
  const filter = { organisation, scope: 'all', officer: null, after: null, limit: searchedCases } as const;
  const { rows } = await store.reads.cases(filter);
  const likely = rows.filter(({ claimants, respondents }) => [...claimants, ...respondents].some(isCalled));
  const found = new Map<string, KnownParty>();
  for (const { caseId } of likely) {
    for (const party of await partiesOf(caseId, viewer, { store, people })) {
      const key = normaliseNumber(`${party.name} ${party.creditCode ?? ''}`);
      if (isCalled(party.name) && !found.has(key)) found.set(key, party);
    }
    if (found.size >= offered) break;
  }
  return [...found.values()].slice(0, offered);
}

async function partiesOf(
  caseId: Id,
  viewer: Viewer,
  { store, people }: Pick<Dependencies, 'store' | 'people'>,
): Promise<readonly KnownParty[]> {
  const caseFile = await store.load(caseId);
  const actor = actorOf(viewer);
  if (caseFile === null || !knows(caseFile, actor)) return [];
  const known = knownParties(caseFile, actor);
  const persons = Object.values(caseFile.parties).flatMap((party) => (known.has(party.id) ? [party.person] : []));
  const masked = await people.masked(persons);
  return [...masked.values()].flatMap(({ id, name, kind, creditCode, isMinor, erased }) =>
    isMinor || erased ? [] : [{ person: id, name, kind, creditCode }],
  );
}
