import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CastLogin, castPassword } from '../../seeds/cast.ts';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { type Address, everyPage, furnish } from '../support/every-page.ts';
import { type House, openHouse } from '../support/house.ts';
import { axeFaults, builtOf, forcedColourFaults, plainFaults, zoomFaults } from '../support/page-faults.ts';

const executable = chromiumPath();

/** Chinese on a desk, English on a telephone: each page is seen in both languages and both widths. */
const ways = [
  { language: 'zh-CN', screen: { width: 1366, height: 900 } },
  { language: 'en', screen: { width: 375, height: 812 } },
] as const;
type Way = (typeof ways)[number];

interface Visit {
  readonly route: string;
  readonly at: Address;
  readonly status: number;
}

/** By the person who opens it; the empty name is somebody without an account. */
function visitsByPerson(): ReadonlyMap<CastLogin | null, readonly Visit[]> {
  const all = Object.entries(everyPage).flatMap(([route, opened]) =>
    opened.flatMap(({ by, at, status = 200 }) => by.map((login) => ({ login, route, at, status }))),
  );
  return Map.groupBy(all, ({ login }) => login);
}

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  let house: House;
  let base: string;
  let addressOf: (address: string) => string;
  const sessions = new Map<CastLogin, ReturnType<typeof sessionOf>>();
  beforeAll(async () => {
    house = await openHouse({ start: '2026-11-23T09:00' });
    addressOf = await furnish(house);
    base = await house.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await openChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('everybody can use each of their pages: both languages, desk and telephone, twice the size, own colours, keys alone', async () => {
    const faults: string[] = [];
    // One way after the other in a window each, both ways at a time.
    await Promise.all(ways.map((way) => goThrough(way, faults)));
    expect(faults).toEqual([]);
  });

  /** One window, in which one person after the other signs in: a new one for each would be most of the work. */
  async function goThrough(way: Way, faults: string[]): Promise<void> {
    const context = await browser.newContext({ baseURL: base, viewport: way.screen, timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    let who = '';
    const say = (fault: string) => faults.push(`${who}, ${way.language}, ${page.url()}: ${fault}`);
    page.on('pageerror', ({ message }) => say(message));
    page.on('console', (message) => {
      // Of the page itself the status says what has to be said; a style sheet that is not there is a fault.
      const isOfPage = message.location().url === page.url() && message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isOfPage) say(message.text());
    });
    const known: Known = { routes: new Set(), parts: new Set() };
    for (const [login, visits] of visitsByPerson()) {
      who = login ?? 'nobody';
      await enterAs(context, login, way);
      await openAll(page, visits, way, known, say);
    }
    await context.close();
  }

  async function openAll(page: Page, visits: readonly Visit[], way: Way, known: Known, say: (fault: string) => void) {
    const done = new Set<string>();
    const toOpen = [...visits];
    for (const visit of toOpen) {
      const address = await found(page, visit.at);
      if (done.has(address)) continue;
      done.add(address);
      const answer = await page.goto(address);
      if (answer?.status() !== visit.status) say(`answered ${answer?.status()}`);
      if (!isOf(visit.route, page.url())) say(`is not ${visit.route}`);
      for (const fault of await look(page, visit.route, way, known)) say(fault);
      // Whatever this person's navigation leads to is theirs too, whether or not somebody thought of listing it.
      if (done.size === 1 && way.language === 'zh-CN')
        for (const at of await navigation(page)) toOpen.push({ route: at, at, status: 200 });
    }
  }

  /** The address, looked up on the page that leads there where nobody can know it. */
  async function found(page: Page, at: Address): Promise<string> {
    if (typeof at === 'string') return addressOf(at);
    await page.goto(at.on);
    return (await page.locator(`a[href^="${at.leadsTo}"]`).first().getAttribute('href')) ?? at.leadsTo;
  }

  /** From now on somebody else sits at the window; null is somebody without an account. */
  async function enterAs(context: BrowserContext, login: CastLogin | null, { language }: Way): Promise<void> {
    await context.clearCookies();
    await context.addCookies([{ name: 'jiefen-language', value: language, url: base }]);
    if (login === null) return;
    const session = sessions.get(login) ?? sessionOf(login);
    sessions.set(login, session);
    await context.addCookies(await session);
  }

  async function sessionOf(login: CastLogin): Promise<readonly { name: string; value: string; url: string }[]> {
    const payload = { login, password: castPassword };
    const { cookies } = await house.app.inject({ method: 'POST', url: '/api/session', payload });
    return cookies.map(({ name, value }) => ({ name, value, url: base }));
  }
});

/** What was looked at closely in one language: pages by their route, and the kinds of parts. */
interface Known {
  readonly routes: Set<string>;
  readonly parts: Set<string>;
}

/** What is wrong with the page in the window. The first page of a route is looked at closely, of the others what is new. */
async function look(page: Page, route: string, { screen }: Way, known: Known): Promise<readonly string[]> {
  const isWide = screen.width > 1000;
  const news = (await builtOf(page)).filter((part) => !known.parts.has(part));
  const plain = await plainFaults(page);
  for (const part of news) known.parts.add(part);
  if (known.routes.has(route)) return news.length === 0 ? plain : [...plain, ...(await axeFaults(page, news, isWide))];
  known.routes.add(route);
  const axe = await axeFaults(page, null, isWide);
  return [...plain, ...axe, ...(isWide ? await zoomFaults(page, screen) : await forcedColourFaults(page))];
}

async function navigation(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('.navigation a')].map((link) => link.getAttribute('href'))`);
}

/** Whether an address is one of a route: `:name` stands for one part of the path. */
function isOf(route: string, address: string): boolean {
  const pattern = route.split('?')[0]?.replaceAll(/:[^/]+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(new URL(address).pathname);
}
