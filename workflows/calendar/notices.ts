import { dateOf } from './legal-dates.ts';
import { holidaysComputed } from './statutory-holidays.ts';
import { type HolidayYear, isDecidedByNextNotice } from './working-days.ts';

/**
 * Throws RangeError, naming the day, for a notice that cannot be right: not official, without a source, a day that is no
 * day of its year (or of the last days of the December before), a day named twice, a make-up workday that is no weekend,
 * or a statutory holiday that is missing (asked of the years since 2025, whose law the engine computes).
 */
export function assertNotice({ year, off, work, source, basis }: HolidayYear): void {
  if (basis !== 'official' || source.trim() === '')
    throw new RangeError(`The notice for ${year} must be official and name its source`);
  const statutory = holidaysComputed(year).off;
  const days = [...off, ...work];
  for (const [index, day] of days.entries()) {
    const date = dateOf(day);
    const belongs = date.year === year || (date.year === year - 1 && isDecidedByNextNotice(date));
    if (!belongs || date.toString() !== day) throw new RangeError(`${day} is no day of the notice for ${year}`);
    if (days.indexOf(day) !== index) throw new RangeError(`${day} is named twice in the notice for ${year}`);
  }
  const weekday = work.find((day) => dateOf(day).dayOfWeek <= 5);
  if (weekday)
    throw new RangeError(`${weekday} is no weekend: it cannot be a make-up workday in the notice for ${year}`);
  const missing = statutory.find((day) => !off.includes(day));
  if (missing && year >= 2025)
    throw new RangeError(`${missing} is a statutory holiday and missing in the notice for ${year}`);
}
