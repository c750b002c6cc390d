import { assertAmount, covered, dateOf } from './legal-dates.ts';
import { type Due, dueWith, provisionalSteps } from './term.ts';
import { type Calendar, workingDayOf } from './working-days.ts';

/**
 * The latest day on which something must have happened that has to happen `amount` days before `from` ('YYYY-MM-DD').
 * "At least three working days before the hearing" is counted back: the day of the hearing is not counted, the third
 * working day before it is the last one in time. A lead time in calendar days is not moved off a rest day: moving it on
 * would shorten the other side's time. Throws RangeError for an impossible date or amount.
 */
export function countBack(from: string, amount: number, unit: 'workingDay' | 'calendarDay', calendar: Calendar): Due {
  assertAmount(amount, unit);
  const event = dateOf(from);
  const { day, uncertain } =
    unit === 'workingDay'
      ? workingDaysBefore(event, amount, calendar)
      : { day: covered(event.subtract({ days: amount })), uncertain: [] };
  return dueWith(day.toString(), false, uncertain.length > 0, [
    { kind: 'trigger', from },
    { kind: 'counted', from: event.subtract({ days: 1 }).toString(), to: day.toString(), days: amount },
    ...provisionalSteps(uncertain),
  ]);
}

function workingDaysBefore(event: Temporal.PlainDate, amount: number, calendar: Calendar) {
  const uncertain: string[] = [];
  let day = event;
  for (let left = amount; left > 0; ) {
    day = day.subtract({ days: 1 });
    const { working, provisional } = workingDayOf(day, calendar);
    if (provisional) uncertain.unshift(day.toString());
    if (working) left--;
  }
  return { day, uncertain };
}
