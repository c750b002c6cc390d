import type { Id } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { choiceOf, flag, itemOf, money, textOf } from '../../fields.ts';
import { excluded } from '../../rules/guards.ts';
import { labelsOf } from '../../rules/labels.ts';
import { highestFine, penaltyLimits } from '../../rules/penalty-fines.ts';
import { endingsWithoutPenalty } from '../../rules/penalty-terms.ts';
import { text } from '../../text.ts';
import { transferIsDue } from '../criminalReferral/suspicion.ts';
import { stillToBeHeard } from './hearing.ts';
import {
  ended,
  findingsOf,
  here,
  lawOf,
  officers,
  penaltyServed,
  respondentsOf,
  servedRows,
  withOutcome,
} from './shared.ts';

interface PenaltyData {
  readonly fineFen: number | null;
  readonly destroy: boolean;
  readonly served: readonly { readonly party: Id; readonly servedOn: string }[];
}

const penaltyRequirements = [
  excluded('F13', 'crime-not-transferred', 'state', ({ caseFile, proceeding }) =>
    transferIsDue(caseFile, proceeding!.id),
  ),
  stateRequirement({
    code: 'respondent-not-heard',
    effect: 'marks',
    basis: [{ instrument: 'PENL', article: '第四十五条、第六十二条' }],
    check: (context) =>
      stillToBeHeard(context).length > 0
        ? {
            text: text(
              '告知未送达，或陈述申辩、要求听证的期限未满。',
              'The notice was not served, or the time for statements and a hearing still ran.',
            ),
            instead: text(
              '补充告知并听取陈述申辩后重新决定；未听取的不得处罚。',
              'Notify, hear the party and decide again; without that no penalty may be given.',
            ),
          }
        : null,
  }),
  dataRequirement<PenaltyData>({
    code: 'fine-over-limit',
    basis: penaltyLimits.flatMap(({ basis }) => basis),
    check: ({ data, caseFile, proceeding }) => {
      const law = lawOf(caseFile, proceeding!.id) ?? '';
      const most = highestFine(law, findingsOf(caseFile, proceeding!.id)?.figures.turnoverFen ?? null);
      return most === null || (data.fineFen ?? 0) <= most
        ? null
        : {
            text: text(
              `罚款超过法定上限（按登记的违法经营额，最高 ${most / 100} 元）。`,
              `The fine exceeds the limit of the law (by the turnover on record: ${most / 100} yuan).`,
            ),
            instead: text('请核对违法经营额和罚款数额。', 'Check the turnover and the fine.'),
            field: 'fineFen',
          };
    },
  }),
  dataRequirement<PenaltyData>({
    code: 'law-knows-no-destruction',
    basis: [{ instrument: 'TM26', article: '第七十四条' }],
    check: ({ data, caseFile, proceeding }) => {
      const limits = penaltyLimits.find(({ instrument }) => instrument === lawOf(caseFile, proceeding!.id));
      return data.destroy && limits !== undefined && !limits.mayDestroy
        ? {
            text: text(
              '所适用的法律只规定没收，没有规定行政机关销毁。',
              'The law applied knows confiscation, and no destruction by the authority.',
            ),
            field: 'destroy',
          }
        : null;
    },
  }),
  dataRequirement<PenaltyData>({
    code: 'served-before-decision',
    basis: [{ instrument: 'PENL', article: '第六十一条' }],
    check: ({ data, day }) =>
      data.served.some((row) => row.servedOn < day)
        ? { text: text('送达日期不能早于决定日期。', 'It cannot be served before it is made.'), field: 'served' }
        : null,
  }),
] as const;

/** The penalty. It stops the infringement and punishes; damages it cannot award: those are mediated or sued for (TM19 60 para. 3, TM26 74). */
const decidePenalty = command({
  ...here,
  type: 'decidePenalty',
  kind: 'step',
  label: text('作出处罚决定', 'Decide on a penalty'),
  tone: 'primary',
  by: officers,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    document: textOf({ label: text('决定书文号', 'Number of the decision'), maxLength: 60 }),
    orderStop: flag({ label: text('责令立即停止侵权', 'Ordered to stop at once') }),
    confiscate: flag({ label: text('没收', 'Confiscation') }),
    destroy: flag({ label: text('销毁', 'Destruction') }),
    fineFen: money({ label: text('罚款', 'Fine'), optional: true }),
    content: textOf({ label: text('决定内容', 'What was decided'), maxLength: 2000, multiline: true, optional: true }),
    served: servedRows,
    scan: itemOf({ label: text('处罚决定书', 'The decision'), optional: true }),
  },
  requires: penaltyRequirements,
  apply: ({ data, caseFile, proceeding }) => {
    const served = new Map(data.served.map((row) => [row.party, row.servedOn]));
    const waiting = respondentsOf(caseFile, proceeding!).filter(({ id }) => !served.has(id));
    return {
      caseFile: withOutcome(caseFile, proceeding!, 'penalised'),
      values: {
        fineFen: data.fineFen,
        orderStop: data.orderStop,
        confiscate: data.confiscate,
        destroy: data.destroy,
        law: lawOf(caseFile, proceeding!.id),
      },
      facts: [
        { type: 'penaltyDecided' },
        ...waiting.map(({ id }) => ({ type: 'penaltyToServe', party: id })),
        ...data.served.flatMap((row) => penaltyServed(row.party, row.servedOn, data.fineFen)),
      ],
    };
  },
});

/** An innocent seller with a lawful source is only told to stop; a minor or first offence may go unpunished (TM19 60, PENL 33). */
const closeWithoutPenalty = command({
  ...here,
  type: 'closeWithoutPenalty',
  kind: 'step',
  label: text('不予处罚、撤销案件', 'End without a penalty'),
  by: officers,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    ending: choiceOf({ label: text('结果', 'Result'), of: labelsOf(endingsWithoutPenalty) }),
    explanation: textOf({ label: text('理由', 'Grounds'), maxLength: 1000, multiline: true }),
  },
  requires: [
    excluded('F13', 'crime-not-transferred', 'state', ({ caseFile, proceeding }) =>
      transferIsDue(caseFile, proceeding!.id),
    ),
  ],
  facts: ({ data }) => ({ ending: data.ending }),
  factCases: Object.keys(endingsWithoutPenalty).map((ending) => ({ ending })),
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, data.ending),
    values: { ending: data.ending },
  }),
});

export const decisionCommands: readonly CommandDefinition[] = [decidePenalty, closeWithoutPenalty];
