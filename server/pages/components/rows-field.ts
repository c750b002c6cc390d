import { attributes, type Html, html } from '../html.ts';
import { type Language, rowNumber, say, t } from '../i18n.ts';
import { describedBy, type Field, fieldId, hintAndError } from './fields.ts';
import { show, type Words } from './words.ts';

/** The values typed into one row, by the name of the field within the row. */
export type RowValues = Readonly<Record<string, string | undefined>>;

export type Row = {
  /** The full name of a field of this row: `payments.0.amount`. */
  readonly name: (field: string) => string;
  readonly value: (field: string) => string | undefined;
  /** `true` for the row offered empty: nothing in it is required. */
  readonly blank: boolean;
};

export type RowsField = Pick<Field, 'name' | 'label' | 'hint' | 'error' | 'required'> & {
  readonly rows: readonly RowValues[];
  /** The controls of one row. */
  readonly fields: (row: Row) => readonly Html[];
  /** What one more row is called on the button: 再加一期付款. */
  readonly addLabel?: Words;
  readonly maximum?: number;
};

/** The name of the submit button that asks for one more row; a server that sees it shows the form again. */
export function addRowName(field: string): string {
  return `addRow:${field}`;
}

/** A list of like things (payments, respondents): the rows so far, one empty row, and a button for more. Works without a script. */
export function rowsField(field: RowsField, language: Language): Html {
  const { name, rows, maximum = 50 } = field;
  const id = fieldId(name);
  const hasRoom = rows.length < maximum;
  const written = rows.map((values, index) => rowOf(field, values, index, language));
  if (hasRoom) written.push(rowOf(field, undefined, rows.length, language));
  const add = html`<button class="button button-secondary button-small" type="submit" formnovalidate${attributes({ name: addRowName(name), value: String(rows.length + 1) })}>${show(field.addLabel ?? t.addRow, language)}</button>`;
  return html`<fieldset class="field rows${field.error !== undefined && ' field-error'}"${attributes({ id, tabindex: -1, 'aria-describedby': describedBy(field), 'data-rows': name, 'data-maximum': maximum })}>
    <legend class="label">${show(field.label, language)}${field.required && html` <span class="required">${say(t.required, language)}</span>`}</legend>
    ${hintAndError(field, language)}
    <div class="rows-list">${written}</div>
    ${hasRoom && html`<template>${rowOf(field, undefined, undefined, language)}</template>${add}`}</fieldset>`;
}

/** The mark in a row's names and number that the script replaces when it adds a row. */
const position = '__position__';
const ordinal = '__ordinal__';

function rowOf(field: RowsField, values: RowValues | undefined, index: number | undefined, language: Language): Html {
  const place = index ?? position;
  const row: Row = {
    name: (part) => `${field.name}.${place}.${part}`,
    value: (part) => values?.[part],
    blank: values === undefined,
  };
  const legend = say(rowNumber(0), language).replace('0', index === undefined ? ordinal : String(index + 1));
  return html`<fieldset class="row"${attributes({ 'data-row': true })}>
    <legend>${legend}</legend>
    <div class="row-fields">${field.fields(row)}</div>
    <button class="button button-small row-remove" type="button" hidden data-remove-row>${say(t.removeRow, language)}<span class="visually-hidden"> ${legend}</span></button></fieldset>`;
}

/** Reads the rows of one field out of a flat form body, in order, leaving out rows in which nothing was typed. */
export function rowsFrom(body: Readonly<Record<string, unknown>>, field: string): readonly RowValues[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(body)) {
    const match = name.startsWith(`${field}.`) && /^(\d{1,4})\.(.+)$/.exec(name.slice(field.length + 1));
    if (!match || typeof value !== 'string' || value.trim() === '') continue;
    const index = Number(match[1]);
    rows.set(index, { ...rows.get(index), [match[2]!]: value });
  }
  return [...rows].sort(([left], [right]) => left - right).map(([, row]) => row);
}
