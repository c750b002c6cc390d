import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Empties the write-ahead log of a database file in a thread beside the server, which otherwise stands still while some
 * commit does it: the longest pause that a reader could meet. Should the thread fail, commits do it again as before.
 * Returns how to stop it.
 */
export function startCheckpoints(file: string, onError: (error: unknown) => void): () => Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'checkpoint-worker.ts'), { workerData: file });
  worker.on('error', onError);
  worker.unref();
  const ended = once(worker, 'exit').catch(() => {});
  return async () => {
    worker.ref();
    worker.postMessage('stop');
    await ended;
  };
}
