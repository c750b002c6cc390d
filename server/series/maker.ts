import type { Series } from '../../db/series.ts';
import { type Viewer, viewerOf } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';

/** Whoever started work that goes on in the background, with today's stand-ins; null when the account gives no commands any more. */
export async function makerOf(
  { madeBy, organisation }: Pick<Series, 'madeBy' | 'organisation'>,
  { accounts, standIns, now }: Dependencies,
): Promise<Viewer | null> {
  const account = await accounts.find(madeBy);
  if (account?.status !== 'active' || account.organisationId !== organisation) return null;
  return viewerOf(account, true, await standIns.personsOf(account.id, momentOf(now()).slice(0, 10)));
}
