/**
 * One teller for every story: the whole server, every person of the story signed in, each command through the real API, and
 * around each step what shared promises say of any case (see the stories' own tests for what is said of one).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { castElsewhere, type StoryLogin } from '../../seeds/cast.ts';
import type { Story } from '../../seeds/stories/story.ts';
import { commandOf } from '../../seeds/stories/tell.ts';
import { blankCaseFile, type CaseFile, commands, type Entry } from '../../workflows/index.ts';
import { type ServedHouse, serve, tellOverHttp } from './server.ts';
import { assertStepIsOffered, assertStepTook, newWitness, type Witness } from './story-promises.ts';

/** A story that was told over HTTP, in the house where it happened. */
export interface ToldStory {
  readonly story: Story<StoryLogin>;
  readonly house: ServedHouse;
  readonly caseId: string;
  /** The case file after each step. */
  readonly states: readonly CaseFile[];
  readonly end: CaseFile;
  readonly journal: readonly Entry[];
  readonly witness: Witness;
  /** The case file after the last step that gave this command. */
  readonly afterStep: (command: string) => CaseFile;
}

/**
 * Tells a story once for all tests of a `describe`, with the shared promises checked around each step; the house goes with
 * them. Call it in the describe's body; what it returns is there when the tests run.
 */
export function toldStory(story: Story<StoryLogin>): { readonly told: ToldStory } {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-story-'));
  const holder: { told?: ToldStory } = {};
  beforeAll(async () => {
    const house = await serve({ folder, lasting: true, elsewhere: isFromElsewhere(story) });
    holder.told = await tell(story, house);
  });
  afterAll(async () => {
    await holder.told?.house.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get told() {
      if (holder.told === undefined) throw new Error(`${story.id} was not told`);
      return holder.told;
    },
  };
}

/** Tells a story in a house, with every promise checked around every step. `twice`: every request is sent twice. */
export async function tell(story: Story<StoryLogin>, house: ServedHouse, twice = false): Promise<ToldStory> {
  const states: CaseFile[] = [];
  const witness = newWitness(story, house);
  const caseId = await tellOverHttp(house, story, {
    twice,
    before: (step) => assertStepIsOffered(witness, step),
    after: async (step, id) => {
      states.push(await assertStepTook(witness, step, id));
    },
  });
  const end = await house.file(caseId);
  const journal = await house.dependencies.store.reads.journal(caseId);
  const afterStep = (command: string) => {
    const found = states[story.steps.findLastIndex((step) => step.command === command)];
    if (found === undefined) throw new Error(`${story.id} has no ${command}`);
    return found;
  };
  return { story, house, caseId, states, end, journal, witness, afterStep };
}

/** Whether people of other towns act in a story. */
export function isFromElsewhere(story: Story<StoryLogin>): boolean {
  const logins: readonly string[] = castElsewhere.map(({ login }) => login);
  return story.steps.some(({ by }) => logins.includes(by));
}

/** The same story written down `days` days after it happened; what has no date of its own happens when it is written. */
export function recordedLate(story: Story<StoryLogin>, days: number): Story<StoryLogin> {
  const late = (moment: string) => Temporal.PlainDateTime.from(moment).add({ days }).toString().slice(0, 16);
  const steps = story.steps.map((step, index) => {
    const dated = commands[step.command]?.occurredOn !== null;
    const happened = dated ? (step.occurredOn ?? dateOf(story, index)) : undefined;
    return { ...step, at: late(step.at), ...(happened === undefined ? {} : { occurredOn: happened }) };
  });
  return { ...story, steps };
}

/** The legal date that a step has when it is told on its own day. */
function dateOf(story: Story<StoryLogin>, index: number): string | undefined {
  const step = story.steps[index]!;
  const bare = { ...step, target: () => ({ kind: 'case' as const, id: '' }), data: () => ({}) };
  return commandOf(story, bare, index, blankCaseFile('')).occurredOn ?? undefined;
}
