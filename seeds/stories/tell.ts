import { createHash } from 'node:crypto';
import {
  blankCaseFile,
  type Calendar,
  type CaseFile,
  type Command,
  commands,
  type Decision,
  decide,
  type Found,
  type Given,
  isRefusal,
  type Reference,
} from '../../workflows/index.ts';
import { castMember, type StoryLogin } from '../cast.ts';
import type { Story, StoryStep } from './story.ts';

/** What telling a story needs from outside the pure core. */
export interface Teller {
  readonly reference: Reference;
  readonly calendar: Calendar;
  readonly ids: () => string;
  /** Looks up what a command needs: numbers, the journal, a query code. */
  readonly find: (command: Command, caseFile: CaseFile, at: string) => Promise<Found>;
  /** Keeps what was decided; returns the case file as it then stands. */
  readonly keep: (decision: Decision, command: Command, step: StoryStep<StoryLogin>) => Promise<CaseFile>;
}

/** One told step: the story's words and what the case was afterwards. */
export interface ToldStep {
  readonly step: StoryStep<StoryLogin>;
  readonly decision: Decision;
  readonly after: CaseFile;
}

/** Tells a story through `decide`, one command after another. A refused step stops it: a story is a promise. */
export async function* tell(story: Story<StoryLogin>, caseId: string, teller: Teller): AsyncGenerator<ToldStep> {
  let caseFile = blankCaseFile(caseId);
  for (const [index, step] of story.steps.entries()) {
    const command = commandOf(story, step, index, caseFile);
    const decision = decide(caseFile, command, {
      ...givenOf(step, teller),
      found: await teller.find(command, caseFile, step.at),
    });
    if (isRefusal(decision)) {
      const warnings = decision.warnings.map((warning) => `${warning.code}: ${warning.text.zh}`).join('；');
      throw new Error(
        `${story.id}, step ${index + 1} (${step.command}): ${decision.code} ${decision.field ?? ''} ${decision.text.zh} ${warnings}`,
      );
    }
    caseFile = await teller.keep(decision, command, step);
    yield { step, decision, after: caseFile };
  }
}

/** The command of one step; its id is derived, so that telling a story twice is telling it once. */
export function commandOf(
  story: Pick<Story, 'id'>,
  step: Omit<StoryStep<StoryLogin>, 'by'>,
  index: number,
  caseFile: CaseFile,
): Command {
  const definition = commands[step.command];
  if (definition === undefined) throw new Error(`story ${story.id} knows no command ${step.command}`);
  const dated =
    definition.occurredOn === null ? null : definition.occurredOn.precision === 'day' ? step.at.slice(0, 10) : step.at;
  return {
    id: `story-${story.id}-${index + 1}`,
    type: step.command,
    target: step.target(caseFile),
    occurredOn: step.occurredOn ?? dated,
    data: { ...step.data?.(caseFile), ...(step.content === undefined ? {} : { file: storedAs(step.content) }) },
    acknowledged: step.acknowledged ?? [],
    evidence: step.evidence ?? null,
  };
}

/** Plain text as the door stores it. */
function storedAs(content: string) {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, bytes: bytes.length, mediaType: 'text/plain' };
}

function givenOf(step: StoryStep<StoryLogin>, { reference, calendar, ids }: Teller): Omit<Given, 'found'> {
  const { id, organisation, roles } = castMember(step.by);
  return {
    actor: { person: id, organisation, roles },
    now: `${step.at}:00+08:00`,
    today: step.at.slice(0, 10),
    ids,
    reference,
    calendar,
  };
}
