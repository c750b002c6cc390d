import type { CaseFile, Id, Proceeding } from '../case-file.ts';
import { modeOfSuit, referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import type { ChannelId } from '../channels/ids.ts';
import { type Route, type RouteCondition, routesFrom } from '../path/transitions.ts';

/**
 * The route that matters take from a proceeding into another channel: of several, the first whose condition is met; null
 * where none is, rather than a route that says what did not happen.
 */
export function routeTaken(
  caseFile: CaseFile,
  from: Proceeding,
  to: ChannelId,
  matters: readonly Id[],
): Route['id'] | null {
  const lawful = routesFrom(from.channel).filter((route) => route.to.includes(to));
  const met = [howItEnded(from, matters), howReferred(caseFile, from)];
  return lawful.find(({ onlyIf }) => onlyIf === undefined || met.includes(onlyIf))?.id ?? null;
}

/** Settled only when all that travels was settled here: a settlement of part leaves the rest to be decided. */
function howItEnded({ outcomes }: Proceeding, matters: readonly Id[]): RouteCondition {
  return matters.every((matter) => outcomes[matter] === 'settled') ? 'settled' : 'notSettled';
}

/** How the court refers the suit, or referred the mediation; null where no court did. */
function howReferred(caseFile: CaseFile, { channel, id }: Proceeding): RouteCondition | null {
  return channel === 'litigation' ? modeOfSuit(caseFile, id) : (referralOf(caseFile, id)?.mode ?? null);
}
