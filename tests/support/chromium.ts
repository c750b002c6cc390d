import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type CastLogin, castPassword } from '../../seeds/cast.ts';
import { everyPage } from './every-page.ts';
import type { House } from './house.ts';

/** Where a Chromium is: named by CHROMIUM, where Debian puts it, or on the path; null where there is none. */
export function chromiumPath(): string | null {
  const named = process.env.CHROMIUM;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)));
  return [...(named ? [named] : []), '/usr/bin/chromium', ...onPath].find((path) => existsSync(path)) ?? null;
}

export function openChromium(executablePath: string): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath, args });
}

/** Somebody at a browser window, who looks twice at every kind of page: in Chinese on the own screen, in English on the other. */
export interface Walker {
  readonly page: Page;
  /** Opens an address of the house. */
  readonly open: (address: string) => Promise<void>;
  readonly click: (name: string) => Promise<void>;
  /** Enters texts, picks choices by their words, ticks boxes, by the names of the controls. */
  readonly enter: (entries: Readonly<Record<string, string | readonly string[]>>) => Promise<void>;
  /** Sends the page's form and waits for what comes. */
  readonly send: () => Promise<void>;
  readonly path: () => string;
  /** Looks at the page as it stands: one that answers a form cannot be opened again. */
  readonly look: () => Promise<void>;
}

export interface Walk {
  /** A new window, signed in. */
  readonly as: (login: CastLogin) => Promise<Walker>;
  /** A new window at which nobody has signed in. */
  readonly atDesk: () => Promise<Walker>;
  /** A new window of somebody without an account, on a phone. */
  readonly onPhone: () => Promise<Walker>;
  /** Kinds of pages that were looked at. */
  readonly seen: ReadonlySet<string>;
  /** What was found wrong: violations of axe, pages wider than the screen, errors of scripts. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide = { width: 1366, height: 900 };
const phone = { width: 375, height: 812 };

/** To begin with, the kinds of pages that the walk of every page looks at, in both languages and on both screens. */
export function kindsSeen(): Set<string> {
  const kinds = Object.keys(everyPage)
    .filter((route) => !route.includes('/commands/'))
    .map((route) => route.replace(':caseId', ':case').replace(':handoffId', ':handoff'));
  return new Set(kinds.flatMap((kind) => [kind, `${kind} in English`]));
}

/**
 * Starts the house on a port of its own, for walks with a browser. Walks that share `seen` look at each kind of page once
 * between them.
 */
export async function walkThrough(house: House, browser: Browser, seen: Set<string> = kindsSeen()): Promise<Walk> {
  const base = await house.app.listen({ host: '127.0.0.1', port: 0 });
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  const newWindow = async (viewport: typeof wide): Promise<Page> => {
    const context = await browser.newContext({ baseURL: base, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(`script error at ${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A refused form answers with a status that browsers report as an error of loading.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(`console at ${page.url()}: ${message.text()}`);
    });
    return page;
  };
  const walker = (page: Page, usual: typeof wide): Walker => walkerOn(page, usual, base, seen, faults);
  return {
    seen,
    faults,
    as: async (login) => {
      const person = walker(await newWindow(wide), wide);
      await person.open('/sign-in');
      await person.enter({ login, password: castPassword });
      await person.send();
      return person;
    },
    atDesk: async () => walker(await newWindow(wide), wide),
    onPhone: async () => walker(await newWindow(phone), phone),
    close: async () => {
      for (const context of contexts) await context.close();
    },
  };
}

function walkerOn(page: Page, usual: typeof wide, base: string, seen: Set<string>, faults: string[]): Walker {
  const path = () => page.url().slice(base.length);
  const look = async () => {
    const kind = kindOf(path(), await page.locator('h1').first().innerText());
    if (seen.has(kind)) return;
    seen.add(kind);
    await examine(page, `${kind} zh-CN ${usual.width}`, faults);
  };
  const lookAgain = async () => {
    await look();
    const kind = `${kindOf(path(), await page.locator('h1').first().innerText())} in English`;
    if (seen.has(kind)) return;
    seen.add(kind);
    await inEnglish(page, kind, usual, faults);
  };
  return {
    page,
    path,
    look,
    open: async (address) => {
      await page.goto(address);
      await lookAgain();
    },
    click: async (name) => {
      await unfold(page);
      await page
        .locator('main')
        .getByRole('link', { name: new RegExp(`^${name}(\\s*代录)?$`) })
        .first()
        .click();
      await page.waitForLoadState();
      await lookAgain();
    },
    enter: async (entries) => {
      await unfold(page);
      for (const [name, value] of Object.entries(entries))
        await enterOne(page, name, typeof value === 'string' ? [value] : value);
    },
    send: async () => {
      await Promise.all([
        page.waitForEvent('load'),
        page
          .locator('main form button[type=submit].button-primary, main form button[type=submit].button-danger')
          .first()
          .click(),
      ]);
      await look();
    },
  };
}

/** Pages of one kind differ only in their ids. */
function kindOf(address: string, heading: string): string {
  const [path = ''] = address.split('?');
  const kind = path.replace(/\/cases\/(?!new)[^/]+/, '/cases/:case').replace(/\/handoffs\/[^/]+/, '/handoffs/:handoff');
  // A form that came back and a slip stand at the address of their form; the heading tells them apart.
  return heading === '' || path.includes('/commands/') === false ? kind : `${kind} ${heading}`;
}

/** Everything folded is opened, so that axe sees it and a person finds it. In words for the browser: this program knows no DOM. */
async function unfold(page: Page): Promise<void> {
  // Those that take the focus when they are opened have done so before anything is clicked.
  await page.evaluate(`(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    return new Promise((done) => setTimeout(done));
  })()`);
}

/** The same page in English on the other screen; then back to where the person was. */
async function inEnglish(page: Page, kind: string, usual: typeof wide, faults: string[]): Promise<void> {
  const other = usual === wide ? phone : wide;
  const address = new URL(page.url());
  const open = async (language: string) => {
    address.searchParams.set('language', language);
    await page.goto(address.href);
  };
  await page.setViewportSize(other);
  await open('en');
  await examine(page, `${kind} ${other.width}`, faults);
  await page.setViewportSize(usual);
  await open('zh-CN');
}

/** Asks axe, and whether the page is wider than the screen. */
async function examine(page: Page, name: string, faults: string[]): Promise<void> {
  await unfold(page);
  await page.evaluate(axeSource);
  const found: readonly string[] =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'], preload: false }).then(({ violations }) => [
    ...violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' (' + nodes.length + ')'),
    ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []),
  ])`);
  faults.push(...found.map((fault) => `${name}: ${fault}`));
}

async function enterOne(page: Page, name: string, values: readonly string[]): Promise<void> {
  const control = page.locator(`main form [name="${name}"]`);
  if ((await control.count()) === 0) {
    // A further row: 条款 two is asked for by the button below the first.
    const [, field = ''] = /^(.+)\.\d+\.[^.]+$/.exec(name) ?? [];
    await page.locator(`button[name="addRow:${field}"]`).click();
  }
  const first = control.first();
  const isList = (await first.locator('option').count()) > 0;
  const kind = isList ? 'select' : await first.getAttribute('type');
  for (const value of values) {
    if (kind === 'radio' || kind === 'checkbox') await choose(page, name, value);
    else if (kind === 'select') await control.selectOption({ value: await optionFor(page, name, value) });
    else if (kind === 'file')
      await control.setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from(value) });
    else await control.fill(value);
  }
}

async function choose(page: Page, name: string, words: string): Promise<void> {
  const boxes = page.locator(`main form .choice:has(input[name="${name}"])`);
  await boxes.filter({ hasText: words }).first().locator('input').check();
}

async function optionFor(page: Page, name: string, words: string): Promise<string> {
  const option = page.locator(`main form select[name="${name}"] option`).filter({ hasText: words }).first();
  return (await option.getAttribute('value')) ?? '';
}
