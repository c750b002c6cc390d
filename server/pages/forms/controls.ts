import type { FieldView } from '../../views/form-view.ts';
import type { FieldError } from '../components/form-page.ts';
import { errorOf } from '../components/form-page.ts';
import * as parts from '../components/index.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../i18n.ts';
import { dataPrefix, entered, personParts, rowNumbers, type Sent } from './read.ts';
import { formTexts, personKindLabels, personTexts } from './texts.ts';

/** What a form is drawn from, beside its fields. */
export interface FormDrawing {
  readonly language: Language;
  /** What was entered so far, or what is proposed. */
  readonly sent: Sent;
  readonly errors: readonly FieldError[];
  /** Largest file, in bytes. */
  readonly uploadLimitBytes: number;
  /** The control to begin with, where that is not the first that is wanting. */
  readonly begin?: string;
}

/** The controls of a command, in the order of its definition: obligatory and optional ones apart, for those who want to fold the latter. */
export function controlsOf(
  fields: readonly FieldView[],
  drawing: FormDrawing,
): { readonly needed: readonly Html[]; readonly further: readonly Html[] } {
  const drawn = fields.map((field) => ({
    isNeeded: field.required,
    control: control(field, dataPrefix + field.name, drawing, false),
  }));
  return {
    needed: drawn.filter(({ isNeeded }) => isNeeded).map((one) => one.control),
    further: drawn.filter(({ isNeeded }) => !isNeeded).map((one) => one.control),
  };
}

/** All controls in the order of the definition. */
export function allControls(fields: readonly FieldView[], drawing: FormDrawing): readonly Html[] {
  return fields.map((field) => control(field, dataPrefix + field.name, drawing, false));
}

/** Whether a form of these fields carries files. */
export function hasFiles(fields: readonly FieldView[]): boolean {
  return fields.some(({ control }) => control.kind === 'file');
}

/** One field as the control of its kind. In a row that is offered empty nothing is obligatory. */
function control(field: FieldView, name: string, drawing: FormDrawing, isBlank: boolean): Html {
  const { language, sent } = drawing;
  const common = commonOf(field, name, drawing, isBlank);
  const value = entered(sent, name);
  switch (field.control.kind) {
    case 'text':
      return field.control.multiline
        ? parts.textArea({ ...common, value, maxLength: field.control.maxLength }, language)
        : parts.textField({ ...common, value, maxLength: field.control.maxLength, autocomplete: 'off' }, language);
    case 'choice':
      return choiceControl(field, name, drawing, isBlank);
    case 'flag':
      return parts.checkbox({ ...common, checked: value === 'yes' }, language);
    case 'date':
      return parts.dateField({ ...common, value }, language);
    case 'moment':
      return parts.dateTimeField({ ...common, value }, language);
    case 'money':
      return parts.moneyField({ ...common, value }, language);
    case 'count':
      return parts.textField({ ...common, value, inputMode: 'numeric', width: 'short', autocomplete: 'off' }, language);
    case 'person':
      return personControl(field, name, drawing, isBlank);
    case 'file':
      return fileControl(field, name, drawing);
    case 'rows':
      return rowsControl(field, field.control.fields, field.control.maximum, name, drawing);
  }
}

function commonOf(field: FieldView, name: string, { errors }: FormDrawing, isBlank: boolean) {
  return {
    name,
    label: field.label,
    required: field.required && !isBlank,
    ...(field.hint === null ? {} : { hint: field.hint }),
    ...errorAt(errors, name),
  };
}

function errorAt(errors: readonly FieldError[], name: string) {
  const error = errorOf(errors, name);
  return error === undefined ? {} : { error };
}

/** From this many choices on, one of many is a list to open; fewer stand side by side. */
const fewChoices = 6;

function choiceControl(field: FieldView, name: string, drawing: FormDrawing, isBlank: boolean): Html {
  const { language, sent } = drawing;
  const common = commonOf(field, name, drawing, isBlank);
  const choices = field.choices ?? [];
  if (field.control.kind === 'choice' && field.control.many) {
    if (choices.length === 0) return nothingToChoose(common, language);
    return parts.checkboxGroup({ ...common, choices, values: sent[name] ?? [] }, language);
  }
  const only = common.required && choices.length === 1 ? choices[0]?.value : undefined;
  const value = entered(sent, name) || (only ?? '');
  // An optional choice must be possible to take back, which radio buttons do not allow.
  return common.required && choices.length > 0 && choices.length <= fewChoices
    ? parts.radioGroup({ ...common, choices, value }, language)
    : parts.selectField({ ...common, choices, value }, language);
}

function nothingToChoose({ label }: { readonly label: parts.Words }, language: Language): Html {
  return html`<div class="field"><p class="label">${parts.show(label, language)}</p><p class="hint">${parts.show(formTexts.nothingToChoose, language)}</p></div>`;
}

/** A file that came with an earlier attempt stays, unless another is chosen in its place. */
function fileControl(field: FieldView, name: string, drawing: FormDrawing): Html {
  const { language, sent, uploadLimitBytes } = drawing;
  const [sha256, bytes] = [entered(sent, `${name}.sha256`), entered(sent, `${name}.bytes`)];
  const control = parts.fileField(
    { ...commonOf(field, name, drawing, false), accept: parts.paperTypes, maximumBytes: uploadLimitBytes },
    language,
  );
  if (sha256 === '') return control;
  const hidden = ['sha256', 'bytes', 'mediaType'].map((part) => [`${name}.${part}`, entered(sent, `${name}.${part}`)]);
  const size = parts.fileSize(Number(bytes));
  return html`${control}<p class="hint">${parts.show(formTexts.fileKept, language)} ${size} ${parts.fingerprint(sha256)}</p>${parts.hiddenInputs(Object.fromEntries(hidden))}`;
}

/** Name and contacts of a person or body, under one legend. */
function personControl(field: FieldView, name: string, drawing: FormDrawing, isBlank: boolean): Html {
  const { language, sent, errors, begin } = drawing;
  const kinds = Object.entries(personKindLabels).map(([value, label]) => ({ value, label }));
  const kind = parts.radioGroup(
    {
      name: `${name}.kind`,
      label: personTexts.kind,
      choices: kinds,
      value: entered(sent, `${name}.kind`) || 'natural',
    },
    language,
  );
  const controls = personParts.map((part) =>
    parts.textField(
      {
        name: `${name}.${part}`,
        label: personTexts[part],
        required: part === 'name' && field.required && !isBlank,
        value: entered(sent, `${name}.${part}`),
        autocomplete: 'off',
        begins: begin === `${name}.${part}`,
        ...personInputs[part],
        ...errorAt(errors, `${name}.${part}`),
      },
      language,
    ),
  );
  return parts.personGroup({ ...commonOf(field, name, drawing, isBlank), fields: [kind, ...controls] }, language);
}

const personInputs = {
  name: { maxLength: 120 },
  telephone: { maxLength: 40, type: 'tel', width: 'short' },
  email: { maxLength: 120, type: 'email', width: 'short' },
  address: { maxLength: 300 },
  identityNumber: { maxLength: 30, width: 'short' },
  creditCode: { maxLength: 30, width: 'short' },
} as const;

function rowsControl(
  field: FieldView,
  fields: readonly FieldView[],
  maximum: number,
  name: string,
  drawing: FormDrawing,
): Html {
  const rows = rowNumbers(drawing.sent, name).map((number) => rowValues(drawing.sent, `${name}.${number}.`));
  return parts.rowsField(
    {
      ...commonOf(field, name, drawing, false),
      rows,
      maximum,
      fields: (row) => fields.map((one) => control(one, row.name(one.name), drawing, row.blank)),
    },
    drawing.language,
  );
}

/** The first text under each name of a row; which controls read it they know themselves. */
function rowValues(sent: Sent, prefix: string): parts.RowValues {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, [text]]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    ),
  );
}
