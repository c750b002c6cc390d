import { type Attributes, attributes, type Html, html } from '../html.ts';
import { colon, type Language, say, t } from '../i18n.ts';
import { fileSize } from './format.ts';
import { show, type Words } from './words.ts';

/** What every control has. `value` is the text as last typed, so that nothing is lost when the form comes back. */
export type Field = {
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
  /** The sentence that says what is wrong and how to put it right. */
  readonly error?: Words;
  readonly required?: boolean;
  readonly value?: string;
};

export type TextField = Field & {
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal';
  /** `short` for numbers and codes, `wide` by default. */
  readonly width?: 'short' | 'wide';
  readonly maxLength?: number;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'search';
  /** The id of a list of values to choose from. */
  readonly list?: string;
  /** Whoever comes to the page begins here. */
  readonly begins?: boolean;
};

/** The id of a control, which an error summary links to. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** One line of text; also passwords and one-time codes. */
export function textField(field: TextField, language: Language): Html {
  const { type = 'text', autocomplete, inputMode, width = 'wide', maxLength, list, begins } = field;
  const own = {
    type,
    autocomplete,
    inputmode: inputMode,
    maxlength: maxLength,
    list,
    autofocus: begins,
    value: type === 'password' ? undefined : field.value,
  };
  return labelled(
    field,
    language,
    html`<input class="input input-${width}"${attributes({ ...own, ...wiring(field) })}>`,
  );
}

/** Several lines of text. */
export function textArea(
  field: Field & { readonly rows?: number; readonly maxLength?: number },
  language: Language,
): Html {
  const own = attributes({ rows: field.rows ?? 4, maxlength: field.maxLength, ...wiring(field) });
  // A browser drops the first line break of a textarea; this one is for it to drop.
  return labelled(field, language, html`<textarea class="input"${own}>${'\n'}${field.value}</textarea>`);
}

type Bounded = Field & { readonly min?: string; readonly max?: string };

/** A legal date (`YYYY-MM-DD`). */
export function dateField(field: Bounded, language: Language): Html {
  return boundedField(field, 'date', language);
}

/** A date with its time in Shanghai (`YYYY-MM-DDTHH:MM`). */
export function dateTimeField(field: Bounded, language: Language): Html {
  return boundedField(field, 'datetime-local', language);
}

/** A month (`YYYY-MM`), for facts known no better. */
export function monthField(field: Bounded, language: Language): Html {
  return boundedField(field, 'month', language);
}

/** The last days that four digits of a year can say. */
const lastMoments = { date: '9999-12-31', 'datetime-local': '9999-12-31T23:59', month: '9999-12' } as const;

function boundedField(field: Bounded, type: keyof typeof lastMoments, language: Language): Html {
  // Browsers give a year without an end six digits, and whoever has typed four needs a key to come to the rest.
  const { value, min, max = lastMoments[type] } = field;
  return labelled(
    field,
    language,
    html`<input class="input input-short"${attributes({ type, value, min, max, ...wiring(field) })}>`,
  );
}

/** A sum in yuan as typed; read it with `fenOf`. */
export function moneyField(field: Field, language: Language): Html {
  const own = attributes({
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    value: field.value,
    ...wiring(field),
  });
  return labelled(
    field,
    language,
    html`<span class="with-unit"><input class="input input-short numeric"${own}><span class="unit">${say(t.yuan, language)}</span></span>`,
  );
}

export type Choice = {
  readonly value: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly disabled?: boolean;
};

/** One of many: a drop-down, from about six choices on. */
export function selectField(field: Field & { readonly choices: readonly Choice[] }, language: Language): Html {
  const options = field.choices.map(
    ({ value, label, disabled }) =>
      html`<option${attributes({ value, selected: value === field.value, disabled })}>${show(label, language)}</option>`,
  );
  return labelled(
    field,
    language,
    html`<select class="input"${attributes(wiring(field))}><option value="">${say(t.choose, language)}</option>${options}</select>`,
  );
}

/** One of a few, all visible. */
export function radioGroup(field: Field & { readonly choices: readonly Choice[] }, language: Language): Html {
  return choiceGroup('radio', field, field.choices, (value) => value === field.value, language);
}

/** Several of a few. */
export function checkboxGroup(
  field: Omit<Field, 'value'> & { readonly choices: readonly Choice[]; readonly values?: readonly string[] },
  language: Language,
): Html {
  return choiceGroup('checkbox', field, field.choices, (value) => field.values?.includes(value) ?? false, language);
}

/** One yes or no; sends `value` (`yes` unless said otherwise) when ticked. */
export function checkbox(field: Field & { readonly checked?: boolean }, language: Language): Html {
  const id = fieldId(field.name);
  const own = attributes({ type: 'checkbox', value: field.value ?? 'yes', checked: field.checked, ...wiring(field) });
  return html`<div class="field${hasError(field) && ' field-error'}">
    <div class="choice"><input${own}><label for="${id}">${show(field.label, language)}${requiredMark(field, language)}</label></div>
    ${hintAndError(field, language)}</div>`;
}

/**
 * The pictures that are read for their codes and that everybody can open. Where an input names kinds of pictures, a telephone
 * turns its own kind (HEIC) into the first of them; where it says `image/*` or nothing, it sends the photo as it is.
 */
export const photoTypes = 'image/jpeg,image/png,image/webp';
/** What comes as a paper or as evidence. Only the picker of files is narrowed: what is sent all the same is taken. */
export const paperTypes = `${photoTypes},image/gif,image/tiff,audio/*,video/*,application/pdf,.ofd,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.txt,.csv,.html,.mhtml,.eml,.zip,.rar,.7z`;

/** Files to upload; the form must be `multipart`. */
export function fileField(
  field: Omit<Field, 'value'> & {
    readonly accept?: string;
    readonly multiple?: boolean;
    /** Opens the camera of a telephone at once. */
    readonly capture?: 'environment';
    readonly maximumBytes?: number;
  },
  language: Language,
): Html {
  const { accept, multiple, capture, maximumBytes } = field;
  const size = maximumBytes !== undefined && html`${say(t.maximumSize, language)} ${fileSize(maximumBytes)}`;
  const hint =
    field.hint !== undefined && size
      ? html`${show(field.hint, language)} ${size}`
      : (field.hint ?? (size || undefined));
  const whole = { ...field, hint };
  return labelled(
    whole,
    language,
    html`<input class="input"${attributes({ type: 'file', accept, multiple, capture, ...wiring(whole) })}>`,
  );
}

/** Fields that belong together under one legend. */
export function fieldGroup(
  { legend, fields }: { readonly legend: Words; readonly fields: readonly Html[] },
  language: Language,
): Html {
  return html`<fieldset class="field-group"><legend>${show(legend, language)}</legend>${fields}</fieldset>`;
}

type Described = Pick<Field, 'name' | 'label' | 'hint' | 'error' | 'required'>;

function choiceGroup(
  type: 'radio' | 'checkbox',
  field: Described,
  choices: readonly Choice[],
  isChosen: (value: string) => boolean,
  language: Language,
): Html {
  const id = fieldId(field.name);
  const described = describedBy(field);
  const boxes = choices.map(({ value, label, hint, disabled }, index) => {
    // The first box carries the id of the field, so that the error summary can lead to it.
    const own = index === 0 ? id : `${id}-${index + 1}`;
    const hintId = hint === undefined ? undefined : `${own}-choice-hint`;
    const input = attributes({
      type,
      id: own,
      name: field.name,
      value,
      checked: isChosen(value),
      disabled,
      'aria-describedby': hintId,
    });
    return html`<div class="choice"><input${input}><label for="${own}">${show(label, language)}</label>${hint !== undefined && html`<p class="hint"${attributes({ id: hintId })}>${show(hint, language)}</p>`}</div>`;
  });
  const group = attributes({
    role: type === 'radio' ? 'radiogroup' : undefined,
    'aria-describedby': described,
    'aria-required': type === 'radio' && field.required ? 'true' : undefined,
    'aria-invalid': type === 'radio' && hasError(field) ? 'true' : undefined,
  });
  return html`<fieldset class="field${hasError(field) && ' field-error'}"${group}>
    <legend class="label">${show(field.label, language)}${requiredMark(field, language)}</legend>
    ${hintAndError(field, language)}
    <div class="choices">${boxes}</div></fieldset>`;
}

function labelled(field: Described, language: Language, control: Html): Html {
  return html`<div class="field${hasError(field) && ' field-error'}"><label class="label" for="${fieldId(field.name)}">${show(field.label, language)}${requiredMark(field, language)}</label>${hintAndError(field, language)}${control}</div>`;
}

function wiring(field: Described): Attributes {
  return {
    id: fieldId(field.name),
    name: field.name,
    required: field.required,
    'aria-describedby': describedBy(field),
    'aria-invalid': hasError(field) ? 'true' : undefined,
  };
}

/** The hint and the error of a control, with the ids that `describedBy` names. */
export function hintAndError(field: Described, language: Language): Html {
  const id = fieldId(field.name);
  return html`${field.hint !== undefined && html`<div class="hint" id="${id}-hint">${show(field.hint, language)}</div>`}${
    field.error !== undefined &&
    html`<p class="error" id="${id}-error"><span class="visually-hidden">${say(t.error, language)}${colon(language)}</span>${show(field.error, language)}</p>`
  }`;
}

/** The ids for `aria-describedby`; nothing when there is neither hint nor error. */
export function describedBy(field: Described): string | undefined {
  const id = fieldId(field.name);
  const parts = [field.hint === undefined ? '' : `${id}-hint`, field.error === undefined ? '' : `${id}-error`];
  return parts.filter((part) => part !== '').join(' ') || undefined;
}

function requiredMark(field: Described, language: Language): Html {
  return html`${field.required && html` <span class="required">${say(t.required, language)}</span>`}`;
}

function hasError(field: Described): boolean {
  return field.error !== undefined;
}
