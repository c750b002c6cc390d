import { covered } from './legal-dates.ts';
import type { HolidayYear } from './working-days.ts';

/**
 * The thirteen days of 全国年节及纪念日放假办法 art. 2 (text in force since 2025-01-01), for a year whose notice is not known.
 * Days given back for weekends (art. 6) and make-up workdays are left to the notice: leaving them out makes a term end
 * earlier rather than later, which is the safer side for a warning. Throws RangeError outside 1949 to 2099.
 */
export function holidaysComputed(year: number): HolidayYear {
  const known = computedYears.get(year);
  if (known) return known;
  if (!Number.isInteger(year)) throw new RangeError(`Not a year: ${year}`);
  const newYear = covered(Temporal.PlainDate.from({ year, month: 1, day: 1 }));
  const springFestival = lunarDay(year, 'M01', 1);
  const days = [
    newYear,
    ...[-1, 0, 1, 2].map((offset) => springFestival.add({ days: offset })),
    Temporal.PlainDate.from({ year, month: 4, day: dayOfClearAndBright(year) }),
    Temporal.PlainDate.from({ year, month: 5, day: 1 }),
    Temporal.PlainDate.from({ year, month: 5, day: 2 }),
    lunarDay(year, 'M05', 5),
    lunarDay(year, 'M08', 15),
    ...[1, 2, 3].map((day) => Temporal.PlainDate.from({ year, month: 10, day })),
  ];
  // Mid-Autumn may fall into the National Day holiday (2028): a day off is a day off once.
  const off = [...new Set(days.map(String))].sort();
  const computed: HolidayYear = {
    year,
    off,
    work: [],
    source: '全国年节及纪念日放假办法（2025年1月1日起施行）第二条',
    basis: 'computed',
  };
  computedYears.set(year, computed);
  return computed;
}

/** Answers that cannot change, kept because every day of a long term asks for its year. */
const computedYears = new Map<number, HolidayYear>();

/**
 * The runtime's own Chinese calendar: tables compiled into the pinned Node, with no locale, zone or file behind them. It
 * agrees with the almanac from 1949 to 2099, where Intl, which computes the moon, is a day off in 1954, 2027 and 2030.
 */
function lunarDay(year: number, monthCode: string, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day }).withCalendar('iso8601');
}

/**
 * Day in April of 清明, when the sun reaches 15 degrees: the mean solar year drifts 0.2422 days a year against the calendar
 * and every leap day takes one back. The constants are those of the almanac for the two centuries.
 */
function dayOfClearAndBright(year: number): number {
  const yearOfCentury = year % 100;
  const constant = year < 2000 ? 5.59 : 4.81;
  return Math.floor(yearOfCentury * 0.2422 + constant) - Math.floor(yearOfCentury / 4);
}
