import { dateOf, isBefore } from './legal-dates.ts';
import type { Toll } from './term.ts';

/** A stretch `[from, to)` of days that do not count. */
export interface Stretch {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly reason: string;
}

/**
 * The ended tolls as stretches in order that do not overlap, none before `notBefore`: a day tolled twice is lost once,
 * and a day before the term runs is not lost at all.
 */
export function endedTolls(tolling: readonly Toll[], notBefore: Temporal.PlainDate): Stretch[] {
  const stretches: Stretch[] = [];
  let free = notBefore;
  for (const toll of inOrder(tolling)) {
    if (toll.to === null) continue;
    const from = later(dateOf(toll.from), free);
    const to = dateOf(toll.to);
    if (!isBefore(from, to)) continue;
    stretches.push({ from, to, reason: toll.reason });
    free = to;
  }
  return stretches;
}

/** The toll that still runs and began first, its start not before `notBefore`; null if every toll has ended. */
export function openToll(tolling: readonly Toll[], notBefore: Temporal.PlainDate): Omit<Stretch, 'to'> | null {
  const toll = inOrder(tolling).find(({ to }) => to === null);
  return toll ? { from: later(dateOf(toll.from), notBefore), reason: toll.reason } : null;
}

function inOrder(tolling: readonly Toll[]): Toll[] {
  return tolling.toSorted((one, other) => Temporal.PlainDate.compare(dateOf(one.from), dateOf(other.from)));
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return isBefore(one, other) ? other : one;
}
