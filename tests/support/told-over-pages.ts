import { type CastLogin, castMember } from '../../seeds/cast.ts';
import type { Story, StoryStep } from '../../seeds/stories/story.ts';
import { commandAddress } from '../../server/pages/command-page.ts';
import { type FormView, formView, lookAt, openingForm } from '../../server/views/index.ts';
import { actorOf, givenFor } from '../../server/write/index.ts';
import type { CaseFile, JsonObject } from '../../workflows/index.ts';
import { blankCaseFile, commands } from '../../workflows/index.ts';
import { headingOf, signedIn, type Visitor } from './browserless.ts';
import { type Controls, enteredAs } from './forms.ts';
import type { House } from './house.ts';

/** One step of a story before it is told: who is at which form. */
export interface Standing {
  readonly step: StoryStep;
  readonly person: Visitor;
  readonly address: string;
  readonly form: FormView;
}

/** Tells a story by filling in its forms, one person after another; `before` each step the form can be looked at. Returns the case's id. */
export async function tellOverPages(
  house: House,
  story: Story,
  {
    steps = story.steps.length,
    before,
  }: { readonly steps?: number; readonly before?: (standing: Standing) => Promise<void> } = {},
): Promise<string> {
  const people = new Map<CastLogin, Visitor>();
  let caseId: string | null = null;
  for (const step of story.steps.slice(0, steps)) {
    house.at(step.at);
    // A session does not outlive the days between two steps: everybody signs in anew.
    const person = await signedIn(house, step.by);
    people.set(step.by, person);
    const caseFile = await loaded(house, caseId);
    const target = step.target(caseFile);
    const address = caseId === null ? '/cases/new' : commandAddress(caseId, step.command, target.id);
    const form = await formOf(house, caseId, step, caseFile);
    await before?.({ step, person, address, form });
    const data = (step.data?.(caseFile) ?? {}) as JsonObject;
    const when: Controls = step.occurredOn === undefined ? {} : { occurredOn: [step.occurredOn] };
    const answer = await person.fill(address, { ...enteredAs(form.fields, data), ...when });
    if (answer.location === null)
      throw new Error(`${step.command}: ${answer.status} ${headingOf(answer)} ${problemsOf(answer.text)}`);
    caseId ??= /^\/cases\/([^/?]+)/.exec(answer.location)?.[1] ?? null;
  }
  if (caseId === null) throw new Error('the story opened no case');
  return caseId;
}

/** What a page says is wrong. */
export function problemsOf(text: string): string {
  const summary = /<div class="error-summary".*?<\/div>|<section class="warnings".*?<\/section>/s.exec(text)?.[0] ?? '';
  return summary
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function loaded({ dependencies }: House, caseId: string | null): Promise<CaseFile> {
  const found = caseId === null ? null : await dependencies.store.load(caseId);
  return found ?? blankCaseFile('new');
}

async function formOf(
  { dependencies }: House,
  caseId: string | null,
  step: StoryStep,
  caseFile: CaseFile,
): Promise<FormView> {
  const { id, name, organisation, roles } = castMember(step.by);
  const actor = actorOf({
    accountId: id,
    name,
    organisationId: organisation,
    roles: roles.filter((role) => role !== 'system'),
    secondFactor: false,
  });
  const look = caseId === null ? null : await lookAt(caseId, actor, dependencies);
  const form =
    look === null
      ? openingForm(await givenFor(actor, dependencies))
      : formView(look, step.command, step.target(caseFile));
  if (form === null)
    throw new Error(`${step.by} cannot open the form of ${step.command} (${commands[step.command]?.label.zh})`);
  return form;
}
