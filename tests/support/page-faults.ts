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

/**
 * What axe has against the page, or only against these kinds of its parts. `inColour`: also whether the words stand out;
 * that is its longest work, and no language changes it.
 */
export async function axeFaults(
  page: Page,
  parts: readonly string[] | null,
  inColour: boolean,
): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const how = { resultTypes: ['violations'], selectors: false, rules: { 'color-contrast': { enabled: inColour } } };
  return page.evaluate(`(() => { ${partOf}
    const wanted = new Set(${JSON.stringify(parts ?? [])});
    const some = all.filter((one) => wanted.delete(partOf(one))).map((one) => one.parentElement);
    return axe.run(${parts === null ? 'document' : '{ include: some }'}, ${JSON.stringify(how)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' (' + nodes.length + ')'));
  })()`);
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
