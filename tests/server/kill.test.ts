import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { check } from '../../db/maintenance/check.ts';
import { openSqliteStore } from '../../db/sqlite/open.ts';
import { withCast } from '../../seeds/cast.ts';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { commandIdOf } from '../../server/write/index.ts';
import { derive } from '../../workflows/index.ts';
import { temporaryFolder } from '../support/database.ts';
import { killMidWork } from '../support/kill-rounds.ts';

const root = join(import.meta.dirname, '../..');

/** A port nobody listens on just now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The real server as its own process, once it answers. */
async function startServer(dataFolder: string, port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    JIEFEN_DATA: dataFolder,
    PORT: String(port),
    JIEFEN_RATE_LIMIT_PER_MINUTE: '1000000',
    JIEFEN_LOG_LEVEL: 'silent',
  };
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const alive = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (alive) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not start');
}

describe('a server killed under load', () => {
  it('has every command it acknowledged, and its database proves clean, time after time', async () => {
    const dataFolder = temporaryFolder();
    const acknowledged: string[] = [];
    for (const round of ['1', '2', '3']) {
      const port = await freePort();
      const server = await startServer(dataFolder, port);
      onTestFinished(() => {
        server.kill('SIGKILL');
      });
      const gone = new Promise((resolve) => server.once('close', resolve));
      const worker = {
        args: [join(root, 'tests/server/kill-worker.ts'), `http://127.0.0.1:${port}`, round],
        victim: () => server.pid!,
      };
      const moment = { afterAcknowledged: 20 + Math.floor(Math.random() * 150), delayMs: Math.random() * 20 };
      acknowledged.push(...(await killMidWork(worker, moment)));
      await gone;
      const { store, close } = openSqliteStore({ dataFolder });
      const answers = await Promise.all(
        acknowledged.map((key) => store.answered('li-min', commandIdOf('li-min', key))),
      );
      await close();
      expect(acknowledged.filter((_, index) => answers[index] === null)).toEqual([]);
      const calendar = yantaiCalendar();
      const reference = withCast(yantaiReference());
      const result = await check(dataFolder, (caseFile) => derive(caseFile, calendar, reference));
      expect(result).toMatchObject({ faults: [], stale: [], exitCode: 0 });
    }
    expect(acknowledged.length).toBeGreaterThan(60);
  });
});
