import { type CommandDefinition, command, stateRequirement } from '../../command.ts';
import { choiceOf, itemOf, textOf } from '../../fields.ts';
import { titleOver } from '../../path/standing.ts';
import { text } from '../../text.ts';
import { ended, here, officer } from './shared.ts';

/** Everything the title orders was done (CPL 239), or the settlement was performed. */
const completeEnforcement = command({
  ...here,
  type: 'completeEnforcement',
  kind: 'step',
  label: text('执行完毕', 'Completed'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('完毕日期', 'Completed on') },
  fields: {
    how: choiceOf({
      label: text('方式', 'How'),
      of: {
        enforced: text('强制执行到位', 'Enforced'),
        performed: text('被执行人履行', 'Performed by the debtor'),
        settlement: text('执行和解履行完毕', 'The settlement was performed'),
      },
    }),
    record: itemOf({ label: text('执行笔录', 'The record'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'completed'),
    values: { how: data.how },
  }),
});

/** The creditor withdraws (CPL 268(一)); within the time it may apply again. */
const withdrawEnforcement = command({
  ...here,
  type: 'withdrawEnforcement',
  kind: 'step',
  label: text('申请人撤销申请，终结执行', 'The creditor withdraws'),
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'withdrawn'),
});

/** Ended for good: the title fell, or nothing will ever be got (CPL 268; AL25 77). */
const terminateEnforcement = command({
  ...here,
  type: 'terminateEnforcement',
  kind: 'step',
  label: text('裁定终结执行', 'Terminated'),
  tone: 'danger',
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({
      label: text('理由', 'Ground'),
      of: {
        titleRevoked: text('据以执行的法律文书被撤销', 'The title was revoked'),
        diedWithoutEstate: text(
          '被执行人死亡，无遗产可供执行又无义务承担人',
          'The debtor died; nothing and nobody answers',
        ),
        unableToPay: text('生活困难无力偿还，丧失劳动能力', 'The debtor can never pay'),
        other: text('其他应当终结的情形', 'Another ground'),
      },
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, data.reason === 'titleRevoked' ? 'titleFell' : 'terminated'),
    values: { reason: data.reason },
  }),
});

/** The title fell after something was enforced: it is given back (CPL 244; AWE 21). */
const reverseEnforcement = command({
  ...here,
  type: 'reverseEnforcement',
  kind: 'step',
  label: text('裁定执行回转', 'Order the reversal'),
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: { what: textOf({ label: text('应返还的财产', 'What is to be given back'), maxLength: 300 }) },
  requires: [
    stateRequirement({
      code: 'title-still-stands',
      basis: [
        { instrument: 'CPL', article: '第二百四十四条' },
        { instrument: 'AWE', article: '第二十一条' },
      ],
      check: ({ caseFile, proceeding }) =>
        proceeding!.matters.every((matter) => titleOver(caseFile, matter) === null)
          ? null
          : {
              text: text('执行依据仍然有效，不能执行回转。', 'The title still stands; nothing is given back.'),
              instead: text('请先登记撤销或不予执行的裁定。', 'Record first that it was revoked or refused.'),
            },
    }),
  ],
});

const completeReversal = command({
  ...here,
  type: 'completeReversal',
  kind: 'step',
  label: text('执行回转完毕', 'Given back'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('完毕日期', 'Completed on') },
  fields: {},
  requires: [],
});

export const endingCommands: readonly CommandDefinition[] = [
  completeEnforcement,
  withdrawEnforcement,
  terminateEnforcement,
  reverseEnforcement,
  completeReversal,
];
