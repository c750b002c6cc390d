import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, count, flag, itemOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, isForeignRelated, rulesOf, secretary, termsBegin } from './shared.ts';

/** The tribunal is formed, or an arbitrator replaced: one or three, chosen by the parties or named by the head (AL25 42-44, 49). */
const appointTribunal = command({
  ...here,
  type: 'appointTribunal',
  kind: 'step',
  label: text('登记仲裁庭的组成', 'Record the tribunal'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('组庭日期', 'Formed on') },
  fields: {
    arbitrators: choiceOf({
      label: text('人数', 'How many'),
      of: { one: text('一名', 'One'), three: text('三名', 'Three') },
    }),
    names: textOf({ label: text('仲裁员', 'Arbitrators'), maxLength: 200 }),
    chosenBy: choiceOf({
      label: text('产生方式', 'Named by'),
      of: {
        parties: text('当事人选定', 'The parties'),
        head: text('当事人委托机构指定', 'The institution, at the parties’ request'),
        default: text('逾期未选，机构主任指定', 'The institution, because no choice came in time'),
      },
    }),
    disclosed: flag({
      label: text('已书面通知组庭情况和披露事项', 'The parties were told of it and of what was disclosed'),
    }),
  },
  requires: [
    dataRequirement<{ disclosed: boolean }>({
      code: 'tribunal-not-notified',
      effect: 'marks',
      basis: [
        { instrument: 'AL25', article: '第四十五条' },
        { instrument: 'AL17', article: '第三十三条' },
      ],
      check: ({ data }) =>
        data.disclosed
          ? null
          : {
              text: text('尚未书面通知各方组庭和披露情况。', 'The parties were not told in writing yet.'),
              instead: text('请补行书面通知。', 'Tell them in writing.'),
            },
    }),
  ],
  apply: (context) => {
    const { data, caseFile, proceeding } = context;
    const first = latestFact(caseFile, 'tribunalFormed', { proceeding: proceeding!.id }) === null;
    const adHoc =
      latestFact(caseFile, 'recordArbitrationAgreement', { proceeding: proceeding!.id })?.values.institution ===
      'adHoc';
    return {
      values: { arbitrators: data.arbitrators, chosenBy: data.chosenBy },
      facts: [
        { type: 'tribunalFormed' },
        ...(adHoc && first ? [{ type: 'adHocTribunalFormed' }] : []),
        ...(first ? termsBegin(rulesOf(context), isForeignRelated(caseFile, proceeding!.id), 'award') : []),
      ],
    };
  },
});

/** An ad hoc tribunal files its parties, seat, members and rules with the association (AL25 82). */
const recordAdHocFiling = command({
  ...here,
  type: 'recordAdHocFiling',
  kind: 'fact',
  label: text('登记向仲裁协会备案', 'Record the filing with the association'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('备案日期', 'Filed on') },
  fields: { receipt: itemOf({ label: text('备案回执', 'Receipt'), optional: true }) },
  requires: [
    stateRequirement({
      code: 'not-ad-hoc',
      basis: [{ instrument: 'AL25', article: '第八十二条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'adHocTribunalFormed', { proceeding: proceeding!.id }) === null
          ? { text: text('不是临时仲裁，或仲裁庭尚未组成。', 'Not an ad hoc arbitration, or no tribunal yet.') }
          : null,
    }),
  ],
});

/** Somebody asks that an arbitrator step down; the head of the institution decides (AL25 46-48). */
const recordArbitratorChallenge = command({
  ...here,
  type: 'recordArbitratorChallenge',
  kind: 'fact',
  label: text('登记回避申请及决定', 'Record a challenge and its decision'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    ground: choiceOf({
      label: text('事由', 'Ground'),
      of: {
        kinship: text('是当事人、代理人或其近亲属', 'Party, agent or close relative'),
        interest: text('与本案有利害关系', 'Interest in the case'),
        relation: text('有其他可能影响公正的关系', 'Another relation'),
        meeting: text('私自会见或接受请客送礼', 'Private meeting or gifts'),
      },
    }),
    result: choiceOf({
      label: text('决定', 'Decision'),
      of: { replaced: text('回避，重新选定或指定', 'Steps down; to be replaced'), kept: text('不予回避', 'Stays') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { ground: data.ground, result: data.result } }),
});

/** A court is asked, through the institution, to preserve property, conduct or evidence (AL25 39, 58, 79, 82). */
const recordInterimMeasure = command({
  ...here,
  type: 'recordInterimMeasure',
  kind: 'fact',
  label: text('登记保全申请', 'Record an interim measure'),
  hint: text(
    '仲裁机构将申请提交法院，由法院决定。',
    'The institution passes the application to the court, which decides.',
  ),
  by: secretary,
  occurredOn: { precision: 'day', label: text('提交法院日期', 'Passed to the court on') },
  fields: {
    measure: choiceOf({
      label: text('种类', 'Kind'),
      of: {
        property: text('财产保全', 'Property'),
        conduct: text('行为保全（责令或禁止一定行为）', 'Conduct order'),
        evidence: text('证据保全', 'Evidence'),
      },
    }),
    result: choiceOf({
      label: text('法院处理', 'What the court did'),
      of: { pending: text('待裁定', 'Pending'), granted: text('准许', 'Granted'), refused: text('驳回', 'Refused') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { measure: data.measure, result: data.result } }),
});

/** More time for the award, as the institution's rules allow. */
const extendAwardTerm = command({
  ...here,
  type: 'extendAwardTerm',
  kind: 'fact',
  label: text('批准延长裁决期限', 'Term of the award extended'),
  by: secretary,
  fields: { days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 400 }) },
  requires: [],
  apply: ({ data }) => ({ facts: [{ type: 'awardTermExtended', values: { days: data.days } }] }),
});

export const tribunalCommands: readonly CommandDefinition[] = [
  appointTribunal,
  recordAdHocFiling,
  recordArbitratorChallenge,
  recordInterimMeasure,
  extendAwardTerm,
];
