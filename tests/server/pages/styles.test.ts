/** Offices use browsers of their own kind, often years old: a rule they do not know they leave out, with all that stands in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assetsFolder } from '../../../server/pages/assets.ts';

const sheets = readdirSync(assetsFolder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => [name, read(name)] as const);
const scripts = readdirSync(assetsFolder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => [name, read(name)] as const);

describe.each(sheets)('%s', (_name, text) => {
  const rules = rulesOf(text);

  it('stands in no block that an old browser skips as a whole', () => {
    const groups = rules.filter(({ head }) => head.startsWith('@') && !/^@(media|page)\b/.test(head));
    expect(groups.map(({ head }) => head)).toEqual([]);
    expect(rules.filter(({ head }) => /^@media\b.*[<>]/.test(head)).map(({ head }) => head)).toEqual([]);
  });

  it('puts no rule into another', () => {
    expect(rules.filter(({ head, within }) => within.some(isRule) || head.includes('&')).map(told)).toEqual([]);
  });

  it('keeps a young selector to itself: one that is not known makes the whole list fall', () => {
    const young = /:has\(|:is\(|:where\(|::details-content|:user-|:modal|:popover/;
    expect(rules.filter(({ head }) => isRule(head) && young.test(head) && /,(?![^(]*\))/.test(head)).map(told)).toEqual(
      [],
    );
  });

  it('says nothing that carries a page by a property or a colour that came late', () => {
    const late =
      /^\s*(?:translate|rotate|scale|inset|aspect-ratio|container[a-z-]*):|\b(?:oklch|color-mix|light-dark)\(|\d[sdl]v[hw]\b/gm;
    expect(text.match(late) ?? []).toEqual([]);
  });
});

it.each(scripts)('%s has no word that makes an old browser give up the whole file', (_name, text) => {
  expect(text.match(/\?\?=|\|\|=|&&=|^\s*(?:import|export)\b|^\s*static\s*\{/gm) ?? []).toEqual([]);
});

interface Rule {
  readonly head: string;
  /** The heads of what it stands in, outermost first. */
  readonly within: readonly string[];
}

function rulesOf(text: string): readonly Rule[] {
  const rules: Rule[] = [];
  const open: string[] = [];
  for (const [, head, mark] of text.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]*)([{};])/g)) {
    if (mark === '}') open.pop();
    if (mark === ';' && head?.trim().startsWith('@')) rules.push({ head: head.trim(), within: [...open] });
    if (mark !== '{') continue;
    const words = (head ?? '').trim().replaceAll(/\s+/g, ' ');
    rules.push({ head: words, within: [...open] });
    open.push(words);
  }
  return rules;
}

function isRule(head: string): boolean {
  return !head.startsWith('@');
}

function told({ head, within }: Rule): string {
  return [...within, head].join(' > ');
}

function read(name: string): string {
  return readFileSync(new URL(name, assetsFolder), 'utf8');
}
