/** How words are made to be found: as pairs of neighbouring characters, and as pinyin (`spoken.ts`). Pure. */
import type { Listing } from '../workflows/listings.ts';

/** A name as lists show it, and how it is spoken; both empty when it was erased. */
export interface FoundName {
  readonly name: string;
  readonly spoken: string;
}

/** What a case is found by. */
export interface SearchWords {
  /** Half-width, small letters, without blanks and marks. */
  readonly texts: readonly string[];
  /** Beginnings in letters, as `spokenText` gives them. */
  readonly pinyin: readonly string[];
}

/** How a text is compared: half-width, small letters, nothing but letters, characters and digits. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

/** The words of a listing. `spoken`: of its own words; names bring theirs. */
export function searchWords(
  { numbers, words }: Pick<Listing, 'numbers' | 'words'>,
  spoken: string,
  names: readonly FoundName[],
): SearchWords {
  const texts = [...numbers, ...words, ...names.map(({ name }) => name)].map(plain).filter((text) => text !== '');
  const beginnings = [spoken, ...names.map((name) => name.spoken)].flatMap((one) => one.split(' '));
  return { texts: [...new Set(texts)], pinyin: [...new Set(beginnings)].filter((one) => one !== '') };
}

/** Fewer characters than these are too common to look for. */
const shortest = 2;
const mostTerms = 8;
const longestTerm = 60;

/** One word that is looked for: any of some texts, or pinyin that begins with it. */
export interface SearchTerm {
  readonly texts: readonly string[];
  readonly pinyin: string | null;
}

/** The words of what somebody typed; those that are too short are left out. */
export function searchTerms(typed: string): readonly SearchTerm[] {
  return typed
    .normalize('NFKC')
    .trim()
    .split(/\s+/)
    .map((word) => plain(word).slice(0, longestTerm))
    .filter((word) => Array.from(word).length >= shortest)
    .slice(0, mostTerms)
    .map((word) => ({ texts: writings(word), pinyin: spokenWord(word) }));
}

/** A number may be kept without what it is dressed in: 第…号, ZL. */
function writings(word: string): readonly string[] {
  const bare = /\d/.test(word)
    ? word
        .replace(/^第/, '')
        .replace(/号$/, '')
        .replace(/^zl(?=\d)/, '')
    : word;
  return [...new Set([word, bare])].filter((one) => Array.from(one).length >= shortest);
}

function spokenWord(word: string): string | null {
  const letters = word.replaceAll('ü', 'v');
  return /^[a-z]+$/.test(letters) ? letters : null;
}

/** Whether every word that is looked for is among the words of a case. */
export function isFound(terms: readonly SearchTerm[], words: SearchWords): boolean {
  return terms.every(
    (term) =>
      term.texts.some((wanted) => words.texts.some((text) => text.includes(wanted))) ||
      (term.pinyin !== null && words.pinyin.some((spoken) => spoken.startsWith(term.pinyin ?? ''))),
  );
}

/** Neighbouring characters in pairs, so that any part of two characters or more is a phrase: 海岳电 → 海岳 岳电. */
export function pairsOf(text: string): readonly string[] {
  const characters = Array.from(text);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** The parts of a text that some words are found in, as places in the text from and to; in order, never overlapping. */
export function matchedParts(text: string, terms: readonly SearchTerm[]): readonly (readonly [number, number])[] {
  const { compared, places } = comparedWithPlaces(text);
  const hits = terms
    .flatMap(({ texts }) => texts.flatMap((wanted) => occurrences(compared, wanted)))
    .map(([from, to]) => [places[from]?.[0] ?? 0, places[to - 1]?.[1] ?? 0] as const)
    .toSorted(([left], [right]) => left - right);
  const parts: [number, number][] = [];
  for (const [from, to] of hits) {
    const last = parts.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else parts.push([from, to]);
  }
  return parts;
}

/** A text as it is compared, and where each of its units stood. */
function comparedWithPlaces(text: string) {
  const places: (readonly [number, number])[] = [];
  let compared = '';
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const one = plain(character);
    for (let unit = 0; unit < one.length; unit += 1) places.push([at, end]);
    compared += one;
    at = end;
  }
  return { compared, places };
}

function occurrences(text: string, wanted: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push([at, at + wanted.length]);
  return found;
}
