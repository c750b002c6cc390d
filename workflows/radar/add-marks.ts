import type { CaseFile, Id } from '../case-file.ts';
import { command } from '../command.ts';
import { rowsOf, textOf } from '../fields.ts';
import { text } from '../text.ts';
import { marksAdded } from './keys.ts';

/** Persons of a case who were put on file before marks were kept; nobody whose marks were made, or taken away. */
export function unmarkedPersons({ parties }: CaseFile): readonly Id[] {
  const all = Object.values(parties).flatMap((party) => [party, ...party.agents]);
  return [...new Set(all.flatMap(({ person, marks }) => (marks === undefined ? [person] : [])))];
}

/**
 * Adds marks to persons of before. They stand beside party and agent and nowhere else: a body of the journal would keep them
 * when the person is erased.
 */
export const addMarks = command({
  type: 'addMarks',
  target: 'case',
  kind: 'fact',
  label: text('补录当事人识别摘要', 'Marks of persons added'),
  by: ['system'],
  relation: 'system',
  fields: {
    persons: rowsOf({
      label: text('人员', 'Persons'),
      minimum: 1,
      maximum: 1000,
      of: {
        person: textOf({ label: text('人员', 'Person') }),
        marks: textOf({ label: text('识别摘要', 'Marks'), maxLength: 1000, optional: true }),
      },
    }),
  },
  requires: [],
  apply: ({ data, caseFile }) => {
    const unmarked = unmarkedPersons(caseFile);
    const added = data.persons.filter(({ person }) => unmarked.includes(person));
    return {
      caseFile: marksAdded(caseFile, new Map(added.map(({ person, marks }) => [person, marks?.split(' ') ?? []]))),
      values: { persons: added.length },
      body: { persons: added.length },
    };
  },
});
