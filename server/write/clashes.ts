import type { Store } from '../../db/store.ts';
import {
  type CaseFile,
  type Clash,
  type Command,
  clashesOf,
  type Entry,
  type Given,
  type Meeting,
  overlap,
  type PlacedMeeting,
  whoMeets,
} from '../../workflows/index.ts';

/** How many meetings of one day are compared. */
const ofOneDay = 500;

/**
 * Meetings of the actor's organisation that cannot be at the time a command sets one for: the same officer, room or party.
 * The meeting that is moved by it does not count. Names no case.
 */
export async function clashesWith(
  caseFile: CaseFile,
  { target, data }: Pick<Command, 'target' | 'data'>,
  { actor }: Pick<Given, 'actor'>,
  { reads }: Pick<Store, 'reads'>,
): Promise<readonly Clash[]> {
  const asked = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  const { place, replaces } = asked;
  // An adjournment says when the next one is.
  const at = asked.at ?? asked.next;
  const proceeding = caseFile.proceedings[target.id];
  if (proceeding === undefined || proceeding.organisation !== actor.organisation) return [];
  if (typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at)) return [];
  const day = at.slice(0, 10);
  const rows = await reads.meetings({ organisation: proceeding.organisation, from: day, to: day, limit: ofOneDay });
  const others = rows.filter(({ caseId, row }) => {
    const moved = row.id === replaces || (row.kind === 'hearing' && row.proceeding === proceeding.id);
    return row.state === 'planned' && !(caseId === caseFile.id && moved);
  });
  const one = { at, ...whoMeets(caseFile, proceeding, day), place: typeof place === 'string' ? place : null };
  const found: Clash[] = [];
  for (const { caseId, row } of others) {
    if (!overlap(at, row.at)) continue;
    const placed: PlacedMeeting = { ...row, place: placeIn(await reads.journal(caseId), row) };
    for (const kind of clashesOf(one, placed)) found.push({ kind, at: row.at });
  }
  return [...new Map(found.map((clash) => [`${clash.kind} ${clash.at}`, clash])).values()];
}

/** Where a meeting is: the words of the entry that set it. Null for one without. */
export function placeIn(journal: readonly Entry[], { id }: Pick<Meeting, 'id'>): string | null {
  const seq = Number(id.split('-')[0]);
  const entry = journal.find(({ envelope }) => envelope.seq === seq);
  const place = id.endsWith('-0') ? entry?.body?.data.place : null;
  return typeof place === 'string' ? place : null;
}
