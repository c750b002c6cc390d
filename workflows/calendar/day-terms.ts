import { covered, dateOf, daysBetween, isBefore } from './legal-dates.ts';
import { type Due, type DueStep, dueWith, type Extension, provisionalSteps, type Term, type TermUnit } from './term.ts';
import { endedTolls, openToll, type Stretch } from './tolling.ts';
import { type Calendar, workingDayOf } from './working-days.ts';

/** The last day in time of a term in days, months or years. Throws RangeError where it runs out of the calendar. */
export function dueInDays(term: Term, calendar: Calendar): Due {
  const trigger = dateOf(term.trigger);
  const firstDay = trigger.add({ days: 1 });
  const tolling = term.tolling ?? [];

  const walk = walkFrom(trigger, endedTolls(tolling, firstDay), calendar);
  walkThrough(walk, spansOf(term, term.extensions ?? []));
  const end = walk.day;
  const restDay = moveToWorkingDay(walk);
  const last = walk.day.toString();
  const open = openToll(tolling, firstDay);
  const held = open !== null && !isBefore(walk.day, open.from);

  const steps: DueStep[] = [
    { kind: 'trigger', from: term.trigger },
    { kind: 'startsNextDay', from: firstDay.toString() },
    ...bareSteps(term, trigger, calendar),
    ...tolledSteps(walk),
  ];
  if (held) steps.push({ kind: 'tolled', from: open.from.toString(), reason: open.reason });
  if (restDay) steps.push({ kind: 'movedToWorkingDay', from: end.toString(), to: last, reason: restDay });
  steps.push(...provisionalSteps(walk.uncertain));
  return dueWith(last, held, walk.uncertain.length > 0, steps);
}

/** A walk along the calendar from the trigger to the last day, remembering the days that were lost and those not yet sure. */
interface Walk {
  readonly calendar: Calendar;
  readonly tolls: readonly Stretch[];
  readonly daysLost: Map<Stretch, number>;
  readonly uncertain: string[];
  day: Temporal.PlainDate;
}

function walkFrom(day: Temporal.PlainDate, tolls: readonly Stretch[], calendar: Calendar): Walk {
  return { calendar, tolls, daysLost: new Map(), uncertain: [], day };
}

/** How much of each unit the term runs, extensions included; years are counted as twelve months. */
function spansOf(term: Term, extensions: readonly Extension[]): Map<TermUnit, number> {
  const spans = new Map<TermUnit, number>();
  for (const { amount, unit } of [term, ...extensions]) {
    const [counted, factor]: [TermUnit, number] = unit === 'year' ? ['month', 12] : [unit, 1];
    spans.set(counted, (spans.get(counted) ?? 0) + amount * factor);
  }
  return spans;
}

function walkThrough(walk: Walk, spans: ReadonlyMap<TermUnit, number>): void {
  for (const [unit, amount] of spans) {
    if (unit === 'workingDay') walkWorkingDays(walk, amount);
    else walkTo(walk, walk.day.add(unit === 'month' ? { months: amount } : { days: amount }));
  }
}

/** To the day that would be the last one, and further by every day tolled on the way. */
function walkTo(walk: Walk, untolledEnd: Temporal.PlainDate): void {
  const start = walk.day;
  walk.day = covered(untolledEnd);
  for (const toll of walk.tolls) {
    if (!isBefore(start, toll.from)) continue;
    if (isBefore(walk.day, toll.from)) break;
    const days = daysBetween(toll.from, toll.to);
    lose(walk, toll, days);
    walk.day = covered(walk.day.add({ days }));
  }
}

function walkWorkingDays(walk: Walk, amount: number): void {
  for (let left = amount; left > 0; ) {
    walk.day = walk.day.add({ days: 1 });
    const toll = tollOn(walk);
    const { working, provisional } = workingDayOf(walk.day, walk.calendar);
    if (working && toll) lose(walk, toll, 1);
    else if (working) left--;
    if (!toll && provisional) walk.uncertain.push(walk.day.toString());
  }
}

/** From a rest day to the first working day that is not tolled; returns why it was a rest day, null if it was none. */
function moveToWorkingDay(walk: Walk): string | null {
  let restDay: string | null = null;
  for (;;) {
    const { working, provisional, why } = workingDayOf(walk.day, walk.calendar);
    const toll = restDay === null ? undefined : tollOn(walk);
    if (toll) lose(walk, toll, 1);
    // Working-day terms have looked at their last day before.
    else if (provisional && walk.uncertain.at(-1) !== walk.day.toString()) walk.uncertain.push(walk.day.toString());
    if (working && !toll) return restDay;
    restDay ??= why;
    walk.day = walk.day.add({ days: 1 });
  }
}

function tollOn(walk: Walk): Stretch | undefined {
  return walk.tolls.find((toll) => !isBefore(walk.day, toll.from) && isBefore(walk.day, toll.to));
}

function lose(walk: Walk, toll: Stretch, days: number): void {
  walk.daysLost.set(toll, (walk.daysLost.get(toll) ?? 0) + days);
}

/** The bare term and what each extension adds to it, before any tolling. */
function bareSteps(term: Term, trigger: Temporal.PlainDate, calendar: Calendar): DueStep[] {
  const extensions = term.extensions ?? [];
  const endWith = (count: number) => {
    const walk = walkFrom(trigger, [], calendar);
    walkThrough(walk, spansOf(term, extensions.slice(0, count)));
    return walk.day;
  };
  const end = endWith(0);
  const days = term.unit === 'workingDay' ? term.amount : daysBetween(trigger, end);
  return [
    { kind: 'counted', from: trigger.add({ days: 1 }).toString(), to: end.toString(), days },
    ...extensions.map(({ reason }, index): DueStep => {
      return { kind: 'extended', from: endWith(index).toString(), to: endWith(index + 1).toString(), reason };
    }),
  ];
}

function tolledSteps(walk: Walk): DueStep[] {
  return [...walk.daysLost].map(([toll, days]): DueStep => {
    return { kind: 'tolled', from: toll.from.toString(), to: toll.to.toString(), days, reason: toll.reason };
  });
}
