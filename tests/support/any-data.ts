import type { AnyField, CommandDefinition, Context, Fields } from '../../workflows/index.ts';

/** Picks a number below `size`; tests that want variety give a random one, the others the first. */
export type Pick = (size: number) => number;

export const first: Pick = () => 0;

/**
 * Data that fits a command's fields in this case as far as anything fits: choices come from the command's own lists, dates
 * are of today, optional fields are sometimes left out. What the law says to it is for `decide` to judge.
 */
export function dataFor(definition: CommandDefinition, context: Context, pick: Pick): Record<string, unknown> {
  return valuesOf(definition.fields, context, pick);
}

function valuesOf(fields: Fields, context: Context, pick: Pick): Record<string, unknown> {
  const filled = Object.entries(fields).filter(
    ([, field]) => field.required || (fillable(field, context) && pick(3) !== 1),
  );
  return Object.fromEntries(filled.map(([name, field]) => [name, fieldValue(field, context, pick)]));
}

/** A list to choose from may be empty; then the field is left out. */
function fillable(field: AnyField, context: Context): boolean {
  return field.choices === null || field.choices(context).length > 0;
}

const texts = ['照此办理', '（2026）鲁0602诉前调确123号', '1.5'];

function fieldValue(field: AnyField, context: Context, pick: Pick): unknown {
  const { control } = field;
  switch (control.kind) {
    case 'text':
      // The schema has been read, so the field's own check gets what it expects.
      return texts.find((one) => (field.check?.(one as never, context) ?? null) === null);
    case 'choice':
      return chosen(field, control.many, context, pick);
    case 'flag':
      return pick(2) === 0;
    case 'date':
      return dayBefore(context.given.today, Math.max(0, pick(8) - 5));
    case 'moment':
      return `${context.given.today}T1${pick(10)}:00`;
    case 'money':
      return 1 + pick(1_000_000);
    case 'count':
      return control.minimum + pick(control.maximum - control.minimum + 1);
    case 'person':
      return {
        kind: 'natural',
        name: planted.name,
        telephone: planted.telephone,
        identityNumber: planted.identityNumber,
      };
    case 'file':
      return { sha256: 'ab'.repeat(32), bytes: 1 + pick(1000), mediaType: 'application/pdf' };
    case 'rows':
      if ('party' in control.fields && pick(3) !== 1) return rowPerParty(control.fields, context, pick);
      return Array.from({ length: Number(field.required) + pick(3) }, () => valuesOf(control.fields, context, pick));
  }
}

/** What every person of random tests is called: found nowhere but in the person store. */
export const planted = {
  name: '欧阳甲某',
  telephone: '13900004321',
  identityNumber: '11010519491231002X',
} as const;

function chosen(field: AnyField, many: boolean, context: Context, pick: Pick): unknown {
  const choices = (field.choices?.(context) ?? []).map(({ value }) => value);
  if (!many) return choices.length === 0 ? 'nothing' : choices[pick(choices.length)];
  if (pick(2) === 0) return choices;
  const some = choices.filter(() => pick(2) === 0);
  return some.length === 0 ? choices.slice(0, 1) : some;
}

function rowPerParty(fields: Fields, context: Context, pick: Pick): readonly unknown[] {
  return Object.keys(context.caseFile.parties)
    .map((party) => ({ ...valuesOf(fields, context, pick), party, agent: null }))
    .map(({ agent, ...row }) => ('agent' in fields ? { ...row, agent } : row));
}

function dayBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}
