import { and, asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Task } from '../../workflows/derived.ts';
import type { TaskFilter, TaskHolders } from '../desk-tasks.ts';
import type { DeskRow } from '../store.ts';
import { noDate } from './cases-derived.ts';
import { caseRow, task } from './schema.ts';

/** What is to be done at an organisation, nearest first. Prepared once; each part answers from an index range. */
export function taskList(orm: BetterSQLite3Database): (filter: TaskFilter) => readonly DeskRow<Task>[] {
  const given = sql.placeholder;
  const tasks = (...conditions: readonly SQL[]) =>
    orm
      .select({ caseId: task.caseId, code: caseRow.code, row: task.task })
      .from(task)
      .innerJoin(caseRow, eq(caseRow.caseId, task.caseId))
      .where(and(eq(task.organisation, given('organisation')), ...conditions))
      .limit(given('limit'));
  /** In two ranges: what waits for no day, and what waited for its day. */
  const shown = (...holder: readonly SQL[]) => [
    tasks(...holder, eq(task.shownFrom, ''))
      .orderBy(asc(task.due))
      .prepare(),
    tasks(...holder, gt(task.shownFrom, ''), lte(task.shownFrom, given('shownOn')))
      .orderBy(asc(task.shownFrom))
      .prepare(),
  ];
  const anybodys = shown();
  const ofHolder = shown(eq(task.person, given('person')), eq(task.role, given('role')));
  return ({ whose, ...asked }) => {
    const rows =
      whose === null
        ? anybodys.flatMap((query) => query.all(asked))
        : places(whose).flatMap((place) => ofHolder.flatMap((query) => query.all({ ...asked, ...place })));
    return nearest(rows, ({ dueOn }) => dueOn, asked.limit);
  };
}

/** Where tasks stand in the index: under their person, or under the role of whoever may do them. */
function places({ persons, roles }: TaskHolders) {
  return [...persons.map((person) => ({ person, role: '' })), ...roles.map((role) => ({ person: '', role }))];
}

/** The nearest of several lists that are each in order; a few index ranges are read instead of sorting a whole desk. */
export function nearest<Row>(rows: readonly DeskRow<Row>[], dueOf: (row: Row) => string | null, limit: number) {
  const due = ({ row }: DeskRow<Row>) => dueOf(row) ?? noDate;
  return rows.toSorted((a, b) => (due(a) < due(b) ? -1 : Number(due(a) > due(b)))).slice(0, limit);
}
