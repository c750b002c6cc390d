import { Readable } from 'node:stream';
import { castElsewhereOfficers, castMember, castOfficers, type StoryLogin } from '../seeds/cast.ts';
import type { Story, StoryStep } from '../seeds/stories/story.ts';
import { commandOf } from '../seeds/stories/tell.ts';
import { blankCaseFile, type CaseFile, type Command, type Given } from '../workflows/index.ts';
import { type Dependencies, givenIn, newQueryCode, perform, referenceOf } from './write/index.ts';

/**
 * Tells a story on the store, step by step through `decide`, at the moments the story names. Commands have derived ids:
 * what was told before is not told again, and a story that was broken off goes on. A refused step throws: a story is a
 * promise. Returns the case.
 */
export async function tellStory(story: Story<StoryLogin>, dependencies: Dependencies): Promise<CaseFile> {
  const caseId = `story-${story.id}`;
  let caseFile = (await dependencies.store.load(caseId)) ?? blankCaseFile(caseId);
  for (const [index, step] of story.steps.entries()) {
    const command = commandOf(story, step, index, caseFile);
    const person = castMember(step.by).id;
    if ((await dependencies.store.answered(person, command.id)) !== null) continue;
    caseFile = await tellStep(story, step, command, caseFile, dependencies);
  }
  return caseFile;
}

async function tellStep(
  story: Story<StoryLogin>,
  step: StoryStep<StoryLogin>,
  command: Command,
  caseFile: CaseFile,
  dependencies: Dependencies,
): Promise<CaseFile> {
  const given = await givenAt(step, dependencies);
  if (step.content !== undefined) {
    const about = { mediaType: 'text/plain', limitBytes: dependencies.config.uploadLimitBytes };
    await dependencies.files.save(Readable.from([Buffer.from(step.content)]), about);
  }
  const act = { command, person: given.actor.person, digest: `story:${command.id}`, queryCode: newQueryCode() };
  const told = await perform(caseFile, act, given, dependencies);
  if (told.kind === 'done') return told.after;
  const why = told.kind === 'refused' ? `${told.refusal.code} ${told.refusal.text.zh}` : told.kind;
  throw new Error(`${story.id}: ${step.at} ${step.command}: ${why}`);
}

async function givenAt(step: StoryStep<StoryLogin>, dependencies: Dependencies): Promise<Given> {
  const { id, organisation, roles } = castMember(step.by);
  const reference = await referenceOf(dependencies);
  const officers = { ...castElsewhereOfficers(), ...castOfficers(), ...reference.officers };
  const now = () => Temporal.Instant.from(`${step.at}:00+08:00`);
  // As at every door: what tells people apart is marked, so that a told case is found like any other.
  return givenIn({ ...reference, officers }, { person: id, organisation, roles }, { ...dependencies, now });
}
