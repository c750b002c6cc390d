import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { first } from '../../seeds/stories/first.ts';
import { tellStory } from '../../server/tell.ts';
import { signedIn, type Visitor } from '../support/browserless.ts';
import { type House, openHouse } from '../support/house.ts';

const told = first.steps.findIndex(({ command }) => command === 'openSession');
const caseId = 'story-live';
let house: House;
let origin: string;
let sun: Visitor;
let limin: Visitor;
beforeAll(async () => {
  house = await openHouse({ start: '2026-11-23T09:00' });
  await tellStory({ ...first, id: 'live', steps: first.steps.slice(0, told) }, house.dependencies);
  origin = await house.app.listen({ host: '127.0.0.1', port: 0 });
  sun = await signedIn(house, 'sun');
  limin = await signedIn(house, 'limin');
});
afterAll(() => house?.close());

/** An open stream as a page has it: what arrives, event by event, and its end. */
interface Watching {
  readonly status: number;
  readonly type: string;
  /** The next event; null when the stream ended instead. */
  readonly next: () => Promise<{ readonly name: string; readonly data: string } | null>;
  readonly close: () => void;
}

async function watch(person: Visitor | null, address = `/cases/${caseId}/live?since=9999`): Promise<Watching> {
  const cookie = [...(person?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}${address}`, { headers: { cookie, accept: 'text/event-stream' } }, resolve).on('error', reject);
  });
  const chunks = reply.setEncoding('utf8')[Symbol.asyncIterator]();
  let waiting = '';
  const next: Watching['next'] = async () => {
    for (;;) {
      const end = waiting.indexOf('\n\n');
      if (end < 0) {
        const more = await chunks.next();
        if (more.done) return null;
        waiting += more.value;
        continue;
      }
      const block = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      const name = /^event: (.*)$/m.exec(block)?.[1];
      if (name !== undefined) return { name, data: /^data: (.*)$/m.exec(block)?.[1] ?? '' };
    }
  };
  return {
    status: reply.statusCode ?? 0,
    type: String(reply.headers['content-type']),
    next,
    close: () => reply.destroy(),
  };
}

/** Asks for a stream and hangs up while the server still looks for the case. */
async function leaveUnanswered({ cookies }: Visitor): Promise<void> {
  const { store } = house.dependencies;
  const gone = new Promise<void>((resolve) => {
    house.app.server.once('connection', (socket) => socket.once('close', () => resolve()));
  });
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const asking = get(`${origin}/cases/${caseId}/live`, { headers: { cookie }, agent: false }).on('error', () => {});
  const load = store.load;
  await new Promise<void>((answered) => {
    const spy = vi.spyOn(store, 'load').mockImplementationOnce(async (id) => {
      asking.destroy();
      await gone;
      const found = await load(id);
      setImmediate(answered);
      return found;
    });
    void gone.then(() => spy.mockRestore());
  });
}

/** Where the page of somebody says that its stream is. */
async function liveAddress(person: Visitor, page = `/cases/${caseId}`): Promise<string> {
  return /data-live="([^"]+)"/.exec((await person.get(page)).text)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

const calls = (note: string) =>
  limin.post('/desk/call', { caseId: [caseId], whom: [party], outcome: ['noAnswer'], note: [note] });
let party = '';
beforeAll(async () => {
  const { parties } = (await house.dependencies.store.load(caseId))!;
  party = Object.values(parties).find(({ side }) => side === 'respondent')!.id;
});

const form = async (type: string) => {
  const { proceedings } = (await house.dependencies.store.load(caseId))!;
  const mediation = Object.values(proceedings).find(({ channel }) => channel === 'peopleMediation')!.id;
  return `/cases/${caseId}/commands/${type}?target=${mediation}`;
};

describe('A page of a case that is open', () => {
  it('hears of a colleague’s command: who, which part and its revision, and nothing of what was written', async () => {
    const watching = await watch(sun, await liveAddress(sun));
    expect([watching.status, watching.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect((await calls('只在备注里的话')).status).toBe(303);
    const event = await watching.next();
    expect(event?.name).toBe('changed');
    const said = JSON.parse(event?.data ?? '{}');
    expect(Object.keys(said).toSorted()).toEqual(['by', 'revision', 'section', 'text']);
    expect(said).toMatchObject({ by: '李敏', section: 'proceeding', text: '李敏更新了本案（人民调解）。' });
    for (const secret of ['只在备注里的话', '鑫达', '海岳', 'recordContact', 'noAnswer'])
      expect(event?.data).not.toContain(secret);
    watching.close();
  });

  it('hears at once of what happened between its rendering and its connection', async () => {
    const address = await liveAddress(sun, await form('openSession'));
    await calls('之前');
    const watching = await watch(sun, address);
    expect((await watching.next())?.name).toBe('changed');
    watching.close();
  });

  it('hears nothing of the inside of a mediation when it is not inside', async () => {
    const [outside, inside] = [await watch(limin, await liveAddress(limin)), await watch(sun, await liveAddress(sun))];
    const noted = await sun.fill(await form('noteInside'), { 'data.kind': ['caucus'], 'data.note': ['底线十万'] });
    expect(noted.status).toBe(303);
    expect((await inside.next())?.data).not.toContain('底线十万');
    await calls('之后');
    // The first that arrives outside is the call, made after the note.
    expect(JSON.parse((await outside.next())?.data ?? '{}').by).toBe('李敏');
    outside.close();
    inside.close();
  });

  it('is told no more, and not to come back, once its person has signed out', async () => {
    const zhou = await signedIn(house, 'zhou');
    const watching = await watch(zhou, await liveAddress(zhou));
    await zhou.post('/sign-out', {});
    expect((await watching.next())?.name).toBe('end');
    expect(await watching.next()).toBeNull();
  });

  it('gives way to the fourth that the same person opens', async () => {
    const all = [];
    for (let count = 0; count < 4; count += 1) all.push(await watch(sun));
    expect((await all[0]!.next())?.name).toBe('end');
    for (const one of all) one.close();
  });
});

describe('A stream', () => {
  it('keeps its place when another page of the same person left before it was answered', async () => {
    const pages = [await watch(sun), await watch(sun)];
    await leaveUnanswered(sun);
    const third = await watch(sun);
    await calls('还在');
    for (const page of [...pages, third]) expect((await page.next())?.name).toBe('changed');
    for (const page of [...pages, third]) page.close();
  });

  it('is not there for those who may not know the case, nor for a case that is not there', async () => {
    const liu = await signedIn(house, 'liu');
    expect((await watch(liu)).status).toBe(404);
    expect((await watch(sun, '/cases/none/live')).status).toBe(404);
    expect((await watch(null)).status).toBe(401);
  });

  it('does not hold up a server that stops', async () => {
    const watching = await watch(sun);
    await house.app.close();
    expect((await watching.next())?.name).toBe('end');
    expect(await watching.next()).toBeNull();
  });
});
