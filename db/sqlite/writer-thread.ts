import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KeyRing } from '../keys.ts';
import { type CommitReport, commitChannel, StoreBusy } from '../store.ts';
import type { JobInput, JobName } from './jobs.ts';
import type { GroupLimits, Writer } from './writer.ts';
import { type CarriedError, errorOf } from './writer-errors.ts';

/** What the thread needs to begin with. */
export interface WriterTask {
  readonly file: string;
  readonly keys: KeyRing;
  readonly limits: GroupLimits;
}

/** A job on its way to the thread. */
export interface SentJob {
  readonly number: number;
  readonly name: JobName;
  readonly input: JobInput<JobName>;
}

/** What is sent to the thread: jobs that arrived together, and at last `close`. */
export type ToWriter = readonly SentJob[] | 'close';

/** What the thread sends: what became of jobs, by number, and what their transactions took. */
export interface FromWriter {
  readonly reports: readonly CommitReport[];
  readonly done: readonly ({ readonly number: number } & (
    | { readonly result: unknown }
    | { readonly error: CarriedError }
  ))[];
}

const toldPerTurn = 4;

/**
 * Writes in a thread of its own with a connection of its own, so that nobody who reads waits for a transaction or for the
 * disk. The thread starts with the first job. Should it end, the jobs it had are rejected, for nobody knows whether they
 * were done (who asks again with the same command is told), and the next job starts another.
 */
export function threadWriter(task: WriterTask): Writer {
  const waiting = new Map<number, Waiting>();
  let toSend: SentJob[] = [];
  const toTell = aFewPerTurn(toldPerTurn);
  let thread: Worker | null = null;
  let lastNumber = 0;
  let closed = false;

  function start(): Worker {
    const worker = new Worker(join(import.meta.dirname, 'writer-worker.ts'), { workerData: task });
    let reason: unknown = new Error('the thread that writes ended');
    worker.on('message', ({ reports, done }: FromWriter) => {
      for (const report of reports) commitChannel.publish(report);
      for (const one of done) {
        const job = waiting.get(one.number);
        waiting.delete(one.number);
        toTell.add(() => ('error' in one ? job?.reject(errorOf(one.error)) : job?.resolve(one.result)));
      }
      if (waiting.size === 0 && !closed) worker.unref();
    });
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      thread = null;
      // Whoever waits for what was done hears of it before the store is closed.
      toTell.finish();
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
      toSend = [];
    });
    worker.unref();
    return worker;
  }

  /** Jobs of one turn of the event loop go together: they meet in one transaction, and a message costs as much as a job. */
  function send(): void {
    const jobs = toSend;
    toSend = [];
    if (jobs.length === 0) return;
    thread ??= start();
    thread.ref();
    thread.postMessage(jobs satisfies ToWriter);
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the store is closed'));
        if (waiting.size >= task.limits.queueLimit) return reject(new StoreBusy());
        lastNumber += 1;
        // The thread answers each number with the result of the job of that name.
        waiting.set(lastNumber, { resolve: resolve as (result: unknown) => void, reject });
        toSend.push({ number: lastNumber, name, input });
        if (toSend.length === 1) setImmediate(send);
      }),
    close: async () => {
      closed = true;
      send();
      if (thread === null) return;
      const ended = once(thread, 'exit').catch(() => {});
      thread.ref();
      thread.postMessage('close' satisfies ToWriter);
      await ended;
    },
  };
}

/**
 * Runs what is added in order, at most `perTurn` in one turn of the event loop: what follows from an answer takes its time,
 * and who reads comes in between. `finish` runs the rest at once.
 */
function aFewPerTurn(perTurn: number): { readonly add: (one: () => void) => void; readonly finish: () => void } {
  const toRun: (() => void)[] = [];
  const run = () => {
    for (const one of toRun.splice(0, perTurn)) one();
    if (toRun.length > 0) setImmediate(run);
  };
  return {
    add: (one) => {
      toRun.push(one);
      if (toRun.length === 1) setImmediate(run);
    },
    finish: () => {
      for (const one of toRun.splice(0)) one();
    },
  };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}
