import { type Given, receiversOf } from '../../workflows/index.ts';
import type { FormView } from '../views/form-view.ts';
import type { Sent } from './forms/read.ts';

/** A link to a form that has some of its choices made already; opening it does nothing. `address` has a query. */
export function startedWith(address: string, choices: Readonly<Record<string, string | undefined>>): string {
  const made = Object.entries(choices).flatMap(([name, value]) =>
    value === undefined ? [] : [`${prefix}${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return [address, ...made].join('&');
}

/** The choices that an address makes, as far as the form offers them: a link from elsewhere puts no words into a form. */
export function startAsked(url: string, { fields }: FormView): Sent {
  const asked = new URL(url, 'http://here.invalid').searchParams;
  return Object.fromEntries(
    fields.flatMap(({ name, choices }) => {
      const value = asked.get(`${prefix}${name}`);
      const offered = value !== null && choices?.some((choice) => choice.value === value);
      return offered ? [[`data.${name}`, [value]]] : [];
    }),
  );
}

/** The form for a handoff whose kind the address named: for this kind, and with the organisations that take it. */
export function forKindStarted(form: FormView, sent: Sent, given: Given): FormView {
  const kind = sent['data.kind']?.[0];
  if (form.type !== 'prepareHandoff' || kind === undefined) return form;
  const left: Readonly<Record<string, readonly string[]>> = { kind: [kind], to: receiversOf(kind, given) };
  const fields = form.fields.map((field) => {
    const kept = left[field.name];
    if (kept === undefined || field.choices === null) return field;
    return { ...field, choices: field.choices.filter(({ value }) => kept.includes(value)) };
  });
  return { ...form, fields };
}

const prefix = 'with.';
