/** Reminders reach staff at the address of their own account, which they set themselves and nobody else does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staffPerson } from '../../db/accounts.ts';
import { invitePerson, setOwnWorkEmail, workEmailOf } from '../../server/administration/index.ts';
import { remindPeople } from '../../server/letters/index.ts';
import type { Viewer } from '../../server/security/index.ts';
import { type LetterHouse, letterHouse, mediation } from '../support/letter-house.ts';
import { mailServer } from '../support/mail-server.ts';
import { type ServedHouse, serve } from '../support/server.ts';

const sun: Viewer = {
  accountId: 'sun-lihua',
  name: '孙丽华',
  organisationId: 'yantaiMediationCommittee',
  roles: ['mediator'],
  secondFactor: true,
};

async function houseWithServer(environment: Readonly<Record<string, string>> = {}) {
  const server = await mailServer();
  const settings = { JIEFEN_MAIL_FROM: 'letters@jiefen.example.cn', SMTP_URL: server.url, ...environment };
  return { server, desk: await letterHouse({ environment: settings }) };
}

async function warned({ dependencies, house, gives }: LetterHouse): Promise<void> {
  await gives('limin', 'acceptMediation', mediation);
  await gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' });
  house.at('2026-12-18T09:00');
  await remindPeople(dependencies);
}

describe('a reminder to an officer', () => {
  it('goes to the work address of the account, before a box of the settings', async () => {
    const { server, desk } = await houseWithServer({ JIEFEN_MAILBOXES: 'sun-lihua=old@example.cn' });
    await setOwnWorkEmail(sun, ' sun@work.example.cn ', desk.dependencies);
    await warned(desk);
    await desk.sends();
    const mails = server.taken.filter(({ to }) => to.includes('sun@work.example.cn'));
    expect(mails.length).toBeGreaterThan(0);
    expect(server.taken.some(({ to }) => to.includes('old@example.cn'))).toBe(false);
  });

  it('stops when the person removes the address, and when the account is suspended', async () => {
    const { server, desk } = await houseWithServer();
    const { dependencies } = desk;
    await setOwnWorkEmail(sun, 'sun@work.example.cn', dependencies);
    await warned(desk);
    await dependencies.accounts.setStatus('sun-lihua', 'suspended');
    await desk.sends();
    await dependencies.accounts.setStatus('sun-lihua', 'active');
    await setOwnWorkEmail(sun, '', dependencies);
    desk.house.at('2026-12-21T09:00');
    await remindPeople(dependencies);
    await desk.sends();
    expect(server.taken.filter(({ to }) => to.includes('sun@work.example.cn'))).toEqual([]);
    expect(await workEmailOf('sun-lihua', dependencies)).toBeNull();
  });
});

describe('a handoff', () => {
  const offered = async (desk: LetterHouse) => {
    await desk.gives('limin', 'acceptMediation', mediation);
    for (const document of ['intakeForm', 'consentRecord', 'mediatorList'])
      await desk.gives('limin', 'addItem', mediation, {
        document,
        title: document,
        class: 'organisationFile',
        pages: 1,
      });
    const items = Object.keys((await desk.file()).items);
    await desk.gives('limin', 'prepareHandoff', mediation, { kind: 'H11', to: 'laishanMediationStation', items });
    await desk.gives('limin', 'offerHandoff', (file) => ({ kind: 'handoff', id: Object.keys(file.handoffs)[0] ?? '' }));
  };
  const clerk = { id: 'station-clerk', login: 'station', name: '站员', roles: ['committeeClerk'] } as const;

  it('reaches everybody on the desk of an organisation without a shared box, in one mail', async () => {
    const { server, desk } = await houseWithServer();
    const { accounts } = desk.dependencies;
    for (const number of [1, 2]) {
      const id = `station-clerk-${number}`;
      const organisationId = 'laishanMediationStation';
      await accounts.create({ ...clerk, id, login: id, organisationId, passwordHash: 'none' });
      await accounts.setWorkEmail(id, `clerk${number}@station.example.cn`);
    }
    await offered(desk);
    await desk.sends();
    const mail = server.taken.filter(({ to }) => to.some((one) => one.endsWith('@station.example.cn')));
    expect(mail.map(({ to }) => to)).toEqual([['clerk1@station.example.cn', 'clerk2@station.example.cn']]);
  });

  it('reaches the shared box alone where there is one', async () => {
    const { server, desk } = await houseWithServer({
      JIEFEN_MAILBOXES: 'laishanMediationStation=desk@station.example.cn',
    });
    const { accounts } = desk.dependencies;
    await accounts.create({ ...clerk, organisationId: 'laishanMediationStation', passwordHash: 'none' });
    await accounts.setWorkEmail(clerk.id, 'clerk@station.example.cn');
    await offered(desk);
    await desk.sends();
    expect(server.taken.flatMap(({ to }) => to)).toContain('desk@station.example.cn');
    expect(server.taken.flatMap(({ to }) => to)).not.toContain('clerk@station.example.cn');
  });
});

describe('a work address', () => {
  const form = (house: ServedHouse, login: string | null, workEmail: string) =>
    house.ask(login, {
      method: 'POST',
      url: '/account',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ workEmail }).toString(),
    });

  it('is set by its owner on a page of its own, shown masked, and put on record', async () => {
    const house = await serve();
    expect((await form(house, 'sun', 'sun@work.example.cn')).status).toBe(303);
    const page = await house.get('sun', '/account?done=workEmailSet');
    expect(page.text).toContain('s****@work.example.cn');
    expect(page.text).toContain('工作邮箱已保存');
    expect(page.text).not.toContain('sun@work.example.cn');
    const filter = { kind: 'workEmailSet', person: null, account: null, caseId: null, from: null, to: null } as const;
    const found = await house.dependencies.audit.page(filter, null, 10);
    expect(found.rows).toMatchObject([{ person: 'sun-lihua', account: 'sun-lihua', details: { what: 'set' } }]);
  });

  it('that is none is refused with what was typed, and changes nothing', async () => {
    const house = await serve();
    const answer = await form(house, 'sun', 'not an address');
    expect([answer.status, answer.text.includes('not an address')]).toEqual([422, true]);
    expect(await workEmailOf('sun-lihua', house.dependencies)).toBeNull();
    expect((await form(house, null, 'x@example.cn')).headers.location).toContain('/sign-in');
  });

  it('may come with the invitation, and is nobody else’s to change afterwards', async () => {
    const house = await serve();
    const viewer: Viewer = { ...sun, accountId: 'admin-system', organisationId: null, roles: ['systemAdministrator'] };
    const invitation = {
      login: 'chen',
      name: '陈静',
      organisationId: 'yantaiMediationCommittee',
      roles: ['mediator'],
      workEmail: 'chen@work.example.cn',
    };
    const { account } = await invitePerson(viewer, invitation, house.dependencies);
    expect(account.workEmail).toBe('c****@work.example.cn');
    const shown = await house.get('admin-system', `/administration/accounts/${account.id}`);
    expect(shown.text).toContain('c****@work.example.cn');
    expect(shown.text).not.toContain('name="workEmail"');
  });

  it('lies sealed in the database, and every use of it is on record', async () => {
    const { desk } = await houseWithServer();
    await setOwnWorkEmail(sun, 'sun@work.example.cn', desk.dependencies);
    await warned(desk);
    await desk.sends();
    const seen = await desk.dependencies.people.unmaskings(staffPerson('sun-lihua'));
    expect(seen[0]).toMatchObject({ field: 'email', revealedTo: 'system:letters' });
    const { dataFolder } = desk.dependencies.config;
    const stored = readdirSync(dataFolder).filter((name) => name.includes('.sqlite') || name.includes('.db'));
    expect(stored).not.toEqual([]);
    for (const name of stored) expect(readFileSync(join(dataFolder, name)).includes('sun@work')).toBe(false);
  });
});
