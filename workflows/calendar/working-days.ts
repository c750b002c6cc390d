import { covered, dateOf, daysBetween, isBefore } from './legal-dates.ts';
import { holidaysComputed } from './statutory-holidays.ts';

/** The rest days of one year, dates 'YYYY-MM-DD': `off` are days off, `work` the weekends on which people work instead. */
export interface HolidayYear {
  readonly year: number;
  readonly off: readonly string[];
  readonly work: readonly string[];
  readonly source: string;
  readonly basis: 'official' | 'computed';
}

/** The holiday notices known; `version` names their content, for derived rows. */
export interface Calendar {
  readonly version: string;
  readonly years: Readonly<Record<number, HolidayYear>>;
}

/** What makes a day a working day or not. */
export type DayKind = 'weekday' | 'makeUpWorkday' | 'weekend' | 'holiday';

/** `provisional`: no official notice stands behind the answer yet. */
export interface WorkingDay {
  readonly working: boolean;
  readonly provisional: boolean;
  readonly why: DayKind;
}

/** Whether people work on `date` ('YYYY-MM-DD'). Throws RangeError for an impossible date. */
export function isWorkingDay(date: string, calendar: Calendar): WorkingDay {
  return workingDayOf(dateOf(date), calendar);
}

/**
 * Working days after `today` up to and including the last day in time: 0 on that day itself,
 * negative after it (working days gone by since). Throws RangeError for an impossible date.
 */
export function workingDaysLeft(due: string, today: string, calendar: Calendar): number {
  const [lastDay, now] = [dateOf(due), dateOf(today)];
  const [earlier, later, sign] = isBefore(lastDay, now) ? [lastDay, now, -1] : [now, lastDay, 1];
  let count = 0;
  for (let offset = daysBetween(earlier, later); offset > 0; offset--) {
    if (workingDayOf(earlier.add({ days: offset }), calendar).working) count++;
  }
  return count === 0 ? 0 : sign * count;
}

export function workingDayOf(date: Temporal.PlainDate, calendar: Calendar): WorkingDay {
  const ownNotice = calendar.years[covered(date).year] ?? holidaysComputed(date.year);
  const notices = isDecidedByNextNotice(date) ? [calendar.years[date.year + 1], ownNotice] : [ownNotice];
  const why = kindOf(date, notices);
  return {
    working: why === 'weekday' || why === 'makeUpWorkday',
    provisional: notices.some((notice) => notice?.basis !== 'official'),
    why,
  };
}

/**
 * The notice of a year reaches back into the last days of December around its New Year (2006, 2007, 2011, 2018, 2022;
 * never before the 29th), so these days hang on two notices, of which the later one prevails.
 */
export function isDecidedByNextNotice(date: Temporal.PlainDate): boolean {
  return date.month === 12 && date.day >= 29;
}

function kindOf(date: Temporal.PlainDate, notices: readonly (HolidayYear | undefined)[]): DayKind {
  const text = date.toString();
  for (const notice of notices) {
    if (notice?.work.includes(text)) return 'makeUpWorkday';
    if (notice?.off.includes(text)) return 'holiday';
  }
  return date.dayOfWeek > 5 ? 'weekend' : 'weekday';
}
