import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributes, html, isHtml, safeUrl, trustedHtml } from '../../../server/pages/html.ts';

const pagesFolder = join(import.meta.dirname, '../../../server/pages');

describe('What people typed, written into a page', () => {
  it('shows a script tag as text', () => {
    expect(String(html`<p>${'<script>alert(1)</script>'}</p>`)).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  });

  it('cannot leave a quoted attribute, with either quote', () => {
    expect(String(html`<input value="${'" onfocus="alert(1)'}">`)).toBe(
      '<input value="&quot; onfocus=&quot;alert(1)">',
    );
    expect(String(html`<input value='${"' autofocus='"}'>`)).toBe("<input value='&#39; autofocus=&#39;'>");
  });

  it('is escaped once: a typed entity stays what was typed', () => {
    expect(String(html`${'&amp; &lt;'}`)).toBe('&amp;amp; &amp;lt;');
  });

  it('keeps emoji, rare characters and full-width forms', () => {
    expect(String(html`<p>${'🧑‍⚖️ 𠮷 （２０２６）'}</p>`)).toBe('<p>🧑‍⚖️ 𠮷 （２０２６）</p>');
  });

  it('prints nothing for null, undefined and false, and a digit for zero', () => {
    expect(String(html`[${null}${undefined}${false}${0}${''}]`)).toBe('[0]');
  });

  it('keeps finished HTML, alone or in a list, and does not escape it again', () => {
    const rows = ['a&b', '<c>'].map((text) => html`<li>${text}</li>`);
    expect(String(html`<ul>${rows}</ul>${[]}${trustedHtml('<br>')}`)).toBe(
      '<ul><li>a&amp;b</li><li>&lt;c&gt;</li></ul><br>',
    );
    expect(isHtml(rows[0])).toBe(true);
    expect(isHtml({ toString: () => '<b>' })).toBe(false);
  });

  it('is refused as an object, by the compiler and when the program runs', () => {
    // @ts-expect-error a plain object is no part of a page
    expect(() => html`${{ name: '孙丽华' }}`).toThrow(TypeError);
    // @ts-expect-error neither is a date
    expect(() => html`${Temporal.PlainDate.from('2026-11-22')}`).toThrow(TypeError);
    // @ts-expect-error nor `true`, which is usually a mistake for a condition
    expect(() => html`${true}`).toThrow(TypeError);
    // @ts-expect-error nor an object that prints itself
    expect(() => html`${{ toString: () => '<b>' }}`).toThrow(TypeError);
    // @ts-expect-error nor a list of texts, which would run together
    expect(String(html`${['a', '<b>']}`)).toBe('a&lt;b&gt;');
  });
});

describe('An address', () => {
  const harmless = [
    '/cases/1?tab=items#e1',
    '#field-name',
    '?language=en',
    'items/7',
    '',
    'https://www.court.gov.cn/a:b',
    'http://127.0.0.1:3000/',
    'MAILTO:someone@example.com',
    'tel:+865356600000',
    '/search?text=a:b',
  ];
  it.each(harmless)('%s stays as it is', (address) => {
    expect(safeUrl(address)).toBe(address);
  });

  const harmful = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/1',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
  ];
  it.each(harmful)('%j leads nowhere', (address) => {
    expect(safeUrl(address)).toBe('#');
    expect(String(html`<a href="${address}">x</a>`)).toBe('<a href="#">x</a>');
    expect(String(attributes({ href: address }))).toBe(' href="#"');
    expect(String(attributes({ formaction: address }))).toBe(' formaction="#"');
  });
});

describe('A set of attributes', () => {
  it('writes true as a bare name and leaves out what is not there', () => {
    const set = attributes({ id: 'a', hidden: true, disabled: false, title: undefined, lang: null, max: 0, value: '' });
    expect(String(set)).toBe(' id="a" hidden max="0" value=""');
  });

  it('escapes its values', () => {
    expect(String(attributes({ title: '"><script>' }))).toBe(' title="&quot;&gt;&lt;script&gt;"');
  });

  it('has no inline style and no handler, for the compiler and when the program runs', () => {
    // @ts-expect-error the content security policy forbids inline styles
    expect(() => attributes({ style: 'color:red' })).toThrow(TypeError);
    // @ts-expect-error and inline handlers
    expect(() => attributes({ onclick: 'alert(1)' })).toThrow(TypeError);
    // @ts-expect-error and an object as a value
    expect(() => attributes({ title: {} })).not.toThrow();
  });

  it('refuses a name that would open another attribute', () => {
    expect(() => attributes({ 'a b': 'x' })).toThrow(TypeError);
    expect(() => attributes({ 'x="><script': 'x' })).toThrow(TypeError);
  });
});

describe('The source of the pages', () => {
  const sources = readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(pagesFolder, name), 'utf8')] as const);

  it.each(sources)('%s quotes every attribute and has no inline style, handler or script', (_name, source) => {
    expect(source.match(/<[^>`]*\s[a-z-]+=\$\{/g)).toBeNull();
    expect(source.match(/<[a-z][^>`]*\s(?:style|on[a-z]+)="/g)).toBeNull();
    expect(source.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
    expect(source.match(/<style/g)).toBeNull();
  });
});
