import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CastLogin } from '../../seeds/cast.ts';
import { type Way, ways } from '../support/at-work.ts';
import { signedIn, type Visitor, visitor } from '../support/browserless.ts';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { type Address, addressFor, everyPage, furnish } from '../support/every-page.ts';
import { type House, openHouse } from '../support/house.ts';
import {
  axeFaults,
  builtOf,
  contrastFaults,
  forcedColourFaults,
  plainFaults,
  zoomFaults,
} from '../support/page-faults.ts';
import { skeletonOf } from '../support/skeleton.ts';

const executable = chromiumPath();

interface Visit {
  readonly route: string;
  readonly at: Address;
  readonly status: number;
}

/** By the person who opens it; null is somebody without an account. */
function visitsByPerson(): ReadonlyMap<CastLogin | null, readonly Visit[]> {
  const all = Object.entries(everyPage).flatMap(([route, opened]) =>
    opened.flatMap(({ by, at, status = 200 }) => by.map((login) => ({ login, route, at, status }))),
  );
  return Map.groupBy(all, ({ login }) => login);
}

/**
 * Every page of everybody, in both languages. Each is fetched and read; it is opened, shown and judged whole as soon as a
 * piece of its skeleton is new in its language. That is sound: the rules of axe read tags, roles, states, whether there are
 * names, what an element stands in and what stands in it, and the order of headings; all of these are in the pieces, and
 * pieces with headings are not taken apart. What axe compares across a whole page is looked at on every page: ids, keys and
 * names of landmarks that are given twice, and references that lead nowhere. Whether words stand out depends on the kind of
 * part they stand in, and is asked of each kind once. Whether a page is too wide depends on its words too, and is seen on
 * those that are opened, here and in the walks.
 */
describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  let house: House;
  let base: string;
  let addressOf: (address: string) => string;
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

  it('a page that says something else is known again; one that is built otherwise, or names what is not there, is not', async () => {
    const reader = await browser.newPage();
    const pageOf = (main: string) => `<html lang="en"><title>a</title><body><main>${main}</main></body></html>`;
    const list = (...rows: readonly string[]) => pageOf(`<h1>One</h1><ul>${rows.join('')}</ul>`);
    const first = await skeletonOf(reader, list('<li><a href="/a">A</a></li>', '<li>B</li>'));
    const known = async (markup: string) => {
      const { pieces } = await skeletonOf(reader, markup);
      return pieces.every((piece) => first.pieces.includes(piece));
    };
    expect(await known(list('<li>Another</li>', '<li><a href="/b">word</a></li>', '<li>C</li>'))).toBe(true);
    expect(await known(list('<li><a href="/a"></a></li>'))).toBe(false);
    expect(await known(list('<li><a href="/a" role="button">A</a></li>'))).toBe(false);
    expect(await known(list('<li>B</li>').replaceAll('h1', 'h2'))).toBe(false);
    const wrong = await skeletonOf(reader, pageOf('<p id="a"></p><p id="a"></p><label for="b">B</label>'));
    expect(wrong.faults).toEqual(['id given twice: a', 'for leads nowhere: b']);
    await reader.close();
  });

  /** One window, in which one person after the other signs in: a new one for each would be most of the work. */
  async function goThrough(way: Way, faults: string[]): Promise<void> {
    const context = await browser.newContext({ baseURL: base, viewport: way.screen, timezoneId: 'Asia/Shanghai' });
    const [page, reader] = [await context.newPage(), await context.newPage()];
    page.setDefaultTimeout(10_000);
    let who = '';
    const say = (fault: string) => faults.push(`${who}, ${way.language}, ${page.url()}: ${fault}`);
    page.on('pageerror', ({ message }) => say(message));
    page.on('console', (message) => {
      // Of the page itself the status says what has to be said; a style sheet that is not there is a fault.
      const isOfPage = message.location().url === page.url() && message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isOfPage) say(message.text());
    });
    const known: Known = { routes: new Set(), pieces: new Set(), parts: new Set() };
    for (const [login, visits] of visitsByPerson()) {
      who = login ?? 'nobody';
      const person = await enterAs(context, login, way);
      for (const { route, at, status } of visits) {
        const address = await addressFor(at, async (leads) => (await person.get(leads)).text, addressOf);
        if (address === null) say(`finds no way to ${route}`);
        else
          for (const fault of await visit(page, reader, person, { route, at: address, status }, way, known)) say(fault);
      }
    }
    await context.close();
  }

  async function visit(
    page: Page,
    reader: Page,
    person: Visitor,
    { route, at, status }: Visit & { readonly at: string },
    way: Way,
    known: Known,
  ): Promise<readonly string[]> {
    const fetched = await person.get(at);
    if (fetched.status !== status) return [`${at} answered ${fetched.status}`];
    const { pieces, faults } = await skeletonOf(reader, fetched.text);
    if (pieces.every((piece) => known.pieces.has(piece))) return faults;
    for (const piece of pieces) known.pieces.add(piece);
    const answer = await page.goto(at);
    const isThere = answer?.status() === status && isOf(route, page.url());
    return [...faults, ...(isThere ? [] : [`is not ${route}`]), ...(await look(page, route, way, known))];
  }

  /** From now on somebody else sits at the window; null is somebody without an account. */
  async function enterAs(context: BrowserContext, login: CastLogin | null, { language }: Way): Promise<Visitor> {
    const person = login === null ? visitor(house, language) : await signedIn(house, login, language);
    await context.clearCookies();
    await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: base })));
    return person;
  }
});

/** What was looked at closely in one language: routes, pieces of skeletons, and the kinds of parts. */
interface Known {
  readonly routes: Set<string>;
  readonly pieces: Set<string>;
  readonly parts: Set<string>;
}

/** What is wrong with the page in the window. How a page fits and stands in own colours is seen on the first of its route. */
async function look(page: Page, route: string, { screen }: Way, known: Known): Promise<readonly string[]> {
  const isWide = screen.width > 1000;
  const news = (await builtOf(page)).filter((part) => !known.parts.has(part));
  for (const part of news) known.parts.add(part);
  const faults = [...(await plainFaults(page)), ...(await axeFaults(page))];
  if (isWide && news.length > 0) faults.push(...(await contrastFaults(page, news)));
  if (known.routes.has(route)) return faults;
  known.routes.add(route);
  return [...faults, ...(isWide ? await zoomFaults(page, screen) : await forcedColourFaults(page))];
}

/** Whether an address is one of a route: `:name` stands for one part of the path. */
function isOf(route: string, address: string): boolean {
  return new RegExp(`^${route.replaceAll(/:[^/]+/g, '[^/]+')}$`).test(new URL(address).pathname);
}
