/**
 * The one decision of the house: `decide(caseFile, command, given)` is pure and either says what becomes of the case or why
 * not. Order: who may, is it well formed, when was it, is it lawful, does the machine take it; then the change and what
 * follows from it.
 */
import { admits } from './access.ts';
import {
  type Actor,
  blankCaseFile,
  type CaseFile,
  type Fact,
  type Id,
  type JsonObject,
  type MachineSlot,
  type OccurredOn,
  partGroups,
  patchPart,
  precisionOf,
  type Target,
  withPart,
} from './case-file.ts';
import type { Change, Command, CommandDefinition, Context, FactDraft, Given, PersonDraft } from './command.ts';
import { readData, withoutPersons } from './data.ts';
import { isBefore } from './facts.ts';
import type { EntryDraft, FactRecord } from './journal.ts';
import { kit } from './machines.ts';
import type { Moment, Reaction, ReactionCommand } from './reactions.ts';
import { reactionLimit } from './reactions.ts';
import { isRefusal, type Refusal, refuse, type Warning } from './refusal.ts';
import { commands, reactions } from './registry.ts';
import { contextOf, type Judgement, judge, unavailable } from './requirements.ts';
import { fill, text } from './text.ts';

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
    if (count >= reactionLimit) throw new Error(`reactions of ${command.type} do not end`);
    const { reaction, answer, cause } = waiting.shift()!;
    const next = react(after, reaction, answer, cause, command, given, count);
    performed.push(next);
    after = next.after;
    waiting.unshift(...next.moments.flatMap((moment) => answersTo({ ...moment, caseFile: after })));
  }
  return {
    kind: 'decision',
    before: caseFile,
    after: withRevisions(caseFile, after),
    entries: performed.flatMap((one) => one.entry),
    persons: performed.flatMap((one) => one.change.persons ?? []),
    queryCodes: performed.flatMap((one) => (one.change.queryCode === undefined ? [] : [one.change.queryCode])),
    warnings: first.warnings,
  };
}

/** Decides the command that opens a case. */
export function decideOpening(caseId: Id, command: Command, given: Given): Decision | Refusal {
  return decide(blankCaseFile(caseId), command, given);
}

interface Performed {
  readonly after: CaseFile;
  readonly entry: EntryDraft;
  readonly change: Change;
  readonly warnings: readonly Warning[];
  readonly moments: readonly TriggeredMoment[];
}

interface TriggeredMoment extends Moment {
  readonly machine: string | null;
  readonly entered: readonly string[];
}

function perform(caseFile: CaseFile, command: Command, given: Given, causedBy: number | null): Performed | Refusal {
  const definition = commands[command.type];
  if (definition === undefined) throw new Error(`unknown command ${command.type}`);
  const blank = contextOf(caseFile, definition, command.target, given);
  if (blank === null)
    return refuse('not-found', text('没有找到要办理的对象。', 'The thing this command is about does not exist.'), {
      status: 'forbidden',
    });
  const admitted = admits(definition, blank, command.evidence);
  if (isRefusal(admitted)) return admitted;
  const occurredOn = readDate(definition, command, blank);
  if (typeof occurredOn === 'object') return occurredOn;
  const data = readData(definition, command.data, { ...blank, ...occurredOnParts(occurredOn) });
  if (isRefusal(data)) return data;
  const context: Context<never> = { ...blank, ...occurredOnParts(occurredOn), data: data.value as never };
  const judgement = judge(definition, context);
  if (judgement.refusal !== null) return judgement.refusal;
  const moved = move(definition, context);
  if (isRefusal(moved)) return moved;
  const unseen = judgement.warnings.filter((warning) => !command.acknowledged.includes(warning.code));
  if (unseen.length > 0) return askToAcknowledge(unseen);
  return record(definition, command, context, judgement, moved, admitted.onBehalfOf, causedBy);
}

function occurredOnParts(occurredOn: OccurredOn) {
  return { occurredOn, day: occurredOn.length === 7 ? `${occurredOn}-01` : occurredOn.slice(0, 10) };
}

/** The legal date of the act: as given, or now as precisely as the command asks. */
function readDate(definition: CommandDefinition, command: Command, context: Context): OccurredOn | Refusal {
  const { given, caseFile } = context;
  const minute = given.now.slice(0, 16);
  const asked = command.occurredOn ?? (definition.occurredOn?.precision === 'day' ? given.today : minute);
  const field = 'occurredOn';
  if (!/^\d{4}-\d{2}(-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?)?$/.test(asked) || !isDate(asked)) {
    return refuse('invalid-date', text('没有这个日期，请核对。', 'There is no such date; check it.'), {
      status: 'invalid',
      field,
    });
  }
  if (isBefore(minute, asked)) {
    return refuse(
      'date-in-the-future',
      text('发生日期不能晚于现在。', 'The date it happened must not lie in the future.'),
      { status: 'invalid', field },
    );
  }
  const opened = context.proceeding?.openedOn ?? caseFile.header.openedOn;
  if (opened !== '' && isBefore(asked, opened)) {
    return refuse(
      'before-opening',
      fill(
        text(
          '发生日期早于立案登记日（{opened}）。登记日有误的，先更正登记日。',
          'The date lies before the opening ({opened}). If the opening date is wrong, correct that first.',
        ),
        { opened },
      ),
      { status: 'invalid', field },
    );
  }
  const last = lastStepOf(context);
  if (definition.kind === 'step' && last !== null && isBefore(asked, last)) {
    if (given.actor.roles.includes('system')) return last;
    return refuse(
      'step-out-of-order',
      fill(text('这一步早于上一步的日期（{last}）。', 'This step lies before the last one ({last}).'), { last }),
      {
        field,
        instead: text(
          '如果上一步的日期记错了，请先用“更正日期”更正。',
          'If the last step has a wrong date, amend it first.',
        ),
      },
    );
  }
  return asked;
}

function isDate(value: string): boolean {
  try {
    Temporal.PlainDate.from(value.length === 7 ? `${value}-01` : value.slice(0, 10), { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function lastStepOf(context: Context): OccurredOn | null {
  return (context.handoff ?? context.matter ?? context.proceeding)?.lastStep?.occurredOn ?? null;
}

interface Move {
  readonly slotAfter: MachineSlot | null;
  readonly entered: readonly string[];
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

function record(
  definition: CommandDefinition,
  command: Command,
  context: Context<never>,
  judgement: Judgement,
  moved: Move,
  onBehalfOf: Id | null,
  causedBy: number | null,
): Performed {
  const { given, target } = context;
  const seq = context.caseFile.seq + 1;
  const stepped = moved.slotAfter === null ? context.caseFile : withSlot(context, moved.slotAfter, seq);
  const change = definition.apply(contextOfStep(definition, context, stepped));
  const own: FactDraft = {
    type: definition.type,
    values: change.values ?? {},
    party: change.party ?? null,
    ...(change.matters ? { matters: change.matters } : {}),
  };
  const records = [own, ...(change.facts ?? [])].map((draft, index) => factRecord(draft, `${seq}-${index}`, context));
  const facts = records.map(
    (one): Fact => ({
      ...one,
      seq,
      irregular: one === records[0] ? judgement.irregular : [],
      amendedFrom: [],
      annulledBy: null,
    }),
  );
  const changed = change.caseFile ?? stepped;
  const slotAfter = moved.slotAfter ?? changedSlot(context, changed);
  const after = facts.reduce((file, fact) => withPart(file, 'facts', fact), { ...changed, seq });
  const proceeding = change.proceeding === undefined ? (context.proceeding?.id ?? null) : change.proceeding;
  const entry: EntryDraft = {
    envelope: {
      case: after.id,
      seq,
      kind: definition.kind,
      type: definition.type,
      schemaVersion: 1,
      target,
      proceeding,
      compartment: (change.compartment ?? definition.compartment) ? proceeding : null,
      occurredOn: context.occurredOn,
      precision: precisionOf(context.occurredOn),
      recordedAt: given.now,
      actor: given.actor,
      onBehalfOf,
      commandId: command.id,
      corrects: change.corrects ?? null,
      causedBy,
    },
    body: {
      data: { ...withoutPersons(definition.fields, context.data), ...change.body },
      slotBefore: slotAfter === null ? null : context.slot,
      slotAfter,
      facts: records,
      irregular: judgement.irregular,
      acknowledged: judgement.warnings.map((warning) => warning.code),
      found: foundForRecord(given),
      evidence: command.evidence,
    },
  };
  const moments = facts.map(
    (fact, index): TriggeredMoment => ({
      caseFile: after,
      given,
      target,
      occurredOn: fact.occurredOn,
      fact,
      machine: index === 0 ? (moved.slotAfter?.machine ?? null) : null,
      entered: index === 0 ? moved.entered : [],
    }),
  );
  return { after, entry, change, warnings: judgement.warnings, moments };
}

/** A correction may set its target's machine without a step; the journal keeps where it then stands. */
function changedSlot({ target, slot }: Context, changed: CaseFile): MachineSlot | null {
  const now =
    (changed.proceedings[target.id] ?? changed.matters[target.id] ?? changed.handoffs[target.id])?.slot ?? null;
  return now === slot ? null : now;
}

/** `apply` sees the case with the machine already moved. */
function contextOfStep(definition: CommandDefinition, context: Context<never>, stepped: CaseFile): Context<never> {
  const fresh = contextOf(stepped, definition, context.target, context.given);
  if (fresh === null) throw new Error(`target of ${definition.type} vanished`);
  return { ...fresh, occurredOn: context.occurredOn, day: context.day, data: context.data };
}

/** Moves the target's machine; a proceeding ends with a state that owes nothing more, and is open again in any other. */
function withSlot(context: Context, slot: MachineSlot, seq: number): CaseFile {
  const patch = { slot, lastStep: { seq, occurredOn: context.occurredOn } };
  const { caseFile, target } = context;
  if (target.kind === 'matter') return patchPart(caseFile, 'matters', target.id, patch);
  if (target.kind === 'handoff') return patchPart(caseFile, 'handoffs', target.id, patch);
  return patchPart(caseFile, 'proceedings', target.id, {
    ...patch,
    endedOn: kit.meta(slot).over ? context.occurredOn : null,
  });
}

function factRecord(draft: FactDraft, id: Id, context: Context): FactRecord {
  return {
    id,
    type: draft.type,
    occurredOn: draft.occurredOn ?? context.occurredOn,
    proceeding: draft.proceeding === undefined ? (context.proceeding?.id ?? null) : draft.proceeding,
    matters:
      draft.matters ??
      (context.matter === null ? ((context.handoff ?? context.proceeding)?.matters ?? []) : [context.matter.id]),
    handoff: draft.handoff === undefined ? (context.handoff?.id ?? null) : draft.handoff,
    party: draft.party ?? null,
    values: draft.values ?? {},
  };
}

/** What was looked up is evidence, except secrets and the journal itself, which is evidence already. */
function foundForRecord(given: Given): JsonObject {
  return given.found.numbers === undefined ? {} : { numbers: given.found.numbers };
}

interface Answer {
  readonly reaction: Reaction;
  readonly answer: ReactionCommand;
  readonly cause: TriggeredMoment;
}

function answersTo(moment: TriggeredMoment): readonly Answer[] {
  return reactions
    .filter(({ on }) =>
      'fact' in on ? on.fact === moment.fact.type : on.machine === moment.machine && moment.entered.includes(on.enters),
    )
    .flatMap((reaction) => reaction.give(moment).map((answer) => ({ reaction, answer, cause: moment })));
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
