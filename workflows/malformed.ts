import type { AnyField, Fields } from './fields.ts';
import { type Refusal, refuse } from './refusal.ts';
import { fill, type Text, text } from './text.ts';

/** What the schema library says of data that does not fit. */
interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

/** A refusal of what was filled in, at its field. */
export function invalid(field: string | null, code: string, sentence: Text): Refusal {
  return refuse(code, sentence, { status: 'invalid', field });
}

/** Puts a field's label into a sentence. */
export function say(template: Text, label: Text): Text {
  return { zh: fill(template, { label: label.zh }).zh, en: fill(template, { label: label.en }).en };
}

const unknownField = text(
  '提交的内容里有不认识的栏目，请按说明提交。',
  'The data has a field this command does not know.',
);

/** Says in people's words what the schema library found: a missing field, an unknown one, or what is wrong with a value. */
export function malformed(fields: Fields, errors: readonly SchemaError[], data: unknown): Refusal {
  const missing = missingField(fields, data);
  if (missing !== null) return needed(missing.path, missing.field.label);
  const telling =
    errors.find(({ keyword }) => keyword === 'additionalProperties') ??
    errors.find(({ keyword }) => !vague.includes(keyword)) ??
    errors[0];
  const path = telling?.instancePath.split('/').slice(1) ?? [];
  if (telling === undefined || telling.keyword === 'additionalProperties') {
    return invalid(path.length === 0 ? null : path.join('.'), 'unknown-field', unknownField);
  }
  const label = labelAt(fields, path);
  if (label === null) return invalid(path.join('.'), 'unknown-field', unknownField);
  return invalid(path.join('.'), 'field-invalid', say(problemOf(telling), label));
}

/** Keywords that only repeat what another error says better. */
const vague: readonly string[] = ['anyOf', 'oneOf', 'boolean'];

function needed(path: string, label: Text): Refusal {
  return invalid(path, 'field-missing', say(text('请填写“{label}”。', '“{label}” is needed.'), label));
}

interface Missing {
  readonly path: string;
  readonly field: AnyField;
}

/** The first required field without a value, also inside rows. */
function missingField(fields: Fields, data: unknown, prefix = ''): Missing | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const present = new Map<string, unknown>(Object.entries(data));
  for (const [name, field] of Object.entries(fields)) {
    const value = present.get(name) ?? null;
    const path = `${prefix}${name}`;
    if (value === null && field.required) return { path, field };
    const inside = missingInRows(field, value, path);
    if (inside !== null) return inside;
  }
  return null;
}

function missingInRows({ control }: AnyField, value: unknown, path: string): Missing | null {
  if (control.kind !== 'rows' || !Array.isArray(value)) return null;
  for (const [index, row] of value.entries()) {
    const inside = missingField(control.fields, row, `${path}.${index}.`);
    if (inside !== null) return inside;
  }
  return null;
}

/** The label of the field at a path; inside rows with the row's number. */
function labelAt(fields: Fields, path: readonly string[]): Text | null {
  const [name = '', index, ...rest] = path;
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return null;
  if (field.control.kind !== 'rows' || index === undefined || rest.length === 0) return field.label;
  const inner = labelAt(field.control.fields, rest);
  const row = Number(index) + 1;
  return inner === null
    ? null
    : text(`${field.label.zh}第${row}行 · ${inner.zh}`, `${field.label.en}, row ${row}: ${inner.en}`);
}

function problemOf({ keyword, params }: SchemaError): Text {
  const limit = 'limit' in params ? String(params.limit) : '';
  switch (keyword) {
    case 'maxLength':
      return text(`“{label}”最多 ${limit} 个字。`, `“{label}” has at most ${limit} characters.`);
    case 'minLength':
      return text('请填写“{label}”。', '“{label}” is needed.');
    case 'minimum':
      return text(`“{label}”不能小于 ${limit}。`, `“{label}” is at least ${limit}.`);
    case 'maximum':
      return text(`“{label}”不能大于 ${limit}。`, `“{label}” is at most ${limit}.`);
    case 'minItems':
      return text(`“{label}”至少 ${limit} 项。`, `“{label}” needs at least ${limit}.`);
    case 'maxItems':
      return text(`“{label}”最多 ${limit} 项。`, `“{label}” takes at most ${limit}.`);
    case 'uniqueItems':
      return text('“{label}”有重复项。', '“{label}” has repeated entries.');
    case 'enum':
      return text(
        '“{label}”不在可选范围内，请重新选择。',
        '“{label}” is not among the possible choices; choose again.',
      );
    case 'type':
      return text('“{label}”的格式不对。', '“{label}” is of the wrong type.');
    default:
      return text('“{label}”填写不符合要求，请核对格式。', '“{label}” is not acceptable; check its format.');
  }
}
