import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { median } from './figures.ts';
import type { Cookies } from './load.ts';
import { askOnce, signIn, startProduct } from './processes.ts';

/**
 * `npm run bench:pages`: how heavy the main pages are and how soon they can be read, on a slow telephone with a slow line, by
 * somebody who was never here before. `--json` prints the figures as the last line. It measures and judges nothing: its exit
 * code is 0 also when a budget is missed, and 2 when there is no Chromium and nothing was measured.
 */
const { values: asked } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

/** What the telephone is like: half of what people carry is slower than this machine by about as much. */
const telephone = {
  cpuSlowdown: 4,
  downBitsPerSecond: 1_600_000,
  latencyMs: 150,
  widthPx: 375,
  heightPx: 812,
} as const;
const rounds = 3;
/** No page is heavier than this on the wire, everything but pictures counted. */
const heaviestBytes = 60 * 1024;

/** One page to open; `budgetMs` is the latest moment for its largest content, null where none is promised. */
interface Opened {
  readonly name: string;
  readonly login: string | null;
  readonly address: string;
  readonly budgetMs: number | null;
  /** Typed into the only text field of the page and sent; measured is then what comes. */
  readonly code?: string;
}

interface Weight {
  readonly lcpMs: number;
  readonly bytes: number;
  readonly requests: number;
}

const executable = chromiumPath();
if (executable === null) {
  process.stderr.write(
    'NOT RUN: no page was measured. No Chromium found: install the package chromium or set CHROMIUM.\n',
  );
  process.exitCode = 2;
} else {
  await main(executable);
}

async function main(path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-bench-pages-'));
  const product = await startProduct(folder);
  const browser = await openChromium(path);
  try {
    const cookies = await signIn(product.origin, ['limin', 'sun', 'liu']);
    const pages = await mainPages(product.origin, cookies);
    await product.lettersSent();
    const measured: Record<string, Weight & { readonly budgetMs: number | null }> = {};
    for (const page of pages)
      measured[page.name] = { ...(await weigh(browser, product.origin, cookies, page)), budgetMs: page.budgetMs };
    report(measured);
  } finally {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages people open most, of the demonstration: public ones, a mediator's, a clerk's and a court's. */
async function mainPages(origin: string, cookies: Cookies): Promise<readonly Opened[]> {
  const page = (name: string, login: string | null, address: string, budgetMs: number | null = null): Opened => ({
    ...{ name, login, address, budgetMs },
  });
  const firstLink = async (login: string, from: string, pattern: RegExp) => {
    const { body } = await askOnce(origin, { method: 'GET', path: from, headers: { cookie: cookies[login] ?? '' } });
    const found = pattern.exec(body)?.[1];
    if (found === undefined) throw new Error(`${login} finds no ${pattern} at ${from}`);
    return found.replaceAll('&amp;', '&');
  };
  const anyCase = /href="(\/cases\/(?!new)[^"/?#]+)"/;
  const mediated = await firstLink('sun', '/desk', anyCase);
  const atCourt = await firstLink('liu', '/desk', anyCase);
  const handoff = await firstLink('liu', atCourt, /href="(\/cases\/[^"/]+\/handoffs\/[^"/?#]+)/);
  return [
    page('status, the form', null, '/status', 1500),
    { ...page('status, the answer', null, '/status', 1500), code: await queryCode(origin, cookies.limin ?? '') },
    page('which way is open', null, '/triage'),
    page('sign-in', null, '/sign-in'),
    page('desk of a mediator', 'sun', '/desk'),
    page('case page of a mediator', 'sun', mediated, 2000),
    page('form of a command', 'sun', await firstLink('sun', mediated, /href="(\/cases\/[^"/]+\/commands\/[^"#]+)"/)),
    page('opening a case', 'limin', '/cases/new'),
    page('handoffs of a clerk', 'limin', '/handoffs'),
    page('desk of a court', 'liu', '/desk'),
    page('a handoff at the court', 'liu', handoff),
    page('register of referrals', 'liu', '/referrals'),
  ];
}

/** A fresh query code of the first case in which the clerk may issue one. */
async function queryCode(origin: string, cookie: string): Promise<string> {
  const listed = await askOnce(origin, { method: 'GET', path: '/api/cases?limit=20&scope=all', headers: { cookie } });
  const { rows }: { readonly rows: readonly { readonly id: string }[] } = JSON.parse(listed.body);
  for (const { id } of rows) {
    const view = JSON.parse(
      (await askOnce(origin, { method: 'GET', path: `/api/cases/${id}`, headers: { cookie } })).body,
    );
    const issued = await askOnce(origin, {
      method: 'POST',
      path: `/api/cases/${id}/commands/issueQueryCode`,
      headers: {
        ...{ cookie, 'content-type': 'application/json' },
        ...{ 'if-match': `"${view.revision}"`, 'idempotency-key': randomUUID() },
      },
      body: JSON.stringify({ data: { party: view.parties[0]?.id } }),
    });
    if (issued.status === 200) return JSON.parse(issued.body).queryCode;
  }
  throw new Error('the clerk can issue no query code');
}

/** The median of some visits, each with nothing in the browser's cache. */
async function weigh(browser: Browser, origin: string, cookies: Cookies, page: Opened): Promise<Weight> {
  const visits: Weight[] = [];
  for (let round = 0; round < rounds; round += 1) visits.push(await visit(browser, origin, cookies, page));
  const middle = (of: (one: Weight) => number) => Math.round(median(visits.map(of)));
  return {
    lcpMs: middle(({ lcpMs }) => lcpMs),
    bytes: middle(({ bytes }) => bytes),
    requests: middle(({ requests }) => requests),
  };
}

async function visit(
  browser: Browser,
  origin: string,
  cookies: Cookies,
  { login, address, code }: Opened,
): Promise<Weight> {
  const viewport = { width: telephone.widthPx, height: telephone.heightPx };
  const context = await browser.newContext({ baseURL: origin, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  try {
    if (login !== null) await enterAs(context, origin, cookies[login] ?? '');
    const page = await context.newPage();
    const wire = await slowDown(await context.newCDPSession(page));
    await page.goto(address, { waitUntil: 'load' });
    if (code !== undefined) {
      wire.forget();
      await page.locator('main form input[type=text]').fill(code);
      await Promise.all([page.waitForEvent('load'), page.locator('main form button[type=submit]').click()]);
    }
    return { lcpMs: await largestPaint(page), ...wire.counted() };
  } finally {
    await context.close();
  }
}

async function enterAs(context: BrowserContext, origin: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=', 2);
  await context.addCookies([{ name, value, url: origin }]);
}

/** Makes a window as slow as the telephone, and counts what comes over its line. */
async function slowDown(session: CDPSession) {
  const pictures = new Set<string>();
  let [bytes, requests] = [0, 0];
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Image') pictures.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // What the browser still had came over no line.
    if (encodedDataLength === 0) return;
    requests += 1;
    if (!pictures.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: telephone.latencyMs,
    downloadThroughput: telephone.downBitsPerSecond / 8,
    uploadThroughput: telephone.downBitsPerSecond / 16,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: telephone.cpuSlowdown });
  return {
    counted: () => ({ bytes, requests }),
    forget: () => {
      [bytes, requests] = [0, 0];
    },
  };
}

/** When the largest text or picture was painted, in milliseconds from the start. In words for the browser: this program knows no DOM. */
function largestPaint(page: Page): Promise<number> {
  return page.evaluate(`new Promise((resolve, reject) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => reject(new Error('nothing was painted')), 10000);
  })`);
}

function report(measured: Readonly<Record<string, Weight & { readonly budgetMs: number | null }>>): void {
  const lines = Object.entries(measured).map(([name, { lcpMs, bytes, requests, budgetMs }]) =>
    [name.padEnd(26), cell(bytes / 1024, 1), cell(requests, 0), cell(lcpMs, 0), cell(budgetMs ?? '', 0)].join(' '),
  );
  const missed = Object.entries(measured).flatMap(([name, { lcpMs, bytes, budgetMs }]) => [
    ...(budgetMs !== null && lcpMs > budgetMs ? [`${name}: ${lcpMs} ms, budget ${budgetMs} ms`] : []),
    ...(bytes > heaviestBytes ? [`${name}: ${(bytes / 1024).toFixed(1)} KiB, budget ${heaviestBytes / 1024} KiB`] : []),
  ]);
  const load = Number(loadavg()[0]?.toFixed(1));
  const cores = availableParallelism();
  say(
    `first visit, ${telephone.cpuSlowdown} times slower, ${telephone.downBitsPerSecond / 1e6} Mbit/s, ${telephone.latencyMs} ms, ${telephone.widthPx} px; median of ${rounds}`,
  );
  say(
    `this machine: ${cores} cores, load ${load}${load > cores ? ' (busy: the times are longer than those of a quiet one)' : ''}`,
  );
  say(`\n${' '.repeat(26)}      KiB requests   LCP ms   budget`);
  for (const line of lines) say(line);
  say(missed.length === 0 ? '\nno budget is missed' : `\nmissed:\n${missed.map((one) => `  ${one}`).join('\n')}`);
  if (asked.json) say(JSON.stringify({ pages: measured, heaviestBytes, missed, telephone, machine: { cores, load } }));
}

function cell(value: number | string, digits: number): string {
  return (typeof value === 'number' ? value.toFixed(digits) : value).padStart(8);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
