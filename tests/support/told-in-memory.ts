import { expect } from 'vitest';
import { memoryStore } from '../../db/memory.ts';
import { castElsewhereOfficers, castOfficers, type StoryLogin } from '../../seeds/cast.ts';
import { withElsewhere } from '../../seeds/reference/elsewhere.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import type { Story } from '../../seeds/stories/story.ts';
import { tell } from '../../seeds/stories/tell.ts';
import { type Calendar, type CaseFile, commands, derive, type Entry, type Reference } from '../../workflows/index.ts';

/** A story as it was told, however it was told: in memory, or over HTTP by replaying its journal. Assertions read this and nothing else. */
export interface ToldStory {
  /** The case after each step, in the order of the story's steps. */
  readonly states: readonly CaseFile[];
  readonly end: CaseFile;
  readonly journal: readonly Entry[];
  readonly calendar: Calendar;
  readonly reference: Reference;
}

/** What a story must show: a sentence each, and how to see it. Any teller can run them. */
export interface StoryClaims {
  readonly story: Story<StoryLogin>;
  readonly claims: Readonly<Record<string, (told: ToldStory) => void>>;
}

/** The case after the last step with a command. */
export function after({ story }: StoryClaims, { states }: ToldStory, command: string): CaseFile {
  const index = story.steps.findLastIndex((step) => step.command === command);
  const found = states[index];
  if (found === undefined) throw new Error(`${story.id} has no step ${command}`);
  return found;
}

const calendar = yantaiCalendar();
const town = withElsewhere(yantaiReference());
/** Yantai with the organisations and people of the cases that are told of other places. */
export const referenceOfStories: Reference = {
  ...town,
  officers: { ...castOfficers(), ...castElsewhereOfficers() },
};
const reference = referenceOfStories;

/** Tells a story on a store in memory. */
export async function toldInMemory(story: Story<StoryLogin>): Promise<ToldStory> {
  const store = memoryStore();
  let ids = 0;
  const states: CaseFile[] = [];
  const teller = {
    reference,
    calendar,
    ids: () => {
      ids += 1;
      return `${story.id}-${ids}`;
    },
    find: async (command: { readonly type: string }) =>
      commands[command.type]!.needs.includes('number:caseCode') ? { numbers: { caseCode: `JF-${story.id}` } } : {},
    keep: async (decision: Parameters<Parameters<typeof tell>[2]['keep']>[0], command: { readonly id: string }) => {
      const result = await store.commit({
        commandId: command.id,
        person: decision.entries[0]!.envelope.actor.person,
        requestDigest: command.id,
        before: decision.before,
        after: decision.after,
        entries: decision.entries,
        persons: decision.persons,
        queryCodes: decision.queryCodes,
        derived: derive(decision.after, calendar, reference),
        answer: {},
      });
      expect(result.kind).toBe('committed');
      return decision.after;
    },
  };
  for await (const step of tell(story, `story-${story.id}`, teller)) states.push(step.after);
  const journal = await store.reads.journal(`story-${story.id}`);
  return { states, end: states.at(-1)!, journal, calendar, reference };
}
