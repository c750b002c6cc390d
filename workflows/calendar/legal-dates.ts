/**
 * Whole days from `today` to the last day in time: 0 on that day itself (not overdue on its own day), negative after it.
 * Both may carry a time of day, which is left aside. Throws RangeError for an impossible date.
 */
export function daysLeft(due: string, today: string): number {
  return daysBetween(dateOf(today), dateOf(due));
}

/**
 * Whether a paper filed or posted on `filedOn` is in time (CPL 85: posted before expiry is in time), whatever the date is now.
 * With a time of day on both sides the moments are compared, otherwise the days: on its own day a filing is in time.
 */
export function isInTime(filedOn: string, due: string): boolean {
  if (hasTime(filedOn) && hasTime(due)) return Temporal.PlainDateTime.compare(momentOf(filedOn), momentOf(due)) <= 0;
  return daysLeft(due, filedOn) >= 0;
}

/** Reads the day of 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:mm'. Throws RangeError if there is no such day. */
export function dateOf(text: string): Temporal.PlainDate {
  if (hasTime(text)) return momentOf(text).toPlainDate();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`Not a date written YYYY-MM-DD: ${text}`);
  try {
    return covered(Temporal.PlainDate.from(text));
  } catch (cause) {
    throw new RangeError(`No such date between ${firstYear} and ${lastYear}: ${text}`, { cause });
  }
}

/**
 * Reads 'YYYY-MM-DDTHH:mm' as wall-clock time of Asia/Shanghai; no zone is needed to add hours, as the zone has had
 * no summer time since 1991. Throws RangeError if there is no such moment.
 */
export function momentOf(text: string): Temporal.PlainDateTime {
  if (!hasTime(text)) throw new RangeError(`Hours need a moment written YYYY-MM-DDTHH:mm: ${text}`);
  try {
    const moment = Temporal.PlainDateTime.from(text);
    covered(moment.toPlainDate());
    return moment;
  } catch (cause) {
    throw new RangeError(`No such moment between ${firstYear} and ${lastYear}: ${text}`, { cause });
  }
}

/** Writes a moment as 'YYYY-MM-DDTHH:mm'. */
export function written(moment: Temporal.PlainDateTime): string {
  covered(moment.toPlainDate());
  return moment.toString({ smallestUnit: 'minute' });
}

/** Gives the day back if the calendar reaches it, else throws RangeError: lunar dates are known for these years only. */
export function covered(date: Temporal.PlainDate): Temporal.PlainDate {
  if (date.year >= firstYear && date.year <= lastYear) return date;
  throw new RangeError(`The calendar covers ${firstYear} to ${lastYear}, not ${date}`);
}

/** Throws RangeError unless `amount` is a whole number above zero; `what` names it in the message. */
export function assertAmount(amount: number, what: string): void {
  if (!Number.isSafeInteger(amount) || amount < 1)
    throw new RangeError(`${what} must be a whole number above zero: ${amount}`);
}

export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days;
}

export function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

const firstYear = 1949;
const lastYear = 2099;

function hasTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);
}
