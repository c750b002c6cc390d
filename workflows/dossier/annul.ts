import { type CaseFile, patchPart } from '../case-file.ts';
import { type Change, command, stateRequirement } from '../command.ts';
import { itemOf, oneOf, textOf } from '../fields.ts';
import type { Entry } from '../journal.ts';
import { kit } from '../machines.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';

/** Whether something that builds on the step has left the house: an offered handoff, or a proceeding that was opened. */
export function builtUpon(caseFile: CaseFile, seq: number): boolean {
  return Object.values(caseFile.facts).some(
    (fact) =>
      fact.seq > seq && fact.annulledBy === null && (fact.type === 'offerHandoff' || fact.type === 'openProceeding'),
  );
}

/** Takes back the last step of a proceeding's machine, with what it caused on matters, as long as nothing built on it has left the house. */
export const annulStep = command({
  type: 'annulStep',
  target: 'proceeding',
  kind: 'correction',
  label: text('撤销上一步', 'Annul the last step'),
  by: deskRoles,
  relation: 'custodian',
  occurredOn: null,
  needs: ['journal'],
  tone: 'danger',
  fields: { reason: textOf({ label: text('撤销原因', 'Reason'), maxLength: 300 }) },
  requires: [
    stateRequirement({
      code: 'no-step-to-annul',
      basis: [],
      check: ({ proceeding }) =>
        proceeding!.lastStep === null
          ? { text: text('还没有可以撤销的步骤。', 'There is no step to annul yet.') }
          : null,
    }),
    stateRequirement({
      code: 'step-built-upon',
      basis: [],
      check: ({ proceeding, caseFile }) =>
        builtUpon(caseFile, proceeding!.lastStep!.seq)
          ? {
              text: text(
                '其后的材料已经移送出去或已启动其他程序，不能撤销。',
                'What followed has left the house or opened another proceeding; the step cannot be annulled.',
              ),
              instead: text('请由主管人员用“校正状态”更正。', 'A supervisor can rectify the state.'),
            }
          : null,
    }),
  ],
  apply: ({ caseFile, given, proceeding }): Change => {
    const journal = given.found.journal ?? [];
    const step = journal.find(({ envelope }) => envelope.seq === proceeding!.lastStep!.seq);
    if (step === undefined) throw new Error(`the last step of ${proceeding!.id} is not in the journal`);
    const standing = standingSteps(journal);
    const annulled = withCauses(journal, step).reduce(
      (file, entry) => takeBack(file, entry, standing, caseFile.seq + 1),
      caseFile,
    );
    return {
      caseFile: annulled,
      corrects: step.envelope.seq,
      values: { annulled: step.envelope.type },
    };
  },
});

/** The step and every entry it caused, latest first. */
function withCauses(journal: readonly Entry[], step: Entry): readonly Entry[] {
  const chosen = new Set([step.envelope.seq]);
  const found = journal.filter(({ envelope }) => {
    const belongs = chosen.has(envelope.seq) || (envelope.causedBy !== null && chosen.has(envelope.causedBy));
    if (belongs) chosen.add(envelope.seq);
    return belongs;
  });
  return found.reverse();
}

/** Entries that moved a machine and were not annulled since. */
function standingSteps(journal: readonly Entry[]): readonly Entry[] {
  const annulments = journal.filter(({ envelope }) => envelope.type === 'annulStep');
  const gone = new Set(
    annulments.flatMap(({ envelope }) => {
      const step = journal.find((one) => one.envelope.seq === envelope.corrects);
      return step === undefined ? [] : withCauses(journal, step).map((one) => one.envelope.seq);
    }),
  );
  return journal.filter(
    ({ envelope, body }) =>
      (body?.slotAfter ?? null) !== null && envelope.type !== 'annulStep' && !gone.has(envelope.seq),
  );
}

/** Puts the machine of one entry back to where it was, with the outcomes, agreements and number it had, and annuls the entry's facts. */
function takeBack(caseFile: CaseFile, { envelope, body }: Entry, standing: readonly Entry[], by: number): CaseFile {
  let result = caseFile;
  for (const fact of Object.values(caseFile.facts)) {
    if (fact.seq === envelope.seq && fact.annulledBy === null)
      result = patchPart(result, 'facts', fact.id, { annulledBy: by });
  }
  const slot = body?.slotBefore ?? null;
  if (slot === null) return result;
  const earlier = standing
    .filter((one) => one.envelope.target.id === envelope.target.id && one.envelope.seq < envelope.seq)
    .at(-1);
  const lastStep =
    earlier === undefined ? null : { seq: earlier.envelope.seq, occurredOn: earlier.envelope.occurredOn };
  const { kind, id } = envelope.target;
  // Who is at work stays as it is: somebody else may have been put in charge since.
  const { matters: _, assignments: __, ...before } = body?.before ?? {};
  const back = { ...before, slot, lastStep };
  const endedOn = kit.meta(slot).over ? (lastStep?.occurredOn ?? envelope.occurredOn) : null;
  if (kind === 'proceeding') return patchPart(result, 'proceedings', id, { ...back, endedOn });
  if (kind === 'matter') return patchPart(result, 'matters', id, back);
  return result;
}

/** A supervisor names the state the machine should be in, with reason and evidence. */
export const rectify = command({
  type: 'rectify',
  target: 'proceeding',
  kind: 'correction',
  label: text('校正状态', 'Rectify the state'),
  hint: text(
    '仅在其他更正方式都不可行时使用；原记录保留。',
    'Only where no other correction is possible; the old record stays.',
  ),
  by: ['centreHead', 'committeeClerk', 'courtLiaison'],
  relation: 'custodian',
  occurredOn: null,
  tone: 'danger',
  fields: {
    state: oneOf({
      label: text('应处的状态', 'State it should be in'),
      choices: ({ slot }) =>
        kit.describe(slot!.machine).states.map((state) => ({ value: state.id, label: state.meta.label, person: null })),
    }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 300 }),
    evidence: itemOf({ label: text('依据', 'Evidence'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, slot, target, occurredOn, proceeding }): Change => {
    const rectified = { ...slot!, value: data.state };
    return {
      caseFile: patchPart(caseFile, 'proceedings', target.id, {
        slot: rectified,
        lastStep: { seq: caseFile.seq + 1, occurredOn },
        endedOn: kit.meta(rectified).over ? occurredOn : null,
      }),
      values: { from: slot!.value, to: data.state },
      ...(proceeding!.lastStep === null ? {} : { corrects: proceeding!.lastStep.seq }),
    };
  },
});
