import { expect, it } from 'vitest';
import { castElsewhereOfficers, castOfficers } from '../../seeds/cast.ts';
import { withElsewhere } from '../../seeds/reference/elsewhere.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import type { Calendar, CaseFile, Entry, Reference } from '../../workflows/index.ts';
import type { ToldStory } from './told-over-http.ts';

const town = withElsewhere(yantaiReference());

/** Yantai with the organisations and people of the cases that are told of other places. */
export const referenceOfStories: Reference = {
  ...town,
  officers: { ...castOfficers(), ...castElsewhereOfficers() },
};

/** A story as it was told: what its claims look at, and nothing else. */
export interface Told {
  /** The case after each step, in the order of the story's steps. */
  readonly states: readonly CaseFile[];
  readonly end: CaseFile;
  readonly journal: readonly Entry[];
  readonly calendar: Calendar;
  readonly reference: Reference;
  /** The case after the last step with a command. */
  readonly afterStep: (command: string) => CaseFile;
}

/** What a story must show: a sentence each, and how to see it. */
export type StoryClaims = Readonly<Record<string, (told: Told) => void>>;

/** Makes each claim a test over a story that a `describe` has told. */
export function itShows(holder: { readonly told: ToldStory }, claims: StoryClaims): void {
  for (const [says, see] of Object.entries(claims)) {
    it(says, () => {
      const { house, states, end, journal, afterStep } = holder.told;
      const { calendar } = house.dependencies;
      see({ states, end, journal, afterStep, calendar, reference: referenceOfStories });
      expect.hasAssertions();
    });
  }
}
