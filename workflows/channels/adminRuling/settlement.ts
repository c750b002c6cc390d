import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, stateRequirement } from '../../command.ts';
import { refusing, undecided } from '../../dossier/consent.ts';
import { factsOf } from '../../facts.ts';
import { partiesOf } from '../../fields.ts';
import { excluded } from '../../rules/guards.ts';
import { text } from '../../text.ts';
import { here, officer } from './shared.ts';

/** Both sides wish to settle: the ruling waits, and the department mediates in a proceeding of its own (O81 35, SDR 36; route T20). */
const beginSettlement = command({
  ...here,
  type: 'beginSettlement',
  kind: 'step',
  label: text('双方愿意调解，转入调解', 'Both wish to settle: mediate'),
  by: officer,
  occurredOn: { precision: 'day', label: text('开始日期', 'Began on') },
  fields: { agreedBy: partiesOf({ label: text('同意调解的当事人', 'Who agreed') }) },
  requires: [
    excluded(
      'F1',
      'mediation-refused',
      'state',
      ({ caseFile, proceeding }) => refusing(caseFile, undecided(proceeding!)).length > 0,
    ),
  ],
  apply: ({ data, proceeding }) => ({
    matters: undecided(proceeding!),
    values: { agreedBy: data.agreedBy.length, organisation: proceeding!.organisation, channel: 'adminMediation' },
    facts: [
      { type: 'settlementBegan' },
      ...data.agreedBy.map((party) => ({ type: 'recordConsent', party, values: { answer: 'agrees' } })),
    ],
  }),
});

/** Matters of the ruling over which an agreement took effect since the talks began. */
function settledMatters(caseFile: CaseFile, ruling: Proceeding): readonly Id[] {
  const began = factsOf(caseFile, 'beginSettlement', { proceeding: ruling.id }).at(-1)?.seq ?? 0;
  return undecided(ruling).filter((matter) =>
    factsOf(caseFile, 'agreementEffective', { matter }).some((fact) => fact.seq > began),
  );
}

/** The mediation beside the ruling ended: what was agreed closes here, the rest goes on. */
const endSettlement = command({
  ...here,
  type: 'endSettlement',
  kind: 'step',
  label: text('调解结束', 'The mediation ended'),
  by: officer,
  occurredOn: { precision: 'day', label: text('结束日期', 'Ended on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'mediation-still-open',
      basis: [{ instrument: 'O81', article: '第三十五条' }],
      check: ({ caseFile, proceeding }) =>
        mediationBeside(caseFile, proceeding!) === undefined
          ? null
          : {
              text: text('调解程序还没有结果。', 'The mediation has no result yet.'),
              instead: text('请先在调解程序内记录协议或终止。', 'Record the agreement or the end there first.'),
            },
    }),
  ],
  facts: ({ caseFile, proceeding, slot }) => ({
    settled: settledMatters(caseFile, proceeding!).length === undecided(proceeding!).length,
    resumeTo: String(slot!.context.resumeTo),
  }),
  factCases: [true, false].flatMap((settled) => ['filed', 'deliberation'].map((resumeTo) => ({ settled, resumeTo }))),
  apply: ({ caseFile, proceeding }) => {
    const settled = settledMatters(caseFile, proceeding!);
    const outcomes = { ...proceeding!.outcomes, ...Object.fromEntries(settled.map((id) => [id, 'mediated'])) };
    return {
      caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { outcomes }),
      values: { settled: settled.length },
      facts: [{ type: 'settlementEnded' }],
    };
  },
});

/** An administrative mediation over matters of the ruling that has not said yet what becomes of them. */
function mediationBeside(caseFile: CaseFile, ruling: Proceeding): Proceeding | undefined {
  return Object.values(caseFile.proceedings).find(
    (one) =>
      one.channel === 'adminMediation' &&
      one.endedOn === null &&
      undecided(one).some((id) => undecided(ruling).includes(id)),
  );
}

/** A ruling that has not said yet what becomes of some matters. */
export function rulingOver(caseFile: CaseFile, matters: readonly Id[]): Proceeding | undefined {
  return Object.values(caseFile.proceedings).find(
    (one) => one.channel === 'adminRuling' && one.endedOn === null && undecided(one).some((id) => matters.includes(id)),
  );
}

export const settlementCommands: readonly CommandDefinition[] = [beginSettlement, endSettlement];
