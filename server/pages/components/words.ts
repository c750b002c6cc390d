import { type Html, html, isHtml } from '../html.ts';
import { type Language, say, type Text } from '../i18n.ts';

/** What a part accepts as its words: a label in both languages, plain text (a name, a number), or finished HTML (a link, a `<time>`). */
export type Words = string | Text | Html;

/** The words in the reader's language, ready for a template. */
export function show(words: Words, language: Language): string | Html {
  return typeof words === 'string' || isHtml(words) ? words : say(words, language);
}

/** The same when there may be nothing to say. */
export function showSome(words: Words | undefined, language: Language): string | Html | undefined {
  return words === undefined ? undefined : show(words, language);
}

/** The article something rests on, set off in small type with a space before it; nothing when there is none. */
export function articleRef(article: Words | undefined, language: Language): Html {
  return html`${article !== undefined && html` <span class="article">${show(article, language)}</span>`}`;
}

/** Several words in a row, without those that are missing; undefined when all are. */
export function joined(words: readonly (Words | null | undefined)[], language: Language): Html | undefined {
  const present = words.flatMap((one) => (one === null || one === undefined || one === '' ? [] : [one]));
  if (present.length === 0) return undefined;
  const separator = language === 'zh-CN' ? '、' : ', ';
  return html`${present.map((one, index) => html`${index > 0 && separator}${show(one, language)}`)}`;
}
