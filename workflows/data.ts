import { Compile, type Validator } from 'typebox/compile';
import type { Json, JsonObject } from './case-file.ts';
import type { CommandDefinition, Context } from './command.ts';
import { type AnyField, type Fields, type PersonInput, schemaOf } from './fields.ts';
import { personFault } from './identity.ts';
import { invalid, malformed, say } from './malformed.ts';
import { type Refusal, refuse } from './refusal.ts';
import { text } from './text.ts';

const compiled = new Map<string, Validator>();

function validatorOf(definition: CommandDefinition): Validator {
  const known = compiled.get(definition.type);
  if (known !== undefined) return known;
  const fresh = Compile(schemaOf(definition.fields));
  compiled.set(definition.type, fresh);
  return fresh;
}

/** Data as `apply` gets it: every field present, optional ones null or empty. Or the first thing that is wrong, at its field. */
export function readData(
  definition: CommandDefinition,
  data: unknown,
  context: Context,
): { readonly value: JsonObject } | Refusal {
  const validator = validatorOf(definition);
  const given = trimmed(data ?? {});
  if (!validator.Check(given)) {
    return malformed(definition.fields, validator.Errors(given), given);
  }
  const value = complete(definition.fields, given as JsonObject);
  const problem = problemIn(definition.fields, value, '', context);
  return problem ?? { value };
}

/**
 * White space around typed text is never meant; an empty optional text is "not given". Half a character, as a program leaves it
 * that cuts a text off in the middle of one, can be neither sent nor hashed and becomes the mark of what is missing.
 */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().trim().normalize('NFC');
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, emptyToNull(trimmed(one))]));
}

function emptyToNull(value: unknown): unknown {
  return value === '' ? null : value;
}

/** Fills in what optional fields left out, also inside rows and persons. */
function complete(fields: Fields, data: JsonObject): JsonObject {
  const entries = Object.entries(fields).map(([name, field]): [string, Json] => {
    const given = data[name] ?? field.empty;
    return [name, completeValue(field, given)];
  });
  return Object.fromEntries(entries);
}

const emptyPerson: JsonObject = {
  kind: 'natural',
  telephone: null,
  email: null,
  address: null,
  identityNumber: null,
  creditCode: null,
};

function completeValue(field: AnyField, given: Json): Json {
  const { control } = field;
  if (control.kind === 'rows' && Array.isArray(given)) {
    return given.map((row) => complete(control.fields, row as JsonObject));
  }
  if (control.kind === 'person' && given !== null) return completePerson(given as JsonObject);
  return given;
}

/** Numbers people copy from papers are normalised before they are checked. */
function completePerson(given: JsonObject): JsonObject {
  const person: Record<string, Json> = { ...emptyPerson, ...given };
  for (const name of ['identityNumber', 'creditCode'] as const) {
    const number = person[name];
    if (typeof number === 'string') person[name] = number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  }
  if (typeof person.telephone === 'string') person.telephone = person.telephone.normalize('NFKC').trim();
  return person;
}

function problemIn(fields: Fields, data: JsonObject, path: string, context: Context): Refusal | null {
  for (const [name, field] of Object.entries(fields)) {
    const one = data[name] ?? null;
    const at = `${path}${name}`;
    const problem =
      notAmongChoices(field, one, at, context) ??
      failsCheck(field, one, at, context) ??
      problemInRows(field, one, at, context);
    if (problem !== null) return problem;
  }
  return null;
}

function notAmongChoices(field: AnyField, given: Json, at: string, context: Context): Refusal | null {
  if (field.choices === null || given === null) return null;
  const asked = Array.isArray(given) ? given : [given];
  if (asked.length === 0) return null;
  const possible = new Set(field.choices(context).map((choice) => choice.value));
  const strange = asked.filter((one) => typeof one !== 'string' || !possible.has(one));
  if (strange.length === 0) return null;
  const rule = typeof strange[0] === 'string' ? field.barred?.(strange[0], context) : null;
  if (rule) return refuse('forbidden-by-law', rule.text, { ...rule, status: 'invalid', field: at });
  return invalid(
    at,
    'not-a-choice',
    say(
      text('“{label}”不在可选范围内，请重新选择。', '“{label}” is not among the possible choices; choose again.'),
      field.label,
    ),
  );
}

function failsCheck(field: AnyField, given: Json, at: string, context: Context): Refusal | null {
  // The schema has been checked, so the value is what the field's own check expects.
  const sentence = field.check?.(given as never, context) ?? null;
  if (sentence === null) return null;
  // Of a person, the very part that is wrong.
  const part = field.control.kind === 'person' ? personFault(given as Partial<PersonInput>)?.part : undefined;
  return invalid(part === undefined ? at : `${at}.${part}`, 'field-invalid', sentence);
}

function problemInRows(field: AnyField, given: Json, at: string, context: Context): Refusal | null {
  const { control } = field;
  if (control.kind !== 'rows' || !Array.isArray(given)) return null;
  for (const [index, row] of given.entries()) {
    const problem = problemIn(control.fields, row as JsonObject, `${at}.${index}.`, context);
    if (problem !== null) return problem;
  }
  return null;
}

/** The data as the journal keeps it: persons are named by reference elsewhere, never spelled out. */
export function withoutPersons(fields: Fields, data: JsonObject): JsonObject {
  const entries = Object.entries(fields).map(([name, { control }]): [string, Json] => {
    const given = data[name] ?? null;
    if (control.kind === 'person') return [name, null];
    if (control.kind === 'rows' && Array.isArray(given))
      return [name, given.map((row) => withoutPersons(control.fields, row as JsonObject))];
    return [name, given];
  });
  return Object.fromEntries(entries);
}
