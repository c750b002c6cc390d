/** What may stand in a template: text is escaped, `Html` is kept, nothing-values print nothing; any other object does not compile. */
export type Part = Html | string | number | null | undefined | false | readonly Html[];

/** Builds escaped HTML. Quote every attribute; an address in `href`, `src` or `action` must fill the whole value and is checked by `safeUrl`. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    const isAddress = typeof part === 'string' && addressBefore.test(strings[index] ?? '');
    text += written(isAddress ? safeUrl(part) : part) + strings[index + 1];
  });
  return new Html(text);
}

/** Marks text as finished HTML without escaping. Only for markup made by our own code or a library (an SVG), never for what a person typed. */
export function trustedHtml(text: string): Html {
  return new Html(text);
}

/** Tells finished HTML from text. */
export function isHtml(value: unknown): value is Html {
  return value instanceof Html;
}

/** Returns the address if it stays on this site or has the scheme http, https, mailto or tel; otherwise `#`, which leads nowhere. */
export function safeUrl(address: string): string {
  const seenByBrowser = Array.from(address, (character) => (character <= ' ' ? '' : character)).join('');
  if (/^[/\\]{2}/.test(seenByBrowser)) return '#';
  const scheme = /^[^/?#]*?:/.exec(seenByBrowser)?.[0].toLowerCase();
  return scheme === undefined || allowedSchemes.has(scheme) ? address : '#';
}

type AttributeValue = string | number | boolean | null | undefined;
export type Attributes = { readonly [name: `on${string}`]: never; readonly [name: string]: AttributeValue } & {
  readonly style?: never;
};

/**
 * Writes attributes, each with a space before it: `<input${attributes({ name, required, value })}>`.
 * `true` writes the bare name; `false`, `null` and `undefined` write nothing. Inline styles and handlers do not compile and throw.
 */
export function attributes(values: Attributes): Html {
  let text = '';
  for (const [name, value] of Object.entries<AttributeValue>(values)) {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name.startsWith('on') || name === 'style') {
      throw new TypeError(`the attribute ${name} is not allowed in a page`);
    }
    if (value === true) text += ` ${name}`;
    else if (value !== false && value !== null && value !== undefined) {
      const shown = addressAttributes.has(name) ? safeUrl(String(value)) : String(value);
      text += ` ${name}="${escaped(shown)}"`;
    }
  }
  return new Html(text);
}

/** Finished HTML. The private field makes the type nominal: no other object passes for it. */
class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type { Html };

const allowedSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const addressAttributes = new Set(['href', 'src', 'action', 'formaction']);
const addressBefore = /\s(?:href|src|action|formaction)="$/;

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number' || isHtml(part)) return String(part);
  if (Array.isArray(part)) return part.map(written).join('');
  throw new TypeError('an object cannot be written into a page');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
