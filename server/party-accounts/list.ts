import { statusOfParty } from '../api/status.ts';
import type { Place, Visit } from '../door/index.ts';
import { doorView, type PartyCaseList, type PartyCaseQuery, partyCaseList, partyCaseRow } from '../views/index.ts';
import { type Dependencies, givenFor, systemActor } from '../write/index.ts';

/** How many cases one page of the list shows. */
export const casesPerPage = 20;

/** The cases of an account, each by what its own page says, and nothing of them in any other way. */
export async function accountCases(
  { places }: Pick<Visit, 'places'>,
  query: PartyCaseQuery,
  dependencies: Dependencies,
): Promise<PartyCaseList> {
  const rows = await Promise.all(places.map((place) => rowOf(place, dependencies)));
  return partyCaseList(rows, query, casesPerPage);
}

async function rowOf({ number, caseFile, party }: Place, dependencies: Dependencies) {
  const given = await givenFor(systemActor, dependencies);
  const status = await statusOfParty({ caseFile, party: party.id }, dependencies);
  if (status === null) throw new Error(`no status of a party of case ${caseFile.id}`);
  return partyCaseRow(number, party.side, status, doorView(caseFile, party, given));
}
