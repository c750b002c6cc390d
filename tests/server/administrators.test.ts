import { describe, expect, it } from 'vitest';
import { everyAuditRecord } from '../../db/audit.ts';
import { type ServedHouse, serve } from '../support/server.ts';

const accounts = '/api/administration/accounts';
const proposals = '/api/administration/proposals';
const audit = '/api/administration/audit';

const newMediator = {
  login: 'chen',
  name: '陈静',
  organisationId: 'yantaiMediationCommittee',
  roles: ['mediator'],
};

const post = (house: ServedHouse, login: string | null, url: string, payload?: object) =>
  house.ask(login, { method: 'POST', url, ...(payload === undefined ? {} : { payload }) });

async function kept(house: ServedHouse) {
  await house.dependencies.audit.flush();
  return house.dependencies.audit.following(everyAuditRecord, 0, 1000);
}

async function rolesOf(house: ServedHouse, login: string) {
  return (await house.dependencies.accounts.list()).find((one) => one.login === login)?.roles;
}

async function openProposal(house: ServedHouse): Promise<string> {
  const { body } = await house.get('admin-security', proposals);
  return String((body.rows as unknown as { id: string }[])[0]?.id);
}

describe('inviting somebody', () => {
  it.each(['admin-security', 'admin-audit', 'limin', 'wang', 'zhao', 'sun', 'somebody'])(
    'is refused to %s, and makes no account',
    async (login) => {
      const house = await serve();
      expect((await post(house, login, accounts, newMediator)).status).toBe(403);
      expect(await rolesOf(house, 'chen')).toBeUndefined();
    },
  );

  it('is refused to strangers', async () => {
    const house = await serve();
    expect((await post(house, null, accounts, newMediator)).status).toBe(401);
  });

  it.each([
    [{ login: 'sun' }, 409, 'login-taken'],
    [{ roles: ['emperor'] }, 422, 'invalid-input'],
    [{ roles: ['system'] }, 422, 'invalid-input'],
    [{ roles: ['mediator', 'auditAdministrator'] }, 422, 'roles-not-combinable'],
    [{ roles: ['auditAdministrator'] }, 422, 'organisation-mismatch'],
    [{ organisationId: null }, 422, 'organisation-mismatch'],
    [{ organisationId: 'atlantis' }, 422, 'invalid-input'],
    [{ name: '  ' }, 422, 'invalid-input'],
  ])('with %j is refused', async (change, status, code) => {
    const house = await serve();
    const reply = await post(house, 'admin-system', accounts, { ...newMediator, ...change });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('makes an account without any role, whose link is shown this once and opens nothing yet', async () => {
    const house = await serve();
    const reply = await post(house, 'admin-system', accounts, newMediator);
    expect([reply.status, reply.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(await rolesOf(house, 'chen')).toEqual([]);
    const link = String(reply.body.link);
    expect((await house.ask(null, { url: new URL(link).pathname })).status).toBe(200);
    const token = link.split('/').at(-1) ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect((await house.get('admin-system', accounts)).text).not.toContain(token);
    expect(JSON.stringify(await kept(house))).not.toContain(token);
  });

  it('leaves the person outside until the role is confirmed, with the right password too', async () => {
    const house = await serve();
    const { body } = await post(house, 'admin-system', accounts, newMediator);
    const { id } = body.account as unknown as { id: string };
    const { accounts: store } = house.dependencies;
    const sun = await store.credentials('sun');
    await store.setPassword(id, sun?.passwordHash ?? '');
    const token = await store.openSession({ accountId: id, stage: 'signedIn', secondFactor: true });
    const cookie = { cookie: `jiefen-session=${token}` };
    expect((await house.ask(null, { url: '/api/cases', headers: cookie })).status).toBe(401);
    const signIn = { login: 'chen', password: 'jiefen-demo-2026' };
    expect((await post(house, null, '/api/session', signIn)).body.code).toBe('role-not-granted');
    await post(house, 'admin-security', `${proposals}/${await openProposal(house)}/confirm`);
    expect((await post(house, null, '/api/session', signIn)).status).toBe(200);
  });
});

describe('a role', () => {
  it('is not granted by the system administrator alone', async () => {
    const house = await serve();
    await post(house, 'admin-system', `${accounts}/sun-lihua/roles`, { roles: ['mediator', 'committeeClerk'] });
    const reply = await post(house, 'admin-system', `${proposals}/${await openProposal(house)}/confirm`);
    expect(reply.status).toBe(403);
    expect(await rolesOf(house, 'sun')).toEqual(['mediator']);
  });

  it('is not granted by the security administrator alone', async () => {
    const house = await serve();
    const reply = await post(house, 'admin-security', `${accounts}/sun-lihua/roles`, { roles: ['committeeClerk'] });
    expect(reply.status).toBe(403);
    expect((await house.get('admin-security', proposals)).body.rows).toEqual([]);
  });

  it('is granted by nobody to himself', async () => {
    const house = await serve();
    const reply = await post(house, 'admin-system', `${accounts}/admin-system/roles`, {
      roles: ['auditAdministrator'],
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'self-grant']);
    const { proposals: store } = house.dependencies;
    const note = { kind: 'rolesProposed', at: '', person: 'admin-system' } as const;
    const proposal = { id: 'p', kind: 'roles', roles: ['mediator'], proposedBy: 'admin-system' } as const;
    await store.make({ ...proposal, accountId: 'admin-security' }, note);
    expect((await post(house, 'admin-security', `${proposals}/p/confirm`)).body.code).toBe('self-grant');
    await store.decide('p', 'withdrawn', 'admin-system', () => note);
    await store.make({ ...proposal, id: 'q', accountId: 'sun-lihua', proposedBy: 'admin-security' }, note);
    expect((await post(house, 'admin-security', `${proposals}/q/confirm`)).body.code).toBe('two-needed');
    expect(await rolesOf(house, 'admin-security')).toEqual(['securityAdministrator']);
    expect(await rolesOf(house, 'sun')).toEqual(['mediator']);
  });

  it('is granted once when one proposes and the other confirms, and whoever gets it signs in anew', async () => {
    const house = await serve();
    await house.get('sun', '/api/desk');
    await post(house, 'admin-system', `${accounts}/sun-lihua/roles`, { roles: ['mediator', 'committeeClerk'] });
    const second = await post(house, 'admin-system', `${accounts}/sun-lihua/roles`, { roles: ['mediator'] });
    expect(second.body.code).toBe('proposal-open-already');
    const url = `${proposals}/${await openProposal(house)}/confirm`;
    expect((await post(house, 'admin-security', url)).status).toBe(200);
    expect(await rolesOf(house, 'sun')).toEqual(['committeeClerk', 'mediator']);
    expect((await post(house, 'admin-security', url)).body.code).toBe('proposal-closed');
    expect((await house.get('sun', '/api/desk')).status).toBe(401);
  });

  it('that is rejected or withdrawn changes nothing', async () => {
    const house = await serve();
    for (const [login, act] of [
      ['admin-security', 'reject'],
      ['admin-system', 'withdraw'],
    ] as const) {
      await post(house, 'admin-system', `${accounts}/sun-lihua/roles`, { roles: ['committeeClerk'] });
      expect((await post(house, login, `${proposals}/${await openProposal(house)}/${act}`)).status).toBe(204);
      expect(await rolesOf(house, 'sun')).toEqual(['mediator']);
    }
  });

  it('of the last administrator of a kind is not taken away', async () => {
    const house = await serve();
    const { body } = await post(house, 'admin-security', `${accounts}/admin-audit/suspend`);
    expect(body.code).toBe('last-administrator');
  });
});

describe('an account', () => {
  it('that is suspended is out at once, on every door, and may be resumed', async () => {
    const house = await serve();
    expect((await house.get('sun', '/api/desk')).status).toBe(200);
    expect((await post(house, 'admin-system', `${accounts}/sun-lihua/suspend`)).status).toBe(204);
    expect((await house.get('sun', '/api/desk')).status).toBe(401);
    const signIn = { login: 'sun', password: 'jiefen-demo-2026' };
    expect((await post(house, null, '/api/session', signIn)).body.code).toBe('sign-in-failed');
    await post(house, 'admin-system', `${accounts}/sun-lihua/resume`);
    expect((await post(house, null, '/api/session', signIn)).status).toBe(200);
  });

  it('whose sessions are revoked is out at once and may sign in again', async () => {
    const house = await serve();
    await house.get('sun', '/api/desk');
    await post(house, 'admin-security', `${accounts}/sun-lihua/revoke-sessions`);
    expect((await house.get('sun', '/api/desk')).status).toBe(401);
    const signIn = { login: 'sun', password: 'jiefen-demo-2026' };
    expect((await post(house, null, '/api/session', signIn)).status).toBe(200);
  });

  it('with roles gets no new link by one administrator: whoever holds the link would be that person', async () => {
    const house = await serve();
    const alone = await post(house, 'admin-system', `${accounts}/admin-security/link`);
    expect([alone.status, alone.body.code]).toEqual([409, 'confirmation-needed']);
    await post(house, 'admin-system', `${accounts}/admin-security/new-sign-in`);
    const own = await post(house, 'admin-security', `${proposals}/${await openProposal(house)}/confirm`);
    expect(own.body.code).toBe('self-grant');
  });

  it('gets its sign-in anew by two: the old password and sessions end, the roles stay', async () => {
    const house = await serve();
    await house.get('sun', '/api/desk');
    await post(house, 'admin-system', `${accounts}/sun-lihua/new-sign-in`);
    const { body } = await post(house, 'admin-security', `${proposals}/${await openProposal(house)}/confirm`);
    expect((await house.ask(null, { url: new URL(String(body.link)).pathname })).status).toBe(200);
    expect((await house.get('sun', '/api/desk')).status).toBe(401);
    const signIn = { login: 'sun', password: 'jiefen-demo-2026' };
    expect((await post(house, null, '/api/session', signIn)).body.code).toBe('sign-in-failed');
    expect(await rolesOf(house, 'sun')).toEqual(['mediator']);
  });

  it('is suspended by nobody himself, nor by people who do not administer', async () => {
    const house = await serve();
    expect((await post(house, 'admin-system', `${accounts}/admin-system/suspend`)).body.code).toBe('self-grant');
    for (const login of ['admin-audit', 'limin', 'wang', 'sun']) {
      expect((await post(house, login, `${accounts}/zhou-jianguo/suspend`)).status).toBe(403);
    }
    expect((await house.get('zhou', '/api/desk')).status).toBe(200);
  });
});

describe('the audit store', () => {
  it.each(['admin-system', 'admin-security', 'zhao', 'wang', 'sun', 'somebody'])('is not read by %s', async (login) => {
    const house = await serve();
    expect((await house.get(login, audit)).status).toBe(403);
    expect((await house.get(login, `${audit}/export`)).status).toBe(403);
  });

  it('is read by the audit administrator, who can change nothing anywhere', async () => {
    const house = await serve();
    await post(house, null, '/api/session', { login: 'sun', password: 'not the password' });
    expect((await house.get('admin-audit', audit)).body.rows).toMatchObject([
      { kind: 'signedIn', person: 'admin-audit' },
      { kind: 'signInFailed', person: null, account: 'sun-lihua' },
    ]);
    expect((await post(house, 'admin-audit', accounts, newMediator)).status).toBe(403);
    expect((await post(house, 'admin-audit', `${accounts}/sun-lihua/suspend`)).status).toBe(403);
    expect((await house.get('admin-audit', accounts)).status).toBe(403);
    expect((await house.get('admin-audit', proposals)).status).toBe(403);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      expect((await house.ask('admin-audit', { method, url: audit })).status).toBe(404);
    }
  });

  it('keeps signing in and out, locking, invitations, proposals, grants, suspensions and refusals, by ids only', async () => {
    const house = await serve();
    const { body } = await post(house, 'admin-system', accounts, newMediator);
    const { id } = body.account as unknown as { id: string };
    await post(house, 'admin-security', `${proposals}/${await openProposal(house)}/confirm`);
    await post(house, 'admin-system', `${accounts}/${id}/suspend`);
    await house.get('sun', audit);
    await house.ask('sun', { method: 'DELETE', url: '/api/session' });
    for (let times = 0; times < 7; times += 1) {
      await post(house, null, '/api/session', { login: 'zhou', password: 'a guess or two' });
    }
    const records = await kept(house);
    const kinds = new Set(records.map(({ kind }) => kind));
    for (const kind of [
      'signedIn',
      'signedOut',
      'signInFailed',
      'signInLocked',
      'accountInvited',
      'rolesProposed',
      'linkIssued',
      'rolesGranted',
      'accountSuspended',
      'accessRefused',
    ] as const)
      expect(kinds).toContain(kind);
    const all = JSON.stringify(records);
    for (const secret of ['陈静', '孙丽华', 'a guess or two', 'jiefen-demo-2026', '127.0.0.1']) {
      expect(all).not.toContain(secret);
    }
  });

  it('is filtered, turned page by page, and exported as JSON lines; the export is on record', async () => {
    const house = await serve();
    for (const login of ['sun', 'zhou', 'limin', 'wang']) await house.get(login, '/api/session');
    const first = await house.get('admin-audit', `${audit}?kind=signedIn&limit=2`);
    const [next, rows] = [String(first.body.next), first.body.rows as unknown as { seq: number }[]];
    const second = await house.get('admin-audit', `${audit}?kind=signedIn&limit=2&after=${next}`);
    const more = second.body.rows as unknown as { seq: number }[];
    expect([...rows, ...more].map(({ seq }) => seq)).toEqual([5, 4, 3, 2]);
    expect((await house.get('admin-audit', `${audit}?after=nonsense`)).status).toBe(400);
    expect((await house.get('admin-audit', `${audit}?kind=nonsense`)).status).toBe(422);
    expect((await house.get('admin-audit', `${audit}?person=sun-lihua`)).body.rows).toHaveLength(1);
    expect((await house.get('admin-audit', `${audit}?to=2026-11-22`)).body.rows).toEqual([]);
    const file = await house.get('admin-audit', `${audit}/export?kind=signedIn`);
    expect(file.headers['content-type']).toContain('application/jsonl');
    expect(
      file.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).seq),
    ).toEqual([1, 2, 3, 4, 5]);
    expect((await kept(house)).at(-1)).toMatchObject({
      kind: 'auditExported',
      person: 'admin-audit',
      details: { asked: ['kind=signedIn'], upTo: 5 },
    });
  });
});

describe('the three administrators', () => {
  it.each(['admin-system', 'admin-security', 'admin-audit'])('%s sees no case, no list, no numbers', async (login) => {
    const house = await serve();
    const claimant = { name: '张三', telephone: '13800000000' };
    const { body } = await house.give('wang', null, 'openCase', { data: { claimant, summary: '一句话' } });
    const caseId = String(body.caseId);
    const urls = [
      `/api/cases/${caseId}`,
      '/api/cases',
      '/api/desk',
      '/api/handoffs',
      '/api/aggregates',
      '/api/stand-ins',
    ];
    const pages = [`/cases/${caseId}`, '/desk', '/handoffs', '/search', '/cases'];
    for (const url of [...urls, ...pages]) {
      const reply = await house.get(login, encodeURI(url));
      expect([url, reply.text.includes('一句话'), reply.text.includes('13800000000')]).toEqual([url, false, false]);
      expect(reply.text).not.toMatch(/张三(?!”)/);
    }
    const sought = await house.ask(login, { method: 'POST', url: '/api/cases/search', payload: { text: '张三' } });
    expect([sought.body.rows, sought.text.includes('张三')]).toEqual([[], false]);
    expect((await house.get(login, `/api/cases/${caseId}`)).status).toBe(404);
    const refused = (await kept(house)).filter(({ kind, person }) => kind === 'accessRefused' && person === login);
    expect(refused.map((record) => record.caseId)).toContain(caseId);
  });
});
