import type { FieldView } from '../../server/views/index.ts';
import type { Json, JsonObject } from '../../workflows/index.ts';

/** What a browser would send for a page's form: the names and texts of its controls as they stand. */
export type Controls = Readonly<Record<string, readonly string[]>>;

/** The form of a page that is posted to an address beginning with `action`, as a browser sends it untouched. */
export function formIn(page: string, action: string): { readonly action: string; readonly sent: Controls } {
  for (const [, tag = '', inside = ''] of page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    const address = decoded(attribute(tag, 'action') ?? '');
    if (address.startsWith(action))
      return { action: address, sent: controlsIn(inside.replace(/<template>.*?<\/template>/gs, '')) };
  }
  throw new Error(`the page has no form for ${action}`);
}

/** The controls of some markup with what they hold. */
export function controlsIn(markup: string): Controls {
  const sent: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined) sent[decoded(name)] = [...(sent[decoded(name)] ?? []), decoded(value)];
  };
  for (const [, tag = ''] of markup.matchAll(/<input\b([^>]*)>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    const isBox = type === 'checkbox' || type === 'radio';
    if (type === 'file' || (isBox && !/\schecked(?:\s|$)/.test(tag))) continue;
    add(attribute(tag, 'name'), attribute(tag, 'value') ?? (isBox ? 'on' : ''));
  }
  for (const [, tag = '', text = ''] of markup.matchAll(/<textarea\b([^>]*)>\n?(.*?)<\/textarea>/gs)) {
    add(attribute(tag, 'name'), text.replaceAll('\n', '\r\n'));
  }
  for (const [, tag = '', options = ''] of markup.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = [...options.matchAll(/<option\b([^>]*)>/g)].find(([, option = '']) => /\sselected/.test(option));
    add(attribute(tag, 'name'), attribute(chosen?.[1] ?? '', 'value') ?? '');
  }
  return sent;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The data of a command as a person enters them into its form. */
export function enteredAs(fields: readonly FieldView[], data: JsonObject, prefix = 'data.'): Controls {
  return Object.assign({}, ...fields.map((field) => oneEntered(field, data[field.name] ?? null, prefix + field.name)));
}

function oneEntered({ control }: FieldView, value: Json, name: string): Controls {
  if (value === null || value === false) return {};
  if (value === true) return { [name]: ['yes'] };
  if (control.kind === 'rows' && Array.isArray(value)) {
    return Object.assign(
      {},
      ...value.map((row: JsonObject, index: number) => enteredAs(control.fields, row, `${name}.${index}.`)),
    );
  }
  if (Array.isArray(value)) return { [name]: value.map(String) };
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).flatMap(([part, one]) => (one === null ? [] : [[`${name}.${part}`, [String(one)]]])),
    );
  }
  if (control.kind === 'money') return { [name]: [(Number(value) / 100).toFixed(2)] };
  return { [name]: [String(value)] };
}

/** A form body as browsers encode it. */
export function encoded(sent: Controls): string {
  const pairs = Object.entries(sent).flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text]));
  return new URLSearchParams(pairs).toString();
}
