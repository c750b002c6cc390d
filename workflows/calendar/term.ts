import { assertAmount, dateOf, isBefore } from './legal-dates.ts';

export type TermUnit = 'hour' | 'workingDay' | 'calendarDay' | 'month' | 'year';

/** A stretch of legal dates `[from, to)` that does not count; `to` is null while it still runs. */
export interface Toll {
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

export interface Extension {
  readonly amount: number;
  readonly unit: TermUnit;
  readonly reason: string;
}

/**
 * A term: `amount` of `unit` from the day or moment `trigger` ('YYYY-MM-DD' or 'YYYY-MM-DDTHH:mm').
 * An hour term needs a moment and takes hour extensions only. `hourReading` says from when hours run
 * (by default the next full hour).
 */
export interface Term {
  readonly trigger: string;
  readonly amount: number;
  readonly unit: TermUnit;
  readonly tolling?: readonly Toll[];
  readonly extensions?: readonly Extension[];
  readonly hourReading?: HourReading;
}

export type HourReading = 'nextFullHour' | 'exact';

/**
 * One step of the proof of a due date, as data:
 * - `trigger`: from = the triggering day or moment
 * - `startsNextDay`: from = the first day counted
 * - `counted`: from, to = first and last day of the bare term, days = its days (working days in a working-day term);
 *   in hours from and to are moments and reason is the reading taken
 * - `extended`: from, to = last day before and after this extension, reason
 * - `tolled`: from, to = `[from, to)` as far as no earlier step shows it, days = days the term lost by it, reason;
 *   no `to` and no `days` while it still runs
 * - `movedToWorkingDay`: from, to = the rest day on which the term ended and the day it moved to, reason = why it is a rest day
 * - `provisional`: from, to = first and last of the days that decided the result without an official notice, days = how many
 */
export interface DueStep {
  readonly kind: 'trigger' | 'startsNextDay' | 'counted' | 'tolled' | 'extended' | 'movedToWorkingDay' | 'provisional';
  readonly from?: string;
  readonly to?: string;
  readonly days?: number;
  readonly reason?: string;
}

/**
 * `due` is the last day (or moment) in time; null while an open toll holds the term: then `earliestDue` is the day before
 * which it cannot end. `provisional`: a day that decided the result has no official holiday notice yet.
 */
export interface Due {
  readonly due: string | null;
  readonly earliestDue?: string;
  readonly provisional: boolean;
  readonly steps: readonly DueStep[];
}

/** Throws RangeError for a term that cannot be meant; the trigger is checked where it is read. */
export function assertTerm(term: Term): void {
  for (const { amount, unit } of [term, ...(term.extensions ?? [])]) {
    assertAmount(amount, unit);
    if ((unit === 'hour') !== (term.unit === 'hour')) {
      throw new RangeError(`A term in ${term.unit} cannot be extended by ${unit}: hours and days do not add up`);
    }
  }
  for (const { from, to } of term.tolling ?? []) {
    const start = dateOf(from);
    if (to !== null && isBefore(dateOf(to), start))
      throw new RangeError(`A toll cannot end before it begins: ${from} to ${to}`);
  }
}

/** The result with the last day (or moment) found, held back if an open toll reaches it. */
export function dueWith(last: string, heldByOpenToll: boolean, provisional: boolean, steps: readonly DueStep[]): Due {
  return heldByOpenToll ? { due: null, earliestDue: last, provisional, steps } : { due: last, provisional, steps };
}

/** The step that names the days, in order, that decided without an official notice; none if there are none. */
export function provisionalSteps(days: readonly string[]): DueStep[] {
  const [from, to] = [days.at(0), days.at(-1)];
  return from && to ? [{ kind: 'provisional', from, to, days: days.length, reason: 'noticeNotKnown' }] : [];
}
