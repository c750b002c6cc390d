import { subscribe } from 'node:diagnostics_channel';
import { parentPort, workerData } from 'node:worker_threads';
import type { KeyRing } from '../keys.ts';
import { type CommitReport, commitChannel } from '../store.ts';
import { openSqlite } from './connection.ts';
import { groupWriter } from './writer.ts';
import { carried } from './writer-errors.ts';
import type { FromWriter, ToWriter, WriterTask } from './writer-thread.ts';

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
const send = (message: FromWriter) => parentPort?.postMessage(message);

// Only the writer publishes here, and nothing else.
subscribe(commitChannel.name, (report) => send({ report: report as CommitReport }));
parentPort?.on('message', async (message: ToWriter) => {
  if (message === 'close') {
    await writer.close();
    db.close();
    parentPort?.close();
    return;
  }
  const { number, name, input } = message;
  writer.run(name, input).then(
    (result) => send({ number, result }),
    (error) => send({ number, error: carried(error) }),
  );
});
