import { describe, expect, it } from 'vitest';
import { castPassword } from '../../seeds/cast.ts';
import { stories } from '../../seeds/stories/index.ts';
import { livePath } from '../../server/live/route.ts';
import { type CaseFile, commands, machinesOf } from '../../workflows/index.ts';
import { withRoutes } from '../support/registered-routes.ts';
import { everybody, latest, type ServedHouse, serve, tellOverHttp, upload } from '../support/server.ts';

const first = stories.first!;
const offered = first.steps.findIndex(({ command }) => command === 'offerHandoff') + 1;

/** Words that stand nowhere but inside the mediation. Their file's digest is as telling as its name. */
const marker = '内情密语七三一';
/** Part of it, as somebody would type it into a search: a page may show what was asked for, and no more. */
const found = encodeURIComponent(marker.slice(0, 4));

interface Planted {
  readonly house: ServedHouse;
  readonly caseId: string;
  readonly item: string;
  /** Every address that the server registered for GET. */
  readonly routes: readonly string[];
  /** What must not come out: the words, and the digest of the file that holds them. */
  readonly secrets: readonly string[];
}

/** The story up to a moment, with the marker in every field of the compartment: notes, a paper's title and source, a file. */
async function plant(until: number): Promise<Planted> {
  const [house, routes] = await withRoutes(() => serve());
  const session = first.steps.findIndex(({ command }) => command === 'noteInside');
  const caseId = await tellOverHttp(house, first, { until: session });
  const target = latest(await house.file(caseId), 'proceeding', 'peopleMediation');
  for (const kind of ['minutes', 'caucus', 'proposal', 'concession']) {
    const noted = await house.give('sun', caseId, 'noteInside', { target, data: { kind, note: `${marker}-${kind}` } });
    expect(noted.status).toBe(200);
  }
  const { body: file } = await upload(house, 'sun', marker, `${marker}.txt`);
  const paper = {
    document: 'mediationRecord',
    title: `${marker}笔录`,
    class: 'processPrivate',
    file,
    provenance: `${marker}来源`,
  };
  expect((await house.give('sun', caseId, 'addItem', { target, data: paper })).status).toBe(200);
  const item = Object.keys((await house.file(caseId)).items).at(-1)!;
  await tellRest(house, caseId, session, until);
  return { house, caseId, item, routes, secrets: [marker, encodeURIComponent(marker), String(file.sha256)] };
}

/** Goes on with the story on a case that already stands. */
async function tellRest(house: ServedHouse, caseId: string, from: number, until: number): Promise<void> {
  for (const step of first.steps.slice(from, until)) {
    house.at(step.at);
    const caseFile = await house.file(caseId);
    const { target, data, occurredOn, by, command } = step;
    const sent = { target: target(caseFile), data: data?.(caseFile) ?? {}, ...(occurredOn ? { occurredOn } : {}) };
    const reply = await house.give(by, caseId, command, sent);
    if (reply.status >= 300) throw new Error(`${command}: ${reply.text}`);
  }
}

/** Every command with everything it could be about here; one of another channel's machine has no form to show anybody. */
function formsOf(caseFile: CaseFile) {
  return Object.values(commands).flatMap((definition) => {
    const { type, target } = definition;
    if (target === 'case') return [{ type, query: '' }];
    const machines = machinesOf(definition);
    return Object.values(caseFile[partGroups[target]])
      .filter(({ slot }) => machines.length === 0 || machines.includes(slot.machine))
      .map(({ id }) => ({ type, query: `?target=${id}` }));
  });
}

const partGroups = { proceeding: 'proceedings', handoff: 'handoffs', matter: 'matters' } as const;

/** A stream that never ends; tests/server/live.test.ts reads it. */
const streams = new Set([livePath]);

/** A route as addresses about this case: its first parameter is the case, or any part of it, like the ones that follow. */
function addressesOf(route: string, caseFile: CaseFile): readonly string[] {
  const { parties, matters, proceedings, handoffs, items } = caseFile;
  const parts = [parties, matters, proceedings, handoffs, items].flatMap((group) => Object.keys(group));
  const parameter = /:\w+|\*/;
  const filled = (address: string, ids: readonly string[]): readonly string[] =>
    parameter.test(address) ? ids.flatMap((id) => filled(address.replace(parameter, id), parts)) : [address];
  return filled(route, route.includes('/cases/:') ? [caseFile.id] : [caseFile.id, ...parts]);
}

/** Everybody but the assigned mediator and her deputy. */
const outsiders = everybody.map(({ login }) => login).filter((login) => login !== 'sun' && login !== 'zhou');

function expectNothing(where: string, text: string, secrets: readonly string[]): void {
  for (const secret of secrets) expect([where, text.includes(secret)]).toEqual([where, false]);
}

describe.each([
  ['while the handoff waits', offered],
  ['after the ruling', first.steps.length],
])('what was said inside a mediation, %s', (_when, until) => {
  it('is there for the assigned mediator and her deputy', async () => {
    const { house, caseId, item } = await plant(until);
    for (const login of ['sun', 'zhou']) {
      expect((await house.get(login, `/api/cases/${caseId}`)).text).toContain(marker);
      expect((await house.get(login, `/api/cases/${caseId}/items/${item}/file`)).text).toBe(marker);
    }
  });

  it('comes out of no reading: no list, no case, no part, no past moment, no form, no choice, no tag, no file', async () => {
    const { house, caseId, item, secrets } = await plant(until);
    const caseFile = await house.file(caseId);
    const urls = [
      ...['/api/referrals', '/api/referrals/export?format=csv', '/api/aggregates', '/api/series/candidates'],
      ...[`/api/search?q=${found}`, `/api/cases?scope=all&q=${found}`, '/api/series', '/api/batches'],
      ...['/api/cases?scope=all', '/api/handoffs', '/api/desk', '/api/session', '/api/docs/json', '/readyz'],
      ...[
        '',
        '/timeline',
        '/commands',
        '/handoffs',
        '/clocks',
        '/items',
        '/related',
        '/letters',
        '/orders',
        '/conferences',
        '/goods',
        '/triage',
        '/jurisdiction',
        `/items/${item}/file`,
        '?asOf=2026-10-20',
        '?knownAt=2026-10-20T00:00:00Z',
      ].map((part) => `/api/cases/${caseId}${part}`),
      ...formsOf(caseFile).map(({ type, query }) => `/api/cases/${caseId}/commands/${type}${query}`),
    ];
    for (const login of outsiders) {
      for (const url of urls) {
        const reply = await house.get(login, url);
        expectNothing(`${login} ${url}`, `${reply.text} ${JSON.stringify(reply.headers)}`, secrets);
      }
    }
  });

  it('comes out of no address that the server has, whatever part of the case stands in it', async () => {
    const { house, caseId, secrets, routes } = await plant(until);
    const caseFile = await house.file(caseId);
    const urls = routes.filter((route) => !streams.has(route)).flatMap((route) => addressesOf(route, caseFile));
    expect(urls).toContain(`/api/cases/${caseId}`);
    for (const login of [...outsiders, null]) {
      for (const url of urls) {
        const reply = await house.get(login, url);
        expectNothing(`${login} ${url}`, `${reply.text} ${JSON.stringify(reply.headers)}`, secrets);
      }
    }
  });

  it('comes out of no refusal, no conflict and no stored answer', async () => {
    const { house, caseId, item, secrets } = await plant(until);
    const caseFile = await house.file(caseId);
    const mediation = latest(caseFile, 'proceeding', 'peopleMediation');
    const handoff = latest(caseFile, 'handoff');
    const attempts = [
      { type: 'withdrawItem', target: mediation, data: { item, reason: '试' } },
      {
        type: 'prepareHandoff',
        target: mediation,
        data: { kind: 'H4', to: 'zhifuCourt', items: [item], partiesConsent: true },
      },
      { type: 'reviseHandoff', target: handoff, data: { items: [item], partiesConsent: true } },
      { type: 'amendFact', data: { fact: '15-0', occurredOn: '2026-09-15', reason: '试' } },
      { type: 'noteInside', target: mediation, data: { kind: 'caucus', note: '试' } },
      { type: 'assignOfficer', target: mediation, data: {} },
      { type: 'annulStep', target: mediation, data: {} },
      { type: 'acceptHandoff', target: handoff, data: {} },
    ];
    for (const login of outsiders) {
      for (const { type, ...sent } of attempts) {
        for (const ifMatch of ['"1"', undefined]) {
          const reply = await house.give(login, caseId, type, {
            ...sent,
            ...(ifMatch === undefined ? {} : { ifMatch }),
          });
          expectNothing(`${login} ${type}`, reply.text, secrets);
        }
      }
    }
    expect((await house.file(caseId)).items[item]?.withdrawn).toBe(false);
  });

  it('comes out of no public status, no packet and no log', async () => {
    const { house, caseId, secrets, item } = await plant(until);
    const caseFile = await house.file(caseId);
    for (const party of Object.keys(caseFile.parties)) {
      const issued = await house.give('limin', caseId, 'issueQueryCode', { data: { party } });
      const status = await house.ask(null, {
        method: 'POST',
        url: '/api/status',
        payload: { code: issued.body.queryCode },
      });
      expect(status.status).toBe(200);
      expectNothing('status', status.text, secrets);
    }
    for (const { manifest, note } of Object.values(caseFile.handoffs)) {
      expectNothing('packet', JSON.stringify([manifest, note]), secrets);
      expect(manifest.map((row) => row.item)).not.toContain(item);
    }
    await house.get('limin', `/api/cases/${caseId}?asOf=2026-10-01`);
    const logged = house.logs.join('');
    expect(logged).toContain('/api/cases/:id');
    expectNothing('logs', logged, [...secrets, castPassword]);
    for (const party of everybody)
      expect([party.login, logged.includes(`"login":"${party.login}"`)]).toEqual([party.login, false]);
  });

  it('comes out of no door of the pages either', async () => {
    const { house, caseId, item, secrets } = await plant(until);
    const caseFile = await house.file(caseId);
    const handoff = latest(caseFile, 'handoff').id;
    const paths = [
      '/desk',
      '/handoffs',
      '/referrals',
      '/status',
      ...['/calendar', '/queue', '/queue/series', '/cases', '/series/new', '/batches', '/cases/new'],
      `/search?q=${found}`,
      `/cases/${caseId}/quick/held`,
      `/cases/${caseId}`,
      `/cases/${caseId}?asOf=2026-10-20`,
      `/cases/${caseId}/handoffs/${handoff}`,
      `/cases/${caseId}/handoffs/${handoff}/receipt`,
      `/cases/${caseId}/items/${item}`,
    ];
    const forms = formsOf(caseFile).map(({ type, query }) => `/cases/${caseId}/commands/${type}${query}`);
    for (const login of outsiders) {
      for (const path of [...paths, ...forms]) {
        expectNothing(`${login} ${path}`, (await house.get(login, path)).text, secrets);
      }
    }
  });
});

describe('what one party may not know of another', () => {
  it('stays out of its public page: no names, no numbers of others, other words for the other side', async () => {
    const { house, caseId } = await plant(offered);
    const pages: string[] = [];
    for (const party of Object.values((await house.file(caseId)).parties)) {
      const issued = await house.give('limin', caseId, 'issueQueryCode', { data: { party: party.id } });
      const { text } = await house.ask(null, {
        method: 'POST',
        url: '/api/status',
        payload: { code: issued.body.queryCode },
      });
      pages.push(text);
      for (const name of ['海岳', '鑫达', '万顺', '13800000137', '91370602MA3DEM0P1N'])
        expectNothing('status', text, [name]);
    }
    expect(new Set(pages.map((text) => JSON.stringify(JSON.parse(text).matters))).size).toBeGreaterThan(1);
    expect(pages.join('')).not.toContain('侵权人');
  });
});
