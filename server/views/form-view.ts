import {
  type AnyField,
  blankCaseFile,
  type Choice,
  type CommandDefinition,
  type Context,
  commands,
  contextOf,
  type Fields,
  type Given,
  type Target,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { personName } from './names.ts';
import { type OfferView, offersOf } from './offer-view.ts';

/** One value of a choice, with the name of whom it is about. */
export interface ChoiceView {
  readonly value: string;
  readonly label: Text;
}

export type ControlView =
  | { readonly kind: 'text'; readonly maxLength: number; readonly multiline: boolean }
  | { readonly kind: 'choice'; readonly many: boolean }
  | { readonly kind: 'flag' | 'date' | 'moment' | 'money' | 'person' | 'file' }
  | { readonly kind: 'count'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'rows'; readonly fields: readonly FieldView[]; readonly maximum: number };

export interface FieldView {
  readonly name: string;
  readonly label: Text;
  readonly hint: Text | null;
  readonly required: boolean;
  readonly control: ControlView;
  /** Null for fields that are no choice. */
  readonly choices: readonly ChoiceView[] | null;
}

/** A command as a form: everything a page needs to ask for it, from its one definition. */
export interface FormView {
  readonly type: string;
  readonly label: Text;
  readonly hint: Text | null;
  readonly tone: CommandDefinition['tone'];
  readonly target: Target;
  /** How the date is asked for; null: it is the moment of recording. */
  readonly occurredOn: CommandDefinition['occurredOn'];
  readonly fields: readonly FieldView[];
  /** Null for the form that opens a case: there is nothing to be offered on yet. */
  readonly offer: OfferView | null;
  /** Today in Asia/Shanghai and this minute, for what a date field starts with. */
  readonly today: string;
  readonly minute: string;
}

/** The form of a command on a target. Null when there is no such command or target, or it is not this viewer's to give. */
export function formView(look: Look, type: string, target: Target): FormView | null {
  const definition = commands[type];
  if (definition === undefined) return null;
  const context = contextOf(look.current, definition, target, look.given);
  const offer = offersOf(look, target).find((one) => one.type === type);
  if (context === null || offer === undefined) return null;
  return formOf(definition, target, context, look, offer);
}

/** The form that opens a case; null for somebody whose role does not. */
export function openingForm(given: Given): FormView | null {
  const definition = commands.openCase;
  if (definition === undefined || !given.actor.roles.some((role) => definition.by.includes(role))) return null;
  const blank = blankCaseFile('');
  const target: Target = { kind: 'case', id: '' };
  const context = contextOf(blank, definition, target, given);
  return context === null ? null : formOf(definition, target, context, { given, persons: new Map() }, null);
}

function formOf(
  definition: CommandDefinition,
  target: Target,
  context: Context,
  look: Pick<Look, 'given' | 'persons'>,
  offer: OfferView | null,
): FormView {
  const { type, label, hint, tone, occurredOn, fields } = definition;
  const { today, now } = look.given;
  return {
    type,
    label,
    hint,
    tone,
    target,
    occurredOn,
    fields: fieldViews(fields, context, look),
    offer,
    today,
    minute: now.slice(0, 16),
  };
}

/** The fields of a command in a given case, with the values that can be chosen there. */
export function fieldViews(fields: Fields, context: Context, look: Pick<Look, 'persons'>): readonly FieldView[] {
  return Object.entries(fields).map(([name, field]) => ({
    name,
    label: field.label,
    hint: field.hint,
    required: field.required,
    control: controlView(field, context, look),
    choices: field.choices === null ? null : field.choices(context).map((choice) => choiceView(choice, look)),
  }));
}

function controlView({ control }: AnyField, context: Context, look: Pick<Look, 'persons'>): ControlView {
  switch (control.kind) {
    case 'rows':
      return { kind: 'rows', maximum: control.maximum, fields: fieldViews(control.fields, context, look) };
    case 'choice':
      return { kind: 'choice', many: control.many };
    default:
      return control;
  }
}

/** Names are put in here: definitions know persons by reference only. */
function choiceView({ value, label, person }: Choice, look: Pick<Look, 'persons'>): ChoiceView {
  if (person === null) return { value, label };
  const name = personName(look, person);
  return { value, label: text(`${name.zh}（${label.zh}）`, `${name.en} (${label.en})`) };
}
