import { and, asc, desc, eq, gte, isNotNull, lte, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Id } from '../../workflows/case-file.ts';
import { knownAt } from '../commit-rules.ts';
import { dueFromOf } from '../desk-clocks.ts';
import type { Reads } from '../store.ts';
import { meetingList } from './calendar.ts';
import { noDate } from './cases-derived.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { readJournal } from './journal.ts';
import { caseList, namesOf } from './reads-cases.ts';
import { referralList } from './reads-referrals.ts';
import { nearest, taskList } from './reads-tasks.ts';
import { caseKey, caseRow, clock, officialNumber, openHandoff } from './schema.ts';

/** The reads of a SQLite database. Every query is prepared once and answers from an index. */
export function sqliteReads(db: SqliteDatabase): Reads {
  const orm = drizzle({ client: db });
  const lookUps = prepareLookUps(orm);
  const desk = prepareDesk(orm);
  const tasks = taskList(orm);
  return {
    backlog: async (filter) => backlogOf(db, filter),
    caseIdByCode: async (code) => lookUps.caseIdByCode.get({ code })?.caseId ?? null,
    casesWithKey: async (kind, value, limit) =>
      lookUps.casesWithKey.all({ kind, value, limit }).map(({ caseId }) => caseId),
    numbers: async (register) => lookUps.numbers.all({ ...register }),
    cases: async (filter) => caseList(db, filter),
    referrals: async (filter) => referralList(db, filter),
    meetings: async (filter) => meetingList(db, filter),
    names: async (ids) => namesOf(db, ids),
    journal: async (caseId, upTo) => {
      const entries = readJournal(db, caseId);
      return upTo === undefined ? entries : entries.filter(({ envelope }) => knownAt(envelope.recordedAt, upTo));
    },
    clocks: async ({ organisation, dueUpTo, limit, ...days }) => {
      // A day takes in its hours, a month its days; without an end also what has no date.
      const upTo = dueUpTo === null ? noDate : `${dueUpTo}~`;
      const range = (isOwn: boolean) =>
        desk.clocks.all({ organisation, isOwn: Number(isOwn), from: dueFromOf(days, isOwn), upTo, limit });
      return nearest([true, false].flatMap(range), ({ due }) => due, limit);
    },
    lapsing: async ({ minute, limit }) => desk.lapsing.all({ minute, day: minute.slice(0, 10), limit }),
    tasks: async (filter) => tasks(filter),
    handoffs: async ({ organisation, box, limit }) =>
      (box === 'toAnswer' ? desk.handoffsToAnswer : desk.handoffsWaiting).all({ organisation, limit }),
  };
}

/** Both counts walk only what they count: an index range of one organisation each. */
function backlogOf(
  db: SqliteDatabase,
  { organisation, minute }: Parameters<Reads['backlog']>[0],
): Awaited<ReturnType<Reads['backlog']>> {
  const overdue = statement<[Id, string, string], { count: number }>(
    db,
    `SELECT count(*) AS count FROM clock
     WHERE organisation = ? AND is_own = 1 AND due < ? AND (length(due) > 10 OR due < ?)`,
  ).get(organisation, minute, minute.slice(0, 10));
  const toAnswer = statement<[Id], { count: number }>(
    db,
    'SELECT count(*) AS count FROM open_handoff WHERE to_organisation = ? AND offered_on IS NOT NULL',
  ).get(organisation);
  return { overdueClocks: overdue?.count ?? 0, handoffsToAnswer: toAnswer?.count ?? 0 };
}

const given = sql.placeholder;

function prepareLookUps(orm: BetterSQLite3Database) {
  return {
    caseIdByCode: orm
      .select({ caseId: caseRow.caseId })
      .from(caseRow)
      .where(eq(caseRow.code, given('code')))
      .prepare(),
    casesWithKey: orm
      .select({ caseId: caseKey.caseId })
      .from(caseKey)
      .where(and(eq(caseKey.kind, given('kind')), eq(caseKey.value, given('value'))))
      .orderBy(desc(caseKey.openedOn), desc(caseKey.caseId))
      .limit(given('limit'))
      .prepare(),
    numbers: orm
      .select({
        number: officialNumber.number,
        text: officialNumber.text,
        commandId: officialNumber.commandId,
        state: officialNumber.state,
        reason: officialNumber.reason,
      })
      .from(officialNumber)
      .where(
        and(
          eq(officialNumber.kind, given('kind')),
          eq(officialNumber.organisation, given('organisation')),
          eq(officialNumber.year, given('year')),
        ),
      )
      .orderBy(asc(officialNumber.number))
      .prepare(),
  };
}

function prepareDesk(orm: BetterSQLite3Database) {
  const handoffs = () =>
    orm
      .select({
        caseId: openHandoff.caseId,
        code: caseRow.code,
        handoff: openHandoff.handoff,
        kind: openHandoff.kind,
        from: openHandoff.from,
        to: openHandoff.to,
        state: openHandoff.state,
        offeredOn: openHandoff.offeredOn,
      })
      .from(openHandoff)
      .innerJoin(caseRow, eq(caseRow.caseId, openHandoff.caseId));
  const clocks = () =>
    orm
      .select({ caseId: clock.caseId, code: caseRow.code, row: clock.clock })
      .from(clock)
      .innerJoin(caseRow, eq(caseRow.caseId, clock.caseId));
  return {
    clocks: clocks()
      .where(
        and(
          eq(clock.organisation, given('organisation')),
          eq(clock.isOwn, given('isOwn')),
          gte(clock.due, given('from')),
          lte(clock.due, given('upTo')),
        ),
      )
      .orderBy(asc(clock.due))
      .limit(given('limit'))
      .prepare(),
    lapsing: clocks()
      // The condition of the partial index has to stand in the query as it stands in the index.
      .where(
        sql`${clock.lapses} = 1 AND ${clock.due} < ${given('minute')}
          AND (length(${clock.due}) > 10 OR ${clock.due} < ${given('day')})`,
      )
      .orderBy(asc(clock.due))
      .limit(given('limit'))
      .prepare(),
    handoffsToAnswer: handoffs()
      .where(and(eq(openHandoff.to, given('organisation')), isNotNull(openHandoff.offeredOn)))
      .orderBy(asc(openHandoff.offeredOn))
      .limit(given('limit'))
      .prepare(),
    handoffsWaiting: handoffs()
      .where(eq(openHandoff.from, given('organisation')))
      .orderBy(asc(openHandoff.offeredOn))
      .limit(given('limit'))
      .prepare(),
  };
}
