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

/** What is sent to the thread; `close` comes last. */
export type ToWriter = { readonly number: number; readonly name: JobName; readonly input: JobInput<JobName> } | 'close';

/** What the thread sends: the result of a job by its number, or what a transaction took. */
export type FromWriter =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly error: CarriedError }
  | { readonly report: CommitReport };

/**
 * Writes in a thread of its own with a connection of its own, so that nobody who reads waits for a transaction or for the
 * disk. The thread starts with the first job. Should it end, the jobs it had are rejected, for nobody knows whether they
 * were done (who asks again with the same command is told), and the next job starts another.
 */
export function threadWriter(task: WriterTask): Writer {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let lastNumber = 0;
  let closed = false;

  function start(): Worker {
    const worker = new Worker(join(import.meta.dirname, 'writer-worker.ts'), { workerData: task });
    let reason: unknown = new Error('the thread that writes ended');
    worker.on('message', (message: FromWriter) => {
      if ('report' in message) return commitChannel.publish(message.report);
      const job = waiting.get(message.number);
      waiting.delete(message.number);
      if (waiting.size === 0) worker.unref();
      if ('error' in message) job?.reject(errorOf(message.error));
      else job?.resolve(message.result);
    });
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      thread = null;
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    });
    worker.unref();
    return worker;
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the store is closed'));
        if (waiting.size >= task.limits.queueLimit) return reject(new StoreBusy());
        thread ??= start();
        lastNumber += 1;
        // The thread answers each number with the result of the job of that name.
        waiting.set(lastNumber, { resolve: resolve as (result: unknown) => void, reject });
        thread.ref();
        thread.postMessage({ number: lastNumber, name, input } satisfies ToWriter);
      }),
    close: async () => {
      closed = true;
      if (thread === null) return;
      const ended = once(thread, 'exit').catch(() => {});
      thread.ref();
      thread.postMessage('close' satisfies ToWriter);
      await ended;
    },
  };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}
