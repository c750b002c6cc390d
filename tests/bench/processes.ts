import { type ChildProcess, fork, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openSqlite } from '../../db/sqlite/connection.ts';
import { databaseFile } from '../../db/sqlite/open.ts';
import { castPassword } from '../../seeds/cast.ts';
import { openConnection, type Request } from './connection.ts';
import type { Cookies } from './load.ts';
import { benchSettings } from './prepare.ts';

/** The product as it is started, in a process of its own, with a metrics port. */
export interface ProductServer {
  readonly origin: string;
  /** Largest resident memory so far, in bytes. */
  readonly peakMemoryBytes: () => Promise<number>;
  /** Resolves when no letter waits any more: sending them is work that a measurement of reads must not meet. */
  readonly lettersSent: () => Promise<void>;
  /** Asks it to stop, and returns its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `server/main.ts` over a data folder; its log goes into a file there. `nodeOptions` e.g. `--cpu-prof`. */
export async function startProduct(
  dataFolder: string,
  nodeOptions: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<ProductServer> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const log = openSync(join(dataFolder, 'server.log'), 'a');
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=8',
      '--max-old-space-size=512',
      '--v8-pool-size=2',
      ...nodeOptions,
      join(import.meta.dirname, '../../server/main.ts'),
    ],
    {
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        ...benchSettings(dataFolder),
        PORT: String(port),
        JIEFEN_METRICS_PORT: String(metricsPort),
        ...settings,
      },
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, child);
  return {
    origin,
    peakMemoryBytes: async () => {
      const { body } = await askOnce(`http://127.0.0.1:${metricsPort}`, { method: 'GET', path: '/metrics' });
      return Number(/^jiefen_process_peak_memory_bytes (\d+)/m.exec(body)?.[1]);
    },
    lettersSent: () => untilLettersSent(dataFolder),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Signs people in over HTTP. */
export async function signIn(origin: string, logins: readonly string[]): Promise<Cookies> {
  const cookies: Record<string, string> = {};
  for (const login of logins) {
    const { head, status } = await askOnce(origin, {
      method: 'POST',
      path: '/api/session',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: castPassword }),
    });
    const cookie = /set-cookie: *([^;\r]+)/i.exec(head)?.[1];
    if (cookie === undefined) throw new Error(`${login} cannot sign in: ${status}`);
    cookies[login] = cookie;
  }
  return cookies;
}

/** One request on a connection of its own. */
export async function askOnce(origin: string, request: Request) {
  const connection = await openConnection(origin);
  try {
    return await connection.ask(request);
  } finally {
    connection.close();
  }
}

/** A measuring process that says something first and then answers one message at a time. */
export interface Helper {
  readonly first: unknown;
  readonly ask: (message: object) => Promise<unknown>;
  readonly stop: () => void;
}

/** Starts a file of this folder as a process of its own. */
export async function startHelper(file: string, args: readonly string[] = []): Promise<Helper> {
  const child = fork(join(import.meta.dirname, file), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    first: await answerOf(child),
    ask: (message) => {
      const answer = answerOf(child);
      child.send(message);
      return answer;
    },
    stop: () => child.disconnect(),
  };
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a measuring process ended'));
    child.once('close', ended);
    child.once('message', (message) => {
      child.off('close', ended);
      resolve(message);
    });
  });
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      if ((await askOnce(origin, { method: 'GET', path: '/readyz' })).status === 200) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server ended with ${child.exitCode}; its log is in its data folder`);
}

async function untilLettersSent(dataFolder: string): Promise<void> {
  const db = openSqlite(databaseFile(dataFolder));
  try {
    const waiting = db.prepare("SELECT count(*) FROM letter WHERE state = 'queued'").pluck();
    while (waiting.get() !== 0) await new Promise((resolve) => setTimeout(resolve, 200));
  } finally {
    db.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
