/** A sentence in both interface languages; Chinese is the original, English the courtesy. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Builds a {@link Text}; one call per sentence keeps both languages side by side in the source. */
export function text(zh: string, en: string): Text {
  return { zh, en };
}

/** Replaces `{name}` placeholders in both languages. A placeholder without a value stays visible: a wrong text must be seen. */
export function fill(template: Text, values: Readonly<Record<string, string | number>>): Text {
  const replace = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  return { zh: replace(template.zh), en: replace(template.en) };
}
