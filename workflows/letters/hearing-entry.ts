import type { Id, OccurredOn } from '../case-file.ts';
import { hearingsOf, plannedHearing } from '../hearings.ts';
import type { Text } from '../text.ts';
import type { NoticeMoment } from './moment.ts';

/** A hearing for the recipient's calendar: the same `session` for all its dates, a higher `sequence` with each word on it. */
export interface HearingEntry {
  readonly label: Text;
  readonly at: OccurredOn;
  readonly place: string | null;
  readonly session: Id;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/**
 * The calendar entry that goes with a letter: the hearing that its fact sets or moves, or the one that it calls off. Null for
 * every other fact, and for a hearing whose hour has passed.
 */
export function hearingEntry({ caseFile, fact, data, proceeding, given }: NoticeMoment): HearingEntry | null {
  const facts = proceeding === null ? null : hearingsOf(proceeding.channel);
  if (proceeding === null || facts === null) return null;
  const { label, sets, callsOff, ends } = facts;
  const named = (first: Id) => `${caseFile.id}-${first}`;
  const before = plannedHearing(caseFile, proceeding, fact.seq);
  if (fact.type === sets) {
    const at = String(fact.values.at);
    const place = typeof data.place === 'string' ? data.place : null;
    const first = before?.first.id ?? fact.id;
    const sequence = before === null ? 0 : before.moved + 1;
    return { label, at, place, session: named(first), sequence, cancelled: false };
  }
  const isOff = callsOff.includes(fact.type) || (ends.includes(fact.type) && proceeding.endedOn !== null);
  if (!isOff || before === null || before.at <= given.now.slice(0, 16)) return null;
  const session = named(before.first.id);
  return { label, at: before.at, place: null, session, sequence: before.moved + 1, cancelled: true };
}
