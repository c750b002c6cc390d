import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/database.ts';

/** Starts `npm start`'s command with these settings; waits for the line that ends its greeting, or for its end. */
async function start(settings: Readonly<Record<string, string>>, until: RegExp) {
  const root = join(import.meta.dirname, '../..');
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      JIEFEN_LOG_LEVEL: 'silent',
      JIEFEN_DATA: temporaryFolder(),
      ...settings,
    },
  });
  let output = '';
  const ended = once(child, 'exit');
  const greeted = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += String(chunk);
        if (until.test(output)) resolve();
      });
    }
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null) child.kill(signal);
    const [code] = await ended;
    return code as number | null;
  };
  onTestFinished(async () => {
    await stop('SIGKILL');
  });
  await Promise.race([greeted, ended]);
  return { output: () => output, address: () => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '', stop, ended };
}

describe('starting the server', () => {
  it('without any setting is a demonstration: an address, one login per role and organisation, told stories; it stops in order', async () => {
    const server = await start({}, /auditAdministrator|审计管理员 Audit/);
    for (const login of ['sun', 'limin', 'wang', 'zhao', 'liu', 'gao', 'majun', 'xu', 'tang', 'he', 'admin-system'])
      expect(server.output()).toMatch(new RegExp(`^ +${login} `, 'm'));
    const signedIn = await fetch(`${server.address()}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'sun', password: 'jiefen-demo-2026' }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const cases = await fetch(`${server.address()}/api/cases?scope=all`, { headers: { cookie } });
    expect(JSON.stringify(await cases.json())).toContain('烟知解〔2026〕001号');
    expect(await server.stop()).toBe(0);
  });

  it('for others creates no person and prints one-time links for the three administrators', async () => {
    const server = await start({ JIEFEN_DEMO: '0' }, /audit-administrator: \S+/);
    expect(server.output().match(/\/link\/[\w-]+/g)).toHaveLength(3);
    expect(server.output()).not.toContain('jiefen-demo-2026');
    const refused = await fetch(`${server.address()}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'sun', password: 'jiefen-demo-2026' }),
    });
    expect(refused.status).toBe(401);
    expect(await server.stop('SIGINT')).toBe(0);
  });

  it.each([
    ['PORT', '70000'],
    ['JIEFEN_SESSION_IDLE_MINUTES', 'long'],
    ['JIEFEN_SPELT_WRONG', '1'],
  ])('with %s=%s says so in one sentence that names it, and does not start', async (name, value) => {
    const server = await start({ [name]: value }, /never/);
    expect(await server.stop()).toBe(1);
    expect(server.output()).toContain(name);
    expect(server.output()).not.toMatch(/\n\s+at /);
  });
});
