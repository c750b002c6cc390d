import { type Id, patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { reassigned } from '../../dossier/officers.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, count, officerOf, officersOf, partiesOf, partyOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, officer } from './shared.ts';

/** A panel of three or more, an odd number; the parties learn who handles the case and may ask for recusal (O81 5, 20). */
const formRulingPanel = command({
  ...here,
  type: 'formRulingPanel',
  kind: 'fact',
  label: text('组成合议组并告知', 'Form and announce the panel'),
  by: officer,
  occurredOn: { precision: 'day', label: text('组成日期', 'Formed on') },
  fields: {
    lead: officerOf({ label: text('主办人', 'Who leads'), roles: ['rulingOfficer'] }),
    members: officersOf({
      label: text('其他成员（在本系统的）', 'Other members with an account here'),
      roles: ['rulingOfficer'],
    }),
    size: count({ label: text('合议组人数', 'Number of members'), minimum: 1, maximum: 15 }),
    told: partiesOf({ label: text('已告知的当事人', 'Who was told'), minimum: 0 }),
  },
  requires: [
    dataRequirement<{ size: number; members: readonly Id[] }>({
      code: 'panel-not-lawful',
      basis: [{ instrument: 'O81', article: '第二十条' }],
      check: ({ data }) =>
        data.size >= leastPanel && data.size % 2 === 1 && data.members.length < data.size
          ? null
          : {
              text: text('合议组由三人以上单数组成。', 'A panel has three members or more, an odd number.'),
              field: 'size',
            },
    }),
  ],
  apply: ({ data, caseFile, proceeding, day }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      assignments: reassigned(proceeding!, data.lead, data.members, day),
    }),
    values: { lead: data.lead, size: data.size },
    facts: data.told.map((party) => ({ type: 'handlersDisclosed', party })),
  }),
});

const leastPanel = 3;

/** A party asks that somebody steps back; technical investigators, appraisers and interpreters too (O81 5). */
const requestRecusal = command({
  ...here,
  type: 'requestRecusal',
  kind: 'fact',
  label: text('收到回避申请', 'Recusal asked for'),
  by: officer,
  occurredOn: { precision: 'day', label: text('申请日期', 'Asked on') },
  fields: {
    party: partyOf({ label: text('申请人', 'Who asks') }),
    who: choiceOf({
      label: text('申请谁回避', 'Of whom'),
      of: {
        panel: text('合议组成员', 'A member of the panel'),
        technicalInvestigator: text('技术调查官', 'The technical investigator'),
        appraiser: text('鉴定人', 'The appraiser'),
        interpreter: text('翻译人员', 'The interpreter'),
      },
    }),
    reason: textOf({ label: text('理由', 'Ground'), maxLength: 300 }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.party, values: { who: data.who } }),
});

const decideRecusal = command({
  ...here,
  type: 'decideRecusal',
  kind: 'fact',
  label: text('决定回避申请', 'Decide on the recusal'),
  by: officer,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    result: choiceOf({
      label: text('结果', 'Result'),
      of: { granted: text('同意，更换人员', 'Granted; replaced'), refused: text('驳回申请', 'Refused') },
    }),
  },
  requires: [
    stateRequirement({
      code: 'no-recusal-asked',
      basis: [{ instrument: 'O81', article: '第五条' }],
      check: ({ caseFile, proceeding }) => {
        const scope = { proceeding: proceeding!.id };
        const asked = latestFact(caseFile, 'requestRecusal', scope);
        const decided = latestFact(caseFile, 'decideRecusal', scope);
        return asked !== null && asked.seq > (decided?.seq ?? 0)
          ? null
          : { text: text('没有待决定的回避申请。', 'No request for recusal is waiting.') };
      },
    }),
  ],
  apply: ({ data }) => ({ values: { result: data.result } }),
});

/** One month by the head of the department, then two by the department above; the office of the State fixes its own (O81 37, MAJ 22). */
const extendRuling = command({
  ...here,
  type: 'extendRuling',
  kind: 'fact',
  label: text('批准延长结案期限', 'Time to conclude extended'),
  by: officer,
  fields: {
    months: count({ label: text('延长月数', 'Months'), minimum: 1, maximum: 12 }),
    by: choiceOf({
      label: text('批准', 'Approved by'),
      of: {
        head: text('本部门负责人（案情复杂）', 'The head of this department'),
        departmentAbove: text('上一级部门（特别复杂）', 'The department one level up'),
      },
    }),
  },
  requires: [
    dataRequirement<{ months: number; by: 'head' | 'departmentAbove' }>({
      code: 'ruling-extension-too-long',
      effect: 'warns',
      basis: [{ instrument: 'O81', article: '第三十七条' }],
      check: ({ data }) =>
        data.months > (data.by === 'head' ? 1 : 2)
          ? {
              text: text(
                '本部门负责人可批准一个月，上一级部门可批准两个月以内；多出的部分不计入期限（重大案件除外）。',
                'The head may add one month, the department above up to two; what is beyond does not count, save in major cases.',
              ),
              field: 'months',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { by: data.by },
    facts: [{ type: 'rulingExtended', values: { months: data.months } }],
  }),
});

export const panelCommands: readonly CommandDefinition[] = [
  formRulingPanel,
  requestRecusal,
  decideRecusal,
  extendRuling,
];
