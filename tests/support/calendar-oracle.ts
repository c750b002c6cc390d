/**
 * A second opinion on due dates, written independently of workflows/calendar: it lives each term day by day (hours minute
 * by minute) on plain day numbers, reads the holiday data itself and finds the lunar holidays of later years with Intl and
 * the solar one from the position of the sun.
 */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

export interface OracleTerm {
  trigger: string;
  amount: number;
  unit: string;
  tolling: { from: string; to: string | null }[];
  extensions: { amount: number; unit: string }[];
  hourReading?: string;
}

export interface Opinion {
  due: string | null;
  earliestDue: string | undefined;
  provisional: boolean;
}

export function dueByOracle(term: OracleTerm): Opinion {
  return term.unit === 'hour' ? livedInHours(term) : livedInDays(term);
}

/** The latest day before `from` with `amount` days (working days) from it up to the day before `from`. */
export function countBackByOracle(from: string, amount: number, workingDays: boolean): Opinion {
  let day = dayNumber(from);
  let provisional = false;
  let left = amount;
  while (left > 0) {
    day -= 1;
    if (workingDays && isUnsure(day)) provisional = true;
    if (!workingDays || isWorked(day)) left -= 1;
  }
  return { due: dayText(day), earliestDue: undefined, provisional };
}

export function workingDaysByOracle(after: string, upTo: string): number {
  let count = 0;
  for (let day = dayNumber(after) + 1; day <= dayNumber(upTo); day += 1) if (isWorked(day)) count += 1;
  return count;
}

function livedInDays(term: OracleTerm): Opinion {
  let day = dayNumber(term.trigger);
  let provisional = false;
  const worksOn = (asked: number) => {
    if (isUnsure(asked)) provisional = true;
    return isWorked(asked);
  };
  for (const { unit, amount } of summed(term)) {
    let left = unit === 'month' ? monthsLater(day, amount) - day : amount;
    while (left > 0) {
      day += 1;
      if (!isTolled(term, day) && (unit !== 'workingDay' || worksOn(day))) left -= 1;
    }
  }
  if (!worksOn(day)) {
    do day += 1;
    while (isTolled(term, day) || !worksOn(day));
  }
  const stillTolled = term.tolling.some(({ from, to }) => to === null && dayNumber(from) <= day);
  const text = dayText(day);
  return stillTolled
    ? { due: null, earliestDue: text, provisional }
    : { due: text, earliestDue: undefined, provisional };
}

function livedInHours(term: OracleTerm): Opinion {
  const [hour, minute] = term.trigger.slice(11).split(':').map(Number) as [number, number];
  let now = dayNumber(term.trigger) * minutesOfDay + hour * 60 + minute;
  if (term.hourReading !== 'exact') now += 60 - minute;
  let left = [term, ...term.extensions].reduce((minutes, { amount }) => minutes + amount * 60, 0);
  let stillTolled = false;
  while (left > 0) {
    const day = Math.floor(now / minutesOfDay);
    if (term.tolling.some(({ from, to }) => to === null && dayNumber(from) <= day)) stillTolled = true;
    if (!isTolled(term, day)) left -= 1;
    now += 1;
  }
  const inDay = now % minutesOfDay;
  const text = `${dayText(Math.floor(now / minutesOfDay))}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
  return stillTolled
    ? { due: null, earliestDue: text, provisional: false }
    : { due: text, earliestDue: undefined, provisional: false };
}

const minutesOfDay = 24 * 60;

function summed({ amount, unit, extensions }: OracleTerm): { unit: string; amount: number }[] {
  const sums: { unit: string; amount: number }[] = [];
  for (const part of [{ amount, unit }, ...extensions]) {
    const inMonths = part.unit === 'year' ? { unit: 'month', amount: part.amount * 12 } : part;
    const same = sums.find((sum) => sum.unit === inMonths.unit);
    if (same) same.amount += inMonths.amount;
    else sums.push({ unit: inMonths.unit, amount: inMonths.amount });
  }
  return sums;
}

/** Tolled by an interval that has ended; one still running is judged at the end. */
function isTolled(term: OracleTerm, day: number): boolean {
  return term.tolling.some(({ from, to }) => to !== null && dayNumber(from) <= day && day < dayNumber(to));
}

function isWorked(day: number): boolean {
  const text = dayText(day);
  const year = Number(text.slice(0, 4));
  const restDays: Record<string, string> = published.holidays;
  const workdays: Record<string, string> = published.workdays;
  if (year <= lastNotice && text in workdays) return true;
  if (year <= lastNotice ? text in restDays : thirteenDays(year).has(text)) return false;
  // Day 0 is 1970-01-01, a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday < 5;
}

function isUnsure(day: number): boolean {
  const text = dayText(day);
  const year = Number(text.slice(0, 4));
  return (
    year < 2004 ||
    year > lastNotice ||
    (year === lastNotice && text.slice(5) > '12-28') ||
    (year === 2003 && text.slice(5) > '12-28')
  );
}

const lastNotice = 2026;
const knownYears = new Map<number, Set<string>>();
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** In these years the new moon falls within minutes of midnight and Intl takes the wrong day; the almanac says: */
const springFestivalsAtMidnight: Record<number, string> = {
  1954: '1954-02-03',
  2027: '2027-02-06',
  2030: '2030-02-03',
};

/** The statutory holidays of a year, found by looking at each of its days. */
export function thirteenDays(year: number): Set<string> {
  const known = knownYears.get(year);
  if (known) return known;
  const found = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`));
  let spring = false;
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day += 1) {
    const month = Number(dayText(day).slice(5, 7));
    if (![1, 2, 4, 5, 6, 9, 10].includes(month)) continue;
    const moon = lunar.format(day * 86_400_000);
    const published = springFestivalsAtMidnight[year];
    if (published ? dayText(day) === published : moon === '1/1')
      for (const offset of [-1, 0, 1, 2]) found.add(dayText(day + offset));
    if (moon === '5/5' || moon === '8/15') found.add(dayText(day));
    if (month === 4 && !spring && sunLongitudeAtEndOf(day) >= 15) {
      found.add(dayText(day));
      spring = true;
    }
  }
  knownYears.set(year, found);
  return found;
}

/** Apparent longitude of the sun in degrees at midnight (China Standard Time) that ends the day; good to 0.01 degree. */
function sunLongitudeAtEndOf(day: number): number {
  const centuries = (day + 1 - 8 / 24 + 70 / 86_400 + 2_440_587.5 - 2_451_545) / 36_525;
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const anomaly = 357.52911 + 35_999.05029 * centuries;
  const centre = 1.914602 * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
  const nutation = 0.00569 + 0.00478 * sine(125.04 - 1934.136 * centuries);
  const longitude = 280.46646 + 36_000.76983 * centuries + centre - nutation;
  return ((longitude % 360) + 360) % 360;
}

function monthsLater(day: number, months: number): number {
  const [year, month, dayOfMonth] = dayText(day).split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const target = `${Math.floor(index / 12)}-${two((index % 12) + 1)}`;
  const lastOfMonth =
    [31, isLeap(Math.floor(index / 12)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][index % 12] ?? 0;
  return dayNumber(`${target}-${two(Math.min(dayOfMonth, lastOfMonth))}`);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01. */
export function dayNumber(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / 86_400_000;
}

export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
