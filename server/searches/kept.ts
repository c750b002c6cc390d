import { randomBytes } from 'node:crypto';
import type { Id } from '../../workflows/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';

/** How long words are kept after they were looked for last, and of how many searches per person. */
export const searchLivesDays = 7;
const searchesOfAPerson = 50;
const referenceBytes = 9;

/**
 * Keeps words that somebody looks for, sealed and for that person alone, and gives the reference that stands for them in an
 * address. The same words keep their reference; beyond fifty the oldest go.
 */
export async function keepSearch(person: Id, text: string, { store, now }: Dependencies): Promise<string> {
  const kept = await store.searches.ofPerson(person, searchesOfAPerson);
  const known = kept.find(({ sent }) => sent.text === text);
  const oldest = kept[searchesOfAPerson - 1];
  if (known === undefined && oldest !== undefined) await store.searches.remove(person, oldest.id);
  const id = known?.id ?? randomBytes(referenceBytes).toString('base64url');
  await store.searches.save({ id, person, savedAt: momentOf(now()), sent: { text } });
  return id;
}

/** The words behind a reference; null when it is none of this person's, or its time is over: nobody learns which. */
export async function soughtBehind(person: Id, reference: string, dependencies: Dependencies): Promise<string | null> {
  const kept = await dependencies.store.searches.find(person, reference);
  return kept === null || kept.savedAt < oldestKept(dependencies) ? null : String(kept.sent.text);
}

/** Removes words whose time is over. Returns of how many searches. */
export function forgetSearches(dependencies: Dependencies): Promise<number> {
  return dependencies.store.searches.sweep(oldestKept(dependencies));
}

function oldestKept({ now }: Pick<Dependencies, 'now'>): string {
  return momentOf(now().subtract({ hours: searchLivesDays * 24 }));
}
