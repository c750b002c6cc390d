import { type Html, html } from '../html.ts';
import { type Language, say, type Text } from '../i18n.ts';
import { articleRef } from './words.ts';

/** The articles something rests on, as small type after a sentence; nothing when there is none. */
export function basisOf(basis: readonly Text[], language: Language): Html {
  const text = citation(basis, language);
  return text === undefined ? html`` : articleRef(text, language);
}

/** The articles in one line; undefined when there is none. */
export function citation(basis: readonly Text[], language: Language): string | undefined {
  if (basis.length === 0) return undefined;
  return basis.map((one) => say(one, language)).join(language === 'zh-CN' ? '；' : '; ');
}

/** Article and way out of a refusal, for the parts that show them. */
export function lawOf(
  { basis, instead }: { readonly basis: readonly Text[]; readonly instead: Text | null },
  language: Language,
): { readonly article?: string; readonly instead?: Text } {
  const article = citation(basis, language);
  return { ...(article === undefined ? {} : { article }), ...(instead === null ? {} : { instead }) };
}
