import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { castPassword } from '../../seeds/cast.ts';
import { buildApp } from '../../server/app.ts';
import { remindPeople } from '../../server/letters/index.ts';
import { queryCodeHash } from '../../server/write/index.ts';
import { factsOf } from '../../workflows/index.ts';
import { contacts, type LetterHouse, letterHouse, mediation, theCase } from '../support/letter-house.ts';
import { openingCommit, sampleClock } from '../support/store-samples.ts';

async function signedIn({ house }: LetterHouse, login: string): Promise<{ readonly cookie: string }> {
  const reply = await house.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: `login=${login}&password=${encodeURIComponent(castPassword)}`,
  });
  return { cookie: reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

async function pageOf(desk: LetterHouse, login: string, url: string) {
  return desk.house.app.inject({ method: 'GET', url, headers: await signedIn(desk, login) });
}

async function letters({ dependencies, caseId }: LetterHouse) {
  return dependencies.store.letters.ofCase(caseId);
}

async function letterTasks({ dependencies }: LetterHouse) {
  const filter = { organisation: 'yantaiMediationCommittee', whose: null, shownOn: '9999-12-31', limit: 50 };
  return (await dependencies.store.reads.tasks(filter)).filter(({ row }) => row.source === 'letter');
}

async function invited(desk: LetterHouse): Promise<string> {
  const party = await desk.party('respondent');
  await desk.gives('limin', 'askConsent', mediation, { parties: [party] });
  await desk.sends();
  return party;
}

function files({ dependencies }: LetterHouse): readonly string[] {
  const folder = join(dependencies.config.dataFolder, 'letters');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}

function unfolded(eml: string): string {
  const cut = eml.indexOf('\r\n\r\n');
  const body = eml.slice(cut + 4);
  return /content-transfer-encoding: base64/i.test(eml) ? Buffer.from(body, 'base64').toString() : body;
}

describe('a server without a mail server', () => {
  it('writes the letter as a file in which name, address and code are still to be filled in', async () => {
    const desk = await letterHouse();
    await invited(desk);
    const [eml = ''] = files(desk);
    expect(eml).toContain('{{recipient}}');
    expect(unfolded(eml)).toContain('{{queryCode}}');
    expect(unfolded(eml)).toContain('第12345678号');
    for (const secret of [contacts.respondent.name, contacts.respondent.email, contacts.claimant.name]) {
      expect(eml + unfolded(eml)).not.toContain(secret);
    }
  });

  it('calls it written, not sent, and asks for it to be printed: nobody has got anything yet', async () => {
    const desk = await letterHouse();
    const party = await invited(desk);
    expect(await letters(desk)).toMatchObject([{ state: 'filed' }]);
    expect(await letterTasks(desk)).toHaveLength(1);
    expect(factsOf(await desk.file(), 'letterServed')).toEqual([]);
    const person = (await desk.file()).parties[party]?.person ?? '';
    expect(await desk.dependencies.people.unmaskings(person)).toEqual([]);
  });
});

describe('a respondent without an e-mail address', () => {
  it('loses nothing: the letter is a page to print with name, address and a code that works', async () => {
    const desk = await letterHouse({ respondentEmail: null });
    const party = await invited(desk);
    const [row] = await letters(desk);
    expect(row?.state).toBe('print');
    const page = await pageOf(desk, 'limin', `/cases/${desk.caseId}/letters/${row?.draft.id}`);
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    for (const said of [contacts.respondent.name, contacts.claimant.name, '烟台市芝罘区胜利路1号', '不收取任何费用'])
      expect(page.body).toContain(said);
    expect(page.body).not.toContain('{{');
    const code = /您的查询码：([0-9A-Z-]{14})/.exec(page.body)?.[1] ?? '';
    const { store, keys } = desk.dependencies;
    const opened = await store.loadByQueryCode(queryCodeHash(keys, code));
    expect(opened).toMatchObject({ caseFile: { id: desk.caseId }, party });
  });

  it('is not shown its code again once the letter was served or a newer code was issued', async () => {
    const desk = await letterHouse({ respondentEmail: null });
    const party = await invited(desk);
    const [row] = await letters(desk);
    const url = `/cases/${desk.caseId}/letters/${row?.draft.id}`;
    await desk.gives('limin', 'issueQueryCode', theCase, { party });
    expect((await pageOf(desk, 'limin', url)).body).toContain('以最近发给您的为准');
    await desk.gives('limin', 'recordService', theCase, { letters: [row?.draft.id], method: 'post' }, '2026-11-23');
    expect((await pageOf(desk, 'limin', url)).body).toContain('已随原通知发放');
  });

  it('who sees the address to print it is on record', async () => {
    const desk = await letterHouse({ respondentEmail: null });
    const party = await invited(desk);
    const [row] = await letters(desk);
    await pageOf(desk, 'limin', `/cases/${desk.caseId}/letters/${row?.draft.id}`);
    const person = (await desk.file()).parties[party]?.person ?? '';
    expect(await desk.dependencies.people.unmaskings(person)).toMatchObject([
      { field: 'address', revealedTo: 'li-min' },
    ]);
  });

  it('chose post and has an e-mail address: it still goes by post', async () => {
    const desk = await letterHouse();
    const party = await desk.party('respondent');
    await desk.gives('limin', 'confirmServiceAddress', theCase, { party, method: 'post' });
    await invited(desk);
    expect(await letters(desk)).toMatchObject([{ state: 'print' }]);
  });
});

describe('the letters of a case', () => {
  it('stand on its page and in the API, each with state and service record', async () => {
    const desk = await letterHouse({ respondentEmail: null });
    await invited(desk);
    const [row] = await letters(desk);
    const before = await pageOf(desk, 'limin', `/cases/${desk.caseId}`);
    for (const said of ['通知和送达', '调解邀请', '待打印送达', '尚未送达']) expect(before.body).toContain(said);
    await desk.gives('limin', 'recordService', theCase, { letters: [row?.draft.id], method: 'post' }, '2026-11-23');
    const after = await pageOf(desk, 'limin', `/cases/${desk.caseId}`);
    expect(after.body).not.toContain('尚未送达');
    const answer = await apiOf(desk);
    expect(answer).toMatchObject([
      {
        notice: 'invitation',
        state: 'print',
        service: { servedOn: '2026-11-23', method: { zh: '邮寄' }, proof: null },
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain('胜利路');
  });

  it('are not there for an organisation that has nothing to do with the case', async () => {
    const desk = await letterHouse({ respondentEmail: null });
    await invited(desk);
    const [row] = await letters(desk);
    const page = await pageOf(desk, 'liu', `/cases/${desk.caseId}/letters/${row?.draft.id}`);
    expect(page.statusCode).toBe(404);
    expect(page.body).not.toContain(contacts.respondent.name);
    expect((await pageOf(desk, 'limin', `/cases/${desk.caseId}/letters/nonsense`)).statusCode).toBe(404);
  });
});

/** What the whole server answers under the API. */
async function apiOf(desk: LetterHouse): Promise<readonly object[]> {
  const { server } = await buildApp(desk.dependencies);
  onTestFinished(() => server.close());
  const headers = await signedIn(desk, 'limin');
  const reply = await server.inject({ method: 'GET', url: `/api/cases/${desk.caseId}/letters`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json<{ readonly rows: readonly object[] }>().rows;
}

describe('what the calendar sends', () => {
  it('warns the officer of a time limit once, by code and rule, without anything of the case', async () => {
    const desk = await letterHouse({ environment: { JIEFEN_MAILBOXES: 'sun-lihua=sun@example.cn' } });
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' });
    desk.house.at('2026-12-18T09:00');
    await remindPeople(desk.dependencies);
    const warnings = async () => (await letters(desk)).filter(({ draft }) => draft.notice === 'clockWarning');
    expect(await warnings()).toMatchObject([
      { draft: { recipient: { kind: 'officer', person: 'sun-lihua' }, fields: { due: '2026-12-23' } } },
    ]);
    expect(await remindPeople(desk.dependencies)).toBe(0);
    expect(await warnings()).toHaveLength(1);
    expect(JSON.stringify(await warnings())).not.toContain('12345678');
  });

  it('tells of what is near although years of windows that passed lie before it, and the head of a centre of no case', async () => {
    const desk = await letterHouse({ environment: { JIEFEN_MAILBOXES: 'sun-lihua=sun@example.cn' } });
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' });
    for (const organisation of ['yantaiMediationCommittee', 'yantaiProtectionCentre']) {
      const commit = openingCommit(organisation);
      const home = { ...Object.values(commit.after.proceedings)[0]!, organisation };
      const near = sampleClock(home, '2026-12-22');
      const passed = Array.from({ length: 600 }, (_, index) => ({ ...near, id: `passed-${index}`, due: '2020-01-02' }));
      await desk.dependencies.store.commit({ ...commit, derived: { ...commit.derived, clocks: [...passed, near] } });
    }
    desk.house.at('2026-12-18T09:00');
    await remindPeople(desk.dependencies);
    const sent = await letters(desk);
    expect(sent.map(({ draft }) => draft.notice)).toContain('clockWarning');
    const now = desk.dependencies.now();
    const queued = await desk.dependencies.store.letters.lease({ now, until: now, limit: 500 });
    const dues = (person: string) =>
      queued.flatMap(({ draft: { notice, recipient, fields } }) =>
        notice === 'weeklyDigest' && recipient.kind === 'officer' && recipient.person === person && 'clocks' in fields
          ? fields.clocks.map(({ due }) => due)
          : [],
      );
    expect(dues('sun-lihua')).toEqual(['2026-12-22', '2026-12-23']);
    expect(dues('wang-zhiqiang')).toEqual(['2026-12-22']);
    expect(dues('zhao-hong')).toEqual([]);
  });

  it('loses no other letter by a case that cannot be read, and says so', async () => {
    const desk = await letterHouse();
    for (const id of ['broken', 'whole']) {
      const commit = openingCommit(id);
      const home = { ...Object.values(commit.after.proceedings)[0]!, organisation: 'yantaiMediationCommittee' };
      const clocks = [{ ...sampleClock(home, '2026-12-22'), warnFrom: '2026-12-15' }];
      await desk.dependencies.store.commit({ ...commit, derived: { ...commit.derived, clocks } });
    }
    desk.house.at('2026-12-18T09:00');
    const { store } = desk.dependencies;
    const load = (id: string) => (id === 'broken' ? Promise.reject(new Error('damaged')) : store.load(id));
    const reminding = remindPeople({ ...desk.dependencies, store: { ...store, load } });
    await expect(reminding).rejects.toThrow('1 could not be dealt with: Error: damaged');
    const now = desk.dependencies.now();
    const queued = await store.letters.lease({ now, until: now, limit: 500 });
    const about = queued.filter(({ draft }) => draft.notice === 'clockWarning').map(({ draft }) => draft.caseId);
    expect(about).toContain('whole');
    expect(about).not.toContain('broken');
    expect(queued.map(({ draft }) => draft.notice)).toContain('weeklyDigest');
  });

  it('sends each person of an organisation one digest a week', async () => {
    const desk = await letterHouse();
    const first = await remindPeople(desk.dependencies);
    expect(first).toBeGreaterThan(0);
    desk.house.at('2026-11-26T09:00');
    expect(await remindPeople(desk.dependencies)).toBe(0);
    desk.house.at('2026-11-30T09:00');
    expect(await remindPeople(desk.dependencies)).toBe(first);
  });

  it('reminds both sides of a handoff that nobody has answered after three working days', async () => {
    const desk = await letterHouse();
    await desk.gives('limin', 'acceptMediation', mediation);
    const papers = ['intakeForm', 'consentRecord', 'mediatorList'];
    for (const document of papers) {
      const paper = { document, title: document, class: 'organisationFile', pages: 1 };
      await desk.gives('limin', 'addItem', mediation, paper);
    }
    const items = Object.keys((await desk.file()).items);
    await desk.gives('limin', 'prepareHandoff', mediation, { kind: 'H11', to: 'laishanMediationStation', items });
    const sent = async () => Object.keys((await desk.file()).handoffs)[0] ?? '';
    const id = await sent();
    await desk.gives('limin', 'offerHandoff', () => ({ kind: 'handoff', id }));
    const unanswered = async () => (await letters(desk)).filter(({ draft }) => draft.notice === 'handoffUnanswered');
    desk.house.at('2026-11-26T09:00');
    await remindPeople(desk.dependencies);
    expect(await unanswered()).toEqual([]);
    desk.house.at('2026-11-27T09:00');
    await remindPeople(desk.dependencies);
    await remindPeople(desk.dependencies);
    expect((await unanswered()).map(({ draft }) => draft.recipient)).toEqual([
      { kind: 'organisation', organisation: 'yantaiMediationCommittee' },
      { kind: 'organisation', organisation: 'laishanMediationStation' },
    ]);
  });
});
