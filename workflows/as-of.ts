import {
  type Assignment,
  type CaseFile,
  dayOf,
  type Fact,
  type Handoff,
  type Id,
  type Item,
  type Json,
  type LegalDate,
  type MachineSlot,
  type Matter,
  type OccurredOn,
  type Parts,
  type Party,
  type Proceeding,
} from './case-file.ts';
import type { Entry, StepBefore } from './journal.ts';
import { kit } from './machines.ts';

/** A moment to look back to: how things stood on a legal day, as far as was known at a moment. Null leaves a side open. */
export interface CaseMoment {
  /** Legal date: what had happened by the end of this day. */
  readonly on: LegalDate | null;
  /** RFC 3339 with +08:00: what had been recorded by then. */
  readonly knownAt: string | null;
  /** The last entry that was known, where several share a moment. */
  readonly upTo?: number;
}

/**
 * The case file as it stood at a moment: machines, facts, outcomes, agreements and what existed are filtered out of the
 * journal, no machine is replayed. What has no dates of its own (names, classes of papers) is as it is now.
 */
export function caseFileAsOf(caseFile: CaseFile, journal: readonly Entry[], moment: CaseMoment): CaseFile {
  const known = journal.filter(
    ({ envelope }) =>
      (moment.knownAt === null || envelope.recordedAt <= moment.knownAt) &&
      (moment.upTo === undefined || envelope.seq <= moment.upTo),
  );
  const dates = datesOf(known);
  const annulled = annulledOf(known);
  const standing = known.filter(({ envelope }) => {
    const on = dates.get(`${envelope.seq}-0`) ?? envelope.occurredOn;
    return !annulled.has(envelope.seq) && (moment.on === null || dayOf(on) <= moment.on);
  });
  const there = idsIn(standing);
  const keep = <T>(parts: Parts<T>): Parts<T> =>
    Object.fromEntries(Object.entries(parts).filter(([id]) => there.has(id)));
  const slots = slotsOf(standing);
  const slotOf = (id: Id, begin: string): MachineSlot => slots.get(id) ?? kit.begin(begin);
  const slotOfMatter = (matter: Matter) =>
    slots.get(matter.id) ?? slotBeforeSplit(matter, standing) ?? kit.begin('path');
  const stood = new Set(standing);
  // What was known to be annulled never was, on whichever day it was taken back.
  const undone = new Set(known.filter(({ envelope }) => annulling.includes(envelope.type)));
  const later = journal.filter((entry) => !stood.has(entry) && !undone.has(entry) && !annulled.has(entry.envelope.seq));
  const unknown = journal.filter((entry) => !known.includes(entry));
  return {
    ...caseFile,
    seq: standing.at(-1)?.envelope.seq ?? 0,
    parties: mapParts(keep(caseFile.parties), (party) => partyOn(party, moment.on)),
    items: mapParts(keep(caseFile.items), (item) => ({ ...item, withdrawn: wasWithdrawn(item, standing) })),
    facts: factsOf(caseFile, standing, dates, new Set(known.map(({ envelope }) => envelope.seq))),
    matters: mapParts(keep(caseFile.matters), (matter) => ({
      ...matter,
      slot: slotOfMatter(matter),
      outcome: outcomeThen(matter, later),
    })),
    handoffs: mapParts(keep(caseFile.handoffs), (handoff) => handoffThen(handoff, standing, there)),
    proceedings: mapParts(keep(caseFile.proceedings), (one) => {
      const slot = slotOf(one.id, one.channel);
      return {
        ...one,
        slot,
        organisation: custodianOf(one.id, journal, standing) ?? one.organisation,
        assignments: assignmentsOn(beforeLater(one.id, 'assignments', unknown, one.assignments), moment.on),
        number: beforeLater(one.id, 'number', later, one.number),
        outcomes: beforeLater(one.id, 'outcomes', later, one.outcomes),
        agreements: beforeLater(one.id, 'agreements', later, one.agreements),
        ...ordersThen(one, later, there),
        endedOn: kit.meta(slot).over ? endOf(one.id, standing, dates) : null,
      };
    }),
  };
}

/** What a part held before the first later step that replaced it; what it holds now where none did. */
function beforeLater<Field extends keyof StepBefore>(
  id: Id,
  field: Field,
  later: readonly Entry[],
  now: NonNullable<StepBefore[Field]> | null | undefined,
): Exclude<StepBefore[Field], undefined> {
  const first = later.find(({ envelope, body }) => envelope.target.id === id && body?.before?.[field] !== undefined);
  const before = first?.body?.before?.[field];
  // A part has what its steps replace; only the type of a step that replaced nothing says otherwise.
  return (before === undefined ? now : before) as Exclude<StepBefore[Field], undefined>;
}

/** What had become of a matter: before its own later step, or before the correction that took the step of its proceeding back. */
function outcomeThen({ id, outcome }: Matter, later: readonly Entry[]): Matter['outcome'] {
  const first = later.find(
    ({ envelope, body }) =>
      (envelope.target.id === id && body?.before?.outcome !== undefined) || body?.before?.matters?.[id] !== undefined,
  );
  const before = first?.body?.before;
  return before === undefined ? outcome : (before.matters?.[id] ?? before.outcome ?? null);
}

/** What its ruling ordered; absent where nothing was ever ruled. */
function ordersThen(one: Proceeding, later: readonly Entry[], there: ReadonlySet<Id>): Pick<Proceeding, 'orders'> {
  const orders = beforeLater(one.id, 'orders', later, one.orders) ?? undefined;
  return orders === undefined ? {} : { orders: orders.filter(({ id }) => there.has(id)) };
}

/** The day of the step that a proceeding ended with, also where it was opened again later. */
function endOf(id: Id, standing: readonly Entry[], dates: ReadonlyMap<Id, string>): OccurredOn | null {
  const last = standing.findLast(({ envelope, body }) => envelope.target.id === id && body?.slotAfter);
  return last === undefined ? null : (dates.get(`${last.envelope.seq}-0`) ?? last.envelope.occurredOn);
}

/** A handoff without the keys that had not been turned yet. */
function handoffThen(handoff: Handoff, standing: readonly Entry[], there: ReadonlySet<Id>): Handoff {
  const steps = standing.filter(({ envelope, body }) => envelope.target.id === handoff.id && body?.slotAfter);
  const reached = (...types: readonly string[]) => steps.some(({ envelope }) => types.includes(envelope.type));
  const answered = reached('acceptHandoff', 'returnHandoff');
  return {
    ...handoff,
    slot: steps.at(-1)?.body?.slotAfter ?? kit.begin('handoff'),
    offeredOn: reached('offerHandoff') ? handoff.offeredOn : null,
    receivedOn: reached('receiveHandoff') ? handoff.receivedOn : null,
    answeredOn: answered ? handoff.answeredOn : null,
    returnReason: reached('returnHandoff') ? handoff.returnReason : null,
    opened: handoff.opened !== null && there.has(handoff.opened) ? handoff.opened : null,
  };
}

/** A party with the agents, names and end that had their day by then; all of them where no legal day is asked for. */
function partyOn(party: Party, on: LegalDate | null): Party {
  if (on === null) return party;
  const { endedOn, formerPersons, ...rest } = party;
  const former = formerPersons?.filter(({ until }) => until <= on);
  return {
    ...rest,
    agents: party.agents
      .filter(({ from }) => from <= on)
      .map((agent) => (agent.to !== null && agent.to > on ? { ...agent, to: null } : agent)),
    ...(former === undefined || former.length === 0 ? {} : { formerPersons: former }),
    ...(endedOn === undefined || endedOn > on ? {} : { endedOn }),
  };
}

/** Who was at work on a day; as now where no legal day is asked for. */
function assignmentsOn(assignments: readonly Assignment[], on: LegalDate | null): readonly Assignment[] {
  if (on === null) return assignments;
  return assignments
    .filter(({ from }) => from <= on)
    .map((one) => (one.to !== null && one.to > on ? { ...one, to: null } : one));
}

function wasWithdrawn({ id, withdrawn }: Item, standing: readonly Entry[]): boolean {
  return withdrawn && standing.some(({ envelope, body }) => envelope.type === 'withdrawItem' && body?.data.item === id);
}

/** Dates after the corrections that were known, by fact. */
function datesOf(known: readonly Entry[]): ReadonlyMap<Id, string> {
  return new Map(
    known.flatMap(({ envelope, body }): [Id, string][] => {
      const { moved, occurredOn } = body?.data ?? {};
      if (envelope.type !== 'amendFact' || !Array.isArray(moved) || typeof occurredOn !== 'string') return [];
      return moved.map((fact) => [String(fact), occurredOn]);
    }),
  );
}

/** Corrections by which an entry never was. */
const annulling: readonly string[] = ['annulStep', 'takeBackLapse', 'withdrawContact'];

/** Entries that were annulled, with everything they had caused. */
function annulledOf(known: readonly Entry[]): ReadonlySet<number> {
  const gone = new Set(
    known.flatMap(({ envelope }) =>
      annulling.includes(envelope.type) && envelope.corrects !== null ? [envelope.corrects] : [],
    ),
  );
  for (const { envelope } of known) {
    if (envelope.causedBy !== null && gone.has(envelope.causedBy)) gone.add(envelope.seq);
  }
  return gone;
}

/** The state each machine was left in by its last standing step. */
function slotsOf(standing: readonly Entry[]): ReadonlyMap<Id, MachineSlot> {
  return new Map(
    standing.flatMap(({ envelope, body }): [Id, MachineSlot][] =>
      body?.slotAfter ? [[envelope.target.id, body.slotAfter]] : [],
    ),
  );
}

/** A matter that was split off and has not moved since stands where its origin stood on that day. */
function slotBeforeSplit({ id, splitFrom }: Matter, standing: readonly Entry[]): MachineSlot | null {
  const split = standing.find(({ envelope, body }) => envelope.type === 'splitMatter' && body?.data.splitOff === id);
  const before = standing.filter(
    ({ envelope }) => envelope.target.id === splitFrom && envelope.seq < (split?.envelope.seq ?? 0),
  );
  return before.findLast(({ body }) => body?.slotAfter)?.body?.slotAfter ?? null;
}

/** Every id that the entries speak of: a part that no entry has named yet did not exist. */
function idsIn(entries: readonly Entry[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value === 'string') found.add(value);
    else if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) visit(one);
  };
  for (const { envelope, body } of entries) {
    found.add(envelope.target.id);
    if (envelope.proceeding !== null) found.add(envelope.proceeding);
    visit(body?.data);
    for (const fact of body?.facts ?? []) {
      for (const id of [fact.proceeding, fact.handoff, fact.party, ...fact.matters]) visit(id);
      visit(fact.values);
    }
  }
  return found;
}

function factsOf(
  caseFile: CaseFile,
  standing: readonly Entry[],
  dates: ReadonlyMap<Id, string>,
  known: ReadonlySet<number>,
): Parts<Fact> {
  const facts = standing.flatMap(({ envelope, body }) =>
    (body?.facts ?? []).map((record): Fact => {
      const now = caseFile.facts[record.id];
      return {
        ...record,
        seq: envelope.seq,
        occurredOn: dates.get(record.id) ?? record.occurredOn,
        irregular: now?.irregular ?? [],
        amendedFrom: now?.amendedFrom.filter(({ by }) => known.has(by)) ?? [],
        annulledBy: null,
      };
    }),
  );
  return Object.fromEntries(facts.map((fact) => [fact.id, fact]));
}

/** Who held a proceeding before a later move of custody; null when it never moved after that moment. */
function custodianOf(id: Id, journal: readonly Entry[], standing: readonly Entry[]): Id | null {
  const moved = (entries: readonly Entry[]) =>
    entries.filter(({ envelope }) => envelope.type === 'transferProceeding' && envelope.target.id === id);
  const later = moved(journal).find((entry) => !standing.includes(entry));
  const from = later?.body?.facts[0]?.values.from;
  return typeof from === 'string' ? from : null;
}

function mapParts<T>(parts: Parts<T>, change: (part: T) => T): Parts<T> {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, change(part)]));
}
