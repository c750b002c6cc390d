import { assertCommit } from '../commit-rules.ts';
import type { KeyRing } from '../keys.ts';
import type { Store } from '../store.ts';
import { turns } from '../turns.ts';
import { sqliteBatches } from './batches.ts';
import { sqliteCalendarFeeds } from './calendar.ts';
import { caseCache } from './case-cache.ts';
import { rowsOf, storedAnswer } from './commit.ts';
import { emptyWriteAheadLog, type SqliteDatabase } from './connection.ts';
import { sqliteDoor } from './door.ts';
import { sqliteDrafts } from './drafts.ts';
import { sqliteLetters } from './letters.ts';
import { sqlitePartyAccounts } from './party-accounts.ts';
import { sqliteReads } from './reads.ts';
import { sqliteReconciliations } from './reconciliations.ts';
import { sqliteSavedLists } from './saved-lists.ts';
import { sqliteListings } from './search.ts';
import { sqliteSeries } from './series.ts';
import { type GroupLimits, groupWriter, type Writer } from './writer.ts';

/**
 * The store of cases in a migrated SQLite database: reads on this connection, writes through `writer`, which is one on the
 * same connection unless another is given. Commits that arrive together share one transaction (`groupLimit`, default 4),
 * each undone alone. Two groups of commands are under way at a time, one being decided while the other is written;
 * `queueLimit` (default 1000) may wait. `close` finishes what is queued and leaves the database to its owner.
 */
export function sqliteStore(
  db: SqliteDatabase,
  keys: KeyRing,
  { groupLimit = 4, queueLimit = 1000 }: Partial<GroupLimits> = {},
  writer: Writer = groupWriter(db, keys, { groupLimit, queueLimit }),
): Store {
  const cases = caseCache(db);
  return {
    load: async (caseId) => cases.load(caseId),
    loadByQueryCode: async (hash) => cases.loadByQueryCode(hash),
    commit: async (commit) => {
      assertCommit(commit);
      const result = await writer.run('commit', rowsOf(commit));
      if (result.kind === 'committed') cases.keep(commit.after);
      if (commit.erasure !== undefined) emptyWriteAheadLog(db);
      return result;
    },
    ...turns(2 * groupLimit, queueLimit),
    answered: async (person, commandId) => storedAnswer(db, person, commandId),
    reserveNumber: (request) => writer.run('reserveNumber', request),
    voidNumber: (commandId, reason) => writer.run('voidNumbers', { commandId, reason }),
    reads: sqliteReads(db),
    listings: sqliteListings(db),
    savedLists: sqliteSavedLists(db, writer),
    letters: sqliteLetters(db, writer),
    reconciliations: sqliteReconciliations(db, writer),
    series: sqliteSeries(db, writer),
    door: sqliteDoor(db, writer),
    partyAccounts: sqlitePartyAccounts(db, writer),
    calendarFeeds: sqliteCalendarFeeds(db),
    batches: sqliteBatches(db, keys, writer),
    drafts: sqliteDrafts(db, keys, writer),
    close: () => writer.close(),
  };
}
