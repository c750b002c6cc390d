import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { castPassword } from '../../seeds/cast.ts';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { tellDemonstration } from '../support/every-page.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Picture, pictures } from './pictures.ts';

/** `npm run pictures`: looks at the main pages of a demonstration whose clock stands still, and writes what it saw. */
const folder = join(import.meta.dirname, '../../docs/pictures');
const screens = { desk: { width: 1200, height: 780 }, telephone: { width: 375, height: 740 } } as const;

const executable = chromiumPath();
if (executable === null) {
  process.stderr.write(
    'NOT RUN: no picture was taken. No Chromium found: install the package chromium or set CHROMIUM.\n',
  );
  process.exitCode = 2;
} else {
  const house = await openHouse({ start: '2026-11-23T09:00' });
  const browser = await openChromium(executable);
  try {
    await tellDemonstration(house);
    const base = await house.app.listen({ host: '127.0.0.1', port: 0 });
    mkdirSync(folder, { recursive: true });
    for (const picture of pictures) {
      const { bytes, path } = await take(picture, browser, house, base);
      process.stdout.write(`${path.padEnd(24)} ${(bytes / 1024).toFixed(0).padStart(5)} KiB\n`);
    }
    writeFileSync(join(folder, 'README.md'), pageOf(pictures));
  } finally {
    await browser.close();
    await house.close();
  }
}

async function take({ name, login, at, on, language, from }: Picture, browser: Browser, house: House, base: string) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: screens[on],
    locale: language,
    timezoneId: 'Asia/Shanghai',
  });
  try {
    await context.addCookies([{ name: 'jiefen-language', value: language, url: base }]);
    if (login !== null) {
      const payload = { login, password: castPassword };
      const { cookies } = await house.app.inject({ method: 'POST', url: '/api/session', payload });
      await context.addCookies(cookies.map(({ name: key, value }) => ({ name: key, value, url: base })));
    }
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(typeof at === 'string' ? at : await linkOn(page, at.on, at.leadsTo));
    if (from !== undefined) await page.evaluate(`document.querySelector(${JSON.stringify(from)}).scrollIntoView()`);
    const file = `${name}.png`;
    const bytes = await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    return { bytes: bytes.length, path: file };
  } finally {
    await context.close();
  }
}

async function linkOn(page: Page, address: string, leadsTo: string): Promise<string> {
  await page.goto(address);
  return (await page.locator(`a[href^="${leadsTo}"]`).first().getAttribute('href')) ?? leadsTo;
}

function pageOf(all: readonly Picture[]): string {
  const rows = all.map(({ name, shows }) => `## ${shows.zh}\n\n${shows.en}\n\n![${shows.en}](${name}.png)\n`);
  return `# 图 Pictures\n\n演示数据，时钟停在 2026 年 11 月 23 日；人物和案件均为虚构。由 \`npm run pictures\` 生成，请勿手改。\nThe demonstration with its clock at 23 November 2026; people and cases are invented. Written by \`npm run pictures\`; do not edit by hand.\n\n${rows.join('\n')}`;
}
