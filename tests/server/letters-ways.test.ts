import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queryCodeHash } from '../../server/write/index.ts';
import { factsOf, segmentsOf } from '../../workflows/index.ts';
import { signedIn } from '../support/browserless.ts';
import { contacts, type LetterHouse, theCase } from '../support/letter-house.ts';
import { textOf } from '../support/mail-server.ts';
import { codeIn, houseWith, houseWithServer, invited, letters, letterTasks } from '../support/mailed-house.ts';

describe('a party that chose text messages', () => {
  it('gets a message of one or two parts as a file, without name, number or code, and a task', async () => {
    const desk = await houseWith('', { environment: { SMTP_URL: '', JIEFEN_MAIL_FROM: '' } });
    const party = await desk.party('respondent');
    const who = { kind: 'individualBusiness', name: contacts.respondent.name, telephone: '13800000137' };
    await desk.gives('limin', 'describeParty', theCase, { party, capacity: 'full', foreign: false, who });
    await desk.gives('limin', 'confirmServiceAddress', theCase, { party, method: 'sms' });
    await invited(desk);
    await desk.sends();
    const folder = join(desk.dependencies.config.dataFolder, 'letters');
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.sms.txt'));
    const [to, message = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
    expect(to).toBe('{{recipient}}');
    expect(message).toMatch(/^【.+】.+报 烟知解/);
    expect(segmentsOf(message)).toBeLessThanOrEqual(2);
    for (const secret of [contacts.respondent.name, '13800000137', contacts.claimant.name, '{{'])
      expect(message).not.toContain(secret);
    expect(await letters(desk)).toMatchObject([{ state: 'filed' }]);
    expect(await letterTasks(desk)).toHaveLength(1);
  });
});

describe('a party with an agent who may receive', () => {
  const appointed = async (desk: LetterHouse, more: object = {}) => {
    const party = await desk.party('respondent');
    const who = {
      kind: 'natural',
      name: '王明律师',
      email: 'wang@lawyers.example.cn',
      address: '烟台市莱山区律师楼2号',
    };
    const agent = { party, who, authority: 'special', receivesBy: 'email', ...more };
    await desk.gives('limin', 'appointAgent', theCase, agent, '2026-11-23');
    return party;
  };

  it('has the letter sent to both; only the party’s own holds the query code, and it still works', async () => {
    const { server, desk } = await houseWithServer();
    const party = await appointed(desk);
    await invited(desk);
    expect(await desk.sends()).toBe(2);
    expect(server.taken.map(({ to }) => to)).toEqual([[contacts.respondent.email], ['wang@lawyers.example.cn']]);
    const [own, agents] = server.taken.map(textOf);
    expect(agents).toContain(`王明律师（${contacts.respondent.name} 的代理人）：`);
    expect(agents).toContain('您的查询码：（见发给当事人本人的通知）');
    expect(own).not.toContain('王明');
    const { store, keys } = desk.dependencies;
    const code = codeIn(server.taken[0]!);
    const opened = await store.loadByQueryCode(queryCodeHash(keys, code));
    expect(opened).toMatchObject({ caseFile: { id: desk.caseId }, party });
  });

  it('is served when the agent is, by the agent’s way, and the record says on whom', async () => {
    const { desk } = await houseWithServer();
    const party = await appointed(desk);
    await invited(desk);
    await desk.sends();
    const agent = (await desk.file()).parties[party]?.agents[0]?.id;
    const served = factsOf(await desk.file(), 'letterServed');
    expect(served).toMatchObject([{ party, values: { notice: 'invitation', method: 'email', agent } }]);
  });

  it('whose agent is written to by post gets a task for that letter, and its service names the agent', async () => {
    const { desk } = await houseWithServer();
    const party = await appointed(desk, { receivesBy: 'post' });
    await invited(desk);
    await desk.sends();
    expect(await letterTasks(desk)).toHaveLength(1);
    const toPrint = (await letters(desk)).find(({ state }) => state === 'print');
    const record = { letters: [toPrint?.draft.id], method: 'post' };
    await desk.gives('limin', 'recordService', theCase, record, '2026-11-23');
    const agent = (await desk.file()).parties[party]?.agents[0]?.id;
    expect(factsOf(await desk.file(), 'letterServed')).toMatchObject([{ party, values: { method: 'post', agent } }]);
    const clerk = await signedIn(desk.house, 'limin');
    const page = await clerk.get(`/cases/${desk.caseId}/letters/${toPrint?.draft.id}`);
    for (const said of ['烟台市莱山区律师楼2号', `王明律师（${contacts.respondent.name} 的代理人）`, '送达代理人'])
      expect(page.text).toContain(said);
  });

  it('whose agent’s authority ends before the letter goes has it sent to the party alone', async () => {
    const { server, desk } = await houseWithServer();
    await appointed(desk, { to: '2026-11-23' });
    await invited(desk);
    desk.house.at('2026-11-24T09:00');
    await desk.sends();
    expect(server.taken.map(({ to }) => to)).toEqual([[contacts.respondent.email]]);
    expect((await letters(desk)).map(({ state }) => state)).toEqual(['sent', 'late']);
  });
});

describe('a party that was handed a code at the window', () => {
  it('keeps it when a letter that was written before goes after: the letter names no other', async () => {
    const { server, desk } = await houseWithServer();
    const party = await invited(desk);
    await desk.gives('limin', 'issueQueryCode', theCase, { party });
    await desk.sends();
    expect(textOf(server.taken[0]!)).toContain('您的查询码：（以最近发给您的为准）');
    const codes = factsOf(await desk.file(), 'issueQueryCode', { party });
    expect(codes).toMatchObject([{ values: {} }]);
  });
});
