import * as parts from '../components/index.ts';
import { doorTexts } from '../door/texts.ts';
import { type Html, html } from '../html.ts';
import { type Language, say, type Text } from '../i18n.ts';
import { accountTexts as texts } from './texts.ts';

/** Where somebody says under which contact there is an account; it says to nobody whether there is one. */
export function contactForm(
  { typed, error, mayBring }: { readonly typed: string; readonly error: Text | null; readonly mayBring: boolean },
  language: Language,
): Html {
  const fields = [
    parts.textField(
      {
        name: 'contact',
        label: texts.contact,
        autocomplete: 'username',
        maxLength: 254,
        required: true,
        value: typed,
        ...(error === null ? {} : { error }),
      },
      language,
    ),
    ...(mayBring ? [parts.checkbox({ name: 'bring', label: texts.bring, checked: true }, language)] : []),
  ];
  const form = parts.formPage(
    {
      heading: texts.signIn,
      introduction: texts.signInHint,
      action: '/my-cases/sign-in',
      errors: error === null ? [] : [{ field: 'contact', message: error }],
      submitLabel: texts.sendCode,
      fields,
    },
    language,
  );
  const how = parts.card(
    {
      heading: texts.noAccount,
      content: html`<p>${say(texts.howToOpen, language)}</p><p><a href="/status">${say(texts.toCode, language)}</a></p>`,
    },
    language,
  );
  return html`${form}${how}`;
}

/** Where the code that was sent is entered. `action`: signing in, or opening an account from a case. */
export interface CodeForm {
  readonly heading: Text;
  readonly introduction: parts.Words;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | undefined>>;
  /** The code itself, in a demonstration only. */
  readonly shown: string | null;
  readonly error: Text | null;
  readonly submitLabel: Text;
  readonly cancelHref: string;
}

export function codeForm(form: CodeForm, language: Language): Html {
  const { error, shown } = form;
  const demo =
    shown !== null &&
    html`<p><span class="demo-code">${say(doorTexts.codeDemo, language)} <strong>${shown}</strong></span></p>`;
  const again = html`<button class="button button-plain" type="submit" name="again" value="yes" formnovalidate>${say(texts.again, language)}</button>`;
  const code = parts.textField(
    {
      name: 'code',
      label: doorTexts.code,
      hint: doorTexts.codeHint,
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
      maxLength: 12,
      required: true,
      width: 'short',
      ...(error === null ? {} : { error }),
    },
    language,
  );
  return parts.formPage(
    {
      heading: form.heading,
      introduction: html`${parts.show(form.introduction, language)}${demo}`,
      action: form.action,
      hidden: form.hidden,
      errors: error === null ? [] : [{ field: 'code', message: error }],
      submitLabel: form.submitLabel,
      cancelHref: form.cancelHref,
      fields: [code, again],
    },
    language,
  );
}
