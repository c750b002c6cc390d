import type { Actor, Id, LegalDate } from '../workflows/case-file.ts';
import type { Task } from '../workflows/derived.ts';
import type { Role } from '../workflows/reference.ts';

/** Whose a task is: that of one of these persons, or of anyone who has one of these roles. */
export interface TaskHolders {
  readonly persons: readonly Id[];
  readonly roles: readonly Role[];
}

/** Which tasks of a desk are wanted. */
export interface TaskFilter {
  readonly organisation: Id;
  /** Null: anybody's there. */
  readonly whose: TaskHolders | null;
  /** Only what is shown on this day: a task with a lead time waits for it. */
  readonly shownOn: LegalDate;
  readonly limit: number;
}

/** Whose tasks are an actor's: its own, those of whom it stands in for, and what anyone of its roles may do. */
export function holdersOf({ person, standsInFor = [], roles }: Actor): TaskHolders {
  return { persons: [person, ...standsInFor], roles };
}

/** Whether a task is one of theirs. */
export function isTaskOf({ person, role }: Pick<Task, 'person' | 'role'>, { persons, roles }: TaskHolders): boolean {
  return person === null ? roles.includes(role) : persons.includes(person);
}

/** Whether a task is shown on a day: one with a lead time waits for it. */
export function isShownOn({ shownFrom = '' }: Pick<Task, 'shownFrom'>, day: LegalDate): boolean {
  return shownFrom <= day;
}
