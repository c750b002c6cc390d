import type { CaseFile, Fact } from '../case-file.ts';
import { command, stateRequirement } from '../command.ts';
import { oneOf, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { clockRules } from '../rules/clock-rules.ts';
import { type Text, text } from '../text.ts';
import { noteRelatedCase, relatedNoteText } from './related-notes.ts';

/** A reaction that was not possible: the fact that caused it stands, and somebody has a task. */
export const noteImpossibleReaction = command({
  type: 'noteImpossibleReaction',
  target: 'case',
  kind: 'fact',
  label: text('后续步骤未能自动办理', 'A following step was not possible'),
  by: ['system'],
  relation: 'system',
  fields: {
    reaction: textOf({ label: text('步骤', 'Step') }),
    code: textOf({ label: text('原因', 'Reason') }),
    proceeding: textOf({ label: text('程序', 'Proceeding'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({
    proceeding: data.proceeding,
    values: { reaction: data.reaction, code: data.code, about: data.proceeding },
  }),
});

/** A due date moved because its inputs did: a new holiday notice, a corrected rule. */
export const noteMovedDueDate = command({
  type: 'noteMovedDueDate',
  target: 'case',
  kind: 'fact',
  label: text('到期日变更', 'A due date moved'),
  by: ['system'],
  relation: 'system',
  fields: {
    rule: textOf({ label: text('期限', 'Time limit') }),
    from: textOf({ label: text('原到期日', 'Due before'), optional: true }),
    to: textOf({ label: text('现到期日', 'Due now'), optional: true }),
    proceeding: textOf({ label: text('程序', 'Proceeding'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({
    proceeding: data.proceeding,
    values: { rule: data.rule, from: data.from, to: data.to, about: data.proceeding },
  }),
});

/** The day of a receipt was corrected, and the proceeding that opened with it still has the old one: its custodian decides. */
export const noteOpeningKeptDate = command({
  type: 'noteOpeningKeptDate',
  target: 'case',
  kind: 'fact',
  label: text('启动日期未随更正变动', 'An opening kept its date'),
  by: ['system'],
  relation: 'system',
  fields: {
    from: textOf({ label: text('原日期', 'Date before') }),
    to: textOf({ label: text('更正后', 'Date now') }),
    proceeding: textOf({ label: text('程序', 'Proceeding') }),
  },
  requires: [],
  apply: ({ data }) => ({
    proceeding: data.proceeding,
    values: { from: data.from, to: data.to, about: data.proceeding },
  }),
});

/** A decision on the right, or the end of the attack on it: whoever waits for it decides how its own proceeding goes on. */
export const noteInvalidationResult = command({
  type: 'noteInvalidationResult',
  target: 'case',
  kind: 'fact',
  label: text('无效程序有结果', 'The attack on the right has a result'),
  by: ['system'],
  relation: 'system',
  fields: {
    proceeding: textOf({ label: text('程序', 'Proceeding') }),
    result: textOf({ label: text('结果', 'Result') }),
  },
  requires: [],
  apply: ({ data }) => ({
    proceeding: data.proceeding,
    values: { result: data.result, about: data.proceeding },
  }),
});

const noteTypes: readonly string[] = [
  noteImpossibleReaction.type,
  noteMovedDueDate.type,
  noteOpeningKeptDate.type,
  noteInvalidationResult.type,
  noteRelatedCase.type,
];

/** What a note asks somebody to look at. */
export function noteText(fact: Fact): Text {
  if (fact.type === noteImpossibleReaction.type) {
    return text(
      '有一个后续步骤未能自动办理，请核对后处理',
      'A following step was not possible; check and deal with it',
    );
  }
  if (fact.type === noteRelatedCase.type) return relatedNoteText(fact);
  if (fact.type === noteOpeningKeptDate.type) {
    const { from, to } = fact.values;
    return text(
      `签收（接受）日期由 ${from} 更正为 ${to}；随之启动的程序仍为原日期，请核对，必要时一并更正`,
      `The receipt was corrected from ${from} to ${to}; the proceeding that opened with it kept the old date: check it, amend it if it is wrong`,
    );
  }
  if (fact.type === noteInvalidationResult.type) {
    return fact.values.result === 'invalid' || fact.values.result === 'partlyInvalid'
      ? text(
          '涉案权利已被宣告（部分）无效：决定驳回、撤销或变更，并恢复中止的程序',
          'The right fell, wholly or in part: dismiss, cancel or change, and take up what was stayed',
        )
      : text(
          '对涉案权利的无效程序已结束，权利仍有效：恢复中止的程序',
          'The attack on the right is over and the right stands: take up what was stayed',
        );
  }
  const rule =
    Object.entries(clockRules).find(([id]) => id === fact.values.rule)?.[1].label ?? text('期限', 'Time limit');
  const from = String(fact.values.from ?? '—');
  const to = String(fact.values.to ?? '—');
  return text(`“${rule.zh}”的到期日由 ${from} 变更为 ${to}`, `“${rule.en}”: the due date moved from ${from} to ${to}`);
}

/** Notes that nobody has dealt with yet. */
export function openNotes(caseFile: CaseFile): readonly Fact[] {
  const facts = Object.values(caseFile.facts).filter((fact) => fact.annulledBy === null);
  const settled = new Set(facts.filter((fact) => fact.type === 'settleNote').map((fact) => fact.values.note));
  return facts.filter((fact) => noteTypes.includes(fact.type) && !settled.has(fact.id));
}

/** Somebody has dealt with what a note asked for. */
export const settleNote = command({
  type: 'settleNote',
  target: 'case',
  kind: 'fact',
  label: text('处理提示', 'Deal with a note'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    note: oneOf({
      label: text('提示', 'Note'),
      choices: ({ caseFile, given }) =>
        openNotes(caseFile)
          .filter((fact) => caseFile.proceedings[String(fact.values.about)]?.organisation === given.actor.organisation)
          .map((fact) => ({ value: fact.id, label: noteText(fact), person: null })),
    }),
    how: textOf({ label: text('如何处理', 'How'), maxLength: 300 }),
  },
  requires: [
    stateRequirement({
      code: 'nothing-to-settle',
      basis: [],
      check: ({ caseFile }) =>
        openNotes(caseFile).length === 0
          ? { text: text('没有待处理的提示。', 'There is no note to deal with.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { note: data.note } }),
});
