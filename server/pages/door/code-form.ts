import type { Visit } from '../../door/index.ts';
import { problems } from '../../errors.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { statusTexts } from '../texts.ts';
import { triageTexts } from '../triage-texts.ts';
import { doorTexts as texts } from './texts.ts';

/**
 * Where a query code is entered; the same for everybody: a wrong, an old and an unheard-of code are answered alike. A link
 * in a letter carries the code behind `#`, which browsers do not send: a script puts it into the field, and without one it
 * is typed in from the letter.
 */
export function codeForm(language: Language, isUnknown: boolean): Html {
  const { title, instead } = problems['query-code-unknown'];
  const form = parts.formPage(
    {
      heading: statusTexts.title,
      introduction: statusTexts.introduction,
      action: '/status',
      errors: isUnknown ? [{ field: 'code', message: title, instead }] : [],
      submitLabel: texts.open,
      fields: [codeField(language, isUnknown)],
    },
    language,
  );
  const ways = html`<p><a href="/triage">${say(triageTexts.title, language)}</a></p>`;
  return html`${form}${ways}${trust(language)}`;
}

/** The field a code is typed into; a link and a QR code fill it in. */
export function codeField(language: Language, isUnknown: boolean): Html {
  const error = isUnknown ? { error: problems['query-code-unknown'].title } : {};
  return parts.textField(
    {
      name: 'code',
      label: statusTexts.code,
      hint: statusTexts.codeHint,
      autocomplete: 'off',
      maxLength: 60,
      required: true,
      width: 'short',
      ...error,
    },
    language,
  );
}

/** For somebody with several cases, such as a lawyer: one list in one session. */
export function addCodeForm(language: Language): Html {
  const content = html`<form method="post" action="/status" novalidate>${codeField(language, false)}
    <p><button class="button button-secondary" type="submit">${say(texts.add, language)}</button></p></form>`;
  return parts.disclosure({ summary: texts.addCode, content }, language);
}

/** Every case that the codes of a session open: which, and how far. */
export function casesPage({ places }: Visit, stageOf: (number: number) => Html | string, language: Language): Html {
  const rows = places.map(
    ({ number, caseFile }) =>
      html`<li><a${attributes({ href: `/status/${number}` })}>${caseFile.header.code}</a> ${stageOf(number)}</li>`,
  );
  const content = html`<ul class="cases">${rows}</ul>${addCodeForm(language)}<p class="muted">${say(texts.leaveHint, language)}</p>`;
  return html`${parts.pageHeading({ title: texts.others }, language)}${parts.card({ content }, language)}${trust(language)}`;
}

/** How to tell that this page is no fraud. */
export function trust(language: Language): Html {
  return parts.notice({ tone: 'info', heading: statusTexts.trust, text: statusTexts.trustText }, language);
}
