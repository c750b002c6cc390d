/** Conferences of several bodies over one case (案件会商) and joint action: who took part, what was decided, who does what by when. */
import type { CaseFile, Fact, Id } from '../case-file.ts';
import { type CommandDefinition, type Context, command, stateRequirement } from '../command.ts';
import type { Task } from '../derived.ts';
import { type Choice, choiceOf, legalDate, oneOf, rowsOf, someOf, textOf } from '../fields.ts';
import { deskRoles, type Reference, type Role } from '../reference.ts';
import { text } from '../text.ts';

const everyOrganisation = ({ given }: Context): readonly Choice[] =>
  Object.values(given.reference.organisations).map(({ id, name }) => ({ value: id, label: name, person: null }));

const conferenceKinds = {
  conference: text('案件会商', 'Case conference'),
  jointAction: text('联合行动', 'Joint action'),
} as const;

/** Records a conference or a joint action. Each thing agreed to be done is a task that the custodian follows up. */
const holdConference = command({
  type: 'holdConference',
  target: 'proceeding',
  kind: 'fact',
  label: text('登记会商、联合行动', 'Record a conference or joint action'),
  hint: text(
    '调解中的意见和让步不在会商记录中写。',
    'Nothing said in mediation belongs in the record of a conference.',
  ),
  by: deskRoles,
  relation: 'custodian',
  fields: {
    kind: choiceOf({ label: text('形式', 'Kind'), of: conferenceKinds }),
    participants: someOf({ label: text('参加单位', 'Bodies that took part'), choices: everyOrganisation }),
    topic: textOf({ label: text('议题', 'Topic'), maxLength: 200 }),
    decision: textOf({ label: text('会商意见', 'What was decided'), maxLength: 2000, multiline: true }),
    tasks: rowsOf({
      label: text('分工', 'Who does what'),
      of: {
        organisation: oneOf({ label: text('单位', 'Body'), choices: everyOrganisation }),
        what: textOf({ label: text('事项', 'What'), maxLength: 200 }),
        dueOn: legalDate({ label: text('完成日期', 'By'), mayBeFuture: true }),
      },
    }),
  },
  apply: ({ data }) => ({
    values: { kind: data.kind, participants: data.participants },
    facts: data.tasks.map(({ organisation, dueOn }) => ({ type: 'conferenceTask', values: { organisation, dueOn } })),
  }),
});

/** Something agreed at a conference was done, or is no longer needed. */
const finishConferenceTask = command({
  type: 'finishConferenceTask',
  target: 'proceeding',
  kind: 'fact',
  label: text('登记会商事项完成', 'Record that a conference task is done'),
  by: deskRoles,
  relation: 'custodian',
  concerns: ({ caseFile }) => Object.values(caseFile.facts).some(({ type }) => type === 'conferenceTask'),
  fields: {
    task: oneOf({
      label: text('事项', 'Task'),
      choices: ({ caseFile, proceeding, given }) =>
        openTasks(caseFile)
          .filter((fact) => fact.proceeding === proceeding?.id)
          .map((fact) => ({ value: fact.id, label: taskText(fact, given.reference), person: null })),
    }),
    result: textOf({ label: text('完成情况', 'Result'), maxLength: 300 }),
  },
  requires: [
    stateRequirement({
      code: 'no-conference-task-open',
      basis: [],
      check: ({ caseFile, proceeding }) =>
        openTasks(caseFile).some((fact) => fact.proceeding === proceeding!.id)
          ? null
          : { text: text('没有未完成的会商事项。', 'No conference task is open.') },
    }),
  ],
  apply: ({ data }) => ({ values: { task: data.task } }),
});

export const conferenceCommands: readonly CommandDefinition[] = [holdConference, finishConferenceTask];

/** What conferences left to be done stands on the custodian's desk until it is recorded as done; `roleAt` says who does the papers there. */
export function conferenceTasks(
  caseFile: CaseFile,
  reference: Reference,
  roleAt: (organisation: Id) => Role,
): readonly Task[] {
  return openTasks(caseFile).flatMap((fact): readonly Task[] => {
    const proceeding = caseFile.proceedings[fact.proceeding ?? ''];
    if (proceeding === undefined) return [];
    return [
      {
        id: `conference:${fact.id}`,
        organisation: proceeding.organisation,
        role: roleAt(proceeding.organisation),
        person: proceeding.assignments.find((one) => one.to === null)?.person ?? null,
        proceeding: proceeding.id,
        handoff: null,
        text: taskText(fact, reference),
        dueOn: String(fact.values.dueOn),
        source: 'conference',
      },
    ];
  });
}

function openTasks(caseFile: CaseFile): readonly Fact[] {
  const facts = Object.values(caseFile.facts).filter(({ annulledBy }) => annulledBy === null);
  const done = new Set(facts.filter(({ type }) => type === 'finishConferenceTask').map(({ values }) => values.task));
  return facts.filter(({ id, type }) => type === 'conferenceTask' && !done.has(id));
}

function taskText({ values }: Fact, { organisations }: Reference) {
  const id: Id = String(values.organisation);
  const name = organisations[id]?.name ?? text(id, id);
  return text(`会商事项：${name.zh}`, `From a conference: ${name.en}`);
}
