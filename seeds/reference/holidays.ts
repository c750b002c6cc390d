import { createHash } from 'node:crypto';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import chineseDays from 'chinese-days/package.json' with { type: 'json' };
import { assertNotice, type Calendar, type HolidayYear } from '../../workflows/calendar.ts';

/** The calendar with every holiday notice published so far (2004-2026); the engine computes later years itself. */
export function yantaiCalendar(): Calendar {
  const daysOff = byYear(Object.keys(published.holidays));
  const workdays = byYear(Object.keys(published.workdays));
  return calendarOf([...daysOff].map(([year, off]) => officialYear(year, off, workdays.get(year) ?? [])));
}

/**
 * The calendar with one more notice of the State Council, or with a corrected one in place of the year it had.
 * Throws RangeError, naming the day, for a notice that cannot be right (see `assertNotice`).
 */
export function withNotice(calendar: Calendar, year: HolidayYear): Calendar {
  assertNotice(year);
  return calendarOf([...Object.values(calendar.years).filter((known) => known.year !== year.year), year]);
}

function calendarOf(notices: readonly HolidayYear[]): Calendar {
  const years = notices.toSorted((one, other) => one.year - other.year);
  // Where a notice was found does not change a due date: the version names the days only.
  const content = years.map(({ year, basis, off, work }) => [year, basis, off.toSorted(), work.toSorted()]);
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  return {
    version: `${years.at(0)?.year}-${years.at(-1)?.year}-${digest}`,
    years: Object.fromEntries(years.map((notice) => [notice.year, notice])),
  };
}

function officialYear(year: number, off: readonly string[], work: readonly string[]): HolidayYear {
  const source = `国务院办公厅关于${year}年部分节假日安排的通知（据 chinese-days ${chineseDays.version} 数据）`;
  return { year, off, work, source, basis: 'official' };
}

function byYear(dates: readonly string[]): Map<number, string[]> {
  return Map.groupBy(dates.toSorted(), (date) => Temporal.PlainDate.from(date).year);
}
