import { contextOf, type Given, type Text } from '../../../workflows/index.ts';
import { type OfferedAct, type Place, partyActor, type SentCode } from '../../door/index.ts';
import { type FieldView, fieldViews, type PublicStatusView } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { allControls, hasFiles } from '../forms/controls.ts';
import { entered, type Sent } from '../forms/read.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { contactCard } from './place-page.ts';
import { doorTexts as texts } from './texts.ts';

/** The form of an act, as it was begun or came back. */
export interface ActForm {
  readonly place: Place;
  readonly offered: OfferedAct;
  readonly fields: readonly FieldView[];
  readonly sent: Sent;
  readonly errors: readonly parts.FieldError[];
  /** Makes a second click harmless. */
  readonly key: string;
  /** Whether the one-time code is asked for on this form. */
  readonly asksCode: boolean;
  /** What became of sending it just now; null when it went before. */
  readonly code: SentCode | null;
  readonly uploadLimitBytes: number;
}

/** The fields an act asks for: the command's own, but who speaks, and but what the act means by itself. */
export function fieldsOfAct(
  { act, definition, proceeding }: OfferedAct,
  place: Place,
  given: Given,
): readonly FieldView[] {
  const asParty: Given = { ...given, actor: partyActor(place.party, 1) };
  const context = contextOf(place.caseFile, definition, { kind: 'proceeding', id: proceeding.id }, asParty);
  if (context === null) return [];
  const all = fieldViews(definition.fields, context, { persons: new Map() });
  return act.asks.flatMap((name) => all.find((field) => field.name === name) ?? []);
}

/** One page for the whole act: what it means, what is asked, the one-time code, and one button. */
export function actPage(form: ActForm, status: PublicStatusView, language: Language): Html {
  const { place, offered, fields, sent, errors, key, asksCode, code } = form;
  const { act, proceeding } = offered;
  const back = `/status/${place.number}`;
  if (asksCode && code !== null && code.kind !== 'sent') return noCodePage(form, code.kind, status, language);
  const drawing = { language, sent, errors, uploadLimitBytes: form.uploadLimitBytes };
  const again = html`<button class="button button-plain" type="submit" name="again" value="yes" formnovalidate>${say(texts.codeAgain, language)}</button>`;
  return parts.formPage(
    {
      heading: act.label,
      introduction: act.explains,
      action: `${back}/${act.id}`,
      errors,
      hidden: { proceeding: proceeding.id, step: 'give', key },
      multipart: hasFiles(fields),
      submitLabel: act.asks.length === 0 ? act.label : texts.send,
      cancelHref: back,
      fields: asksCode
        ? [...fieldsBeforeFile(fields, drawing), codePart(form, language), again, ...filesOf(fields, drawing)]
        : [...allControls(fields, drawing)],
    },
    language,
  );
}

type Drawing = Parameters<typeof allControls>[1];

/** The code stands before the file, so that a file is taken only from whoever gave it. */
function fieldsBeforeFile(fields: readonly FieldView[], drawing: Drawing): readonly Html[] {
  return allControls(
    fields.filter(({ control }) => control.kind !== 'file'),
    drawing,
  );
}

function filesOf(fields: readonly FieldView[], drawing: Drawing): readonly Html[] {
  return allControls(
    fields.filter(({ control }) => control.kind === 'file'),
    drawing,
  );
}

function codePart({ code, errors, sent }: ActForm, language: Language): Html {
  const error = parts.errorOf(errors, 'code');
  const told =
    code?.kind === 'sent'
      ? html`<p role="status">${say(texts.codeSent, language)} <strong>${code.to}</strong>${code.shown !== null && html`<br><span class="demo-code">${say(texts.codeDemo, language)} <strong>${code.shown}</strong></span>`}</p>`
      : '';
  return html`${told}${parts.textField(
    {
      name: 'code',
      label: texts.code,
      hint: texts.codeHint,
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
      maxLength: 12,
      required: true,
      width: 'short',
      value: entered(sent, 'code'),
      ...(error === undefined ? {} : { error }),
    },
    language,
  )}`;
}

/** No code can be sent: the telephone remains, and somebody who rings back. */
function noCodePage(
  { place, offered }: ActForm,
  kind: 'noWay' | 'tooMany',
  status: PublicStatusView,
  language: Language,
): Html {
  const text =
    kind === 'tooMany'
      ? say(texts.tooMany, language)
      : html`${say(texts.noWay, language)} ${say(texts.noWayInstead, language)}`;
  const call = html`<form method="post"${attributes({ action: `/status/${place.number}/call` })}><input type="hidden" name="proceeding" value=""><button class="button button-secondary" type="submit">${say({ zh: '请给我回电', en: 'Ask to be called' }, language)}</button></form>`;
  return html`${parts.pageHeading({ title: offered.act.label }, language)}${parts.notice({ tone: 'warn', text }, language)}
    <div class="acts">${call}</div>${contactCard(status, language)}<p><a${attributes({ href: `/status/${place.number}` })}>${say(texts.back, language)}</a></p>`;
}

/** What a party keeps: what it said, when, and under which number it stands. */
export function receiptPage(
  { number }: Place,
  label: Text,
  done: { readonly code: string; readonly entry: number; readonly at: string },
  language: Language,
): Html {
  const rows: readonly parts.Definition[] = [
    { term: texts.receiptWhat, value: label },
    { term: texts.receiptWhen, value: done.at.slice(0, 16).replace('T', ' ') },
    { term: texts.receiptNumber, value: html`<span class="case-number">${done.code}-${String(done.entry)}</span>` },
  ];
  const content = html`${parts.definitionList({ rows }, language)}<p>${say(texts.receiptNext, language)}</p>
    <p><a class="button button-primary"${attributes({ href: `/status/${number}` })}>${say(texts.back, language)}</a></p>`;
  return html`${parts.pageHeading({ title: texts.receipt }, language)}${parts.card({ content }, language)}`;
}
