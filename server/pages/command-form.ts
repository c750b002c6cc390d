import type { FormView } from '../views/form-view.ts';
import type { RefusalView, WarningView } from '../views/offer-view.ts';
import * as parts from './components/index.ts';
import { preflightButton, showsPreflight } from './confirmation/mediator-side.ts';
import { allControls, controlsOf, type FormDrawing, hasFiles } from './forms/controls.ts';
import { dataPrefix, entered, type Sent } from './forms/read.ts';
import { formTexts } from './forms/texts.ts';
import { attributes, type Html, html } from './html.ts';
import { say, type Text } from './i18n.ts';

/** Everything that the form of one command shows. */
export interface CommandForm extends FormDrawing {
  readonly form: FormView;
  /** Where it is posted. */
  readonly address: string;
  readonly cancelHref: string;
  readonly idempotencyKey: string;
  /** The revision of the thing acted on when the form was opened. */
  readonly revision: number | null;
  /** What another body decides, to be read before the command is taken. */
  readonly warnings: readonly WarningView[];
  /** What happened since the form was opened; null unless that is why it comes back. */
  readonly changes: readonly parts.TimelineEntry[] | null;
  /** The case in short; beside the form that opens one, what was begun before. */
  readonly aside: Html | null;
  /** Of the form that opens a case: finding a known party, further buttons, and the draft it goes on with. */
  readonly opening?: {
    readonly lookUp: Html;
    readonly carried: Html;
    readonly buttons: Html;
    readonly hidden: Readonly<Record<string, string | undefined>>;
  };
}

/** The form of a command, made from its definition and nothing else. */
export function commandForm(command: CommandForm): Html {
  const { form, language, sent } = command;
  const page = parts.formPage(
    {
      heading: form.label,
      action: command.address,
      errors: command.errors,
      danger: form.tone === 'danger',
      cancelHref: command.cancelHref,
      idempotencyKey: command.idempotencyKey,
      multipart: hasFiles(form.fields),
      submitLabel: form.label,
      fields: [
        ...(form.offer === null
          ? openingFields(command)
          : [...dateField(command), ...allControls(form.fields, command)]),
        ...evidenceField(command),
        ...(showsPreflight(form.type) ? [preflightButton(language)] : []),
        ...warningFields(command, sent),
      ],
      ...(form.hint === null ? {} : { introduction: form.hint }),
      ...(command.revision === null ? {} : { revision: command.revision }),
      ...(command.aside === null ? {} : { aside: command.aside }),
      ...(command.opening === undefined
        ? {}
        : { moreButtons: command.opening.buttons, hidden: command.opening.hidden }),
    },
    language,
  );
  return html`${changesCard(command)}${page}`;
}

/** Who opens a case at the telephone sees what is obligatory; the rest waits below. */
function openingFields(command: CommandForm): readonly Html[] {
  const { form, sent, errors, language } = command;
  const { needed, further } = controlsOf(form.fields, command);
  const names = form.fields.flatMap(({ name, required }) => (required ? [dataPrefix + name] : []));
  const isOpen = [...Object.keys(sent), ...errors.flatMap(({ field }) => field ?? [])].some((name) =>
    isFurther(name, names),
  );
  return [
    ...(command.opening === undefined ? [] : [command.opening.lookUp]),
    ...needed,
    html`<details class="more"${attributes({ open: isOpen })}><summary>${say(formTexts.more, language)}</summary><div class="details-content form">${further}${dateField(command)}</div></details>`,
    ...(command.opening === undefined ? [] : [command.opening.carried]),
  ];
}

function isFurther(name: string, needed: readonly string[]): boolean {
  return name.startsWith(dataPrefix) && !needed.some((one) => name === one || name.startsWith(`${one}.`));
}

function dateField({ form, sent, errors, language }: CommandForm): readonly Html[] {
  if (form.occurredOn === null) return [];
  const { label, precision } = form.occurredOn;
  const error = parts.errorOf(errors, 'occurredOn');
  const field = {
    name: 'occurredOn',
    label,
    hint: formTexts.whenHint,
    value: entered(sent, 'occurredOn'),
    ...(error === undefined ? {} : { error }),
  };
  return precision === 'day'
    ? [parts.dateField({ ...field, max: form.today }, language)]
    : [parts.dateTimeField({ ...field, max: form.minute }, language)];
}

function evidenceField({ form, sent, errors, language }: CommandForm): readonly Html[] {
  const name = form.offer?.onBehalfOf?.name;
  if (name === undefined) return [];
  const error = parts.errorOf(errors, 'evidence');
  const label: Text = {
    zh: `${formTexts.evidence.zh}（${name.zh}）`,
    en: `${formTexts.evidence.en} (${name.en})`,
  };
  const value = entered(sent, 'evidence');
  return [
    parts.textField(
      {
        name: 'evidence',
        label,
        hint: formTexts.evidenceHint,
        value,
        required: true,
        maxLength: 300,
        ...(error === undefined ? {} : { error }),
      },
      language,
    ),
  ];
}

/** Each warning with its article and a box; those taken before travel along unseen. */
function warningFields({ warnings, language }: CommandForm, sent: Sent): readonly Html[] {
  const taken = (sent.acknowledged ?? []).map((code) => html`${parts.hiddenInput('acknowledged', code)}`);
  if (warnings.length === 0) return taken;
  const boxes = warnings.map(
    (warning, index) => html`<li class="warning">
      <p><strong>${say(warning.text, language)}</strong>${parts.basisOf(warning.basis, language)}</p>
      ${warning.instead !== null && html`<p class="instead">${say(warning.instead, language)}</p>`}
      <div class="choice"><input${attributes({ type: 'checkbox', name: 'acknowledged', value: warning.code, id: `acknowledged-${index}` })}><label for="acknowledged-${index}">${say(formTexts.seen, language)}<span class="visually-hidden"> ${say(warning.text, language)}</span></label></div></li>`,
  );
  return [
    ...taken,
    html`<section class="warnings" tabindex="-1" data-error-summary aria-labelledby="warnings-heading">
      <h2 id="warnings-heading">${say(formTexts.warnings, language)}</h2><p>${say(formTexts.warningsHint, language)}</p>
      <ul>${boxes}</ul></section>`,
  ];
}

function changesCard({ changes, language }: CommandForm): Html | undefined {
  if (changes === null) return undefined;
  const list =
    changes.length === 0 ? html`<p>${say(formTexts.noVisibleChange, language)}</p>` : parts.timeline(changes, language);
  return html`<section class="card changes" role="alert" tabindex="-1" data-error-summary>
    <h2>${say(formTexts.staleHeading, language)}</h2><p>${say(formTexts.staleHint, language)}</p>${list}</section>`;
}

/** The control that a refusal is about; null when it is about the whole. */
export function fieldOf({ field, code }: RefusalView, { fields, occurredOn }: FormView): string | null {
  if (field === null) return null;
  if (code === 'evidence-needed') return 'evidence';
  const [name = ''] = field.split('.');
  if (fields.some((one) => one.name === name)) return dataPrefix + field;
  return field === 'occurredOn' && occurredOn !== null ? 'occurredOn' : null;
}
