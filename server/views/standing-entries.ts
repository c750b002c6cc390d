import type { Entry } from '../../workflows/index.ts';
import type { Look } from './look.ts';

/** An entry with the legal date of what it tells, as it stood at the moment that is looked at. */
export interface StandingEntry {
  readonly entry: Entry;
  readonly on: string;
}

/**
 * What stands at the moment that is looked at and this viewer may read word for word: entries that were not annulled, by
 * legal date. Sections of the case page that gather steps of one kind are made of these and of nothing else, so that none
 * tells more than the journal does.
 */
export function standingEntries({ caseFile, journal, visible }: Look): readonly StandingEntry[] {
  return journal
    .flatMap((entry): readonly StandingEntry[] => {
      const fact = caseFile.facts[`${entry.envelope.seq}-0`];
      const stands = fact !== undefined && fact.annulledBy === null;
      return stands && entry.envelope.compartment === null && visible.body(entry)
        ? [{ entry, on: fact.occurredOn }]
        : [];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.entry.envelope.seq - other.entry.envelope.seq);
}
