import type { Json, JsonObject } from '../../../workflows/index.ts';
import type { FieldView } from '../../views/form-view.ts';
import type { UploadedFile } from '../../write/index.ts';
import type { FieldError } from '../components/form-page.ts';
import { fenOf } from '../components/format.ts';
import type { Text } from '../i18n.ts';

/** A form as it was sent: each name with what was entered under it, several where boxes share a name. */
export type Sent = Readonly<Record<string, readonly string[]>>;

/** Files of a form that were stored already, by the name of their control. */
export type Uploads = Readonly<Record<string, UploadedFile>>;

/** What a form says in terms of its fields. */
export interface ReadForm {
  readonly data: JsonObject;
  /** What cannot be read or is missing, all of it at once. */
  readonly problems: readonly FieldError[];
  /** What was entered, with rows numbered without gaps: the form comes back with this. */
  readonly kept: Sent;
}

/**
 * The only parser of forms: reads what was sent into the data of a command, by the kinds of its fields. Names it does not
 * know are not read. Whether the data are lawful is decided elsewhere.
 */
export function readFields(fields: readonly FieldView[], sent: Sent, uploads: Uploads = {}): ReadForm {
  const reading = readAll(fields, sent, uploads, dataPrefix, dataPrefix);
  return { data: reading.data, problems: reading.problems, kept: reading.kept };
}

/** Stands before the names of a command's own fields, so that none of them is taken for the form's own. */
export const dataPrefix = 'data.';

/** The parts of a person on a form, in order. */
export const personParts = ['name', 'telephone', 'email', 'address', 'identityNumber', 'creditCode'] as const;

/** What was entered under a name; empty when nothing was. */
export function entered(sent: Sent, name: string): string {
  return sent[name]?.[0] ?? '';
}

interface Reading {
  readonly data: JsonObject;
  readonly problems: FieldError[];
  readonly kept: Record<string, readonly string[]>;
  readonly isEmpty: boolean;
}

/** Reads fields whose names begin with `from`, and names them with `to` in what is kept and complained of. */
function readAll(fields: readonly FieldView[], sent: Sent, uploads: Uploads, from: string, to: string): Reading {
  const data: Record<string, Json> = {};
  const problems: FieldError[] = [];
  const kept: Record<string, readonly string[]> = {};
  let isEmpty = true;
  for (const field of fields) {
    const { name } = field;
    const one = readField(field, sent, uploads, from + name, to + name);
    Object.assign(kept, one.kept);
    problems.push(...one.problems);
    if (one.value !== null) data[name] = one.value;
    if (!isNothing(one.value) || one.problems.length > 0) isEmpty = false;
    else if (field.required) problems.push({ field: to + name, message: missing(field) });
  }
  return { data, problems, kept, isEmpty };
}

interface FieldReading {
  readonly value: Json;
  readonly problems: readonly FieldError[];
  readonly kept: Readonly<Record<string, readonly string[]>>;
}

function readField(field: FieldView, sent: Sent, uploads: Uploads, from: string, to: string): FieldReading {
  const { control } = field;
  if (control.kind === 'rows') return readRows(control.fields, sent, uploads, from, to);
  if (control.kind === 'person') return readPerson(sent, from, to);
  if (control.kind === 'file') return readFile(sent, uploads, from, to);
  const texts = (sent[from] ?? []).filter((text) => text.trim() !== '');
  const kept = texts.length === 0 ? {} : { [to]: texts };
  if (control.kind === 'choice' && control.many) return { value: texts, problems: [], kept };
  if (control.kind === 'flag') return { value: texts.includes('yes'), problems: [], kept };
  // Browsers send the line breaks of a form as CR LF.
  const typed = texts[0]?.trim().replaceAll('\r\n', '\n') ?? '';
  if (typed === '' || control.kind === 'choice' || control.kind === 'text') {
    return { value: typed === '' ? null : typed, problems: [], kept };
  }
  const { read, message } = notations[control.kind];
  const value = read(typed);
  if (value !== undefined) return { value, problems: [], kept };
  return { value: null, problems: [{ field: to, message: message(field.label) }], kept };
}

/** 2026-09-07, and as people type it where there is no picker: 2026/9/7, 2026.9.7, 2026年9月7日, in any width. */
export function dayFrom(typed: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed.normalize('NFKC').replaceAll(/\s/g, ''));
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : undefined;
}

/** 2026-09-07T09:30, also with a space between and with seconds, which are dropped. */
export function momentFrom(typed: string): string | undefined {
  const match = /^(.+?)[T\s]\s*(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(typed.normalize('NFKC').trim());
  const day = match ? dayFrom(match[1]!) : undefined;
  return match && day ? `${day}T${match[2]!.padStart(2, '0')}:${match[3]}` : undefined;
}

/** A file sent now, or one that came with an earlier attempt at the same form. Whose it is, is checked where it is used. */
function readFile(sent: Sent, uploads: Uploads, from: string, to: string): FieldReading {
  const bytes = countFrom(entered(sent, `${from}.bytes`));
  const [sha256, mediaType] = [entered(sent, `${from}.sha256`), entered(sent, `${from}.mediaType`)];
  const earlier = bytes === undefined || sha256 === '' ? undefined : { sha256, bytes, mediaType };
  const file = uploads[from] ?? earlier;
  if (file === undefined) return { value: null, problems: [], kept: {} };
  const kept = Object.entries(file).map(([part, value]) => [`${to}.${part}`, [String(value)]]);
  return { value: { ...file }, problems: [], kept: Object.fromEntries(kept) };
}

function readPerson(sent: Sent, from: string, to: string): FieldReading {
  const kept: Record<string, readonly string[]> = {};
  const person: Record<string, Json> = {};
  for (const part of personParts) {
    const typed = entered(sent, `${from}.${part}`).trim();
    if (typed === '') continue;
    person[part] = typed;
    kept[`${to}.${part}`] = [typed];
  }
  const isEmpty = Object.keys(person).length === 0;
  const kind = entered(sent, `${from}.kind`);
  if (kind !== '') kept[`${to}.kind`] = [kind];
  if (isEmpty) return { value: null, problems: [], kept };
  if (kind !== '') person.kind = kind;
  const problems = person.name === undefined ? [{ field: `${to}.name`, message: nameMissing }] : [];
  return { value: person, problems, kept };
}

/** Rows in the order of their numbers, without those in which nothing was entered. */
function readRows(fields: readonly FieldView[], sent: Sent, uploads: Uploads, from: string, to: string): FieldReading {
  const rows: JsonObject[] = [];
  const problems: FieldError[] = [];
  const kept: Record<string, readonly string[]> = {};
  for (const number of rowNumbers(sent, from)) {
    const row = readAll(fields, sent, uploads, `${from}.${number}.`, `${to}.${rows.length}.`);
    if (row.isEmpty) continue;
    rows.push(row.data);
    problems.push(...row.problems);
    Object.assign(kept, row.kept);
  }
  return { value: rows, problems, kept };
}

/** The numbers of the rows that a form has under a name, in order. */
export function rowNumbers(sent: Sent, name: string): readonly number[] {
  const numbers = Object.keys(sent).flatMap((each) => {
    const match = each.startsWith(`${name}.`) ? /^(\d{1,4})\./.exec(each.slice(name.length + 1)) : null;
    return match ? [Number(match[1])] : [];
  });
  return [...new Set(numbers)].sort((left, right) => left - right);
}

function isNothing(value: Json): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function missing({ label, control }: FieldView): Text {
  return control.kind === 'choice'
    ? { zh: `请选择“${label.zh}”。`, en: `Choose “${label.en}”.` }
    : { zh: `请填写“${label.zh}”。`, en: `Fill in “${label.en}”.` };
}

const nameMissing: Text = { zh: '请填写姓名或名称。', en: 'Give the name.' };

/** How dates, sums and numbers are written, and what is said to somebody who wrote something else. */
const notations = {
  date: {
    read: dayFrom,
    message: ({ zh, en }: Text) => ({ zh: `“${zh}”请写成 2026-09-07 的样子。`, en: `Write “${en}” like 2026-09-07.` }),
  },
  moment: {
    read: momentFrom,
    message: ({ zh, en }: Text) => ({
      zh: `“${zh}”请写成 2026-09-07 09:30 的样子。`,
      en: `Write “${en}” like 2026-09-07 09:30.`,
    }),
  },
  money: {
    read: fenOf,
    message: ({ zh, en }: Text) => ({
      zh: `“${zh}”请填写金额，单位为元，最多两位小数，例如 60000 或 60,000.50。`,
      en: `Give “${en}” as an amount in yuan with at most two decimals, e.g. 60000 or 60,000.50.`,
    }),
  },
  count: {
    read: countFrom,
    message: ({ zh, en }: Text) => ({ zh: `“${zh}”请填写整数。`, en: `Give “${en}” as a whole number.` }),
  },
} as const;

function countFrom(typed: string): number | undefined {
  const digits = typed.normalize('NFKC');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
