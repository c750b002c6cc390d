import { keyedHash } from '../../db/keys.ts';
import { channelOf, kit, mattersOfParty } from '../../workflows/index.ts';
import type { Dependencies } from '../write/index.ts';
import type { Place } from './session.ts';

/** The most words a rating has. */
export const ratingWordsLength = 300;

/** Whether everything that concerns the party is over: only then is it asked what it thought, and nobody can look while it matters. */
export function isOverFor({ caseFile, party }: Place): boolean {
  const own = [...mattersOfParty(caseFile, party.id)];
  return own.length > 0 && own.every((id) => kit.meta(caseFile.matters[id]!.slot).over);
}

/** Whether the party may still rate. */
export async function mayRate(place: Place, dependencies: Dependencies): Promise<boolean> {
  return isOverFor(place) && !(await dependencies.store.door.hasRated(raterOf(place, dependencies)));
}

/** Keeps a rating for the organisation that last mediated, or held the case. False when it was not asked for, or given before. */
export async function rate(
  place: Place,
  { score, words }: { readonly score: number; readonly words: string | null },
  dependencies: Dependencies,
): Promise<boolean> {
  if (!isOverFor(place) || !Number.isInteger(score) || score < 1 || score > 5) return false;
  return dependencies.store.door.rate({
    rater: raterOf(place, dependencies),
    organisation: organisationOf(place),
    score,
    words: words === null || words === '' ? null : words.slice(0, ratingWordsLength),
  });
}

function organisationOf({ caseFile, party }: Place): string {
  const own = mattersOfParty(caseFile, party.id);
  const runs = Object.values(caseFile.proceedings).filter(({ matters }) => matters.some((id) => own.has(id)));
  const mediated = runs.findLast(({ channel }) => channelOf(channel)?.family === 'mediation');
  return (mediated ?? runs.at(-1))?.organisation ?? '';
}

/** Tells one party of one case from another, and says to nobody which. */
function raterOf({ caseId, party }: Place, { keys }: Pick<Dependencies, 'keys'>): string {
  return keyedHash(keys.queryCodes, `rating\n${caseId}\n${party.id}`);
}
