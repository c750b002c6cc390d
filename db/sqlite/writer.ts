import { isStorageFull } from '../files.ts';
import type { KeyRing } from '../keys.ts';
import { type CommitReport, commitChannel, StorageFull, StoreBusy } from '../store.ts';
import type { SqliteDatabase } from './connection.ts';
import { type JobInput, type JobName, type JobResult, runJob } from './jobs.ts';

/** The only writer of cases. */
export interface Writer {
  /**
   * Runs a job and resolves with its result once that is on the disk. A job that throws is undone alone and its promise
   * rejects with what it threw. Rejects with {@link StoreBusy} when the queue is full, with {@link StorageFull} when the
   * disk is.
   */
  readonly run: <Name extends JobName>(name: Name, input: JobInput<Name>) => Promise<JobResult<Name>>;
  /** Finishes what is queued; later jobs are rejected. */
  readonly close: () => Promise<void>;
}

/** `groupLimit`: jobs per transaction; `queueLimit`: jobs that may wait. */
export interface GroupLimits {
  readonly groupLimit: number;
  readonly queueLimit: number;
}

/**
 * Writes on a connection in the thread it is called in. Jobs that arrive together share one transaction and one flush to
 * the disk, each in a savepoint of its own.
 */
export function groupWriter(db: SqliteDatabase, keys: KeyRing, { groupLimit, queueLimit }: GroupLimits): Writer {
  const queue: Job[] = [];
  let scheduled = false;
  let closed = false;
  // Inside the group's transaction this one becomes a savepoint.
  const inSavepoint = db.transaction((work: () => Settle) => work());
  const inTransaction = db.transaction((jobs: readonly Job[]) => jobs.map((job) => attempt(db, inSavepoint, job)));

  function flush(): void {
    scheduled = false;
    const jobs = queue.splice(0, groupLimit);
    const startedAtMs = performance.now();
    const settles = settlesOf(jobs, (group) => inTransaction.immediate(group));
    if (commitChannel.hasSubscribers) {
      const seconds = (performance.now() - startedAtMs) / 1000;
      commitChannel.publish({ jobs: jobs.length, seconds } satisfies CommitReport);
    }
    for (const settle of settles) settle();
    if (queue.length > 0) schedule();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    // After this turn's requests have been read, so that they meet in one group.
    setImmediate(flush);
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the store is closed'));
        if (queue.length >= queueLimit) return reject(new StoreBusy());
        const work = (): Settle => {
          const value = runJob(db, keys, name, input);
          return () => resolve(value);
        };
        queue.push({ work, reject });
        schedule();
      }),
    close: async () => {
      closed = true;
      while (queue.length > 0) flush();
    },
  };
}

/** Tells a job's caller the outcome; called only after the group is on the disk or undone. */
type Settle = () => void;

interface Job {
  readonly work: () => Settle;
  readonly reject: (error: unknown) => void;
}

function attempt(db: SqliteDatabase, inSavepoint: (work: () => Settle) => Settle, job: Job): Settle {
  try {
    return inSavepoint(job.work);
  } catch (error) {
    // Without room, or when SQLite has already undone the transaction, the whole group goes back.
    if (isStorageFull(error) || !db.inTransaction) throw error;
    return () => job.reject(error);
  }
}

function settlesOf(jobs: readonly Job[], commitGroup: (jobs: readonly Job[]) => readonly Settle[]): readonly Settle[] {
  try {
    return commitGroup(jobs);
  } catch (cause) {
    const error = reasonOf(cause);
    return jobs.map((job) => () => job.reject(error));
  }
}

function reasonOf(cause: unknown): unknown {
  if (isStorageFull(cause)) return new StorageFull(cause);
  const isBusy = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
  return isBusy ? new StoreBusy() : cause;
}
