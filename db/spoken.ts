/** Pinyin, as it is typed to find something. */
import { createRequire } from 'node:module';
import type { Listing } from '../workflows/listings.ts';

/** How far pinyin is followed: longer than anybody types. */
const followedSyllables = 8;

/**
 * How a text may be begun in letters: from each syllable on, in full and by first letters, blanks between. 海岳 →
 * `haiyue hy yue`. As the name of a person 单雄信 begins with shan. ü is written v, as it is typed.
 */
export function spokenText(text: string, isName = false): string {
  if (!/\p{Script=Han}/u.test(text)) return '';
  const syllables = syllablesOf(text, isName);
  const beginnings = syllables.flatMap((_, from) => {
    const rest = syllables.slice(from, from + followedSyllables);
    return [rest.join(''), rest.map((syllable) => syllable[0]).join('')].filter(({ length }) => length > 1);
  });
  return [...new Set(beginnings)].join(' ');
}

/** How the words of a listing are spoken. The same rights come again with every commit of a case, and are looked up once. */
export function spokenWords({ words }: Pick<Listing, 'words'>): string {
  const spoken = words.map((word) => {
    const known = lately.get(word) ?? spokenText(word);
    if (lately.size >= rememberedWords) lately.clear();
    lately.set(word, known);
    return known;
  });
  return spoken.filter((one) => one !== '').join(' ');
}

const lately = new Map<string, string>();
const rememberedWords = 500;

function syllablesOf(text: string, isName: boolean): readonly string[] {
  return reader()
    .pinyin(text.normalize('NFKC'), {
      toneType: 'none',
      type: 'array',
      v: true,
      nonZh: 'removed',
      ...(isName ? { surname: 'all' as const } : {}),
    })
    .filter((syllable) => /^[a-z]+$/.test(syllable));
}

type Reader = typeof import('pinyin-pro');
let loaded: Reader | null = null;

/** Its dictionary is large: it is read when the first Chinese word is to be spoken, and never by the thread that writes. */
function reader(): Reader {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as Reader;
  return loaded;
}
