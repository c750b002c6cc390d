/** What a page is built of, without what it says. In words for the browser: this program knows no DOM. */
import type { Page } from 'playwright-core';

export interface Skeleton {
  /**
   * Tags, roles, states and order, in pieces: the frame around the main part, the main part with its lists left open, and
   * each kind of row of a list within its list. What has a heading stays where it stands, since headings have an order.
   */
  readonly pieces: readonly string[];
  /** What depends on the very words and ids of this page, and no skeleton can tell. */
  readonly faults: readonly string[];
}

/** Attributes that name or address something: that they are there counts, not what they say. */
const named =
  '^(id|href|for|name|value|alt|title|placeholder|action|list|content|aria-(label.*|describedby|controls|owns))$';
/** What no rule for accessibility reads, or what is looked at on every page. */
const unread =
  '^(data-.*|checked|selected|accesskey|autofocus|maxlength|max|min|src|method|enctype|novalidate|datetime|rows)$';

const skeletonIn = `(markup) => {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const pieces = new Set();
  const stated = (one) => [...one.attributes].filter(({ name }) => !/${unread}/.test(name))
    .map(({ name, value }) => name + (/${named}/.test(name) ? (value.trim() === '' ? '=""' : '') : '=' + value)).sort().join(' ');
  // Things that come again and again, one, two or three in turn, are written once: one of them is not like several.
  const folded = (parts) => {
    for (let length = 1; length <= 3; length += 1)
      for (let at = 0; at + 2 * length <= parts.length; at += 1) {
        const run = parts.slice(at, at + length).join();
        let end = at + length;
        while (end + length <= parts.length && parts.slice(end, end + length).join() === run) end += length;
        if (end > at + length) parts.splice(at, end - at, '(' + run + ')+');
      }
    return parts.join('');
  };
  const bones = (one) => {
    if (one.nodeType === 3) return one.data.trim() === '' ? '' : '#';
    if (one.nodeType !== 1 || one.localName === 'template') return '';
    const opens = '<' + one.localName + ' ' + stated(one);
    const parts = [...one.childNodes].map(bones).filter(Boolean);
    if (one.localName === 'main') {
      pieces.add(opens + folded(parts));
      return '<main>';
    }
    const isList = /^(tbody|ul|ol|select|datalist)$/.test(one.localName) && !parts.some((part) => /<h[1-6] /.test(part));
    if (!isList || parts.length === 0) return opens + folded(parts) + '>';
    for (const part of parts) pieces.add(opens + '>' + part);
    return opens + '…>';
  };
  pieces.add(page.documentElement.lang + ' ' + (page.title.trim() !== '') + bones(page.body));
  const faults = [];
  const twice = (what, all) => {
    for (const one of new Set(all)) if (all.indexOf(one) !== all.lastIndexOf(one)) faults.push(what + ' given twice: ' + one);
  };
  const all = (selector) => [...page.querySelectorAll(selector)];
  const ids = all('[id]').map(({ id }) => id);
  twice('id', ids);
  twice('key', all('[accesskey]').map(({ accessKey }) => accessKey));
  twice('name of a landmark', all('nav, aside, [role=search], section[aria-label], section[aria-labelledby]').map((one) =>
    one.localName + ' ' + (one.getAttribute('aria-label') ?? page.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ?? '')));
  for (const name of ['for', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
    for (const one of all('[' + name + ']'))
      for (const id of one.getAttribute(name).split(' ')) if (!ids.includes(id)) faults.push(name + ' leads nowhere: ' + id);
  return { pieces: [...pieces], faults };
}`;

/** The skeleton of some markup, read by the browser's own parser in a window that shows something else. */
export function skeletonOf(reader: Page, markup: string): Promise<Skeleton> {
  return reader.evaluate(`(${skeletonIn})(${JSON.stringify(markup)})`);
}
