/**
 * The one decision of the house: `decide(caseFile, command, given)` is pure and either says what becomes of the case or why
 * not. Order: who may, is it well formed, when was it, is it lawful, does the machine take it; then the change and what
 * follows from it.
 */
import { admits } from './access.ts';
import { type Actor, blankCaseFile, type CaseFile, type Id, partGroups, patchPart, type Target } from './case-file.ts';
import type { Command, CommandDefinition, Context, Given, PersonDraft } from './command.ts';
import { readData } from './data.ts';
import { datedAt, readDate } from './dates.ts';
import type { EntryDraft } from './journal.ts';
import { kit } from './machines.ts';
import { withMarks } from './radar/keys.ts';
import type { Reaction, ReactionCommand } from './reactions.ts';
import { reactionLimit } from './reactions.ts';
import { type Move, type Performed, record, type TriggeredMoment } from './record.ts';
import { isRefusal, type Refusal, refuse, type Warning } from './refusal.ts';
import { commands, reactions } from './registry.ts';
import { belongs, contextOf, foreign, judge, unavailable } from './requirements.ts';
import { text } from './text.ts';

/** What becomes of the case: truth, evidence and what the stores beside it must keep with the same commit. */
export interface Decision {
  readonly kind: 'decision';
  readonly before: CaseFile;
  readonly after: CaseFile;
  readonly entries: readonly EntryDraft[];
  readonly persons: readonly PersonDraft[];
  readonly queryCodes: readonly { readonly party: Id; readonly hash: string }[];
  /** Warnings that were acknowledged. */
  readonly warnings: readonly Warning[];
}

const systemActor: Actor = { person: 'system', organisation: null, roles: ['system'] };

/**
 * Decides one command with everything that follows from it. A refusal changes nothing. Throws only on programming errors
 * (an unknown command, a circle of reactions).
 */
export function decide(caseFile: CaseFile, command: Command, given: Given): Decision | Refusal {
  const first = perform(caseFile, command, given, null);
  if (isRefusal(first)) return first;
  const performed = [first];
  let after = first.after;
  const waiting = first.moments.flatMap((moment) => answersTo(moment));
  for (let count = 0; waiting.length > 0; count += 1) {
    const { reaction, answer, cause, depth } = waiting.shift()!;
    if (depth > reactionLimit) throw new Error(`reactions of ${command.type} do not end`);
    const next = react(after, reaction, answer, cause, command, given, count);
    performed.push(next);
    after = next.after;
    waiting.unshift(...next.moments.flatMap((moment) => answersTo({ ...moment, caseFile: after }, depth + 1)));
  }
  const persons = performed.flatMap((one) => one.change.persons ?? []);
  return {
    kind: 'decision',
    before: caseFile,
    after: withRevisions(caseFile, withMarks(after, persons, given.marks)),
    entries: performed.flatMap((one) => one.entry),
    persons,
    queryCodes: performed.flatMap((one) => (one.change.queryCode === undefined ? [] : [one.change.queryCode])),
    warnings: first.warnings,
  };
}

/** Decides the command that opens a case. */
export function decideOpening(caseId: Id, command: Command, given: Given): Decision | Refusal {
  return decide(blankCaseFile(caseId), command, given);
}

function perform(caseFile: CaseFile, command: Command, given: Given, causedBy: number | null): Performed | Refusal {
  const definition = Object.hasOwn(commands, command.type) ? commands[command.type] : undefined;
  if (definition === undefined) throw new Error(`unknown command ${command.type}`);
  const blank = contextOf(caseFile, definition, command.target, given);
  if (blank === null)
    return refuse('not-found', text('没有找到要办理的对象。', 'The thing this command is about does not exist.'), {
      status: 'forbidden',
    });
  const admitted = admits(definition, blank, command.evidence);
  if (isRefusal(admitted)) return admitted;
  if (!belongs(definition, blank)) return foreign(definition, blank);
  const occurredOn = readDate(definition, command, blank);
  if (typeof occurredOn === 'object') return occurredOn;
  const data = readData(definition, command.data, { ...blank, ...datedAt(occurredOn) });
  if (isRefusal(data)) return data;
  const context: Context<never> = { ...blank, ...datedAt(occurredOn), data: data.value as never };
  const judgement = judge(definition, context);
  if (judgement.refusal !== null) return judgement.refusal;
  const moved = move(definition, context);
  if (isRefusal(moved)) return moved;
  const unseen = judgement.warnings.filter((warning) => !command.acknowledged.includes(warning.code));
  if (unseen.length > 0) return askToAcknowledge(unseen);
  return record(definition, command, context, judgement, moved, admitted.onBehalfOf, causedBy);
}

function move(definition: CommandDefinition, context: Context<never>): Move | Refusal {
  if (definition.kind !== 'step' || context.slot === null) return { slotAfter: null, entered: [] };
  const step = kit.step(context.slot, { type: definition.type, facts: definition.facts(context) });
  return step === null ? unavailable(context) : { slotAfter: step.slot, entered: step.entered };
}

function askToAcknowledge(warnings: readonly Warning[]): Refusal {
  return refuse(
    'acknowledge-warnings',
    text('办理前请先阅知下列提示，并勾选“已阅知”。', 'Read the notes below and tick that you have seen them.'),
    {
      status: 'acknowledge',
      warnings,
      basis: warnings.flatMap((warning) => warning.basis),
    },
  );
}

interface Answer {
  readonly reaction: Reaction;
  readonly answer: ReactionCommand;
  readonly cause: TriggeredMoment;
  /** How many reactions led here, this one counted. */
  readonly depth: number;
}

function answersTo(moment: TriggeredMoment, depth = 1): readonly Answer[] {
  return reactions
    .filter(({ on }) =>
      'fact' in on ? on.fact === moment.fact.type : on.machine === moment.machine && moment.entered.includes(on.enters),
    )
    .flatMap((reaction) => reaction.give(moment).map((answer) => ({ reaction, answer, cause: moment, depth })));
}

function react(
  caseFile: CaseFile,
  reaction: Reaction,
  answer: ReactionCommand,
  cause: TriggeredMoment,
  command: Command,
  given: Given,
  count: number,
): Performed {
  const system: Given = { ...given, actor: systemActor };
  const derived = (type: string, target: Target, data: unknown): Command => ({
    id: `${command.id}.${count + 1}`,
    type,
    target,
    data,
    occurredOn: cause.occurredOn,
    acknowledged: [],
    evidence: null,
  });
  const done = perform(caseFile, derived(answer.type, answer.target, answer.data), system, cause.fact.seq);
  if (!isRefusal(done)) return done;
  const note = perform(
    caseFile,
    derived(
      'noteImpossibleReaction',
      { kind: 'case', id: caseFile.id },
      { reaction: reaction.id, code: done.code, proceeding: cause.fact.proceeding },
    ),
    system,
    cause.fact.seq,
  );
  if (isRefusal(note))
    throw new Error(`reaction ${reaction.id} failed (${done.code}) and could not be noted (${note.code})`);
  return note;
}

/** Marks what this commit changed with the version it makes, and counts the commit. */
function withRevisions(before: CaseFile, after: CaseFile): CaseFile {
  const revision = before.version + 1;
  let result: CaseFile = { ...after, version: revision };
  if (result.header !== before.header) result = { ...result, header: { ...result.header, revision } };
  for (const group of partGroups) {
    if (group === 'facts' || group === 'parties' || group === 'items' || result[group] === before[group]) continue;
    for (const [id, part] of Object.entries(result[group])) {
      if (part !== before[group][id]) result = patchPart(result, group, id, { revision });
    }
  }
  return result;
}
