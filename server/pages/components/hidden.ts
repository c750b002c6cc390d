import { attributes, type Html, html } from '../html.ts';

/** A value that travels with a form unseen; nothing when there is none. */
export function hiddenInput(name: string, value: string | number | undefined): Html | undefined {
  return value === undefined ? undefined : html`<input type="hidden"${attributes({ name, value })}>`;
}

/** Several of them. */
export function hiddenInputs(values: Readonly<Record<string, string | undefined>>): Html {
  return html`${Object.entries(values).map(([name, value]) => html`${hiddenInput(name, value)}`)}`;
}
