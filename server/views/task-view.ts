import { holdersOf, isShownOn, isTaskOf } from '../../db/desk-tasks.ts';
import { daysLeft, type Id, type Role, type Task, type Text, tasksOnDesks } from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { staffName } from './names.ts';

export interface TaskView {
  readonly id: string;
  readonly text: Text;
  readonly role: Role;
  /** Whose it is; null: anyone of the role in the organisation. */
  readonly person: { readonly id: Id; readonly name: string } | null;
  readonly mine: boolean;
  readonly proceeding: Id | null;
  readonly handoff: Id | null;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly source: Task['source'];
}

/** What the viewer's own organisation still has to do in this case; nothing for a past moment. */
export function taskViews(look: Look): readonly TaskView[] {
  const { current, given, moment } = look;
  if (moment !== null) return [];
  return tasksOnDesks(current, given.calendar, given.reference)
    .filter((task) => task.organisation === given.actor.organisation && isShownOn(task, given.today))
    .map((task) => taskView(look, task));
}

export function taskView({ given, staff }: Pick<Look, 'given' | 'staff'>, task: Task): TaskView {
  const { actor, today } = given;
  return {
    id: task.id,
    text: task.text,
    role: task.role,
    person: task.person === null ? null : { id: task.person, name: staffName({ staff }, task.person) },
    mine: isTaskOf(task, holdersOf(actor)),
    proceeding: task.proceeding,
    handoff: task.handoff,
    dueOn: task.dueOn,
    daysLeft: task.dueOn === null ? null : daysLeft(task.dueOn, today),
    source: task.source,
  };
}
