import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, legalDate, partyOf, rowsOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, officer } from './shared.ts';

/** A party or somebody else objects to what the court does, or to what it does it with (CPL 236, 238). */
const recordEnforcementObjection = command({
  ...here,
  type: 'recordEnforcementObjection',
  kind: 'fact',
  label: text('收到执行异议', 'Objection to enforcement received'),
  by: officer,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    against: choiceOf({
      label: text('异议', 'Objection'),
      of: {
        act: text('对执行行为（当事人、利害关系人）', 'Against an act (a party or interested person)'),
        object: text('对执行标的（案外人）', 'Over the object (an outsider)'),
        limitation: text('债务人主张申请执行时效届满', 'The debtor says that the time to apply has passed'),
      },
    }),
    party: partyOf({ label: text('提出异议的当事人', 'Which party'), optional: true }),
    grounds: textOf({ label: text('理由', 'Grounds'), maxLength: 500, multiline: true, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    values: { against: data.against },
    facts: [{ type: 'enforcementObjectionReceived', values: { against: data.against } }],
  }),
});

const decideEnforcementObjection = command({
  ...here,
  type: 'decideEnforcementObjection',
  kind: 'fact',
  label: text('登记执行异议的裁定', 'Record the ruling on the objection'),
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    result: choiceOf({
      label: text('结果', 'Result'),
      of: {
        upheld: text('异议成立，撤销、改正或中止', 'Upheld: undone, corrected or stayed'),
        dismissed: text('异议不成立，驳回', 'Dismissed'),
      },
    }),
    served: rowsOf({
      label: text('送达各方', 'Served on'),
      of: {
        party: partyOf({ label: text('当事人', 'Party') }),
        servedOn: legalDate({ label: text('送达日期', 'Served on') }),
      },
    }),
  },
  requires: [
    stateRequirement({
      code: 'no-enforcement-objection',
      basis: [{ instrument: 'CPL', article: '第二百三十六条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'enforcementObjectionReceived', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有登记异议。', 'No objection is recorded.') }
          : null,
    }),
    dataRequirement<{ served: readonly { readonly servedOn: string }[] }>({
      code: 'objection-ruling-served-before',
      basis: [{ instrument: 'CPL', article: '第二百三十六条' }],
      check: ({ data, day }) =>
        data.served.some((row) => row.servedOn < day)
          ? { text: text('送达不能早于裁定。', 'It cannot be served before it was made.'), field: 'served' }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { result: data.result },
    facts: data.served.map((row) => ({ type: 'objectionRulingServed', party: row.party, occurredOn: row.servedOn })),
  }),
});

export const objectionCommands: readonly CommandDefinition[] = [recordEnforcementObjection, decideEnforcementObjection];
