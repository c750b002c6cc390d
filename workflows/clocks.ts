/**
 * Time limits as they run now: running states × rules × dated facts → due dates, each with its derivation. Pure; days left
 * are computed when a clock is read.
 */
import { type Calendar, countBack, type Due, dueOf, type Term, type TermUnit } from './calendar.ts';
import {
  type CaseFile,
  dayOf,
  type Fact,
  type Id,
  type LegalDate,
  type MachineSlot,
  type OccurredOn,
} from './case-file.ts';
import type { ChannelId } from './channels/ids.ts';
import type { Clock } from './derived.ts';
import { comesAfter, type FactScope, factsOf, isBefore } from './facts.ts';
import { handoffKinds } from './handoff/kinds.ts';
import { kit } from './machines.ts';
import type { ClockRule } from './rules/clock-rule.ts';
import { type ClockRuleId, ruleInForce } from './rules/clock-rules.ts';

/** A thing with a machine, on which clocks run. */
interface Subject {
  readonly kind: 'proceeding' | 'matter' | 'handoff';
  readonly id: Id;
  readonly slot: MachineSlot;
  readonly scope: FactScope;
  readonly proceeding: Id | null;
  readonly organisation: Id;
  readonly rules: readonly ClockRuleId[];
}

/** Every clock that runs on a case, in no particular order. Computed once per case file: deriving and every view need them. */
export function clocksOf(caseFile: CaseFile, calendar: Calendar): readonly Clock[] {
  const computed = computedClocks.get(caseFile);
  if (computed?.calendar === calendar) return computed.clocks;
  const clocks = computeClocks(caseFile, calendar);
  computedClocks.set(caseFile, { calendar, clocks });
  return clocks;
}

/** Case files never change in place: what was computed from one stays true as long as it is around. */
const computedClocks = new WeakMap<CaseFile, { readonly calendar: Calendar; readonly clocks: readonly Clock[] }>();

function computeClocks(caseFile: CaseFile, calendar: Calendar): readonly Clock[] {
  return subjectsOf(caseFile).flatMap((subject) =>
    subject.rules.flatMap((id) => clocksOfRule(caseFile, subject, id, calendar)),
  );
}

/** When a term that starts on `start` ends by the rule of that day; for judging a filing by its own date. */
export function dueByRule(id: ClockRuleId, start: LegalDate, calendar: Calendar): Due {
  const { rule } = ruleInForce(id, start);
  return dueOf({ trigger: start, amount: rule.amount, unit: rule.unit }, calendar);
}

/**
 * When a term ends or ended that began with the latest fact of its rule, whether or not its clock still runs; with the day
 * it is counted from. Null when it never began.
 */
export function dueOfTerm(
  caseFile: CaseFile,
  id: ClockRuleId,
  scope: FactScope,
  calendar: Calendar,
): (Due & { readonly from: LegalDate }) | null {
  const { rule: current } = ruleInForce(id, '9999-12-31');
  const trigger = factsOf(caseFile, current.startsWith, scope).at(-1);
  if (trigger === undefined) return null;
  const from = dayOf(trigger.occurredOn);
  return { ...resultOf(caseFile, ruleInForce(id, from).rule, scope, trigger, trigger.occurredOn, calendar), from };
}

/** Proceedings that run beside the dispute and do not lead it. */
const besideTheDispute: readonly ChannelId[] = ['judicialConfirmation', 'invalidation'];

function subjectsOf(caseFile: CaseFile): readonly Subject[] {
  const proceedings = Object.values(caseFile.proceedings).map(
    (one): Subject => ({
      kind: 'proceeding',
      id: one.id,
      slot: one.slot,
      scope: { proceeding: one.id },
      proceeding: one.id,
      organisation: one.organisation,
      rules: kit.meta(one.slot).clocks,
    }),
  );
  const matters = Object.values(caseFile.matters).map((one): Subject => {
    const home = Object.values(caseFile.proceedings).filter((proceeding) => proceeding.matters.includes(one.id));
    const leading = home.findLast(({ channel }) => !besideTheDispute.includes(channel)) ?? home[0];
    return {
      kind: 'matter',
      id: one.id,
      slot: one.slot,
      scope: { matter: one.id },
      proceeding: leading?.id ?? null,
      organisation: leading?.organisation ?? '',
      rules: kit.meta(one.slot).clocks,
    };
  });
  const handoffs = Object.values(caseFile.handoffs).map((one): Subject => {
    const { clock } = handoffKinds[one.kind].onSilence;
    const rules = kit.meta(one.slot).clocks.filter((id) => id === clock);
    return {
      kind: 'handoff',
      id: one.id,
      slot: one.slot,
      scope: { handoff: one.id },
      proceeding: one.fromProceeding,
      organisation: one.toOrganisation,
      rules,
    };
  });
  return [...proceedings, ...matters, ...handoffs];
}

function clocksOfRule(caseFile: CaseFile, subject: Subject, id: ClockRuleId, calendar: Calendar): readonly Clock[] {
  const { rule: current } = ruleInForce(id, '9999-12-31');
  const started = factsOf(caseFile, current.startsWith, subject.scope);
  // Most rules that a state lists never started in this case.
  if (started.length === 0) return [];
  const endings = (current.endsWith ?? []).flatMap((type) => factsOf(caseFile, type, subject.scope));
  const triggers = started.filter(
    (fact) =>
      !endings.some((end) =>
        current.perFact
          ? end.values.request === fact.id
          : (!current.perParty || end.party === fact.party) && hasEnded(current, fact, end),
      ),
  );
  if (current.perFact)
    return triggers.flatMap((trigger) => {
      // It is the clock of whoever asked, wherever the matter has gone since, and of nobody when that proceeding is over.
      const asking = caseFile.proceedings[trigger.proceeding ?? ''];
      if (asking === undefined || asking.endedOn !== null) return [];
      const own = { ...subject, proceeding: asking.id, organisation: asking.organisation };
      return [clockOf(caseFile, own, id, trigger, calendar)];
    });
  return latestPerParty(triggers, current.perParty).map((trigger) => clockOf(caseFile, subject, id, trigger, calendar));
}

/**
 * Whether a fact ended what another began: it was recorded later, or is of a later day, when the beginning was put on record
 * late. What counts back from a day to come (a hearing) is ended by what lies before it.
 */
function hasEnded({ kind }: ClockRule, begun: Fact, end: Fact): boolean {
  return end.seq > begun.seq || (kind !== 'leadTime' && isBefore(begun.occurredOn, end.occurredOn));
}

/** The latest standing fact; for rules that run per party, the latest of each party. */
function latestPerParty(facts: readonly Fact[], perParty: boolean): readonly Fact[] {
  if (!perParty) return facts.slice(-1);
  return [...new Map(facts.map((fact) => [fact.party, fact])).values()];
}

function clockOf(caseFile: CaseFile, subject: Subject, id: ClockRuleId, trigger: Fact, calendar: Calendar): Clock {
  const { rule, toConfirm } = ruleInForce(id, dayOf(trigger.occurredOn));
  const scope = subject.scope;
  const result = resultOf(caseFile, rule, scope, trigger, trigger.occurredOn, calendar);
  const first = trigger.amendedFrom[0]?.occurredOn;
  const before = first === undefined ? null : resultOf(caseFile, rule, scope, trigger, first, calendar).due;
  return {
    id: [id, subject.id, rule.perFact ? trigger.id : trigger.party].filter((part) => part !== null).join(':'),
    rule: id,
    kind: rule.kind,
    subject: { kind: subject.kind, id: subject.id },
    proceeding: subject.proceeding,
    party: rule.perParty ? trigger.party : null,
    organisation: subject.organisation,
    duty: rule.duty,
    expiry: rule.onExpiry.does,
    trigger: {
      fact: trigger.id,
      seq: trigger.seq,
      type: trigger.type,
      occurredOn: trigger.occurredOn,
      amendedFrom: trigger.amendedFrom.map((one) => one.occurredOn),
    },
    due: result.due,
    dueBeforeAmendment: before === result.due ? null : before,
    warnFrom: result.due === null ? null : daysBefore(result.due, rule.warnsBeforeDays),
    provisional: result.provisional,
    steps: result.steps,
    oldLawToConfirm: toConfirm !== null,
  };
}

function daysBefore(due: OccurredOn, days: number): LegalDate {
  return Temporal.PlainDate.from(due.slice(0, 10)).subtract({ days }).toString();
}

/** The due date: set by the other body where the rule says so, counted by the calendar otherwise. */
function resultOf(
  caseFile: CaseFile,
  rule: ClockRule,
  scope: FactScope,
  trigger: Fact,
  from: OccurredOn,
  calendar: Calendar,
): Due {
  const set = rule.dueOn === undefined ? undefined : trigger.values[rule.dueOn];
  if (typeof set === 'string')
    return {
      due: set,
      provisional: false,
      steps: [
        { kind: 'trigger', from },
        { kind: 'counted', to: set, reason: 'setByAuthority' },
      ],
    };
  if (rule.kind === 'leadTime')
    return countBack(dayOf(from), rule.amount, rule.unit === 'workingDay' ? rule.unit : 'calendarDay', calendar);
  const { amount, unit } = rule.termInFact ? termOf(trigger) : rule;
  const hours = unit === 'hour';
  if (hours && from.length < 16)
    return { due: null, provisional: true, steps: [{ kind: 'trigger', from, reason: 'minuteNeeded' }] };
  const term: Term = {
    trigger: hours ? from : dayOf(from),
    amount,
    unit,
    tolling: rule.tolledBy.flatMap((pair) => intervals(caseFile, scope, pair)),
    extensions: extensionsOf(caseFile, rule, scope, trigger),
  };
  return dueOf(term, calendar);
}

/** A term that an institution's rules set; the command that wrote the fact took it from them. */
function termOf({ values }: Fact): Pick<ClockRule, 'amount' | 'unit'> {
  return { amount: Number(values.amount), unit: values.unit as ClockRule['unit'] };
}

function intervals(caseFile: CaseFile, scope: FactScope, pair: ClockRule['tolledBy'][number]) {
  const ends = factsOf(caseFile, pair.to, scope);
  return factsOf(caseFile, pair.from, scope).map((start) => {
    const end = ends.find((one) => comesAfter(one, start));
    return {
      from: dayOf(start.occurredOn),
      to: end === undefined ? null : dayOf(end.occurredOn),
      reason: pair.reason.zh,
    };
  });
}

/**
 * Extensions after the trigger, as a sum; capped where the text caps it. A fact says `months`, or `days`, which are working
 * days where the term counts those. In a rule that runs per party, only those of the party or of nobody in particular.
 */
function extensionsOf(caseFile: CaseFile, rule: ClockRule, scope: FactScope, trigger: Fact): Term['extensions'] {
  const found = rule.extendedBy
    .flatMap((type) => factsOf(caseFile, type, scope))
    .filter((fact) => fact.seq > trigger.seq)
    .filter((fact) => !rule.perParty || fact.party === null || fact.party === trigger.party);
  const added = (value: 'days' | 'months', unit: TermUnit) => {
    const sum = found.reduce((total, fact) => total + Number(fact.values[value] ?? 0), 0);
    const allowed = Math.min(sum, rule.extendedAtMost ?? sum);
    return allowed === 0 ? [] : [{ amount: allowed, unit, reason: 'extended' }];
  };
  return [...added('months', 'month'), ...added('days', rule.unit === 'workingDay' ? 'workingDay' : 'calendarDay')];
}
