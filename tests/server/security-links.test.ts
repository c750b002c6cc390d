import { describe, expect, it } from 'vitest';
import { acceptLink, invite, inviteAdministrators, openLink, signIn } from '../../server/security/index.ts';
import { hashPassword, isAcceptablePassword, needsRenewal, verifyPassword } from '../../server/security/passwords.ts';
import { codeAt, guardedServer, password } from '../support/security.ts';

const newPassword = '昆嵛山上的一棵老松树 2026';

describe('a one-time link', () => {
  it('sets password and second factor once, and the new password then signs in', async () => {
    const { dependencies, accounts, clock } = await guardedServer();
    await accounts.create({ id: 'a-new', login: 'new', name: '新人', organisationId: 'o-1', roles: ['courtLiaison'] });
    const token = await invite(dependencies, 'a-new');
    const opened = await openLink(dependencies, token);
    expect(opened).toMatchObject({ login: 'new', name: '新人' });
    expect(opened?.secondFactor?.uri).toMatch(/^otpauth:\/\/totp\/.*secret=/);
    const code = await codeAt(clock.now(), opened?.secondFactor?.secret);
    expect(await acceptLink(dependencies, { token, password: newPassword, code })).toEqual({ ok: true });
    expect(await openLink(dependencies, token)).toBeUndefined();
    expect(await acceptLink(dependencies, { token, password: newPassword, code })).toMatchObject({
      code: 'link-not-valid',
    });
    const signedIn = await signIn(dependencies, { login: 'new', password: newPassword, address: '127.0.0.1' });
    expect(signedIn).toMatchObject({ ok: true, session: { stage: 'awaitsSecondFactor' } });
    expect(
      await accounts.useSecondFactorStep('a-new', (await accounts.credentials('new'))?.secondFactorLastStep ?? 0),
    ).toBe(false);
  });

  it('changes nothing when the code is wrong or the password weak', async () => {
    const { dependencies, accounts, clock } = await guardedServer();
    const token = await invite(dependencies, 'a-mediator');
    const opened = await openLink(dependencies, token);
    const code = await codeAt(clock.now(), opened?.secondFactor?.secret);
    const before = await accounts.credentials('mediator');
    const wrongCode = await acceptLink(dependencies, { token, password: newPassword, code: '000000' });
    expect(wrongCode).toEqual({ ok: false, code: 'second-factor-wrong' });
    const weak = await acceptLink(dependencies, { token, password: 'mediator12345', code });
    expect(weak).toEqual({ ok: false, code: 'password-too-weak' });
    expect(await accounts.credentials('mediator')).toEqual(before);
    expect(await openLink(dependencies, token)).toBeDefined();
  });

  it('is void after its time, after a newer one, and when the account is suspended', async () => {
    const { dependencies, accounts, clock } = await guardedServer();
    const first = await invite(dependencies, 'a-mediator');
    const second = await invite(dependencies, 'a-mediator');
    expect(await openLink(dependencies, first)).toBeUndefined();
    clock.forward({ hours: 72 });
    expect(await openLink(dependencies, second)).toBeUndefined();
    const third = await invite(dependencies, 'a-mediator');
    await accounts.setStatus('a-mediator', 'suspended');
    expect(await openLink(dependencies, third)).toBeUndefined();
    expect(await openLink(dependencies, 'invented')).toBeUndefined();
  });

  it('ends the sessions of whoever had the account before', async () => {
    const { dependencies, accounts, clock, config } = await guardedServer();
    const session = await accounts.openSession({ accountId: 'a-mediator', stage: 'signedIn', secondFactor: true });
    const token = await invite(dependencies, 'a-mediator');
    const secret = (await openLink(dependencies, token))?.secondFactor?.secret;
    await acceptLink(dependencies, { token, password: newPassword, code: await codeAt(clock.now(), secret) });
    expect(await accounts.session(session, config.session)).toBeUndefined();
  });

  it('asks a party for no second factor', async () => {
    const { dependencies, accounts } = await guardedServer();
    const token = await invite(dependencies, 'a-claimant');
    expect((await openLink(dependencies, token))?.secondFactor).toBeNull();
    expect(await acceptLink(dependencies, { token, password: newPassword, code: '' })).toEqual({ ok: true });
    expect((await accounts.credentials('claimant'))?.secondFactorSecret).toBeNull();
  });

  it('is not in the database in a form that somebody could use', async () => {
    const { dependencies, data } = await guardedServer();
    const token = await invite(dependencies, 'a-mediator');
    const opened = await openLink(dependencies, token);
    const row = JSON.stringify(data.db.prepare('SELECT * FROM one_time_link').all());
    expect(row).not.toContain(token);
    expect(row).not.toContain(opened?.secondFactor?.secret);
  });
});

describe('a new installation', () => {
  it('has three administrators, each with a link, until they have used it', async () => {
    const { dependencies, clock } = await guardedServer();
    const links = await inviteAdministrators(dependencies);
    expect(links.map(({ login }) => login)).toEqual([
      'system-administrator',
      'security-administrator',
      'audit-administrator',
    ]);
    const token = links[0]?.token ?? '';
    const secret = (await openLink(dependencies, token))?.secondFactor?.secret;
    await acceptLink(dependencies, { token, password: newPassword, code: await codeAt(clock.now(), secret) });
    const atNextStart = await inviteAdministrators(dependencies);
    expect(atNextStart.map(({ login }) => login)).toEqual(['security-administrator', 'audit-administrator']);
    expect(await openLink(dependencies, links[1]?.token ?? '')).toBeUndefined();
  });
});

describe('an account', () => {
  const account = { id: 'a-1', login: 'new', name: '新人', organisationId: null } as const;

  it('is refused when the login is taken in another spelling, empty, or too long', async () => {
    const { accounts } = await guardedServer();
    const create = (login: string) => accounts.create({ ...account, login, roles: ['mediator'] });
    expect(await create('ＭＥＤＩＡＴＯＲ')).toEqual({ ok: false, code: 'login-taken' });
    expect(await create('   ')).toEqual({ ok: false, code: 'login-invalid' });
    expect(await create('x'.repeat(65))).toEqual({ ok: false, code: 'login-invalid' });
    expect(await accounts.find('a-1')).toBeUndefined();
  });

  it('of an administrator has no other role: whoever runs the system sees no case', async () => {
    const { accounts } = await guardedServer();
    const combine = (...roles: Parameters<typeof accounts.create>[0]['roles']) =>
      accounts.create({ ...account, roles });
    expect(await combine('systemAdministrator', 'mediator')).toEqual({ ok: false, code: 'roles-not-combinable' });
    expect(await combine('systemAdministrator', 'auditAdministrator')).toMatchObject({ ok: false });
    expect(await combine()).toEqual({ ok: false, code: 'role-missing' });
    expect(await combine('mediator', 'committeeClerk')).toEqual({ ok: true });
    expect(await accounts.find('a-1')).toMatchObject({ status: 'invited', roles: ['committeeClerk', 'mediator'] });
  });

  it('that never had a password waits for a link again when it is reinstated', async () => {
    const { accounts } = await guardedServer();
    await accounts.create({ ...account, roles: ['mediator'] });
    await accounts.setStatus('a-1', 'suspended');
    await accounts.setStatus('a-1', 'active');
    expect((await accounts.find('a-1'))?.status).toBe('invited');
  });
});

describe('a password', () => {
  it('is kept as argon2id with its parameters, salted, and is not there without them', async () => {
    const stored = await hashPassword(password);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]+\$[\w+/]+$/);
    expect(await hashPassword(password)).not.toBe(stored);
    expect(await verifyPassword(password, stored)).toBe(true);
    expect(await verifyPassword(`${password}!`, stored)).toBe(false);
    expect(await verifyPassword(password, null)).toBe(false);
    expect(await verifyPassword(password, 'garbage')).toBe(false);
  });

  it('hashed with weaker parameters is renewed at the next sign-in', async () => {
    const { dependencies, accounts } = await guardedServer();
    const weaker = '$argon2id$v=19$m=8192,t=2,p=1$';
    expect(needsRenewal(`${weaker}AAAA$AAAA`)).toBe(true);
    const { argon2Sync } = await import('node:crypto');
    const salt = Buffer.alloc(16, 9);
    const old = argon2Sync('argon2id', {
      message: password,
      nonce: salt,
      memory: 8192,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    await accounts.setPassword('a-claimant', `${weaker}${salt.toString('base64')}$${old.toString('base64')}`);
    expect(await signIn(dependencies, { login: 'claimant', password, address: '::1' })).toMatchObject({ ok: true });
    const renewed = (await accounts.credentials('claimant'))?.passwordHash ?? '';
    expect(needsRenewal(renewed)).toBe(false);
    expect(await verifyPassword(password, renewed)).toBe(true);
  });

  it('is long enough and does not contain the login; its signs are free', () => {
    expect(isAcceptablePassword('四个不相关的词语拼在一起', 'li')).toBe(true);
    expect(isAcceptablePassword('short', 'li')).toBe(false);
    expect(isAcceptablePassword('x'.repeat(129), 'li')).toBe(false);
    expect(isAcceptablePassword('Wang.Haiyan-2026!', 'wang.haiyan')).toBe(false);
  });
});
