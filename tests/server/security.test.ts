import { describe, expect, it } from 'vitest';
import { requireViewer } from '../../server/security/index.ts';
import { codeAt, type GuardedServer, guardedServer, password, serverOver } from '../support/security.ts';

async function signIn({ app }: Pick<GuardedServer, 'app'>, login: string, given = password, cookie = '') {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { cookie },
    payload: { login, password: given },
  });
  return { reply, cookie: cookieOf(reply.headers['set-cookie']) };
}

async function giveCode({ app }: Pick<GuardedServer, 'app'>, cookie: string, code: string) {
  const url = '/api/session/second-factor';
  const reply = await app.inject({ method: 'POST', url, headers: { cookie }, payload: { code } });
  return { reply, cookie: cookieOf(reply.headers['set-cookie']) };
}

async function viewer({ app }: Pick<GuardedServer, 'app'>, cookie: string) {
  return (await app.inject({ url: '/api/session', headers: { cookie } })).json();
}

function cookieOf(header: string | string[] | undefined): string {
  return String(header ?? '').split(';', 1)[0] ?? '';
}

async function signedInMediator(server: GuardedServer): Promise<string> {
  const { cookie } = await signIn(server, 'mediator');
  return (await giveCode(server, cookie, await codeAt(server.clock.now()))).cookie;
}

describe('nobody signed in', () => {
  it('is told so, and is sent away by what needs a person', async () => {
    const server = await guardedServer({}, (app) => app.get('/api/mine', async (request) => requireViewer(request)));
    expect(await viewer(server, '')).toEqual({ viewer: null, awaitsSecondFactor: false });
    expect(await viewer(server, 'jiefen-session=invented')).toEqual({ viewer: null, awaitsSecondFactor: false });
    const reply = await server.app.inject('/api/mine');
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'sign-in-needed']);
  });
});

describe('signing in', () => {
  it('of a party needs the password and no more', async () => {
    const server = await guardedServer();
    const { reply, cookie } = await signIn(server, 'claimant');
    expect(reply.json()).toMatchObject({ viewer: { accountId: 'a-claimant', roles: ['party'], secondFactor: false } });
    expect(await viewer(server, cookie)).toMatchObject({ viewer: { accountId: 'a-claimant' } });
  });

  it('takes the login in any case and width', async () => {
    const server = await guardedServer();
    expect((await signIn(server, '  ＣＬＡＩＭＡＮＴ ')).reply.statusCode).toBe(200);
  });

  it('of staff opens nothing before the code, and everything after it', async () => {
    const server = await guardedServer({}, (app) => app.get('/api/mine', async (request) => requireViewer(request)));
    const half = await signIn(server, 'mediator');
    expect(half.reply.json()).toEqual({ viewer: null, awaitsSecondFactor: true });
    const early = await server.app.inject({ url: '/api/mine', headers: { cookie: half.cookie } });
    expect([early.statusCode, early.json().code]).toEqual([401, 'second-factor-needed']);
    const whole = await giveCode(server, half.cookie, await codeAt(server.clock.now()));
    expect(whole.reply.json().viewer).toMatchObject({ accountId: 'a-mediator', secondFactor: true });
    const mine = await server.app.inject({ url: '/api/mine', headers: { cookie: whole.cookie } });
    expect(mine.json()).toMatchObject({ accountId: 'a-mediator', organisationId: 'o-1', roles: ['mediator'] });
  });

  it('of staff without a second factor is possible in a demonstration only', async () => {
    const real = await guardedServer();
    const refused = await signIn(real, 'mediator-without-factor');
    expect([refused.reply.statusCode, refused.reply.json().code]).toEqual([403, 'second-factor-not-set-up']);
    expect(refused.cookie).toBe('');
    const demo = await guardedServer({ JIEFEN_DEMO: '1' });
    expect((await signIn(demo, 'mediator-without-factor')).reply.json().viewer).toMatchObject({ secondFactor: false });
  });

  it('in a demonstration does not carry over to the same database in earnest', async () => {
    const demo = await guardedServer({ JIEFEN_DEMO: '1' });
    const { cookie } = await signIn(demo, 'mediator-without-factor');
    const inEarnest = await serverOver({ ...demo.dependencies, demo: false }, { ...demo.config, demo: false });
    expect(await viewer({ app: inEarnest }, cookie)).toMatchObject({ viewer: null });
  });

  it('gives a new cookie at each step, and the old ones open nothing (no fixation)', async () => {
    const server = await guardedServer();
    const first = await signIn(server, 'claimant');
    const half = await signIn(server, 'mediator', password, first.cookie);
    const whole = await giveCode(server, half.cookie, await codeAt(server.clock.now()));
    expect(new Set([first.cookie, half.cookie, whole.cookie]).size).toBe(3);
    for (const old of [first.cookie, half.cookie]) {
      expect(await viewer(server, old)).toEqual({ viewer: null, awaitsSecondFactor: false });
    }
    expect(server.data.db.prepare('SELECT count(*) FROM session').pluck().get()).toBe(1);
  });

  it('answers an unknown login, a wrong password, and a suspended account in the very same words', async () => {
    const server = await guardedServer();
    await server.accounts.setStatus('a-mediator', 'suspended');
    const answers = [
      await signIn(server, 'nobody-of-that-name'),
      await signIn(server, 'claimant', 'wrong password'),
      await signIn(server, 'mediator'),
    ].map(({ reply }) => ({ status: reply.statusCode, body: { ...reply.json(), requestId: null } }));
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it.each([
    [{ login: 'claimant' }, '/password'],
    [{ login: 'claimant', password: 12345678 }, '/password'],
    [{ login: 'claimant', password, roles: ['systemAdministrator'] }, '/roles'],
    [{ login: 'x'.repeat(65), password }, '/login'],
  ])('with %j says which field is wrong', async (payload, pointer) => {
    const { app } = await guardedServer();
    const reply = await app.inject({ method: 'POST', url: '/api/session', payload });
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid-input']);
    expect(reply.json().fields).toMatchObject([{ pointer }]);
    expect(reply.body).not.toContain('12345678');
  });
});

describe('the code of an authenticator', () => {
  it('is taken once: replayed in another sign-in it is refused', async () => {
    const server = await guardedServer();
    const code = await codeAt(server.clock.now());
    const first = await giveCode(server, (await signIn(server, 'mediator')).cookie, code);
    expect(first.reply.statusCode).toBe(200);
    const again = await giveCode(server, (await signIn(server, 'mediator')).cookie, code);
    expect([again.reply.statusCode, again.reply.json().code]).toEqual([401, 'second-factor-wrong']);
    server.clock.forward({ seconds: 30 });
    const next = await giveCode(server, (await signIn(server, 'mediator')).cookie, await codeAt(server.clock.now()));
    expect(next.reply.statusCode).toBe(200);
  });

  it('sent twice at the same moment lets one of them in', async () => {
    const server = await guardedServer();
    const code = await codeAt(server.clock.now());
    const { cookie } = await signIn(server, 'mediator');
    const other = await signIn(server, 'mediator');
    const replies = await Promise.all([giveCode(server, cookie, code), giveCode(server, other.cookie, code)]);
    expect(replies.map(({ reply }) => reply.statusCode).sort()).toEqual([200, 401]);
  });

  it('may be half a minute old and in full-width digits, but not a minute and a half old', async () => {
    const server = await guardedServer();
    const { cookie } = await signIn(server, 'mediator');
    const old = await codeAt(server.clock.now().subtract({ seconds: 90 }));
    expect((await giveCode(server, cookie, old)).reply.statusCode).toBe(401);
    const recent = await codeAt(server.clock.now().subtract({ seconds: 30 }));
    const fullWidth = Array.from(recent, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect((await giveCode(server, cookie, `${fullWidth.slice(0, 3)} ${fullWidth.slice(3)}`)).reply.statusCode).toBe(
      200,
    );
  });

  it('means nothing to somebody who gave no password', async () => {
    const server = await guardedServer();
    const { reply } = await giveCode(server, '', await codeAt(server.clock.now()));
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'sign-in-needed']);
  });

  it('is not readable in the database, nor is its secret', async () => {
    const { data } = await guardedServer();
    const sealed = data.db.prepare('SELECT second_factor_sealed FROM account').pluck().all();
    expect(sealed).toContainEqual(expect.stringMatching(/^aes-256-gcm:/));
  });
});

describe('somebody who guesses', () => {
  it('passwords is locked out after five, for a minute, also with the right one, also after a restart', async () => {
    const server = await guardedServer();
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await signIn(server, 'claimant', `guess ${guess}`)).reply.statusCode).toBe(401);
    }
    const restarted = { app: await serverOver(server.dependencies, server.config) };
    const { reply } = await signIn(restarted, 'claimant');
    expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([429, 'locked-out', '60']);
    server.clock.forward({ seconds: 61 });
    expect((await signIn(restarted, 'claimant')).reply.statusCode).toBe(200);
  });

  it('on is locked longer each time', async () => {
    const server = await guardedServer();
    const waits: number[] = [];
    for (let guess = 0; guess < 10; guess += 1) {
      await signIn(server, 'claimant', 'wrong');
      const { reply } = await signIn(server, 'claimant', 'wrong');
      if (reply.statusCode !== 429) continue;
      const seconds = Number(reply.headers['retry-after']);
      waits.push(seconds / 60);
      server.clock.forward({ seconds });
    }
    expect(waits.slice(0, 6)).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('logins is locked out of an unknown login just like of a known one', async () => {
    const server = await guardedServer();
    for (let guess = 0; guess < 5; guess += 1) await signIn(server, 'nobody', 'wrong');
    expect((await signIn(server, 'nobody', 'wrong')).reply.statusCode).toBe(429);
    expect((await signIn(server, 'claimant')).reply.statusCode).toBe(200);
  });

  it('with a hundred requests at once gets five answers', async () => {
    const server = await guardedServer();
    const guesses = Array.from({ length: 100 }, (_, guess) => signIn(server, 'claimant', `guess ${guess}`));
    const statuses = (await Promise.all(guesses)).map(({ reply }) => reply.statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(95);
  });

  it('codes after stealing a password gets no new free attempts from giving the password again', async () => {
    const server = await guardedServer();
    let wrongCodes = 0;
    for (let round = 0; round < 6; round += 1) {
      const { cookie, reply } = await signIn(server, 'mediator');
      if (reply.statusCode === 429) break;
      for (let guess = 0; guess < 2; guess += 1) {
        if ((await giveCode(server, cookie, '000000')).reply.statusCode === 401) wrongCodes += 1;
      }
    }
    expect(wrongCodes).toBe(5);
    expect((await signIn(server, 'mediator')).reply.statusCode).toBe(429);
  });

  it('at many accounts from one address is stopped at the address', async () => {
    const server = await guardedServer();
    for (let guess = 0; guess < 50; guess += 1) await signIn(server, `login-${guess}`, 'wrong');
    const { reply } = await signIn(server, 'claimant');
    expect([reply.statusCode, reply.json().code]).toEqual([429, 'locked-out']);
    const elsewhere = { method: 'POST', url: '/api/session', remoteAddress: '203.0.113.9' } as const;
    const other = await server.app.inject({ ...elsewhere, payload: { login: 'claimant', password } });
    expect(other.statusCode).toBe(200);
  });

  it('leaves neither the logins nor the addresses in the clear', async () => {
    const { data, ...server } = await guardedServer();
    await signIn(server, 'my-password-in-the-wrong-field', 'wrong');
    const rows = data.db.prepare('SELECT source_hash FROM login_attempt').pluck().all();
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^hmac-sha-256:[0-9a-f]{64}$/);
  });
});

describe('a session', () => {
  it('ends with signing out, on every server', async () => {
    const server = await guardedServer();
    const cookie = await signedInMediator(server);
    const reply = await server.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect([reply.statusCode, cookieOf(reply.headers['set-cookie'])]).toEqual([204, 'jiefen-session=']);
    const otherServer = await serverOver(server.dependencies, server.config);
    expect(await viewer({ app: otherServer }, cookie)).toMatchObject({ viewer: null });
  });

  it('ends when its row is deleted, when the account is suspended, and when the password changes', async () => {
    const server = await guardedServer();
    const { accounts, data } = server;
    const endings = [
      () => data.db.exec('DELETE FROM session'),
      () => accounts.setPassword('a-claimant', 'not-a-hash'),
      () => accounts.setStatus('a-claimant', 'suspended'),
    ];
    const cookies = [await signIn(server, 'claimant')];
    await endings[0]?.();
    expect(await viewer(server, cookies[0]?.cookie ?? '')).toMatchObject({ viewer: null });
    for (const end of endings.slice(1)) {
      const token = await accounts.openSession({ accountId: 'a-claimant', stage: 'signedIn', secondFactor: false });
      expect(await viewer(server, `jiefen-session=${token}`)).toMatchObject({ viewer: { accountId: 'a-claimant' } });
      await end();
      expect(await viewer(server, `jiefen-session=${token}`)).toMatchObject({ viewer: null });
    }
  });

  it('ends after an hour without use, and lives on with use, but not beyond twelve hours', async () => {
    const server = await guardedServer();
    const { cookie } = await signIn(server, 'claimant');
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      server.clock.forward({ minutes: 50 });
      expect((await viewer(server, cookie)).viewer, `${minutes} minutes`).not.toBeNull();
    }
    server.clock.forward({ minutes: 20 });
    expect((await viewer(server, cookie)).viewer).toBeNull();
    const idle = await signIn(server, 'claimant');
    server.clock.forward({ minutes: 60 });
    expect((await viewer(server, idle.cookie)).viewer).toBeNull();
  });

  it('is not in the database in a form that somebody could use', async () => {
    const server = await guardedServer();
    const { cookie } = await signIn(server, 'claimant');
    const stored = server.data.db.prepare('SELECT token_hash FROM session').pluck().get();
    expect(stored).toMatch(/^hmac-sha-256:/);
    expect(await viewer(server, `jiefen-session=${stored}`)).toMatchObject({ viewer: null });
    expect(cookie).not.toContain(String(stored));
  });

  it('has a cookie that scripts cannot read and that https keeps to itself', async () => {
    const plain = (await signIn(await guardedServer(), 'claimant')).reply.headers['set-cookie'];
    expect(plain).toMatch(/^jiefen-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secured = await guardedServer({ JIEFEN_PUBLIC_URL: 'https://jiefen.example.cn' });
    const secure = (await signIn(secured, 'claimant')).reply.headers['set-cookie'];
    expect(secure).toMatch(/^__Host-jiefen-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('that is over is swept away, together with old counters and links', async () => {
    const server = await guardedServer();
    await signIn(server, 'claimant');
    await signIn(server, 'claimant', 'wrong');
    await server.accounts.createLink('a-claimant', 'SECRET', 72);
    server.clock.forward({ hours: 73 });
    await server.accounts.sweep(server.config.session);
    for (const table of ['session', 'login_attempt', 'one_time_link']) {
      expect(server.data.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
  });
});
