import { citeAll } from '../rules/instruments.ts';
import { type Text, text } from '../text.ts';
import type { HearingEntry } from './hearing-entry.ts';
import type { LetterHead } from './letter.ts';
import type { StepFields, StepLetter } from './step-letter.ts';
import type { Written } from './templates.ts';

/** Makes a letter of a row: values in the place of braces, without the paragraphs that name what is not known. */
export function writeStep(row: StepLetter, { writer, known, corrected, hearing }: LetterHead & StepFields): Written {
  const values = { ...known, writer };
  const paragraphs = row.says.flatMap((words) => withValues(words, values) ?? []);
  const takesPlace = text(
    '此前通知的日期有更正，以本通知为准。',
    'A date in our earlier letter was corrected; this letter takes its place.',
  );
  const basis = text(`依据：${citeAll(row.basis, 'zh')}。`, `Basis: ${citeAll(row.basis, 'en')}.`);
  return {
    subject: row.label,
    paragraphs: [...(corrected ? [takesPlace] : []), ...paragraphs, ...(row.basis.length === 0 ? [] : [basis])],
    short: withValues(row.short, values) ?? row.label,
    ...(hearing === undefined ? {} : { calendar: calendarOf(hearing, writer) }),
  };
}

function calendarOf({ label, ...entry }: HearingEntry, writer: Text) {
  return { ...entry, summary: text(`${label.zh} · ${writer.zh}`, `${label.en} · ${writer.en}`) };
}

/** Null when the words name what is not known. */
function withValues(words: Text, values: Readonly<Partial<Record<string, Text>>>): Text | null {
  const names = [...words.zh.matchAll(valuePattern), ...words.en.matchAll(valuePattern)].map(([, name = '']) => name);
  if (names.some((name) => values[name] === undefined)) return null;
  const say = (language: keyof Text) =>
    words[language].replace(valuePattern, (_, name: string) => values[name]?.[language] ?? '');
  return text(say('zh'), say('en'));
}

/** `{on}`, and not the `{{recipient}}` that is filled in at sending. */
const valuePattern = /(?<!\{)\{(\w+)\}(?!\})/g;
