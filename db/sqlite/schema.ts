/**
 * The tables of the ordinary reads as Drizzle sees them. The migrations make the database; a test holds both equal.
 * Writing, and the list of cases, are hand-written SQL (docs/decisions): they are the hot paths.
 */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Clock, Task } from '../../workflows/derived.ts';
import type { NumberRow } from '../store.ts';
import type { Summary } from '../summary.ts';

export const caseRow = sqliteTable('case_row', {
  caseId: text('case_id').primaryKey(),
  code: text('code').notNull().unique(),
  openedOn: text('opened_on').notNull(),
  over: integer('over', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
  updatedAt: text('updated_at').notNull(),
  derivedWith: text('derived_with').notNull(),
  summary: text('summary', { mode: 'json' }).$type<Summary>().notNull(),
});

export const clock = sqliteTable('clock', {
  caseId: text('case_id').notNull(),
  clockId: text('clock_id').notNull(),
  organisation: text('organisation').notNull(),
  isOwn: integer('is_own').notNull(),
  due: text('due').notNull(),
  lapses: integer('lapses').notNull(),
  clock: text('clock', { mode: 'json' }).$type<Clock>().notNull(),
});

export const task = sqliteTable('task', {
  caseId: text('case_id').notNull(),
  taskId: text('task_id').notNull(),
  organisation: text('organisation').notNull(),
  person: text('person').notNull(),
  role: text('role').notNull(),
  shownFrom: text('shown_from').notNull(),
  due: text('due').notNull(),
  task: text('task', { mode: 'json' }).$type<Task>().notNull(),
});

export const openHandoff = sqliteTable('open_handoff', {
  caseId: text('case_id').notNull(),
  handoff: text('handoff').notNull(),
  fromProceeding: text('from_proceeding').notNull(),
  kind: text('kind').notNull(),
  from: text('from_organisation').notNull(),
  to: text('to_organisation').notNull(),
  state: text('state').notNull(),
  offeredOn: text('offered_on'),
});

export const caseKey = sqliteTable('case_key', {
  caseId: text('case_id').notNull(),
  kind: text('kind').notNull(),
  value: text('value').notNull(),
  openedOn: text('opened_on').notNull(),
});

export const queryCode = sqliteTable('query_code', {
  hash: text('hash').primaryKey(),
  caseId: text('case_id').notNull(),
  party: text('party').notNull(),
});

export const officialNumber = sqliteTable('official_number', {
  kind: text('kind').notNull(),
  organisation: text('organisation').notNull(),
  year: integer('year').notNull(),
  number: integer('number').notNull(),
  text: text('text').notNull(),
  commandId: text('command_id').notNull(),
  state: text('state').$type<NumberRow['state']>().notNull(),
  reason: text('reason'),
});
