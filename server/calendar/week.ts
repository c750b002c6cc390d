/** A week of the calendar, from Monday to Sunday, by its ISO number. */
export interface Week {
  /** `2026-W48`. */
  readonly name: string;
  readonly monday: Temporal.PlainDate;
  readonly sunday: Temporal.PlainDate;
}

/** The week in which a day lies. */
export function weekOf(day: Temporal.PlainDate): Week {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const number = String(monday.weekOfYear).padStart(2, '0');
  return { name: `${monday.yearOfWeek}-W${number}`, monday, sunday: monday.add({ days: 6 }) };
}

/** The week of a name as `2026-W48`; null when there is no such week. */
export function weekNamed(name: string): Week | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  if (year === undefined || number === undefined) return null;
  // The fourth of January always lies in the first week.
  const first = weekOf(Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 }));
  const week = weekOf(first.monday.add({ weeks: Number(number) - 1 }));
  return week.name === name ? week : null;
}

/** The days of a week, Monday first. */
export function daysOf({ monday }: Week): readonly string[] {
  return Array.from({ length: 7 }, (_, index) => monday.add({ days: index }).toString());
}
