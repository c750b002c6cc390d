import type { FastifyRequest } from 'fastify';
import { statusOfParty } from '../../api/index.ts';
import { type Place, type Visit, visitOf } from '../../door/index.ts';
import type { PublicStatusView } from '../../views/index.ts';
import type { Dependencies } from '../../write/index.ts';

/** The place an address names in this session; null for a stranger, an old session, or a number it does not hold. */
export async function placeOf(
  request: FastifyRequest<{ Params: { place: string } }>,
  dependencies: Dependencies,
): Promise<{ readonly visit: Visit; readonly place: Place } | null> {
  const visit = await visitOf(request, dependencies, Number(request.params.place));
  const place = visit?.places.find(({ number }) => String(number) === request.params.place);
  return visit === null || place === undefined ? null : { visit, place };
}

/** How a party's case stands. A place has a case and a party: there is always an answer. */
export async function statusOf({ caseFile, party }: Place, dependencies: Dependencies): Promise<PublicStatusView> {
  const status = await statusOfParty({ caseFile, party: party.id }, dependencies);
  if (status === null) throw new Error(`no status of a party of case ${caseFile.id}`);
  return status;
}
