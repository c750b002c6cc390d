/**
 * The calendar of the law: working days, terms and their due dates (CPL 85, CPLI 125, CC 200-204).
 * Pure. The holidays are an argument; a year without an official notice is computed and the result says so.
 * All dates are legal dates of Asia/Shanghai written 'YYYY-MM-DD', moments 'YYYY-MM-DDTHH:mm', 1949 to 2099.
 */
import { dueInDays } from './calendar/day-terms.ts';
import { dueInHours } from './calendar/hour-terms.ts';
import { assertTerm, type Due, type Term } from './calendar/term.ts';
import type { Calendar } from './calendar/working-days.ts';

export { countBack } from './calendar/lead-times.ts';
export { daysLeft, isInTime } from './calendar/legal-dates.ts';
export { assertNotice } from './calendar/notices.ts';
export { holidaysComputed } from './calendar/statutory-holidays.ts';
export type { Due, DueStep, Term, TermUnit, Toll } from './calendar/term.ts';
export {
  type Calendar,
  type DayKind,
  type HolidayYear,
  isWorkingDay,
  type WorkingDay,
  workingDaysLeft,
} from './calendar/working-days.ts';

/**
 * The last day (or moment) in time of a term, with its proof.
 * - The start day is not counted; months and years end on the corresponding day of the trigger, or on the month's end
 *   where there is none (CPLI 125, CC 201-202).
 * - A last day on a rest day moves to the first working day after it (CPL 85, CC 203); hours never move.
 * - A working-day term counts working days only, make-up workdays among them.
 * - Days tolled before the due date are not counted, in actual days; of a working-day term only its working days are lost.
 * - Extensions are summed with the term from the trigger: the term's own unit first, then other units as listed.
 * - Hours run from the next full hour (CPLI 125: the hour of the trigger is not counted) or from the exact moment (CC 201).
 *
 * Throws RangeError for impossible dates, amounts or combinations of units.
 */
export function dueOf(term: Term, calendar: Calendar): Due {
  assertTerm(term);
  return term.unit === 'hour' ? dueInHours(term) : dueInDays(term, calendar);
}
