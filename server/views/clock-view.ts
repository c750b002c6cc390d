import {
  type Clock,
  clocksOf,
  type DueStep,
  dayOf,
  daysLeft,
  factLabel,
  type Id,
  ruleInForce,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { citation, type OrganisationView, organisationView, partyName, same } from './names.ts';

/** How a clock looks today. Only a limit of the law can be `overdue`; a guideline that has passed is `passed`. */
export type ClockState = 'running' | 'near' | 'dueToday' | 'overdue' | 'passed' | 'suspended';

/** Everything needed to recompute a due date by hand. */
export interface ClockProof {
  readonly rule: Text;
  readonly basis: readonly Text[];
  readonly trigger: {
    readonly label: Text;
    readonly occurredOn: string;
    readonly entry: number;
    readonly amendedFrom: readonly string[];
  };
  readonly calendar: Text;
  readonly tolling: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly days: number;
    readonly reason: Text;
  }[];
  readonly steps: readonly Text[];
  readonly consequence: Text;
  /** What to do when the day has passed. */
  readonly onExpiry: Text;
  readonly moved: Text | null;
}

export interface ClockView {
  readonly id: string;
  readonly rule: string;
  readonly label: Text;
  readonly kind: Clock['kind'];
  readonly duty: Clock['duty'];
  readonly subject: Clock['subject'];
  readonly proceeding: Id | null;
  readonly party: Text | null;
  readonly organisation: OrganisationView;
  /** `YYYY-MM-DD`, or with the minute for a limit in hours; null while time stands still. */
  readonly due: string | null;
  readonly unit: 'day' | 'hour';
  readonly daysLeft: number | null;
  readonly state: ClockState;
  /** 暂定: the holidays of that year are not announced yet. */
  readonly provisional: boolean;
  /** 待核实: the rule was not read in the instrument's own text. */
  readonly toVerify: boolean;
  /** 适用旧法待核实. */
  readonly oldLawToConfirm: boolean;
  readonly proof: ClockProof;
}

/** The clocks of a case that this viewer may see, nearest first. Days left are counted now. */
export function clockViews(look: Look): readonly ClockView[] {
  return clocksOf(look.caseFile, look.given.calendar)
    .filter((clock) => maySeeClock(look, clock))
    .map((clock) => clockView(look, clock))
    .toSorted((left, right) => (left.due ?? '9999').localeCompare(right.due ?? '9999'));
}

function maySeeClock({ visible }: Look, { subject, party }: Clock): boolean {
  if (party !== null && !visible.parties.has(party)) return false;
  if (subject.kind === 'matter') return visible.matters.has(subject.id);
  if (subject.kind === 'handoff') return visible.handoff(subject.id);
  return visible.fully(subject.id);
}

export function clockView(look: Look, clock: Clock): ClockView {
  const { rule } = ruleInForce(clock.rule, dayOf(clock.trigger.occurredOn));
  const { today } = look.given;
  const left = clock.due === null ? null : daysLeft(clock.due, today);
  return {
    id: clock.id,
    rule: clock.rule,
    label: rule.label,
    kind: clock.kind,
    duty: clock.duty,
    subject: clock.subject,
    proceeding: clock.proceeding,
    party: clock.party === null ? null : partyName(look, clock.party),
    organisation: organisationView(look, clock.organisation),
    due: clock.due,
    unit: rule.unit === 'hour' ? 'hour' : 'day',
    daysLeft: left,
    state: stateOf(clock, left, look.given.now),
    provisional: clock.provisional,
    toVerify: rule.verified !== 'text',
    oldLawToConfirm: clock.oldLawToConfirm,
    proof: proofOf(look, clock),
  };
}

/** The state of a clock `left` days before its due day; a limit in hours is over at its minute. */
export function stateOf(clock: Pick<Clock, 'due' | 'kind' | 'warnFrom'>, left: number | null, now: string): ClockState {
  if (clock.due === null || left === null) return 'suspended';
  const over = clock.due.length > 10 ? clock.due < now.slice(0, 16) : left < 0;
  if (over) return clock.kind === 'statutory' ? 'overdue' : 'passed';
  if (left === 0) return 'dueToday';
  return clock.warnFrom !== null && clock.warnFrom <= now.slice(0, 10) ? 'near' : 'running';
}

function proofOf(look: Look, clock: Clock): ClockProof {
  const { rule } = ruleInForce(clock.rule, dayOf(clock.trigger.occurredOn));
  const { trigger, steps } = clock;
  const before = clock.dueBeforeAmendment;
  return {
    rule: rule.label,
    basis: rule.basis.map(citation),
    trigger: {
      label: factLabel(trigger.type),
      occurredOn: trigger.occurredOn,
      entry: trigger.seq,
      amendedFrom: trigger.amendedFrom,
    },
    calendar: same(look.given.calendar.version),
    tolling: steps.flatMap((step) =>
      step.kind === 'tolled'
        ? [{ from: step.from ?? '', until: step.to ?? null, days: step.days ?? 0, reason: reasonOf(step) }]
        : [],
    ),
    steps: steps.map(stepText),
    consequence: rule.consequence,
    onExpiry: rule.onExpiry.text,
    moved:
      before === null
        ? null
        : text(
            `起算日更正前为 ${before}，更正后为 ${clock.due ?? '—'}。`,
            `Before its first day was corrected it ended on ${before}; now on ${clock.due ?? '—'}.`,
          ),
  };
}

/** One step of the proof of a due date, as a sentence. */
export function stepText(step: DueStep): Text {
  const { from = '', to = '', days = 0 } = step;
  const reason = reasonOf(step);
  switch (step.kind) {
    case 'trigger':
      return step.reason === undefined
        ? text(`起算事实发生于 ${moment(from)}。`, `The triggering fact was on ${moment(from)}.`)
        : text(
            `起算事实发生于 ${moment(from)}，${reason.zh}。`,
            `The triggering fact was on ${moment(from)}; ${reason.en}.`,
          );
    case 'startsNextDay':
      return text(
        `开始的当日不计算，自 ${from} 起算。`,
        `The day of the fact is not counted; counting begins on ${from}.`,
      );
    case 'counted':
      if (step.reason === 'setByAuthority')
        return text(`届满日由有权机关确定为 ${to}。`, `The last day was set as ${to}.`);
      return text(
        `期间为 ${moment(from)} 至 ${moment(to)}${days > 0 ? `，计 ${days} 日` : ''}。`,
        `The term runs from ${moment(from)} to ${moment(to)}${days > 0 ? `, ${days} days` : ''}.`,
      );
    case 'extended':
      return text(`延长后由 ${from} 顺延至 ${to}。`, `An extension moves the last day from ${from} to ${to}.`);
    case 'tolled':
      return to === ''
        ? text(`自 ${from} 起暂停计算（${reason.zh}）。`, `From ${from} time stands still (${reason.en}).`)
        : text(
            `${from} 至 ${to} 不计入，${days} 日（${reason.zh}）。`,
            `${from} to ${to} is not counted, ${days} days (${reason.en}).`,
          );
    case 'movedToWorkingDay':
      return text(
        `最后一日 ${from} 为休息日，顺延至 ${to}。`,
        `The last day ${from} is a day of rest; the term ends on ${to}.`,
      );
    case 'provisional':
      return text(
        `${from}${to !== '' && to !== from ? ` 至 ${to}` : ''} 的放假安排尚未公布，结果为暂定。`,
        `The holidays of ${from}${to !== '' && to !== from ? ` to ${to}` : ''} are not announced yet; the result is provisional.`,
      );
  }
}

const moment = (value: string) => value.replace('T', ' ');

const reasons: Readonly<Record<string, Text>> = {
  minuteNeeded: text('按小时计算的期限需要精确到分钟的时间', 'a limit in hours needs the minute'),
  nextFullHour: text('自次一整点起算', 'from the next full hour'),
  exact: text('自该时刻起算', 'from that moment'),
  extended: text('延长', 'extended'),
};

/** Reasons of tolling come from the rule in Chinese; the rest are codes. */
function reasonOf({ reason = '' }: DueStep): Text {
  return reasons[reason] ?? same(reason);
}
