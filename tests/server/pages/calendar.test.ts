import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { first } from '../../../seeds/stories/first.ts';
import { tellStory } from '../../../server/tell.ts';
import { type Page, signedIn, type Visitor, visitor } from '../../support/browserless.ts';
import { formIn } from '../../support/forms.ts';
import { type House, openHouse } from '../../support/house.ts';
import { openingCommit } from '../../support/store-samples.ts';

const told = first.steps.findIndex(({ command }) => command === 'openSession');
const people = ['海岳', '鑫达', '万顺', '孙丽华'];
let house: House;
let sun: Visitor;
let code: string;
beforeAll(async () => {
  house = await openHouse({ start: '2026-11-23T09:00' });
  for (const id of ['a', 'b']) {
    // The second is the same quarrel over again, which whoever registers it is told.
    const steps = first.steps.slice(0, told).map((step) => ({ ...step, acknowledged: ['related-double-filing'] }));
    const { header } = await tellStory({ ...first, id, steps }, house.dependencies);
    if (id === 'a') code = header.code;
  }
  sun = await signedIn(house, 'sun');
  await sets('a', '2026-11-25T09:30', '二楼调解室');
});
afterAll(() => house?.close());

async function sets(
  story: string,
  at: string,
  place: string,
  more: Readonly<Record<string, readonly string[]>> = {},
): Promise<Page> {
  const { location } = await sun.get(`/cases/story-${story}/quick/moved`);
  return sun.fill(location ?? '', { 'data.at': [at], 'data.place': [place], 'data.replaces': [], ...more });
}

describe('The calendar of a week', () => {
  it('shows my sessions with place and case, in both languages, and leads to the weeks beside it', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const page = await (await signedIn(house, 'sun', language)).get('/calendar?week=2026-W48');
      expect(page.status).toBe(200);
      for (const said of ['09:30', '二楼调解室', code, 'week=2026-W47', 'week=2026-W49'])
        expect(page.text).toContain(said);
      expect(page.text).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('is this week’s without a name, and with one that is no week', async () => {
    for (const asked of ['', '?week=2026-W54', '?week=x'])
      expect((await sun.get(`/calendar${asked}`)).text).toContain('2026-W48');
    expect((await sun.get('/calendar?week=2026-W20')).text).toContain('这一周没有');
  });

  it('shows the organisation’s to its clerk, and to others nothing of it', async () => {
    const limin = await signedIn(house, 'limin');
    expect((await limin.get('/calendar?week=2026-W48&whose=mine')).text).not.toContain('二楼调解室');
    expect((await limin.get('/calendar?week=2026-W48&whose=organisation')).text).toContain('二楼调解室');
    const liu = await signedIn(house, 'liu');
    expect((await liu.get('/calendar?week=2026-W48&whose=organisation')).text).not.toContain('二楼调解室');
    expect((await (await signedIn(house, 'zhao')).get('/calendar')).status).toBe(403);
    expect((await (await signedIn(house, 'admin-audit')).get('/calendar')).status).toBe(403);
    expect((await visitor(house).get('/calendar')).status).toBe(303);
  });
});

describe('A session set where another is', () => {
  it('is first warned of, naming no case, and then set when that was read', async () => {
    const warned = await sets('b', '2026-11-25T10:00', '二楼 调解室');
    expect(warned.status).toBe(409);
    for (const said of ['同一承办人', '同一场所']) expect(warned.text).toContain(said);
    expect(warned.text).not.toContain(`/cases/story-a"`);
    const form = formIn(warned.text, '/cases/story-b/commands/scheduleSession');
    const done = await sun.post(form.action, { ...form.sent, acknowledged: ['meeting-clashes'] });
    expect(done.status).toBe(303);
    expect((await sun.get('/calendar?week=2026-W48')).text).toContain('时间冲突');
  });

  it('an hour later is just set', async () => {
    expect((await sets('b', '2026-11-27T10:00', '二楼调解室')).status).toBe(303);
  });
});

describe('The private address of a calendar', () => {
  const addressIn = (page: Page) => /\/calendar\/feed\/[\w-]+\.ics/.exec(page.text)?.[0] ?? '';

  it('is shown once and tells code, time and place to whoever has it, and nothing of anybody', async () => {
    const address = addressIn(await sun.post('/calendar/feed', {}));
    expect((await sun.get('/calendar')).text).not.toContain(address);
    const feed = await visitor(house).get(address);
    expect(feed.status).toBe(200);
    expect(feed.text).toContain(`SUMMARY:${code} 调解 Session`);
    expect(feed.text).toContain('LOCATION:二楼调解室');
    expect(feed.text).toContain('DTSTART:20261125T013000Z');
    for (const name of people) expect(feed.text).not.toContain(name);
    const token = /feed\/([\w-]+)\.ics/.exec(address)?.[1] ?? '';
    expect(await house.dependencies.store.calendarFeeds.personOf(token)).toBeNull();
  });

  it('has nothing of colleagues, and ends with a new one or when it is ended', async () => {
    const limin = await signedIn(house, 'limin');
    const hers = addressIn(await limin.post('/calendar/feed', {}));
    expect((await visitor(house).get(hers)).text).not.toContain('SUMMARY');
    const earlier = addressIn(await sun.post('/calendar/feed', {}));
    const later = addressIn(await sun.post('/calendar/feed', {}));
    expect((await visitor(house).get(earlier)).status).toBe(404);
    expect((await visitor(house).get(later)).status).toBe(200);
    await sun.post('/calendar/feed/end', {});
    expect((await visitor(house).get(later)).status).toBe(404);
    expect((await visitor(house).get('/calendar/feed/guessed.ics')).status).toBe(404);
  });

  it('leaves nothing out in an organisation that meets all day long', async () => {
    const commit = openingCommit('crowd');
    const meetings = Array.from({ length: 1200 }, (_, index) => ({
      id: `${index}-0`,
      kind: 'session' as const,
      state: 'planned' as const,
      proceeding: Object.keys(commit.after.proceedings)[0]!,
      organisation: 'yantaiMediationCommittee',
      at: index < 600 ? '2026-11-23T09:30' : '2026-11-24T09:30',
      officers: ['zhou-jianguo'],
      persons: [],
    }));
    await house.dependencies.store.commit({ ...commit, derived: { ...commit.derived, meetings } });
    const address = addressIn(await sun.post('/calendar/feed', {}));
    expect((await visitor(house).get(address)).text).toContain('DTSTART:20261125T013000Z');
  });

  it('ends when its person may come in no more', async () => {
    const limin = await signedIn(house, 'limin');
    const address = addressIn(await limin.post('/calendar/feed', {}));
    await house.dependencies.accounts.setStatus('li-min', 'suspended');
    expect((await visitor(house).get(address)).status).toBe(404);
  });
});
