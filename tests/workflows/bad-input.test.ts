/** Every command, those too that come later, is fed what nobody should have sent, field by field. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readData } from '../../workflows/data.ts';
import {
  type CaseFile,
  type CommandDefinition,
  type Context,
  commands,
  contextOf,
  isRefusal,
  machinesOf,
  type Target,
} from '../../workflows/index.ts';
import { dataFor, first } from '../support/any-data.ts';
import { badIn } from '../support/bad-data.ts';
import type { Desk } from '../support/desk.ts';
import { arbitrationAccepted } from '../support/desk-arbitration.ts';
import { registered } from '../support/desk-court.ts';
import { criminalCaseOpened } from '../support/desk-penalty.ts';
import { attacked } from '../support/desk-ruling.ts';
import { confirmed, offered } from '../support/desk-stages.ts';

let desks: readonly Desk[];
beforeAll(async () => {
  desks = await Promise.all([
    confirmed(),
    offered(),
    registered(),
    arbitrationAccepted(),
    criminalCaseOpened(),
    attacked(),
  ]);
});

/** A place where the command might be given: a proceeding of its own where one is open, otherwise any of its kind. */
function contextFor(definition: CommandDefinition): Context<null> {
  const places = desks.flatMap((desk) => targetsOf(desk.file).map((target) => ({ desk, target })));
  const ofKind = places.filter(({ target }) => target.kind === definition.target);
  const own = ofKind.find(({ desk, target }) =>
    machinesOf(definition).includes(desk.file.proceedings[target.id]?.slot.machine ?? ''),
  );
  const { desk, target } = own ?? ofKind[0]!;
  return contextOf(desk.file, definition, target, desk.given('limin'))!;
}

function targetsOf(file: CaseFile): readonly Target[] {
  const of = (kind: Target['kind'], parts: object) => Object.keys(parts).map((id): Target => ({ kind, id }));
  return [
    { kind: 'case', id: file.id },
    ...of('matter', file.matters),
    ...of('proceeding', file.proceedings),
    ...of('handoff', file.handoffs),
  ];
}

/** What is wrong with the data, or that nothing is. */
function complaintAbout(definition: CommandDefinition, data: unknown, context: Context<null>) {
  const read = readData(definition, data, context);
  return isRefusal(read) ? read : { code: 'taken', status: '', field: null, text: { zh: '', en: '' } };
}

const codes = ['field-invalid', 'field-missing', 'unknown-field', 'not-a-choice', 'forbidden-by-law'];

describe.each(Object.values(commands).map((definition) => [definition.type, definition] as const))(
  'the command %s',
  (_, definition) => {
    it('refuses in both languages what no field of it can mean', () => {
      const context = contextFor(definition);
      const good = dataFor(definition, context, first);
      for (const { what, name, value } of badIn(definition.fields)) {
        const answer = complaintAbout(definition, { ...good, [name]: value }, context);
        const where = `${definition.type}.${name}: ${what}`;
        expect(codes, where).toContain(answer.code);
        expect([answer.status, answer.text.zh !== '', answer.text.en !== ''], where).toEqual(['invalid', true, true]);
        expect(answer.field ?? '', where).not.toBe('');
      }
    });

    it('takes a day to come only where its field is about what is to come', () => {
      const context = contextFor(definition);
      const good = dataFor(definition, context, first);
      for (const [name, field] of Object.entries(definition.fields).filter(([, one]) => one.control.kind === 'date')) {
        const answer = complaintAbout(definition, { ...good, [name]: '2999-01-01' }, context);
        if (answer.code === 'taken') expect(name).toMatch(/^(to|opensOn|closesOn)$|[uU]ntil$|By$|[dD]ueOn$/);
        else expect(answer.status, field.label.en).toBe('invalid');
      }
    });

    it('names each field that is missing, and takes none that it does not know', () => {
      const context = contextFor(definition);
      const good = dataFor(definition, context, first);
      const required = Object.entries(definition.fields).flatMap(([name, field]) => (field.required ? [name] : []));
      for (const name of required) {
        const { [name]: _left, ...rest } = good;
        const answer = complaintAbout(definition, rest, context);
        expect([answer.code, answer.field], name).toEqual(['field-missing', name]);
      }
      for (const name of ['surprise', 'constructor'])
        expect(complaintAbout(definition, { ...good, [name]: 1 }, context).code).toBe('unknown-field');
      for (const data of [[], 'text', 7, true])
        expect(complaintAbout(definition, data, context).status, JSON.stringify(data)).toBe('invalid');
    });
  },
);
