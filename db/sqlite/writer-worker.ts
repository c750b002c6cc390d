import { subscribe } from 'node:diagnostics_channel';
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { KeyRing } from '../keys.ts';
import { type CommitReport, commitChannel } from '../store.ts';
import { openSqlite } from './connection.ts';
import { groupWriter } from './writer.ts';
import { carried } from './writer-errors.ts';
import type { FromWriter, ToWriter, WriterTask } from './writer-thread.ts';

// Where there are fewer cores than threads that work, whoever reads comes before whoever writes. On Linux a priority is that
// of the thread that sets it; elsewhere it would be the whole process's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** The thread of `threadWriter`: the same group writer, on a connection of its own. */
const { file, keys, limits } = workerData as WriterTask; // `threadWriter` starts this file, and gives it one.
const db = openSqlite(file);
// On their way to a thread buffers become plain arrays of bytes.
const ring: KeyRing = {
  master: Buffer.from(keys.master),
  queryCodes: Buffer.from(keys.queryCodes),
  signIn: Buffer.from(keys.signIn),
};
const writer = groupWriter(db, ring, limits);

let reports: CommitReport[] = [];
let done: FromWriter['done'][number][] = [];
const send = () => {
  parentPort?.postMessage({ reports, done } satisfies FromWriter);
  reports = [];
  done = [];
};
/** What becomes of the jobs of one transaction is known in one go, and goes back in one message. */
const tell = (one: FromWriter['done'][number]) => {
  done.push(one);
  if (done.length === 1) queueMicrotask(send);
};

// Only the writer publishes here, and nothing else.
subscribe(commitChannel.name, (report) => reports.push(report as CommitReport));
parentPort?.on('message', async (message: ToWriter) => {
  if (message === 'close') {
    await writer.close();
    db.close();
    // After the last answers, which are on their way as microtasks.
    setImmediate(() => parentPort?.close());
    return;
  }
  for (const { number, name, input } of message) {
    writer.run(name, input).then(
      (result) => tell({ number, result }),
      (error) => tell({ number, error: carried(error) }),
    );
  }
});
