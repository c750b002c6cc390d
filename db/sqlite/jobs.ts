import type { Id } from '../../workflows/case-file.ts';
import type { KeyRing } from '../keys.ts';
import type { NumberRequest } from '../store.ts';
import { keepAudit } from './audit.ts';
import { createBatch, forgetBatches, leaseBatchRow, saveBatch, settleBatchRow } from './batches.ts';
import { writeCommit } from './commit.ts';
import type { SqliteDatabase } from './connection.ts';
import { doorJobs } from './door.ts';
import { removeDraft, saveDraft, sweepDrafts } from './drafts.ts';
import { leaseLetters, queueLetters, settleLetter } from './letters.ts';
import { reserveNumber, voidNumbers } from './official-numbers.ts';
import { partyAccountJobs } from './party-accounts.ts';
import { keepReads } from './read-log.ts';
import { keepReconciliation } from './reconciliations.ts';
import { forgetList, saveList } from './saved-lists.ts';
import { createSeries, leaseSeriesRow, saveSeries, settleSeriesRow } from './series.ts';

/**
 * What the one writer of cases can be asked. Each job is synchronous and runs inside the caller's transaction. Inputs and
 * results are plain values, for they may cross to a thread and back.
 */
export const jobs = {
  commit: writeCommit,
  reserveNumber: (db: SqliteDatabase, _keys: KeyRing, request: NumberRequest) => reserveNumber(db, request),
  voidNumbers: (db: SqliteDatabase, _keys: KeyRing, { commandId, reason }: { commandId: Id; reason: string }) =>
    voidNumbers(db, commandId, reason),
  queueLetters,
  leaseLetters,
  settleLetter,
  keepReads,
  keepAudit,
  keepReconciliation,
  createSeries,
  saveSeries,
  leaseSeriesRow,
  settleSeriesRow,
  saveList,
  forgetList,
  ...doorJobs,
  ...partyAccountJobs,
  createBatch,
  saveBatch,
  leaseBatchRow,
  settleBatchRow,
  forgetBatches,
  saveDraft,
  removeDraft,
  sweepDrafts,
} as const;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[2];
export type JobResult<Name extends JobName> = ReturnType<(typeof jobs)[Name]>;

/** Runs a job by its name. */
export function runJob<Name extends JobName>(
  db: SqliteDatabase,
  keys: KeyRing,
  name: Name,
  input: JobInput<Name>,
): JobResult<Name> {
  // TypeScript cannot follow one name through parameters and result of a table; the table itself is checked.
  const job = jobs[name] as (db: SqliteDatabase, keys: KeyRing, input: JobInput<Name>) => JobResult<Name>;
  return job(db, keys, input);
}
