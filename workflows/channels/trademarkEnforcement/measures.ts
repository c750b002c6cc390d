import type { CaseFile, Id } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement } from '../../command.ts';
import { dayOfFact, factsOf } from '../../facts.ts';
import { choiceOf, count, flag, itemOf, partyOf, textOf } from '../../fields.ts';
import { labelsOf } from '../../rules/labels.ts';
import { compulsoryMeasures } from '../../rules/penalty-terms.ts';
import { text } from '../../text.ts';
import { here, officers } from './shared.ts';

/** When the measure that still stands against a party began; null when there is none. */
function standing(caseFile: CaseFile, proceeding: Id, party: Id): string | null {
  const scope = { proceeding, party };
  const began = dayOfFact(caseFile, 'measureTaken', scope);
  const ended = factsOf(caseFile, 'measureEnded', scope).at(-1);
  const taken = factsOf(caseFile, 'measureTaken', scope).at(-1);
  return taken === undefined || (ended !== undefined && ended.seq > taken.seq) ? null : began;
}

/** Whether anything of a party's was registered, sealed or seized here and not yet dealt with. */
function anythingHeld(caseFile: CaseFile, proceeding: Id, party: Id): boolean {
  const scope = { proceeding, party };
  const taken = ['measureTaken', 'evidenceRegistered'].flatMap((type) => factsOf(caseFile, type, scope));
  const ended = factsOf(caseFile, 'measureEnded', scope).at(-1)?.seq ?? -1;
  return taken.some((fact) => fact.seq > ended);
}

/** Sealing, seizure or registered preservation, each with its own time; goods have their own custody record beside it. */
const takeMeasure = command({
  ...here,
  type: 'takeMeasure',
  kind: 'fact',
  label: text('采取强制措施', 'Take a compulsory measure'),
  by: officers,
  occurredOn: { precision: 'day', label: text('实施日期', 'Taken on') },
  fields: {
    measure: choiceOf({ label: text('措施', 'Measure'), of: labelsOf(compulsoryMeasures) }),
    party: partyOf({ label: text('被采取措施的当事人', 'Against whom') }),
    goods: itemOf({ label: text('涉案物品清单', 'List of goods'), optional: true }),
    approvedByHead: flag({ label: text('实施前已报负责人批准', 'Approved by the head beforehand') }),
  },
  requires: [
    dataRequirement<{ approvedByHead: boolean }>({
      code: 'measure-not-approved',
      effect: 'marks',
      basis: [{ instrument: 'AEL', article: '第十八条、第十九条' }],
      check: ({ data }) =>
        data.approvedByHead
          ? null
          : {
              text: text('实施前未经负责人批准。', 'The head did not approve it beforehand.'),
              instead: text(
                '情况紧急的，应在二十四小时内补办批准手续；负责人认为不应采取的，立即解除。',
                'In an emergency approval follows within twenty-four hours; otherwise the measure is lifted at once.',
              ),
            },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { measure: data.measure },
    facts: [{ type: data.measure === 'registerEvidence' ? 'evidenceRegistered' : 'measureTaken', party: data.party }],
  }),
});

const measureStands = dataRequirement<{ party: Id }>({
  code: 'no-measure-stands',
  basis: [{ instrument: 'AEL', article: '第二十五条' }],
  check: ({ data, caseFile, proceeding }) =>
    standing(caseFile, proceeding!.id, data.party) === null
      ? {
          text: text('对该当事人没有正在执行的查封、扣押。', 'No sealing or seizure stands against this party.'),
          field: 'party',
        }
      : null,
});

/** Must be approved before the measure ends; a later one is recorded as what it is. */
function extendedTooLate({ data, caseFile, proceeding, day, given }: Context<{ party: Id }>) {
  const began = standing(caseFile, proceeding!.id, data.party);
  if (began === null) return null;
  const { due } = dueByRule('tm.measure', began, given.calendar);
  return due !== null && day > due
    ? {
        text: text(`查封、扣押期限已于 ${due} 届满。`, `The measure ended on ${due}.`),
        instead: text(
          '应当立即解除；确有必要的，重新依法采取措施。',
          'Lift it at once; if it is needed, take a new one lawfully.',
        ),
      }
    : null;
}

const extendMeasure = command({
  ...here,
  type: 'extendMeasure',
  kind: 'fact',
  label: text('负责人批准延长查封、扣押', 'Measure extended by the head'),
  by: officers,
  occurredOn: { precision: 'day', label: text('批准日期', 'Approved on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 90 }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }),
  },
  requires: [
    measureStands,
    dataRequirement<{ party: Id }>({
      code: 'measure-extended-late',
      effect: 'marks',
      basis: [{ instrument: 'AEL', article: '第二十五条' }],
      check: extendedTooLate,
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { days: data.days },
    facts: [{ type: 'measureExtended', party: data.party, values: { days: data.days } }],
  }),
});

const endMeasure = command({
  ...here,
  type: 'endMeasure',
  kind: 'fact',
  label: text('解除或处理强制措施', 'End a measure'),
  by: officers,
  occurredOn: { precision: 'day', label: text('日期', 'On') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    how: choiceOf({
      label: text('处理', 'How'),
      of: {
        lifted: text('解除', 'Lifted'),
        seized: text('登记保存转为扣押', 'Registered evidence was seized'),
        confiscated: text('没收', 'Confiscated'),
        handedToPolice: text('随案移送', 'Handed over with the transfer'),
      },
    }),
  },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'nothing-held',
      basis: [{ instrument: 'AEL', article: '第二十八条' }],
      check: ({ data, caseFile, proceeding }) =>
        anythingHeld(caseFile, proceeding!.id, data.party)
          ? null
          : {
              text: text('对该当事人没有正在执行的措施。', 'No measure stands against this party.'),
              field: 'party',
            },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { how: data.how },
    facts: [
      { type: 'measureEnded', party: data.party },
      ...(data.how === 'seized' ? [{ type: 'measureTaken', party: data.party }] : []),
    ],
  }),
});

export const measureCommands: readonly CommandDefinition[] = [takeMeasure, extendMeasure, endMeasure];
