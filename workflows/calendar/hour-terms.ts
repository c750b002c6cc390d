import { momentOf, written } from './legal-dates.ts';
import { type Due, type DueStep, dueWith, type Term } from './term.ts';
import { endedTolls, openToll } from './tolling.ts';

/** The last moment in time of a term in hours: holidays do not matter, tolled days do. Throws RangeError without a moment. */
export function dueInHours(term: Term): Due {
  const reading = term.hourReading ?? 'nextFullHour';
  const trigger = momentOf(term.trigger);
  // The hour in which the trigger falls is not counted, so a trigger at 10:00 sharp starts at 11:00 too.
  const start =
    reading === 'exact' ? trigger : trigger.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 });
  const extensions = term.extensions ?? [];
  const endWith = (count: number) => {
    return start.add({ hours: extensions.slice(0, count).reduce((hours, { amount }) => hours + amount, term.amount) });
  };
  const steps: DueStep[] = [
    { kind: 'trigger', from: term.trigger },
    { kind: 'counted', from: written(start), to: written(endWith(0)), reason: reading },
    ...extensions.map(({ reason }, index): DueStep => {
      return { kind: 'extended', from: written(endWith(index)), to: written(endWith(index + 1)), reason };
    }),
  ];

  let end = endWith(extensions.length);
  for (const toll of endedTolls(term.tolling ?? [], start.toPlainDate())) {
    const from = laterOf(toll.from.toPlainDateTime(), start);
    if (Temporal.PlainDateTime.compare(from, end) >= 0) break;
    const to = toll.to.toPlainDateTime();
    end = end.add(from.until(to));
    steps.push({ kind: 'tolled', from: written(from), to: written(to), reason: toll.reason });
  }
  const open = openToll(term.tolling ?? [], start.toPlainDate());
  const openFrom = open ? laterOf(open.from.toPlainDateTime(), start) : end;
  const held = Temporal.PlainDateTime.compare(openFrom, end) < 0;
  if (open && held) steps.push({ kind: 'tolled', from: written(openFrom), reason: open.reason });
  return dueWith(written(end), held, false, steps);
}

function laterOf(one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.compare(one, other) < 0 ? other : one;
}
