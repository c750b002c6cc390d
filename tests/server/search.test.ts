import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stories } from '../../seeds/stories/index.ts';
import { forgetSearches, keepSearch, searchLivesDays, soughtBehind } from '../../server/searches/index.ts';
import { everybody, latest, type ServedHouse, serve, tellOverHttp, upload } from '../support/server.ts';

const first = stories.first!;

/** Words that stand nowhere but inside the mediation; each in a field of its own. */
const inside = ['内情密语甲', '内情密语乙', '内情密语丙'] as const;

let house: ServedHouse;
let caseId: string;
beforeAll(async () => {
  house = await serve({ lasting: true, folder: mkdtempSync(join(tmpdir(), 'jiefen-search-')) });
  const session = first.steps.findIndex(({ command }) => command === 'noteInside');
  caseId = await tellOverHttp(house, first, {
    after: async ({ index }, id) => {
      if (index !== session) return;
      const target = latest(await house.file(id), 'proceeding', 'peopleMediation');
      for (const kind of ['minutes', 'caucus', 'proposal', 'concession']) {
        const noted = await house.give('sun', id, 'noteInside', { target, data: { kind, note: inside[0] } });
        expect(noted.status).toBe(200);
      }
      const { body: file } = await upload(house, 'sun', inside[0], `${inside[1]}.txt`);
      const data = {
        document: 'mediationRecord',
        title: inside[1],
        class: 'processPrivate',
        file,
        provenance: inside[2],
      };
      expect((await house.give('sun', id, 'addItem', { target, data })).status).toBe(200);
    },
  });
});
afterAll(async () => {
  await house?.close();
  if (house !== undefined) rmSync(house.folder, { recursive: true, force: true });
});

interface Row {
  readonly id: string;
  readonly title: { readonly zh: string };
  readonly foundBy: readonly { readonly text: string }[];
}

const seek = (login: string | null, text: string, more: Readonly<Record<string, string>> = {}) =>
  house.ask(login, { method: 'POST', url: '/api/cases/search', payload: { text, ...more } });

async function rows(login: string, text: string): Promise<readonly Row[]> {
  const reply = await seek(login, text);
  expect([login, text, reply.status]).toEqual([login, text, 200]);
  return reply.body.rows as unknown as readonly Row[];
}

const found = async (login: string, text: string) => (await rows(login, text)).map(({ id }) => id);

/** Types words into the box of a page. */
const types = (login: string | null, text: string, url = '/search') =>
  house.ask(login, {
    method: 'POST',
    url,
    payload: new URLSearchParams({ text }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

async function addressFor(login: string, text: string): Promise<string> {
  const { status, headers } = await types(login, text);
  expect(status).toBe(303);
  return String(headers.location);
}

/** The page that somebody sees who typed words. */
const pageFor = async (login: string, text: string) => house.get(login, await addressFor(login, text));

/** Who may ask at all: everybody of an organisation but a centre's head. */
const seekers = everybody.filter(({ organisation, roles }) => organisation !== null && !roles.includes('centreHead'));

describe('The search', () => {
  it('finds the mediator her case by either respondent, the right, its kind, the number and pinyin', async () => {
    for (const text of ['鑫达', '万顺', '海岳 鑫达', '12345678', '第12345678号', '商标', 'xinda', 'xdsh', 'wanshun'])
      expect([text, await found('sun', text)]).toEqual([text, [caseId]]);
  });

  it('finds the court what it was handed, and by nothing of the respondent who is still in dispute', async () => {
    expect(await found('liu', '鑫达')).toEqual([caseId]);
    for (const text of ['万顺', 'wanshun', 'wsry', '日用品', '鑫达 万顺', '13800000138'])
      expect([text, await found('liu', text)]).toEqual([text, []]);
    expect(JSON.stringify(await rows('liu', '海岳'))).not.toContain('万顺');
    for (const url of ['/api/cases?scope=all', '/cases', await addressFor('liu', '鑫达'), '/desk'])
      expect((await house.get('liu', url)).text).not.toContain('万顺');
  });

  it('finds nobody anything that was said inside the mediation, not even those who wrote it', async () => {
    for (const login of seekers.map((one) => one.login))
      for (const text of [...inside, '密语', 'neiqing', 'nqmy'])
        expect([login, text, await found(login, text)]).toEqual([login, text, []]);
  });

  it('finds no telephone, no identity number and nothing in the words of whoever reported', async () => {
    for (const text of ['13800000137', '0535-6000137', '91370602MA3DEM0P1N', '电热水壶', '非本公司'])
      expect([text, await found('sun', text)]).toEqual([text, []]);
  });

  it('finds, lists and counts nothing for organisations that know nothing of the case', async () => {
    const strangers = seekers.filter(({ organisation }) => !knowing.includes(organisation ?? ''));
    expect(strangers.length).toBeGreaterThan(3);
    for (const { login } of strangers) {
      expect([login, await found(login, '鑫达')]).toEqual([login, []]);
      const { body } = await house.get(login, '/api/cases?scope=all');
      expect([login, body.rows, body.counts]).toEqual([login, [], { inbox: 0, inProgress: 0, waiting: 0, done: 0 }]);
    }
  });

  it('gives a centre’s head no list, and administrators and parties nothing', async () => {
    expect((await seek('zhao', '鑫达')).body.code).toBe('aggregates-only');
    expect(await addressFor('zhao', '鑫达')).toBe('/desk');
    for (const login of ['admin-system', 'admin-security', 'admin-audit', 'somebody'])
      expect([login, await found(login, '鑫达')]).toEqual([login, []]);
    expect((await seek(null, '鑫达')).status).toBe(401);
  });

  it('refuses a page marker it never gave out, and says on the page what is too short', async () => {
    expect((await seek('sun', '鑫达', { after: 'xyz' })).body.code).toBe('bad-request');
    expect((await pageFor('sun', '鑫')).text).toContain('请至少输入两个字');
    expect((await pageFor('sun', '没有这样的案件')).text).toContain('没有找到');
  });

  it('marks on the page what was found, and names an agent or number that the row does not show', async () => {
    const page = (await pageFor('sun', '鑫达 12345678')).text;
    expect(page).toContain('芝罘区<mark>鑫达</mark>商行');
    expect(page).toContain('第<mark>12345678</mark>号');
    expect((await pageFor('sun', '<script>alert(1)</script>')).text).not.toContain('<script>a');
  });
});

describe('The words that are looked for', () => {
  it('stand in no address: the box is posted, and going back, reloading and turning pages go by a reference', async () => {
    const address = await addressFor('sun', '鑫达');
    expect(address).toMatch(/^\/search\?find=[\w-]{12}$/);
    for (let time = 0; time < 2; time += 1) {
      const { status, text } = await house.get('sun', address);
      expect([status, text.includes('<mark>鑫达</mark>'), text.includes('value="鑫达"')]).toEqual([200, true, true]);
      expect(text).toMatch(/<form class="search"[^>]* method="post"/);
      expect(text).toMatch(/name="text" autocomplete="off"/);
      for (const [, link = ''] of text.matchAll(/(?:href|action)="([^"]*)"/g))
        expect(decodeURI(link)).not.toMatch(/鑫|text=/);
    }
    expect(await addressFor('sun', '鑫达')).toBe(address);
    expect(await addressFor('sun', '万顺')).not.toBe(address);
    const code = (await house.file(caseId)).header.code;
    expect(await addressFor('sun', code)).toBe(`/cases/${caseId}`);
    expect(await addressFor('sun', '  ')).toBe('/search');
  });

  it('are nobody else’s: a reference of another opens as little as one that never was, or whose time is over', async () => {
    const address = await addressFor('sun', '鑫达');
    const [others, made] = [await house.get('limin', address), await house.get('sun', '/search?find=abcdefghijkl')];
    for (const { status, text } of [others, made]) {
      expect([status, text.includes('这次查找已不在，或者不是您的'), text.includes('鑫达')]).toEqual([
        410,
        true,
        false,
      ]);
      expect(text).toContain('name="text"');
    }
    const { now, ...rest } = house.dependencies;
    const later = { ...rest, now: () => now().add({ hours: 24 * searchLivesDays + 1 }) };
    const reference = address.split('=')[1] ?? '';
    expect(await soughtBehind('sun-lihua', reference, house.dependencies)).toBe('鑫达');
    expect(await soughtBehind('sun-lihua', reference, later)).toBeNull();
    expect(await forgetSearches(later)).toBeGreaterThan(0);
    expect((await house.get('sun', address)).status).toBe(410);
  });

  it('are kept of fifty searches, the oldest going first, and never lie open in the file', async () => {
    const first = await keepSearch('sun-lihua', '第一次找的人', house.dependencies);
    const bytes = readFileSync(join(house.folder, 'jiefen.sqlite-wal'));
    expect([bytes.includes(first), bytes.includes('第一次找的人')]).toEqual([true, false]);
    for (let number = 0; number < 50; number += 1) await keepSearch('sun-lihua', `其他${number}`, house.dependencies);
    expect(await soughtBehind('sun-lihua', first, house.dependencies)).toBeNull();
    expect(await house.dependencies.store.searches.ofPerson('sun-lihua', 99)).toHaveLength(50);
  });

  it('are refused in an address, by pages and programs alike, before they are led on or written down', async () => {
    const names = ['text', 'q'];
    const places = ['/search', '/desk', '/cases', '/api/search', '/api/cases'];
    const asked = places.flatMap((place) => names.map((name) => `${place}?${name}=`));
    const audit = ['/administration/audit', '/administration/audit/export', '/api/administration/audit'].flatMap(
      (place) => ['person', 'account', 'caseId'].map((name) => `${place}?${name}=`),
    );
    const before = house.logs.length;
    for (const login of ['sun', 'admin-audit', null]) {
      for (const address of [...asked, ...audit]) {
        for (const more of ['', '&language=en']) {
          const url = `${address}${encodeURIComponent('寻人密语')}${more}`;
          const { status, text, headers, body } = await house.get(login, url);
          expect([login, url, status]).toEqual([login, url, 400]);
          expect(headers.location).toBeUndefined();
          expect(decodeURIComponent(text)).not.toContain('寻人密语');
          if (address.startsWith('/api')) expect(body.code).toBe('words-in-address');
          else expect(text).toContain('查找的词语不能写在网址里');
        }
      }
    }
    await types('sun', '寻人密语');
    await types(null, '寻人密语');
    const logged = house.logs.slice(before).join('');
    expect(logged.length).toBeGreaterThan(0);
    for (const words of ['寻人密语', encodeURIComponent('寻人密语')]) expect(logged).not.toContain(words);
    // Nor is anybody led anywhere with them after signing in.
    expect((await types(null, '寻人密语')).headers.location).toBe('/sign-in?to=%2Fdesk');
  });
});

const knowing = ['yantaiMediationCommittee', 'zhifuCourt'];

describe('The lists', () => {
  it('show the same rows to the page and to the API, narrowed by what the address asks for', async () => {
    const { body } = await house.get('limin', '/api/cases?scope=all');
    expect((body.rows as unknown as readonly Row[]).map(({ id }) => id)).toEqual([caseId]);
    const page = (await house.get('limin', '/cases')).text;
    expect(page).toContain(`/cases/${caseId}`);
    expect(page).toContain('芝罘区鑫达商行');
    for (const query of [
      'county=370687',
      'with=zhifuCourt&county=370611',
      'channel=arbitration',
      'officer=-',
      'with=zhifuCourt&channel=litigation',
      'to=2020-01-01',
      'source=online',
    ])
      expect([query, (await house.get('limin', `/cases?${query}`)).text.includes(caseId)]).toEqual([query, false]);
    for (const query of [
      'with=zhifuCourt',
      'county=370602',
      'county=370602&with=zhifuCourt',
      'source=window',
      'from=2026-09-07&to=2026-09-07',
      'order=waiting',
    ])
      expect([query, (await house.get('limin', `/cases?${query}`)).text.includes(caseId)]).toEqual([query, true]);
  });

  it.each(['county=110000', 'box=outbox', 'due=soon', 'from=2026-02-30', 'order=random', 'channel=nothing'])(
    'refuse %s with a sentence',
    async (query) => {
      const reply = await house.get('limin', `/cases?${query}`);
      expect([reply.status, reply.text.includes('<h1>')]).toEqual([422, true]);
      expect((await house.get('limin', `/api/cases?${query}`)).body.code).toBe('invalid-input');
    },
  );

  it('keep a list under a name for the one who saved it, and say what is missing', async () => {
    const post = (login: string, url: string, payload: string) =>
      house.ask(login, {
        method: 'POST',
        url,
        payload,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const saved = await post('limin', '/cases/saved', 'name=Neighbour&list=with%3DzhifuCourt%26evil%3D1');
    expect([saved.status, saved.headers.location]).toEqual([303, '/cases?with=zhifuCourt']);
    expect((await house.get('limin', '/cases')).text).toContain('Neighbour');
    expect((await house.get('sun', '/cases')).text).not.toContain('Neighbour');
    const nameless = await post('limin', '/cases/saved', 'name=+&list=');
    expect([nameless.status, nameless.text.includes('请给列表起一个名称')]).toEqual([422, true]);
    await post('limin', '/cases/saved/forget', 'name=Neighbour&list=');
    expect((await house.get('limin', '/cases')).text).not.toContain('Neighbour');
  });
});

describe('Assigning several cases at once', () => {
  const assign = (login: string, fields: Readonly<Record<string, string>>) =>
    house.ask(login, {
      method: 'POST',
      url: '/cases/assign',
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const opened = async () => {
    const data = { claimant: { name: '蓬莱葡萄酒庄', telephone: '13800000999' }, summary: '一句话' };
    const { body } = await house.give('limin', null, 'openCase', { data });
    const id = String(body.caseId);
    return { id, proceeding: Object.keys((await house.file(id)).proceedings)[0]! };
  };

  it('is offered to who organises the work, gives each its own record, and says what was refused', async () => {
    const { id, proceeding } = await opened();
    expect((await house.get('limin', '/cases')).text).toContain(`value="${id}/${proceeding}"`);
    expect((await house.get('sun', '/cases')).text).not.toContain('name="chosen"');
    const started = await assign('limin', {
      chosen: `${id}/${proceeding}`,
      assignee: 'sun-lihua',
      list: '?box=inProgress',
    });
    expect(started.status).toBe(303);
    const job = String(started.headers.location);
    await expect
      .poll(async () => (await house.get('limin', `/api${job.replace('/people', '')}`)).body.rows)
      .toMatchObject([{ caseId: id, officer: 'sun-lihua', state: /done|refused/ }]);
  });

  it('comes back with the list and what was ticked when something is missing', async () => {
    const { id, proceeding } = await opened();
    const reply = await assign('limin', { chosen: `${id}/${proceeding}`, assignee: '', list: '?box=inProgress' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('请选择承办人');
    expect(reply.text).toMatch(new RegExp(`value="${id}/${proceeding}" checked`));
    expect((await assign('limin', { assignee: 'sun-lihua', list: '' })).text).toContain('请先勾选');
  });

  it('takes nothing of another organisation, nobody of another, and no wish of who does not organise', async () => {
    const { id, proceeding } = await opened();
    const before = await house.file(id);
    const court = Object.values((await house.file(caseId)).proceedings).find(
      ({ organisation }) => organisation === 'zhifuCourt',
    )!;
    const tries = [
      ['limin', { chosen: `${caseId}/${court.id}`, assignee: 'sun-lihua', list: '' }],
      ['limin', { chosen: `${id}/${proceeding}`, assignee: 'liu-yang', list: '' }],
      ['sun', { chosen: `${id}/${proceeding}`, assignee: 'zhou-jianguo', list: '' }],
      ['stationclerk', { chosen: `${id}/${proceeding}`, assignee: 'station-mediator', list: '' }],
    ] as const;
    for (const [login, fields] of tries) {
      const reply = await assign(login, fields);
      expect(String(reply.headers.location ?? '')).not.toContain('reassignments');
    }
    expect(await house.file(id)).toEqual(before);
  });
});
