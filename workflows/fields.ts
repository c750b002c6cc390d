/**
 * Field kinds: one object carries a field's schema, its control on a form, its choices in a given case and what is checked
 * beyond the schema. From them come the endpoint's schema, the HTML form and the OpenAPI entry.
 */
import Type, { type TSchema } from 'typebox';
import { keepsRecordFor, knownMatters, knownParties, maySeeItem } from './access.ts';
import type { Id, Json, LegalDate, OccurredOn, Side } from './case-file.ts';
import type { Context } from './command.ts';
import { personProblem } from './identity.ts';
import type { OrganisationKind, Role } from './reference.ts';
import type { Refusal } from './refusal.ts';
import { type Text, text } from './text.ts';

/** One possible value of a field in a given case. Party names are put in by the door, which may know them: `person` says whose. */
export interface Choice {
  readonly value: string;
  readonly label: Text;
  readonly person: Id | null;
}

export type Control =
  | { readonly kind: 'text'; readonly maxLength: number; readonly multiline: boolean }
  /** `labels`: the whole closed list, for reading old entries whose value may no longer be chosen. */
  | { readonly kind: 'choice'; readonly many: boolean; readonly labels?: Readonly<Record<string, Text>> }
  | { readonly kind: 'flag' }
  | { readonly kind: 'date' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'money' }
  | { readonly kind: 'count'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'person' }
  | { readonly kind: 'file' }
  | { readonly kind: 'rows'; readonly fields: Fields; readonly maximum: number };

/** A field of a command. `Value` is what `apply` gets; optional fields arrive as null (lists: empty), never absent. */
export interface Field<Value = unknown> {
  readonly label: Text;
  readonly hint: Text | null;
  readonly required: boolean;
  readonly control: Control;
  readonly schema: TSchema;
  /** The value an omitted optional field takes. */
  readonly empty: Json;
  /** Membership is checked again by `decide`; null: any value of the schema. */
  readonly choices: ((context: Context) => readonly Choice[]) | null;
  /** The law's own words for a value that is no choice here because a rule forbids it; null: it is just not offered. */
  readonly barred?: (value: string, context: Context) => Pick<Refusal, 'text' | 'basis' | 'instead'> | null;
  /** What is wrong with a value that passes the schema; null when nothing is. */
  readonly check: ((value: Value, context: Context) => Text | null) | null;
  /** Never typed in by anyone; carries the type. */
  readonly value?: Value;
}

/** A field whatever its values are: what is generic over fields never calls `check` with a value it has not read by `schema`. */
export type AnyField = Omit<Field<never>, 'value'>;

export type Fields = { readonly [name: string]: AnyField };

export type DataOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer Value> ? Value : never };

interface Base {
  readonly label: Text;
  readonly hint?: Text;
}
interface Optional extends Base {
  readonly optional: true;
}

type OrNull<O extends Base, Value> = O extends Optional ? Value | null : Value;

function isOptional(options: Base): boolean {
  return 'optional' in options;
}

function field<Value>(
  options: Base,
  parts: Pick<Field<Value>, 'control' | 'schema'> &
    Partial<Pick<Field<Value>, 'choices' | 'check' | 'empty' | 'required' | 'barred'>>,
): Field<Value> {
  const { choices = null, check = null, empty = null, required = !isOptional(options), ...rest } = parts;
  return { label: options.label, hint: options.hint ?? null, required, empty, choices, check, ...rest };
}

/** Plain text of at most `maxLength` characters; surrounding white space is removed by the door. */
export function textOf<
  O extends Base & {
    maxLength?: number;
    multiline?: boolean;
    pattern?: string;
    check?: (value: string) => Text | null;
  },
>(options: O): Field<OrNull<O, string>> {
  const maxLength = options.maxLength ?? 200;
  const { check, pattern } = options;
  return field<OrNull<O, string>>(options, {
    control: { kind: 'text', maxLength, multiline: options.multiline ?? false },
    schema: Type.String({ minLength: 1, maxLength, ...(pattern === undefined ? {} : { pattern }) }),
    check: check === undefined ? null : (value) => (value === null ? null : check(value)),
  });
}

/**
 * One of a closed list. The keys are the values; the labels are what people read; `only` narrows it for a case, and
 * `barred` says by which rule a value that is asked for all the same is forbidden.
 */
export function choiceOf<
  const Labels extends Readonly<Record<string, Text>>,
  O extends Base & Pick<Field, 'barred'> & { of: Labels; only?: (context: Context) => readonly string[] },
>(options: O): Field<OrNull<O, keyof O['of'] & string>> {
  return field<OrNull<O, keyof O['of'] & string>>(options, {
    control: { kind: 'choice', many: false, labels: options.of },
    schema: Type.Enum(Object.keys(options.of)),
    choices: (context) => {
      const only = options.only?.(context);
      return Object.entries(options.of)
        .filter(([value]) => only === undefined || only.includes(value))
        .map(([value, label]) => ({ value, label, person: null }));
    },
    ...(options.barred === undefined ? {} : { barred: options.barred }),
  });
}

/** Some of a closed list, possibly none. */
export function choicesOf<const Labels extends Readonly<Record<string, Text>>>(
  options: Base & { of: Labels },
): Field<readonly (keyof Labels & string)[]> {
  return field<readonly (keyof Labels & string)[]>(options, {
    control: { kind: 'choice', many: true, labels: options.of },
    schema: Type.Array(Type.Enum(Object.keys(options.of)), { maxItems: 30, uniqueItems: true }),
    choices: () => Object.entries(options.of).map(([value, label]) => ({ value, label, person: null })),
    empty: [],
    required: false,
  });
}

/** Yes or no; unticked is no. */
export function flag(options: Base): Field<boolean> {
  return field<boolean>(options, { control: { kind: 'flag' }, schema: Type.Boolean(), empty: false, required: false });
}

const datePattern = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
const invalidDate = text('没有这一天，请核对日期。', 'There is no such day; check the date.');
const futureDate = text('日期不能晚于今天。', 'The date must not lie after today.');

/** Whether a string names a day of the calendar. */
export function isDay(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}

/** A calendar day in Asia/Shanghai. Days in the future are refused unless the field is about the future (a term, a plan). */
export function legalDate<O extends Base & { mayBeFuture?: boolean }>(options: O): Field<OrNull<O, LegalDate>> {
  return field<OrNull<O, LegalDate>>(options, {
    control: { kind: 'date' },
    schema: Type.String({ pattern: datePattern, format: 'date' }),
    check: (value, context) => {
      if (value === null) return null;
      if (!isDay(value)) return invalidDate;
      return !options.mayBeFuture && value > context.given.today ? futureDate : null;
    },
  });
}

/** A moment to the minute in Asia/Shanghai, `YYYY-MM-DDTHH:mm`; may lie in the future (a session that is set). */
export function moment<O extends Base>(options: O): Field<OrNull<O, OccurredOn>> {
  return field<OrNull<O, OccurredOn>>(options, {
    control: { kind: 'moment' },
    schema: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d$' }),
    check: (value) => (value === null || isDay(value.slice(0, 10)) ? null : invalidDate),
  });
}

/** An amount in integer fen, from one fen to one trillion yuan. */
export function money<O extends Base>(options: O): Field<OrNull<O, number>> {
  return field<OrNull<O, number>>(options, {
    control: { kind: 'money' },
    schema: Type.Integer({ minimum: 1, maximum: 100_000_000_000_000 }),
  });
}

export function count<O extends Base & { minimum?: number; maximum?: number }>(options: O): Field<OrNull<O, number>> {
  const minimum = options.minimum ?? 0;
  const maximum = options.maximum ?? 10_000;
  return field<OrNull<O, number>>(options, {
    control: { kind: 'count', minimum, maximum },
    schema: Type.Integer({ minimum, maximum }),
  });
}

const idSchema = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' });

/** One thing of the case or the town, chosen from a list computed for this case. */
function reference<O extends Base>(options: O, choices: (context: Context) => readonly Choice[]): Field<OrNull<O, Id>> {
  return field<OrNull<O, Id>>(options, { control: { kind: 'choice', many: false }, schema: idSchema, choices });
}

function references(
  options: Base,
  choices: (context: Context) => readonly Choice[],
  minimum: number,
): Field<readonly Id[]> {
  return field<readonly Id[]>(options, {
    control: { kind: 'choice', many: true },
    schema: Type.Array(idSchema, { minItems: minimum, maxItems: 500, uniqueItems: true }),
    choices,
    empty: [],
    required: minimum > 0,
  });
}

const sideLabels: Readonly<Record<Side, Text>> = {
  claimant: text('申请人', 'Claimant'),
  respondent: text('被申请人', 'Respondent'),
  third: text('第三人', 'Third party'),
};

/** Only parties the actor's organisation may know: see {@link knownParties}. */
function partyChoices({ caseFile, given }: Context, side: Side | null): readonly Choice[] {
  const known = knownParties(caseFile, given.actor);
  return Object.values(caseFile.parties)
    .filter((party) => known.has(party.id) && (side === null || party.side === side))
    .map((party) => ({ value: party.id, label: sideLabels[party.side], person: party.person }));
}

/** A party of the case, of one side or any. */
export function partyOf<O extends Base & { side?: Side }>(options: O): Field<OrNull<O, Id>> {
  return reference(options, (context) => partyChoices(context, options.side ?? null));
}

export function partiesOf(options: Base & { side?: Side; minimum?: number }): Field<readonly Id[]> {
  return references(options, (context) => partyChoices(context, options.side ?? null), options.minimum ?? 1);
}

/** An agent of any party the actor may know. */
export function agentOf<O extends Base>(options: O): Field<OrNull<O, Id>> {
  return reference(options, ({ caseFile, given }) => {
    const known = knownParties(caseFile, given.actor);
    return Object.values(caseFile.parties)
      .filter((party) => known.has(party.id))
      .flatMap((party) =>
        party.agents.map((agent) => ({ value: agent.id, label: text('代理人', 'Agent'), person: agent.person })),
      );
  });
}

function matterChoices({ caseFile, proceeding, given }: Context): readonly Choice[] {
  const known = knownMatters(caseFile, given.actor);
  const ids = proceeding === null ? Object.keys(caseFile.matters) : proceeding.matters;
  return ids.flatMap((id) => {
    const matter = caseFile.matters[id];
    if (matter === undefined || !known.has(id)) return [];
    const number = Object.keys(caseFile.matters).indexOf(id) + 1;
    const first = caseFile.parties[matter.respondents[0] ?? '']?.person ?? null;
    return [{ value: id, label: text(`争议事项 ${number}`, `Matter ${number}`), person: first }];
  });
}

export function matterOf<O extends Base>(options: O): Field<OrNull<O, Id>> {
  return reference(options, matterChoices);
}

/** Matters of the proceeding (or of the case). Left empty it means "all that are still open", which the command says. */
export function mattersOf(options: Base & { minimum?: number }): Field<readonly Id[]> {
  return references(options, matterChoices, options.minimum ?? 0);
}

/** An organisation of the town of certain kinds; the list may depend on the case. */
export function organisationOf<
  O extends Base & { kinds: readonly OrganisationKind[] | ((context: Context) => readonly OrganisationKind[]) },
>(options: O): Field<OrNull<O, Id>> {
  return reference(options, (context) => {
    const kinds = typeof options.kinds === 'function' ? options.kinds(context) : options.kinds;
    return Object.values(context.given.reference.organisations)
      .filter((organisation) => kinds.includes(organisation.kind))
      .map((organisation) => ({ value: organisation.id, label: organisation.name, person: null }));
  });
}

function officerChoices({ given, proceeding }: Context, roles: readonly Role[]): readonly Choice[] {
  const organisation = proceeding?.organisation ?? given.actor.organisation;
  return Object.values(given.reference.officers)
    .filter((officer) => officer.organisation === organisation && officer.roles.some((role) => roles.includes(role)))
    .map((officer) => ({ value: officer.id, label: text(officer.name, officer.name), person: null }));
}

/** A person of the custodian with one of these roles. */
export function officerOf<O extends Base & { roles: readonly Role[] }>(options: O): Field<OrNull<O, Id>> {
  return reference(options, (context) => officerChoices(context, options.roles));
}

export function officersOf(options: Base & { roles: readonly Role[] }): Field<readonly Id[]> {
  return references(options, (context) => officerChoices(context, options.roles), 0);
}

/** Only what the actor may see: a title from inside a mediation must not show in a list of choices. */
function itemChoices({ caseFile, proceeding, given }: Context): readonly Choice[] {
  const kept = proceeding !== null && keepsRecordFor(caseFile, proceeding, given.actor, given.reference);
  return Object.values(caseFile.items)
    .filter((item) => !item.withdrawn && (proceeding === null || item.proceeding === proceeding.id))
    .filter(
      (item) => maySeeItem(caseFile, item.id, given.actor, given.today) || (kept && item.class !== 'processPrivate'),
    )
    .map((item) => ({ value: item.id, label: text(item.title, item.title), person: null }));
}

/** A paper on this proceeding's file. */
export function itemOf<O extends Base>(options: O): Field<OrNull<O, Id>> {
  return reference(options, itemChoices);
}

export function itemsOf(options: Base): Field<readonly Id[]> {
  return references(options, itemChoices, 0);
}

/** Anything a command itself can list, such as open agreements of the proceeding. */
export function oneOf<O extends Base>(
  options: O & { choices: (context: Context) => readonly Choice[] },
): Field<OrNull<O, string>> {
  return reference(options, options.choices);
}

/** Any of what a command itself can list. */
export function someOf(
  options: Base & { choices: (context: Context) => readonly Choice[]; minimum?: number },
): Field<readonly string[]> {
  return references(options, options.choices, options.minimum ?? 1);
}

/** What is asked about a person or body at first contact; everything but the name may follow later. */
export interface PersonInput {
  readonly kind: 'natural' | 'legal' | 'individualBusiness' | 'unincorporated';
  readonly name: string;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly identityNumber: string | null;
  readonly creditCode: string | null;
}

const optionalText = (maxLength: number) => Type.Optional(Type.Union([Type.String({ maxLength }), Type.Null()]));

/** The schema of {@link PersonInput} at the door; omitted parts become null. */
export const personSchema = Type.Object(
  {
    kind: Type.Optional(Type.Enum(['natural', 'legal', 'individualBusiness', 'unincorporated'])),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    telephone: optionalText(40),
    email: optionalText(120),
    address: optionalText(300),
    identityNumber: optionalText(30),
    creditCode: optionalText(30),
  },
  { additionalProperties: false },
);

/** A person or body by name and contact; goes to the person store, the journal keeps only the reference. */
export function person<O extends Base & { contactRequired?: boolean }>(options: O): Field<OrNull<O, PersonInput>> {
  return field<OrNull<O, PersonInput>>(options, {
    control: { kind: 'person' },
    schema: personSchema,
    check: (value) => {
      if (value === null) return null;
      const problem = personProblem(value);
      if (problem !== null) return problem;
      const reachable = [value.telephone, value.email, value.address].some((contact) => contact !== null);
      return options.contactRequired && !reachable
        ? text(
            '请至少留下一种联系方式（电话、邮箱或地址）。',
            'Give at least one contact: telephone, e-mail or address.',
          )
        : null;
    },
  });
}

/** Repeating rows of fields. */
export function rowsOf<const F extends Fields>(
  options: Base & { of: F; minimum?: number; maximum?: number },
): Field<readonly DataOf<F>[]> {
  const { minimum = 0, maximum = 50 } = options;
  const fields: Fields = options.of;
  return field<readonly DataOf<F>[]>(options, {
    control: { kind: 'rows', fields, maximum },
    schema: Type.Array(schemaOf(fields), { minItems: minimum, maxItems: maximum }),
    empty: [],
    required: minimum > 0,
  });
}

/** The JSON schema of a command's data: closed objects, optional fields may be absent or null. */
export function schemaOf(fields: Fields): TSchema {
  const properties = Object.entries(fields).map(([name, one]) => {
    const { schema } = one;
    return [name, one.required ? schema : Type.Optional(Type.Union([schema, Type.Null()]))];
  });
  return Type.Object(Object.fromEntries(properties), { additionalProperties: false });
}
