/** What can be said against a page in a window. In words for the browser: this program knows no DOM. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A kind of part in its kind of place, as a word in the browser. */
const partOf = `const kindOf = (one) => one.tagName + '.' + (one.getAttribute('class') ?? '') + [...one.attributes]
  .map(({ name }) => name).filter((name) => /^(aria|role|lang|type|required|disabled)/.test(name)).join();
  const partOf = (one) => kindOf(one.parentElement) + '>' + kindOf(one);
  const all = [...document.body.querySelectorAll('*')];`;

/** Opens everything folded, so that it is looked at; returns what the page is built of, each kind of part once. */
export function builtOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => { ${partOf}
    for (const details of document.querySelectorAll('details')) details.open = true;
    return [...new Set(all.map(partOf))];
  })()`);
}

/** Faults that are cheap to find: too wide, ids given twice, controls no key reaches, targets too small for a finger. */
export function plainFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const faults = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the screen');
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) faults.push('id given twice: ' + id);
    const told = (element) => element.outerHTML.slice(0, 160);
    for (const control of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
      if (!control.checkVisibility() || control.disabled) continue;
      if (control.tabIndex !== 0) faults.push('no key reaches ' + told(control));
      if (control.matches('.button, .input, select, summary') && control.closest('.routes') === null && control.offsetHeight < 43.5)
        faults.push('smaller than a finger: ' + told(control));
    }
    return faults;
  })()`);
}

/** What axe has against the page; whether its words stand out is asked apart, since that takes axe longest. */
export function axeFaults(page: Page): Promise<readonly string[]> {
  return askAxe(page, 'document', { rules: { 'color-contrast': { enabled: false } } });
}

/** Whether the words in these kinds of parts of the page stand out: that is theirs, wherever they stand. No language changes it. */
export function contrastFaults(page: Page, parts: readonly string[]): Promise<readonly string[]> {
  const some = `(() => { ${partOf}
    const wanted = new Set(${JSON.stringify(parts)});
    return { include: all.filter((one) => wanted.delete(partOf(one))).map((one) => one.parentElement) };
  })()`;
  return askAxe(page, some, { runOnly: ['color-contrast'] });
}

async function askAxe(page: Page, where: string, how: object): Promise<readonly string[]> {
  await page.evaluate(`if (!window.axe) { ${axeSource} }`);
  const options = JSON.stringify({ resultTypes: ['violations'], selectors: false, preload: false, ...how });
  return page.evaluate(`axe.run(${where}, ${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' (' + nodes.length + ')'))`);
}

/** What goes wrong where the person's own few colours replace ours: a button or a mark that only a background made one. */
export async function forcedColourFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults: readonly string[] = await page.evaluate(`(() => {
    if (!matchMedia('(forced-colors: active)').matches) return ['the colours were not forced'];
    return [...document.querySelectorAll('.button, .badge, .notice, .input')].filter((one) => one.checkVisibility()).flatMap((one) => {
      const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(one);
      const isSeen = borderTopWidth !== '0px' && borderTopStyle !== 'none' && borderTopColor !== backgroundColor;
      return isSeen ? [] : ['without an edge in forced colours: ' + one.outerHTML.slice(0, 160)];
    });
  })()`);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults;
}

/** Whether it still fits where everything is shown twice as large: half the width. */
export async function zoomFaults(page: Page, usual: { readonly width: number; readonly height: number }) {
  await page.setViewportSize({ width: 640, height: 400 });
  const isWide = await page.evaluate(`document.documentElement.scrollWidth > innerWidth`);
  await page.setViewportSize(usual);
  return isWide ? ['wider than the screen at twice the size'] : [];
}
