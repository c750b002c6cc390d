import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from './connection.ts';

/** A thread with a connection of its own that does nothing but move what was committed from the log into the file. */
const db = openSqlite(String(workerData));
const timer = setInterval(() => db.pragma('wal_checkpoint(PASSIVE)'), 200);
parentPort?.once('message', () => {
  clearInterval(timer);
  db.close();
  parentPort?.close();
});
