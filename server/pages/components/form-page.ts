import { attributes, type Html, html } from '../html.ts';
import { colon, type Language, say, t } from '../i18n.ts';
import { fieldId } from './fields.ts';
import { hiddenInput, hiddenInputs } from './hidden.ts';
import { articleRef, show, showSome, type Words } from './words.ts';

export type FieldError = {
  /** The name of the control the sentence belongs to; without it the sentence is about the whole form. */
  readonly field?: string;
  readonly message: Words;
  readonly article?: Words;
  readonly instead?: Words;
};

/** What is wrong, at the top of the page, each line leading to its control; takes the focus. */
export function errorSummary(errors: readonly FieldError[], language: Language): Html {
  if (errors.length === 0) return html``;
  return html`<div class="error-summary" role="alert" tabindex="-1" data-error-summary>
    <h2>${say(t.thereIsAProblem, language)}</h2>
    <p>${say(t.notSaved, language)}</p>
    <ul>${errors.map(
      ({ field, message, article, instead }) =>
        html`<li>${field === undefined ? show(message, language) : html`<a href="#${fieldId(field)}">${show(message, language)}</a>`}${articleRef(article, language)}${instead !== undefined && html`<p class="instead">${say(t.doInstead, language)}${colon(language)}${show(instead, language)}</p>`}</li>`,
    )}</ul></div>`;
}

export type FormPage = {
  readonly heading: Words;
  /** What this does and under which article. */
  readonly introduction?: Words;
  /** Where the form is posted. */
  readonly action: string;
  readonly method?: 'post' | 'get';
  readonly errors?: readonly FieldError[];
  readonly fields: readonly Html[];
  readonly submitLabel?: Words;
  /** For an act that ends or gives away something. */
  readonly danger?: boolean;
  readonly cancelHref?: string;
  /** Further ways to send the form, after the one it is for. */
  readonly moreButtons?: Html;
  /** Makes a second click or a resend harmless. */
  readonly idempotencyKey?: string;
  /** The revision of the thing acted on, as shown to the person who fills this in. */
  readonly revision?: string | number;
  readonly hidden?: Readonly<Record<string, string | undefined>>;
  /** Needed for files. */
  readonly multipart?: boolean;
  /** Stands beside or below the fields: the case in short, warnings to acknowledge. */
  readonly aside?: Html;
};

/** A whole form: heading, error summary, fields, buttons. Field values and errors come from the caller; nothing is checked by the browser. */
export function formPage(form: FormPage, language: Language): Html {
  const { method = 'post', errors = [], idempotencyKey, revision } = form;
  const own = attributes({
    method,
    action: form.action,
    enctype: form.multipart ? 'multipart/form-data' : undefined,
    novalidate: true,
    'data-once': method === 'post',
    'data-unsaved': method === 'post' ? say(t.unsaved, language) : undefined,
  });
  const submit = html`<button class="button button-${form.danger ? 'danger' : 'primary'}" type="submit" data-busy="${say(t.submitting, language)}">${show(form.submitLabel ?? t.submit, language)}</button>`;
  const cancel =
    form.cancelHref !== undefined &&
    html`<a class="button button-plain"${attributes({ href: form.cancelHref })}>${say(t.cancel, language)}</a>`;
  return html`<div class="form-page">${errorSummary(errors, language)}
    <div class="form-columns">
    <form class="card form"${own}>
    <h1>${show(form.heading, language)}</h1>
    ${form.introduction !== undefined && html`<div class="introduction">${showSome(form.introduction, language)}</div>`}${hiddenInput('idempotencyKey', idempotencyKey)}${hiddenInput('revision', revision)}${hiddenInputs(form.hidden ?? {})}${form.fields}
    <div class="form-buttons">${submit}${form.moreButtons}${cancel}</div></form>
    ${form.aside !== undefined && html`<aside class="form-aside">${form.aside}</aside>`}</div></div>`;
}

/** The sentence for one control, to hand to its `error`. */
export function errorOf(errors: readonly FieldError[], field: string): Words | undefined {
  return errors.find((error) => error.field === field)?.message;
}
