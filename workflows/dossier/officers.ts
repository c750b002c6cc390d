import { type Assignment, type Id, type Proceeding, patchPart } from '../case-file.ts';
import { command } from '../command.ts';
import { officerOf, officersOf, textOf } from '../fields.ts';
import { deskRoles, type Role } from '../reference.ts';
import { text } from '../text.ts';

const caseRoles: readonly Role[] = [
  'mediator',
  'committeeClerk',
  'centreStaff',
  'courtLiaison',
  'arbitrationSecretary',
  'rulingOfficer',
  'enforcementOfficer',
  'enforcementJudge',
  'criminalLiaison',
];

/** The assignments after somebody else takes over on `day`: the old ones end the day before, and stay on record. */
export function reassigned(
  proceeding: Proceeding,
  officer: Id,
  deputies: readonly Id[],
  day: string,
): readonly Assignment[] {
  const before = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  const kept = proceeding.assignments
    .map((one) => (one.to === null ? { ...one, to: before } : one))
    .filter((one) => one.from <= (one.to ?? day));
  const added = [
    { person: officer, as: 'officer' as const },
    ...deputies.filter((id) => id !== officer).map((person) => ({ person, as: 'deputy' as const })),
  ];
  return [...kept, ...added.map((one) => ({ ...one, from: day, to: null }))];
}

/** Assigns or re-assigns the officer and deputies of any proceeding; a mediator is named by the mediation's own step first. */
export const assignOfficer = command({
  type: 'assignOfficer',
  target: 'proceeding',
  kind: 'fact',
  label: text('更换承办人、指定代理', 'Re-assign, name deputies'),
  by: [...deskRoles, 'centreHead'],
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('自何日起', 'From which day') },
  fields: {
    officer: officerOf({ label: text('承办人', 'Officer'), roles: caseRoles }),
    deputies: officersOf({ label: text('代理人员（承办人不在时）', 'Deputies'), roles: caseRoles }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 200, optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding, day }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      assignments: reassigned(proceeding!, data.officer, data.deputies, day),
    }),
    values: { officer: data.officer },
  }),
});
