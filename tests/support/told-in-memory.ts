import { memoryStore } from '../../db/memory.ts';
import { castElsewhereOfficers, castOfficers, type StoryLogin } from '../../seeds/cast.ts';
import { withElsewhere } from '../../seeds/reference/elsewhere.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import type { Story } from '../../seeds/stories/story.ts';
import { tell } from '../../seeds/stories/tell.ts';
import { type Calendar, type CaseFile, commands, type Entry } from '../../workflows/index.ts';
import { keep } from './desk.ts';

/** A story that was told, whichever way: what its assertions look at. */
export interface Told {
  readonly story: Story<StoryLogin>;
  /** The case file after each step. */
  readonly states: readonly CaseFile[];
  readonly end: CaseFile;
  readonly journal: readonly Entry[];
}

/** What a story must show, as a sentence and its check; any teller can run it. */
export type StoryAssertion = readonly [says: string, check: (told: Told) => void];

export const storyCalendar: Calendar = yantaiCalendar();

/** The case file after the last step that gave a command. */
export function afterStep({ story, states }: Told, command: string): CaseFile {
  return states[story.steps.findLastIndex((step) => step.command === command)]!;
}

/** Tells a story through `decide` on a store in memory. */
export async function toldInMemory(story: Story<StoryLogin>): Promise<Told> {
  const store = memoryStore();
  const town = withElsewhere(yantaiReference());
  const reference = { ...town, officers: { ...castOfficers(), ...castElsewhereOfficers() } };
  let ids = 0;
  const states: CaseFile[] = [];
  const caseId = `story-${story.id}`;
  const teller: Parameters<typeof tell>[2] = {
    reference,
    calendar: storyCalendar,
    ids: () => {
      ids += 1;
      return `${story.id}-${ids}`;
    },
    find: async (command) =>
      commands[command.type]!.needs.includes('number:caseCode') ? { numbers: { caseCode: `JF-${story.id}` } } : {},
    keep: async (decision, command) => {
      await keep({ store, calendar: storyCalendar }, decision, command, decision.entries[0]!.envelope.actor);
      return decision.after;
    },
  };
  for await (const told of tell(story, caseId, teller)) states.push(told.after);
  return { story, states, end: states.at(-1)!, journal: await store.reads.journal(caseId) };
}
