import type { Id, LegalDate, OccurredOn } from '../workflows/case-file.ts';
import type { Clock } from '../workflows/derived.ts';

/** Which time limits of a desk are wanted. */
export interface ClockFilter {
  readonly organisation: Id;
  /** Only those that end on this day or later; null: however long ago. */
  readonly dueFrom: LegalDate | null;
  /** Only those that end by then: a day takes in its hours. Null: any, and last those without a date. */
  readonly dueUpTo: OccurredOn | null;
  /**
   * Only what may still be somebody's work on this day: a limit of a party that has passed is nobody's, and what follows from
   * it is a task. Null: all.
   */
  readonly workOn: LegalDate | null;
  readonly limit: number;
}

/** Whether the desk on which a limit stands must keep it itself. */
export function isOwnDuty({ duty }: Pick<Clock, 'duty'>): boolean {
  return duty === 'custodian' || duty === 'receiver';
}

/** Whether a limit is over at a minute: one in days when its day has passed, one in hours at its minute. */
export function isOver(due: OccurredOn, minute: OccurredOn): boolean {
  return due.length > 10 ? due < minute : due < minute.slice(0, 10);
}

/** Whether a limit may still be somebody's work on a day. */
export function isWorkOn({ due, duty }: Pick<Clock, 'due' | 'duty'>, day: LegalDate): boolean {
  return due !== null && due >= dueFromOf({ dueFrom: null, workOn: day }, isOwnDuty({ duty }));
}

/** From which day on limits that are the desk's own, or another's, are wanted; the empty text is before every day. */
export function dueFromOf({ dueFrom, workOn }: Pick<ClockFilter, 'dueFrom' | 'workOn'>, own: boolean): LegalDate | '' {
  const [first, work] = [dueFrom ?? '', own ? '' : (workOn ?? '')];
  return first > work ? first : work;
}
