import type { Browser, Locator, Page } from 'playwright-core';
import { type CastLogin, castPassword } from '../../seeds/cast.ts';
import type { Text } from '../../workflows/index.ts';
import type { Controls } from './forms.ts';

/** How a person works: the language they read and the screen they have. */
export interface Way {
  readonly language: 'zh-CN' | 'en';
  readonly screen: { readonly width: number; readonly height: number };
}

/** Chinese on a desk, English on a telephone. */
export const ways = [
  { language: 'zh-CN', screen: { width: 1366, height: 900 } },
  { language: 'en', screen: { width: 375, height: 812 } },
] as const satisfies readonly Way[];

/** A window at which one person after the other does a job, in one way. Every page they come to must fit its screen. */
export interface AtWork {
  readonly page: Page;
  /** Signs in as people do, after whoever sat there left. */
  readonly signsIn: (login: CastLogin) => Promise<void>;
  readonly opens: (address: string) => Promise<void>;
  /** Follows a link that is found in the main part of the page; folded parts are opened to look for it. */
  readonly follows: (link: string) => Promise<void>;
  /** Fills in controls by their names, with the values they send; rows that are not there yet are asked for. */
  readonly fills: (entries: Controls) => Promise<void>;
  /** Sends a form: the one whose address begins like this, or the page's own. */
  readonly sends: (action?: string) => Promise<void>;
  /** Presses a button in the part that has these words. */
  readonly presses: (button: string, beside: string) => Promise<void>;
  /** What the main part says. */
  readonly reads: () => Promise<string>;
  readonly says: (text: Text) => string;
  readonly leaves: () => Promise<void>;
}

/** Opens a window; what is wrong with a page that somebody comes to is added to `faults`. */
export async function sitDown(browser: Browser, base: string, way: Way, faults: string[]): Promise<AtWork> {
  const { language, screen } = way;
  const context = await browser.newContext({ baseURL: base, viewport: screen, timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', ({ message }) => faults.push(`${language} ${page.url()}: ${message}`));
  // Folded parts are opened, so that what stands in them is found, and counts for the width; not those that take the focus
  // when they are opened, which would move the page under the finger.
  const looks = async () => {
    const wrong: readonly string[] = await page.evaluate(`(() => {
      for (const details of document.querySelectorAll('main details:not([data-begin])')) details.open = true;
      const { lang, scrollWidth } = document.documentElement;
      return [lang === '${language}' ? '' : 'speaks ' + lang, scrollWidth > innerWidth ? 'wider than the screen' : ''];
    })()`);
    faults.push(...wrong.filter((fault) => fault !== '').map((fault) => `${language} ${page.url()}: ${fault}`));
  };
  const comes = async (leads: () => Promise<unknown>) => {
    await Promise.all([page.waitForEvent('load'), leads()]);
    await looks();
  };
  const main = page.locator('main');
  const atWork: AtWork = {
    page,
    signsIn: async (login) => {
      await context.clearCookies({ name: 'jiefen-session' });
      await page.goto('/sign-in');
      const spoken = await page.locator('html').getAttribute('lang');
      if (spoken !== language) await comes(() => page.locator('header .language').click());
      await atWork.fills({ login: [login], password: [castPassword] });
      await atWork.sends();
    },
    opens: (address) => comes(() => page.goto(address)),
    follows: (link) => comes(() => main.locator(`${link}:visible`).first().click()),
    fills: async (entries) => {
      for (const [name, values] of Object.entries(entries)) await fill(page, name, values);
    },
    sends: (action) => {
      const form = action === undefined ? main.locator('form') : main.locator(`form[action^="${action}"]`);
      return comes(() => form.locator('button.button-primary, button.button-danger').first().click());
    },
    presses: (button, beside) => comes(() => rowWith(main, beside).locator(button).first().click()),
    reads: () => main.innerText(),
    says: ({ zh, en }) => (language === 'en' ? en : zh),
    leaves: () => context.close(),
  };
  return atWork;
}

function rowWith(main: Locator, words: string): Locator {
  return main.locator('tr, li').filter({ hasText: words }).first();
}

async function fill(page: Page, name: string, values: readonly string[]): Promise<void> {
  const control = page.locator(`main form [name="${name}"]`);
  const [, rows = ''] = /^(.+)\.\d+\.[^.]+$/.exec(name) ?? [];
  if ((await control.count()) === 0) await page.locator(`button[name="addRow:${rows}"]`).click();
  const kind = await control.first().evaluate((one) => `${one.nodeName} ${one.getAttribute('type')}`);
  for (const value of values) {
    if (kind.startsWith('SELECT')) await control.selectOption({ value });
    else if (/radio|checkbox/.test(kind)) await control.and(page.locator(`[value="${value}"]`)).check();
    else await control.fill(value);
  }
}
