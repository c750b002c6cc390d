import type { Json, JsonObject } from '../../../workflows/index.ts';
import type { FieldView } from '../../views/form-view.ts';
import { yuanOf } from '../components/format.ts';
import { dataPrefix, type Sent } from './read.ts';

/** A form as it would have to be sent to say these data: for showing again what was kept. The opposite of `readFields`. */
export function filledWith(fields: readonly FieldView[], data: JsonObject, prefix = dataPrefix): Sent {
  const entries = fields.flatMap((field) =>
    Object.entries(entryOf(field, data[field.name] ?? null, prefix + field.name)),
  );
  return Object.fromEntries(entries);
}

function entryOf({ control }: FieldView, value: Json, name: string): Sent {
  if (value === null) return {};
  if (control.kind === 'rows' && Array.isArray(value)) {
    const rows = value.map((row, index) => filledWith(control.fields, row as JsonObject, `${name}.${index}.`));
    return Object.assign({}, ...rows);
  }
  if (control.kind === 'flag') return value === true ? { [name]: ['yes'] } : {};
  if (control.kind === 'money') return { [name]: [yuanOf(Number(value))] };
  if (Array.isArray(value)) return { [name]: value.map(String) };
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([part, one]) => [`${name}.${part}`, [String(one)]]));
  }
  return { [name]: [String(value)] };
}
