import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Posts } from '../../server/letters/index.ts';
import { postsOf, sendLetters } from '../../server/letters/index.ts';
import { queryCodeHash } from '../../server/write/index.ts';
import { factsOf } from '../../workflows/index.ts';
import { contacts, mediation, theCase } from '../support/letter-house.ts';
import { brokenServer, calendarOf, mailServer, nobodyListens, smtpError, textOf } from '../support/mail-server.ts';
import { codeIn, houseWith, houseWithServer, invited, letters, letterTasks } from '../support/mailed-house.ts';

describe('an invitation by e-mail', () => {
  it('reaches the respondent with names and a query code that opens its page', async () => {
    const { server, desk } = await houseWithServer();
    const party = await invited(desk);
    expect(await desk.sends()).toBe(1);
    const [mail] = server.taken;
    expect(mail).toMatchObject({ from: 'letters@jiefen.example.cn', to: [contacts.respondent.email] });
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    expect(mail?.headers['message-id']).toMatch(/^<[^<>@\s]+@jiefen\.example\.cn>$/);
    const words = textOf(mail!);
    expect(words).toContain(contacts.claimant.name);
    expect(words).toContain('第12345678号');
    expect(words).not.toContain('{{');
    const { store, keys } = desk.dependencies;
    const found = await store.loadByQueryCode(queryCodeHash(keys, codeIn(mail!)));
    expect(found).toMatchObject({ caseFile: { id: desk.caseId }, party });
  });

  it('is on record as sent, and as service only for a party that confirmed this way', async () => {
    const { desk } = await houseWithServer();
    await invited(desk);
    await desk.sends();
    const sent = factsOf(await desk.file(), 'noteLetterSent');
    expect(sent).toMatchObject([{ values: { notice: 'invitation', method: 'email' } }]);
    expect(factsOf(await desk.file(), 'letterServed')).toEqual([]);
    const party = await desk.party('claimant');
    await desk.gives('limin', 'confirmServiceAddress', theCase, { party, method: 'email' });
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.sends();
    const served = factsOf(await desk.file(), 'letterServed');
    expect(served.map(({ party: whose, values }) => [whose, values.notice])).toEqual([
      [party, 'acceptance'],
      [party, 'rightsNotice'],
    ]);
  });

  it('leaves no name, address or code in the stored letter, its record, or the journal', async () => {
    const { server, desk } = await houseWithServer();
    await invited(desk);
    await desk.sends();
    const code = codeIn(server.taken[0]!);
    const journal = await desk.dependencies.store.reads.journal(desk.caseId);
    const stored = JSON.stringify([await letters(desk), journal, await desk.file()]);
    for (const secret of [contacts.respondent.name, contacts.respondent.email, code, code.replaceAll('-', '')]) {
      expect(stored).not.toContain(secret);
    }
  });

  it('looks at the address on record: whoever audits sees that it was used, and for what', async () => {
    const { desk } = await houseWithServer();
    const party = await invited(desk);
    await desk.sends();
    const person = (await desk.file()).parties[party]?.person ?? '';
    const seen = await desk.dependencies.people.unmaskings(person);
    expect(seen).toMatchObject([{ field: 'email', revealedTo: 'system:letters' }]);
  });
});

describe('a session', () => {
  it('arrives as an invitation in UTC: 14:30 in Yantai is 06:30Z, and a later date replaces it', async () => {
    const { server, desk } = await houseWithServer();
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.sends();
    server.taken.length = 0;
    await desk.gives('limin', 'scheduleSession', mediation, { at: '2026-12-01T14:30', place: '三楼调解室' });
    await desk.sends();
    const [set] = server.taken;
    expect(calendarOf(set!)).toContain('METHOD:REQUEST');
    expect(calendarOf(set!)).toContain('DTSTART:20261201T063000Z');
    expect(calendarOf(set!)).toContain('SEQUENCE:0');
    const replaces = factsOf(await desk.file(), 'scheduleSession')[0]?.id;
    await desk.gives('limin', 'scheduleSession', mediation, { at: '2026-12-02T09:00', place: '三楼调解室', replaces });
    await desk.sends();
    const moved = calendarOf(server.taken.at(-1)!);
    expect(moved).toContain('DTSTART:20261202T010000Z');
    expect(moved).toContain('SEQUENCE:1');
    expect(/UID:(.+)/.exec(moved)?.[1]).toBe(/UID:(.+)/.exec(calendarOf(set!))?.[1]);
  });

  it('that is over before the letter could go is not announced any more', async () => {
    const { server, desk } = await houseWithServer();
    await desk.gives('limin', 'acceptMediation', mediation);
    await desk.sends();
    server.taken.length = 0;
    await desk.gives('limin', 'scheduleSession', mediation, { at: '2026-11-24T14:30', place: '三楼' });
    desk.house.at('2026-11-24T14:30');
    await desk.sends();
    expect(server.taken).toEqual([]);
    expect((await letters(desk)).filter(({ state }) => state === 'late')).toHaveLength(2);
  });
});

describe('a mail server that refuses for now', () => {
  it('is tried again later with the same Message-ID and the same code', async () => {
    let refusals = 1;
    const ids: string[] = [];
    const { server, desk } = await houseWithServer({
      onMessage: () => {
        refusals -= 1;
        return refusals >= 0 ? smtpError(451, 'try again later') : null;
      },
    });
    await invited(desk);
    await desk.sends();
    expect(await letters(desk)).toMatchObject([{ state: 'queued', attempts: 1, note: 'EMESSAGE 451 try again later' }]);
    ids.push((await letters(desk))[0]?.draft.id ?? '');
    expect(await desk.sends()).toBe(0);
    desk.house.at('2026-11-23T09:05');
    await desk.sends();
    expect(await letters(desk)).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(server.taken[0]?.headers['message-id']).toBe(`<${ids[0]}@jiefen.example.cn>`);
  });

  it('waits twice as long each time, and in the end puts the letter on the desk', async () => {
    const { desk } = await houseWithServer(
      { onRecipient: () => smtpError(450, 'mailbox busy') },
      { environment: { JIEFEN_LETTER_ATTEMPTS: '3' } },
    );
    await invited(desk);
    for (const [moment, count] of [
      ['2026-11-23T09:00', 1],
      ['2026-11-23T09:04', 0],
      ['2026-11-23T09:05', 1],
      ['2026-11-23T09:14', 0],
      ['2026-11-23T09:15', 1],
    ] as const) {
      desk.house.at(moment);
      expect(await desk.sends(), moment).toBe(count);
    }
    expect(await letters(desk)).toMatchObject([{ state: 'failed', attempts: 3 }]);
    expect(await letterTasks(desk)).toHaveLength(1);
  });
});

describe('a mail server that asks for another password', () => {
  it('is told to nobody as a letter that failed: everything stays queued', async () => {
    const { server, desk } = await houseWithServer({ password: 'right' });
    const { config } = desk.dependencies;
    await invited(desk);
    const wrong = server.url.replace('smtp://', 'smtp://jiefen:old-secret@');
    await desk.sends(postsOf({ ...config, letters: { ...config.letters, smtpUrl: wrong } }));
    expect(await letters(desk)).toMatchObject([{ state: 'queued', attempts: 1 }]);
    expect(JSON.stringify(await letters(desk))).not.toContain('old-secret');
    const right = server.url.replace('smtp://', 'smtp://jiefen:right@');
    desk.house.at('2026-11-23T09:30');
    await desk.sends(postsOf({ ...config, letters: { ...config.letters, smtpUrl: right } }));
    expect(await letters(desk)).toMatchObject([{ state: 'sent' }]);
  });
});

describe('an address nobody has', () => {
  it('is not tried again: the letter goes by hand, with a task until its service is recorded', async () => {
    const { desk } = await houseWithServer({ onRecipient: () => smtpError(550, 'no such user <xinda@example.cn>') });
    const party = await invited(desk);
    await desk.sends();
    const [row] = await letters(desk);
    expect(row).toMatchObject({ state: 'failed', attempts: 1 });
    expect(row?.note).not.toContain('xinda@');
    expect(await letterTasks(desk)).toHaveLength(1);
    expect(factsOf(await desk.file(), 'letterServed')).toEqual([]);
    const record = { letters: [row?.draft.id], method: 'inPerson' };
    await desk.gives('limin', 'recordService', theCase, record, '2026-11-23');
    expect(factsOf(await desk.file(), 'letterServed')).toMatchObject([{ party, occurredOn: '2026-11-23' }]);
    expect(await letterTasks(desk)).toEqual([]);
  });

  it('may be corrected and the letter sent again, as a new message', async () => {
    const { server, desk } = await houseWithServer({
      onRecipient: (address) => (address === contacts.respondent.email ? smtpError(550, 'unknown') : null),
    });
    const party = await invited(desk);
    await desk.sends();
    const who = { kind: 'individualBusiness', name: contacts.respondent.name, email: 'new@example.cn' };
    await desk.gives('limin', 'describeParty', theCase, { party, capacity: 'full', foreign: false, who });
    const id = (await letters(desk))[0]?.draft.id;
    await desk.gives('limin', 'resendLetters', theCase, { letters: [id] });
    await desk.sends();
    expect(server.taken).toMatchObject([{ to: ['new@example.cn'] }]);
    expect(server.taken[0]?.headers['message-id']).toBe(`<${id}.2@jiefen.example.cn>`);
    expect(await letterTasks(desk)).toEqual([]);
  });
});

describe('a mail server that cannot be spoken to', () => {
  const silent = ['220 mail.example.cn'];
  const silentThenGone = (socket: Socket) => {
    setTimeout(() => socket.destroy(), 50);
  };
  const untilData = [...silent, '250 mail.example.cn', '250 ok', '250 ok', '354 go on'];

  it.each([
    ['is not there', () => nobodyListens()],
    ['never greets', () => brokenServer([], () => {})],
    ['falls silent in the middle', () => brokenServer(silent, () => {})],
    ['dies in the middle of the letter', () => brokenServer(untilData, (socket) => socket.destroy())],
    ['turns everybody away at the door', () => brokenServer(['554 no mail today'], (socket) => socket.end())],
    ['wants nothing from our sender', () => brokenServer([...silent, '250 ok', '553 sender not allowed'], () => {})],
    ['is closing for now', () => brokenServer([...silent, '250 ok', '421 closing'], (socket) => socket.end())],
    ['dies after the letter, before it answers', () => brokenServer([...untilData], silentThenGone)],
    ['speaks nonsense', () => brokenServer(['hello there'], (socket) => socket.end('what?\r\n'))],
  ])('and %s costs no letter: the turn ends, and everything is tried again', async (_how, open) => {
    const desk = await houseWith(await open());
    await desk.gives('limin', 'acceptMediation', mediation);
    const before = (await letters(desk)).length;
    expect(await desk.sends()).toBe(1);
    const rows = await letters(desk);
    expect(rows).toHaveLength(before);
    expect(rows.every(({ state }) => state === 'queued')).toBe(true);
    expect(rows.map(({ attempts }) => attempts)).toEqual([1, ...Array(before - 1).fill(0)]);
    expect(await letterTasks(desk)).toEqual([]);
    const server = await mailServer();
    const { config } = desk.dependencies;
    desk.house.at('2026-11-23T09:30');
    await desk.sends(postsOf({ ...config, letters: { ...config.letters, smtpUrl: server.url } }));
    expect(server.taken).toHaveLength(before);
  });
});

describe('a fault of our own', () => {
  it('is told to whoever runs the job, costs one attempt, and holds no other letter up', async () => {
    const { server, desk } = await houseWithServer();
    await desk.gives('limin', 'acceptMediation', mediation);
    const posts = postsOf(desk.dependencies.config);
    const broken: Posts = { ...posts, email: { ...posts.email, send: () => Promise.reject(new Error('a bug')) } };
    await expect(desk.sends(broken)).rejects.toThrow('a bug');
    const rows = await letters(desk);
    expect(rows[0]).toMatchObject({ state: 'queued', attempts: 1, note: 'EINTERNAL' });
    expect(await desk.sends()).toBe(rows.length - 1);
    desk.house.at('2026-11-23T09:05');
    await desk.sends();
    expect(server.taken).toHaveLength(rows.length);
  });

  it('that stays puts the letter on the desk to be printed after the last attempt, so that somebody brings it', async () => {
    const { server, desk } = await houseWithServer();
    await invited(desk);
    const posts = postsOf(desk.dependencies.config);
    const broken: Posts = { ...posts, email: { ...posts.email, send: () => Promise.reject(new Error('a bug')) } };
    for (let attempt = 1; attempt <= desk.dependencies.config.letters.attempts; attempt += 1) {
      expect(await letterTasks(desk)).toEqual([]);
      desk.house.at(`2026-12-${String(attempt).padStart(2, '0')}T09:00`);
      await expect(desk.sends(broken)).rejects.toThrow('a bug');
    }
    expect(await letters(desk)).toMatchObject([{ state: 'failed', note: 'EINTERNAL' }]);
    expect(await letterTasks(desk)).toHaveLength(1);
    expect(factsOf(await desk.file(), 'noteLetterToPrint')).toMatchObject([{ values: { reason: 'undeliverable' } }]);
    expect(server.taken).toEqual([]);
  });
});

describe('a process that dies between sending a letter and marking it', () => {
  const dying = (posts: Posts): Posts => ({
    ...posts,
    email: {
      ...posts.email,
      send: async (message) => {
        await posts.email.send(message);
        throw new Error('the process died');
      },
    },
  });

  it('sends it at most twice, both times under one Message-ID and with one code', async () => {
    const { server, desk } = await houseWithServer();
    await invited(desk);
    await expect(desk.sends(dying(postsOf(desk.dependencies.config)))).rejects.toThrow('died');
    expect(await desk.sends()).toBe(0);
    desk.house.at('2026-11-23T09:30');
    await desk.sends();
    expect(server.taken).toHaveLength(2);
    const [first, second] = server.taken;
    expect(first?.headers['message-id']).toBe(second?.headers['message-id']);
    expect(codeIn(first!)).toBe(codeIn(second!));
    const { store, keys } = desk.dependencies;
    expect(await store.loadByQueryCode(queryCodeHash(keys, codeIn(second!)))).not.toBeNull();
    expect(await letters(desk)).toMatchObject([{ state: 'sent' }]);
    expect(factsOf(await desk.file(), 'noteLetterSent')).toHaveLength(1);
  });

  it('does not send again what the case already knows to have gone', async () => {
    const { server, desk } = await houseWithServer();
    await invited(desk);
    const { store } = desk.dependencies;
    const deaf = {
      ...store,
      letters: { ...store.letters, settle: () => Promise.reject(new Error('the process died')) },
    };
    const posts = postsOf(desk.dependencies.config);
    await expect(sendLetters({ ...desk.dependencies, store: deaf }, posts)).rejects.toThrow('died');
    desk.house.at('2026-11-23T09:30');
    await desk.sends();
    expect(server.taken).toHaveLength(1);
    expect(await letters(desk)).toMatchObject([{ state: 'sent' }]);
  });
});
