/** Desks once read thousands of tasks and dropped most. A database of that time opens with each task where it is asked for. */
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../db/sqlite/connection.ts';
import { migrate, readMigrations } from '../../db/sqlite/migrate.ts';

it('a database of the version before opens with tasks under their persons, their roles and the day they are shown', () => {
  const db = openSqlite(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(
    db,
    readMigrations().slice(
      0,
      readMigrations().findIndex(({ name }) => name.endsWith('tasks-of-roles')),
    ),
  );
  db.exec(`INSERT INTO case_header (case_id, version, seq, head_hash, header) VALUES ('c', 1, 1, '', '{}')`);
  const put = db.prepare(
    `INSERT INTO task (case_id, task_id, organisation, person, due, task) VALUES ('c', ?, 'o', ?, '', ?)`,
  );
  put.run('anyone', '', JSON.stringify({ role: 'mediator', person: null }));
  put.run('own', 'account-1', JSON.stringify({ role: 'mediator', person: 'account-1' }));
  put.run('waits', '', JSON.stringify({ role: 'committeeClerk', person: null, shownFrom: '2028-12-31' }));
  migrate(db);
  expect(db.prepare('SELECT task_id, person, role, shown_from FROM task ORDER BY task_id').raw().all()).toEqual([
    ['anyone', '', 'mediator', ''],
    ['own', 'account-1', '', ''],
    ['waits', '', 'committeeClerk', '2028-12-31'],
  ]);
});
