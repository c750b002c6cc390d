import type { Text } from '../text.ts';

/** A time limit that was read and that no clock of the program keeps, with the reason. */
export interface ClockNotKept {
  readonly label: Text;
  readonly why: Text;
}

/** Time limits of the reading notes without a clock, by their id. Shown on the page of clocks, so that nobody relies on them. */
export const clocksNotKept: Readonly<Record<string, ClockNotKept>> = {};
