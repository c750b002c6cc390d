/** How a lawful command becomes truth and evidence: the change, its facts, its entry. */
import {
  type Actor,
  type CaseFile,
  type Fact,
  type Id,
  type JsonObject,
  type MachineSlot,
  patchPart,
  precisionOf,
  withPart,
} from './case-file.ts';
import type { Change, Command, CommandDefinition, Context, FactDraft, Given } from './command.ts';
import { withoutPersons } from './data.ts';
import type { Body, EntryDraft, Envelope, FactRecord } from './journal.ts';
import { kit } from './machines.ts';
import type { Moment } from './reactions.ts';
import type { Warning } from './refusal.ts';
import { contextOf, type Judgement } from './requirements.ts';

/** One command carried out: the case after it, its entry, and the moments that reactions may answer. */
export interface Performed {
  readonly after: CaseFile;
  readonly entry: EntryDraft;
  readonly change: Change;
  readonly warnings: readonly Warning[];
  readonly moments: readonly TriggeredMoment[];
}

/** A moment with the states that were entered, when a machine moved. */
export interface TriggeredMoment extends Moment {
  readonly machine: string | null;
  readonly entered: readonly string[];
}

/** Where the target's machine went; null where nothing moved. */
export interface Move {
  readonly slotAfter: MachineSlot | null;
  readonly entered: readonly string[];
}

/** Applies the change, establishes its facts and writes its entry. */
export function record(
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
    values: { ...change.values, ...saidBy(given.actor) },
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
  const entry: EntryDraft = {
    envelope: { ...envelopeOf(definition, context, change, seq), onBehalfOf, commandId: command.id, causedBy },
    body: {
      data: { ...withoutPersons(definition.fields, context.data), ...change.body },
      slotBefore: slotAfter === null ? null : context.slot,
      slotAfter,
      ...beforeChange(context, changed),
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

/** What the entry says of itself for ever: codes, dates and ids. */
function envelopeOf(
  definition: CommandDefinition,
  { given, target, occurredOn, caseFile, proceeding: home }: Context<never>,
  change: Change,
  seq: number,
): Omit<Envelope, 'onBehalfOf' | 'commandId' | 'causedBy'> {
  const proceeding = change.proceeding === undefined ? (home?.id ?? null) : change.proceeding;
  return {
    case: caseFile.id,
    seq,
    kind: definition.kind,
    type: definition.type,
    schemaVersion: 1,
    target,
    proceeding,
    compartment: (change.compartment ?? definition.compartment) ? proceeding : null,
    occurredOn,
    precision: precisionOf(occurredOn),
    recordedAt: given.now,
    actor: recorded(given.actor),
    corrects: change.corrects ?? null,
  };
}

/** Which outcomes, agreements, orders, assignments and number are about to be replaced: by a step, or by a correction that takes one back. */
function beforeChange({ target, matter, proceeding, caseFile }: Context, changed: CaseFile): Pick<Body, 'before'> {
  if (target.kind === 'matter' && matter !== null)
    return matter.outcome === changed.matters[target.id]?.outcome ? {} : { before: { outcome: matter.outcome } };
  const now = target.kind === 'proceeding' ? changed.proceedings[target.id] : undefined;
  if (now === undefined || proceeding === null) return {};
  const { outcomes, agreements, orders, assignments, number } = proceeding;
  const matters = Object.values(caseFile.matters).filter(({ id, outcome }) => changed.matters[id]?.outcome !== outcome);
  const before = {
    ...(number === now.number ? {} : { number }),
    ...(outcomes === now.outcomes ? {} : { outcomes }),
    ...(agreements === now.agreements ? {} : { agreements }),
    ...(orders === now.orders ? {} : { orders: orders ?? [] }),
    ...(assignments === now.assignments ? {} : { assignments }),
    ...(matters.length === 0 ? {} : { matters: Object.fromEntries(matters.map(({ id, outcome }) => [id, outcome])) }),
  };
  return Object.keys(before).length === 0 ? {} : { before };
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
    ...(draft.occurredOn === undefined ? {} : { ownDate: true as const }),
  };
}

/** What was looked up is evidence, except secrets and the journal itself, which is evidence already. */
function foundForRecord({ found }: Given): JsonObject {
  return {
    ...(found.numbers === undefined ? {} : { numbers: found.numbers }),
    // Which rule and how often; the other cases stay unnamed, for a later reader of this entry may not know them.
    ...(found.related === undefined ? {} : { related: countsOf(found.related.map(({ code }) => code)) }),
  };
}

function countsOf(codes: readonly string[]): JsonObject {
  return Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]));
}

/** Who acted, as the envelope keeps it; stand-ins are on record where they were named. */
function recorded({ person, organisation, roles, speaks }: Actor): Actor {
  return { person, organisation, roles, ...(speaks === undefined ? {} : { speaks }) };
}

/** What a party said itself carries the level at which it was known; what others recorded for it does not. */
function saidBy({ speaks }: Actor): JsonObject {
  return speaks === undefined ? {} : { byParty: speaks.level };
}
