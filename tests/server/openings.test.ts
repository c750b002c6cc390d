import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forgetDrafts } from '../../server/openings/index.ts';
import { formIn } from '../support/forms.ts';
import { lastingHouse, mediationAgainst } from '../support/series.ts';
import { latest, type Reply } from '../support/server.ts';

const house = lastingHouse('2026-11-20T09:00');
const newCase = '/cases/new';
type Fields = Readonly<Record<string, string>>;

const claimant: Fields = {
  'data.claimant.kind': 'legal',
  'data.claimant.name': '烟台海岳电器有限公司',
  'data.claimant.telephone': '0535-6000137',
  'data.summary': '有人销售侵权商品',
};
const post = (login: string | null, url: string, fields: Fields = {}) =>
  house().ask(login, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const pressed = (login: string, button: string, fields: Fields = claimant) =>
  post(login, newCase, { ...fields, [button]: 'yes' });
const typedIn = (reply: Reply) => formIn(reply.text, newCase).sent;
const casesOf = async (organisation = 'yantaiMediationCommittee') => {
  const filter = { organisation, scope: 'all', officer: null, after: null, limit: 200 } as const;
  return (await house().dependencies.store.reads.cases(filter)).rows.length;
};
const draftsOf = (person: string) => house().dependencies.store.drafts.ofPerson(person, 50);

describe('a draft of an opening', () => {
  it('comes back with all that was typed, stands on the desk of its writer, and goes when its case is open', async () => {
    const before = await casesOf();
    const kept = await pressed('limin', 'saveDraft', { ...claimant, 'data.respondents.0.who.name': '草稿中的商行' });
    expect(kept.status).toBe(303);
    expect(await casesOf()).toBe(before);
    const address = String(kept.headers.location);
    expect((await house().get('limin', '/desk')).text).toContain(`href="${address}"`);
    const again = typedIn(await house().get('limin', address));
    expect(again).toMatchObject({
      'data.claimant.name': ['烟台海岳电器有限公司'],
      'data.respondents.0.who.name': ['草稿中的商行'],
      draft: [address.split('=').at(-1)],
    });
    const fields = Object.fromEntries(Object.entries(again).map(([name, [value = '']]) => [name, value]));
    const saved = await pressed('limin', 'saveDraft', { ...fields, 'data.summary': '改过的事由' });
    expect(saved.headers.location).toBe(address);
    expect(await draftsOf('li-min')).toHaveLength(1);
    expect((await post('limin', newCase, fields)).status).toBe(303);
    expect(await draftsOf('li-min')).toEqual([]);
    expect(await casesOf()).toBe(before + 1);
  });

  it('is found by nobody else, in no address, log or file', async () => {
    const kept = await pressed('limin', 'saveDraft', { ...claimant, 'data.claimant.name': '只有我知道公司' });
    const address = String(kept.headers.location);
    expect((await house().get('sun', address)).status).toBe(404);
    expect((await house().get('station', address)).status).toBe(404);
    for (const login of ['sun', 'station']) {
      const id = String(address.split('=').at(-1));
      await post(login, `/drafts/${id}/remove`);
      await pressed(login, 'saveDraft', { ...claimant, draft: id });
      expect((await house().get(login, '/desk')).text).not.toContain('只有我知道公司');
    }
    expect(await draftsOf('li-min')).toMatchObject([{ sent: { 'data.claimant.name': ['只有我知道公司'] } }]);
    expect(address + house().logs.join('')).not.toContain('只有我知道');
    const files = readdirSync(house().folder, { withFileTypes: true }).filter((one) => one.isFile());
    for (const { name } of files)
      expect(readFileSync(join(house().folder, name)).includes('只有我知道'), name).toBe(false);
  });

  it('is removed by its writer, and goes after fourteen days', async () => {
    const [draft] = await draftsOf('li-min');
    expect((await post('limin', `/drafts/${draft?.id}/remove`)).status).toBe(303);
    expect(await draftsOf('li-min')).toEqual([]);
    await pressed('limin', 'saveDraft');
    house().at('2026-12-03T09:00');
    expect(await forgetDrafts(house().dependencies)).toBe(0);
    house().at('2026-12-05T09:00');
    await forgetDrafts(house().dependencies);
    expect(await draftsOf('li-min')).toEqual([]);
    house().at('2026-11-20T09:00');
  });

  it('is one of twenty at most; what was typed stays on the form then', async () => {
    for (let count = 0; count < 20; count += 1) await pressed('wang', 'saveDraft');
    const full = await pressed('wang', 'saveDraft', { ...claimant, 'data.summary': '第二十一份' });
    expect([full.status, full.text.includes('草稿已满二十份')]).toEqual([409, true]);
    expect(typedIn(full)['data.summary']).toEqual(['第二十一份']);
    expect(await draftsOf('wang-zhiqiang')).toHaveLength(20);
  });

  it('is kept by nobody who opens no cases', async () => {
    expect((await pressed('somebody', 'saveDraft')).status).toBe(403);
    expect(await draftsOf('somebody')).toEqual([]);
  });
});

describe('a party that is known', () => {
  const lookUp = (login: string, name: string, more: Fields = {}) =>
    post(login, newCase, { ...claimant, ...more, find: 'yes', lookUp: name });
  const peopleIn = ({ text }: Reply) => [...text.matchAll(/name="take" value="claimant:([^"]+)"/g)].map(([, id]) => id);

  it('is found by part of its name in cases of the own organisation, and put in where it is wanted', async () => {
    await mediationAgainst(house(), 71);
    const found = await lookUp('limin', '芝罘区第71');
    expect(found.status).toBe(200);
    expect(found.text).toContain('芝罘区第71商行');
    expect(found.text).not.toContain('13800001071');
    const [person = ''] = peopleIn(found);
    const take = (side: string) =>
      post('limin', newCase, { ...claimant, lookUp: '芝罘区第71', take: `${side}:${person}` });
    const taken = typedIn(await take('respondent'));
    expect(taken).toMatchObject({
      'data.claimant.name': ['烟台海岳电器有限公司'],
      'data.respondents.0.who.name': ['芝罘区第71商行'],
      'data.respondents.0.who.kind': ['individualBusiness'],
    });
    const instead = typedIn(await take('claimant'));
    expect(instead['data.claimant.name']).toEqual(['芝罘区第71商行']);
    expect(instead['data.claimant.telephone'] ?? ['']).toEqual(['']);
  });

  it('is found by nobody elsewhere, and not taken by whoever guesses it', async () => {
    const [person = ''] = peopleIn(await lookUp('limin', '芝罘区第71'));
    for (const login of ['station', 'officer', 'liu']) {
      const suggested = await house().ask(login, {
        method: 'POST',
        url: '/api/parties/suggestions',
        payload: { text: '芝罘区第71' },
      });
      expect([suggested.status, suggested.body.rows]).toEqual([200, []]);
      const reply = await lookUp(login, '芝罘区第71');
      expect([reply.status, peopleIn(reply)]).toEqual([200, []]);
      expect(reply.text).not.toContain('第71商行');
      const taken = await post(login, newCase, { ...claimant, lookUp: '芝罘区第71', take: `claimant:${person}` });
      expect(taken.status).toBe(404);
    }
  });

  it('is suggested as it is typed, without contacts, and to nobody who opens no cases', async () => {
    const ask = (login: string | null, payload: object) =>
      house().ask(login, { method: 'POST', url: '/api/parties/suggestions', payload });
    const known = { name: '芝罘区第71商行', kind: 'individualBusiness', creditCode: null };
    expect((await ask('limin', { text: '第71商' })).body.rows).toEqual([known]);
    expect((await ask('somebody', { text: '第71商' })).body.code).toBe('not-allowed');
    expect((await ask(null, { text: '第71商' })).status).toBe(401);
    expect((await ask('limin', { text: '' })).status).toBe(422);
  });

  it('is not looked for by one character, and an unknown one keeps what was typed', async () => {
    expect(peopleIn(await lookUp('limin', '第'))).toEqual([]);
    const nobody = await lookUp('limin', '查无此人');
    expect(nobody.text).toContain('没有找到');
    expect(typedIn(nobody)['data.claimant.name']).toEqual(['烟台海岳电器有限公司']);
  });
});

describe('before a case is opened', () => {
  const respondent = {
    'data.respondents.0.who.kind': 'individualBusiness',
    'data.respondents.0.who.name': '重复商行',
    'data.rightNumber': '第8800123号',
  };

  it('duplicates can be asked for, and nothing is opened by asking', async () => {
    const free = await pressed('limin', 'check', { ...claimant, ...respondent });
    expect([free.status, free.text.includes('没有发现可能重复')]).toEqual([200, true]);
    expect((await post('limin', newCase, { ...claimant, ...respondent })).status).toBe(303);
    const before = await casesOf();
    const again = await pressed('sun', 'check', { ...claimant, ...respondent });
    expect(again.text).toContain('可能重复立案');
    expect(again.text).toContain('name="acknowledged"');
    const elsewhere = await pressed('station', 'check', { ...claimant, ...respondent });
    expect(elsewhere.text).toContain('没有发现可能重复');
    expect(await casesOf()).toBe(before);
    expect(await casesOf('laishanMediationStation')).toBe(0);
  });

  it('a wrong code or identity number is told at its own control, for whoever checks and whoever opens', async () => {
    const wrong = { ...claimant, 'data.claimant.creditCode': '91370602MA3DEM0P1X' };
    for (const reply of [await post('limin', newCase, wrong), await pressed('limin', 'check', wrong)]) {
      expect(reply.status).toBe(422);
      expect(reply.text).toContain('id="field-data-claimant-creditCode-error"');
    }
    const row = { ...claimant, ...respondent, 'data.respondents.0.who.identityNumber': '110105194912310021' };
    expect((await post('limin', newCase, row)).text).toContain(
      'id="field-data-respondents-0-who-identityNumber-error"',
    );
  });
});

describe('a new case like another', () => {
  it('takes over right, dispute and claimant, and nothing of the respondent or the story', async () => {
    const opened = await house().give('limin', null, 'openCase', {
      data: {
        claimant: { kind: 'legal', name: '同类电器有限公司', telephone: '0535-6000199' },
        summary: '只属于第一案的事由',
        respondents: [{ who: { kind: 'individualBusiness', name: '只属于第一案商行' } }],
        rightKind: 'trademark',
        rightNumber: '第7654321号',
        dispute: 'infringement',
        relief: ['stop', 'damages'],
        product: '只属于第一案的产品',
      },
    });
    const caseId = String(opened.body.caseId);
    expect((await house().get('limin', `/cases/${caseId}`)).text).toContain(`action="/cases/${caseId}/like"`);
    const begun = await post('limin', `/cases/${caseId}/like`);
    const form = await house().get('limin', String(begun.headers.location));
    expect(typedIn(form)).toMatchObject({
      'data.claimant.name': ['同类电器有限公司'],
      'data.claimant.kind': ['legal'],
      'data.claimant.telephone': ['0535-6000199'],
      'data.rightKind': ['trademark'],
      'data.rightNumber': ['第7654321号'],
      'data.relief': ['stop', 'damages'],
    });
    expect(form.text).not.toContain('只属于第一案');
    const person = Object.values((await house().file(caseId)).parties)[0]?.person ?? '';
    expect(await house().dependencies.people.unmaskings(person)).toMatchObject([
      { field: 'telephone', revealedTo: 'li-min' },
    ]);
    const other = await post('sun', `/cases/${caseId}/like`);
    const without = typedIn(await house().get('sun', String(other.headers.location)));
    expect(without['data.claimant.name']).toEqual(['同类电器有限公司']);
    expect(without['data.claimant.telephone'] ?? ['']).toEqual(['']);
    const drafts = (await draftsOf('station-clerk')).length;
    expect((await post('stationclerk', `/cases/${caseId}/like`)).status).toBe(404);
    expect(await draftsOf('station-clerk')).toHaveLength(drafts);
  });

  it('brings agents and papers that were ticked along, and nothing that lies inside a mediation', async () => {
    const caseId = await mediationAgainst(house(), 81);
    const first = await house().file(caseId);
    const party = Object.values(first.parties).find(({ side }) => side === 'claimant')?.id;
    const agent = { party, who: { name: '随案律师' }, authority: 'special' };
    expect((await house().give('limin', caseId, 'appointAgent', { data: agent })).status).toBeLessThan(300);
    const paper = (title: string, more: object = {}) => ({
      data: { document: 'evidence', title, class: 'partyFile', pages: 3, party, ...more },
    });
    const inside = latest(first, 'proceeding', 'peopleMediation');
    const added = await house().give('sun', caseId, 'addItem', { ...paper('调解中提交的材料'), target: inside });
    expect(added.status, added.text).toBeLessThan(300);
    const begun = await post('limin', `/cases/${caseId}/like`);
    const form = await house().get('limin', String(begun.headers.location));
    expect(form.text).toContain('代理人 随案律师');
    expect(form.text).not.toContain('调解中提交的材料');
    const sent = Object.entries(typedIn(form)).map(([name, [value = '']]) => [name, value]);
    const opened = await post('limin', newCase, { ...Object.fromEntries(sent), ...claimant });
    expect(opened.status, opened.text).toBe(303);
    const [, id = ''] = /^\/cases\/([^?]+)\?done=openCase$/.exec(String(opened.headers.location)) ?? [];
    const file = await house().file(id);
    expect(Object.values(file.parties)[0]?.agents).toMatchObject([{ authority: 'special' }]);
    expect(Object.keys(file.items)).toEqual([]);
    // A colleague who ticks what is not offered gets the case, and is told that something is missing.
    const forged = {
      ...Object.fromEntries(sent),
      ...claimant,
      idempotencyKey: 'forged',
      carry: `item:${Object.keys((await house().file(caseId)).items)[0]}`,
    };
    const second = await post('limin', newCase, forged);
    expect(second.headers.location).toMatch(/done=openedInPart$/);
    expect(Object.keys((await house().file(String(second.headers.location).split(/[/?]/)[2]!)).items)).toEqual([]);
  });

  it('brings papers along that came in before any mediation', async () => {
    const { body } = await house().give('limin', null, 'openCase', {
      data: { claimant: { name: '赵材料', telephone: '13800009001' }, summary: '一句话' },
    });
    const caseId = String(body.caseId);
    const file = await house().file(caseId);
    const data = {
      document: 'evidence',
      title: '购买公证书',
      class: 'partyFile',
      pages: 9,
      party: Object.keys(file.parties)[0],
    };
    const added = await house().give('limin', caseId, 'addItem', {
      data,
      target: latest(file, 'proceeding', 'intake'),
    });
    expect(added.status, added.text).toBeLessThan(300);
    const begun = await post('limin', `/cases/${caseId}/like`);
    const form = await house().get('limin', String(begun.headers.location));
    const sent = Object.entries(typedIn(form)).map(([name, [value = '']]) => [name, value]);
    const opened = await post('limin', newCase, { ...Object.fromEntries(sent), 'data.summary': '又一案' });
    const id = String(opened.headers.location).split(/[/?]/)[2]!;
    expect(Object.values((await house().file(id)).items)).toMatchObject([{ title: '购买公证书', pages: 9 }]);
  });
});
