/** What a page is built of, without what it says. In words for the browser: this program knows no DOM. */
import type { Page } from 'playwright-core';

export interface Skeleton {
  /** Tags, roles, states and the order of everything; like things that follow each other stand once, marked as several. */
  readonly bones: string;
  /** What depends on the very words and ids of this page, and no skeleton can tell. */
  readonly faults: readonly string[];
}

/** Attributes that name or address something: that they are there counts, not what they say. */
const named =
  '^(id|href|for|name|value|alt|title|placeholder|action|list|content|aria-(label.*|describedby|controls|owns))$';
/** What no rule for accessibility reads. */
const unread = '^(data-.*|checked|selected|maxlength|max|min|src|method|enctype|novalidate|datetime|rows)$';

const bonesOf = `(markup) => {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const stated = (one) => [...one.attributes].filter(({ name }) => !/${unread}/.test(name))
    .map(({ name, value }) => name + (/${named}/.test(name) ? (value.trim() === '' ? '=""' : '') : '=' + value)).sort().join(' ');
  // One or two or three things that come again are written once: a page with one is not like a page with several.
  const folded = (parts) => {
    for (let length = 1; length <= 3; length += 1)
      for (let at = 0; at + 2 * length <= parts.length; at += 1) {
        const run = parts.slice(at, at + length).join();
        let end = at + length;
        while (parts.slice(end, end + length).join() === run) end += length;
        if (end > at + length) parts.splice(at, end - at, '(' + run + ')+');
      }
    return parts.join('');
  };
  const bones = (one) => {
    if (one.nodeType === 3) return one.data.trim() === '' ? '' : '#';
    if (one.nodeType !== 1 || one.localName === 'template') return '';
    return '<' + one.localName + ' ' + stated(one) + folded([...one.childNodes].map(bones).filter(Boolean)) + '>';
  };
  const faults = [];
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  const known = new Set(ids);
  for (const id of known) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('id given twice: ' + id);
  for (const name of ['for', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
    for (const one of page.querySelectorAll('[' + name + ']'))
      for (const id of one.getAttribute(name).split(' ')) if (!known.has(id)) faults.push(name + ' leads nowhere: ' + id);
  const marks = [...page.querySelectorAll('nav, aside, [role=search], section[aria-label], section[aria-labelledby]')].map((one) =>
    one.localName + ': ' + (one.getAttribute('aria-label') ?? page.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''));
  for (const mark of new Set(marks)) if (marks.indexOf(mark) !== marks.lastIndexOf(mark)) faults.push('two landmarks of one name: ' + mark);
  return { bones: page.documentElement.lang + ' ' + (page.title.trim() !== '') + bones(page.body), faults };
}`;

/** The skeleton of some markup, read by the browser's own parser in a window that shows something else. */
export function skeletonOf(reader: Page, markup: string): Promise<Skeleton> {
  return reader.evaluate(`(${bonesOf})(${JSON.stringify(markup)})`);
}
