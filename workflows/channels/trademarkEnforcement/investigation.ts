import { type CommandDefinition, command, dataRequirement } from '../../command.ts';
import { factsOf, latestFact } from '../../facts.ts';
import { choiceOf, count, flag, legalDate, money, textOf } from '../../fields.ts';
import { type CrimeFigures, type CrimeId, crimeHints, crimes } from '../../rules/crime-thresholds.ts';
import { labelsOf } from '../../rules/labels.ts';
import { type ExcludedTime, excludedTimes, headMayExtendDays, suspensionReasons } from '../../rules/penalty-terms.ts';
import { text } from '../../text.ts';
import { crimeFitsRight, unnamedCrimes } from '../criminalReferral/suspicion.ts';
import { here, officers } from './shared.ts';

const extendHandling = command({
  ...here,
  type: 'extendHandling',
  kind: 'fact',
  label: text('延长办案期限', 'Extend the handling term'),
  by: officers,
  occurredOn: { precision: 'day', label: text('批准日期', 'Approved on') },
  fields: {
    approvedBy: choiceOf({
      label: text('批准', 'Approved by'),
      of: {
        head: text('负责人批准', 'The head'),
        collective: text('负责人集体讨论决定', 'Collective decision of the heads'),
      },
    }),
    days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 365 }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }),
  },
  requires: [
    dataRequirement<{ approvedBy: 'head' | 'collective'; days: number }>({
      code: 'head-extends-too-long',
      basis: [{ instrument: 'PENP', article: '第六十四条' }],
      check: ({ data, caseFile, proceeding }) => {
        const earlier = factsOf(caseFile, 'extendHandling', { proceeding: proceeding!.id })
          .filter((fact) => fact.values.approvedBy === 'head')
          .reduce((sum, fact) => sum + Number(fact.values.days), 0);
        return data.approvedBy === 'head' && earlier + data.days > headMayExtendDays
          ? {
              text: text('超过负责人可以批准的延长。', 'More than the head alone may approve.'),
              instead: text('由负责人集体讨论决定。', 'Have the heads decide together.'),
              field: 'days',
            }
          : null;
      },
    }),
    dataRequirement<{ approvedBy: 'head' | 'collective' }>({
      code: 'head-extends-first',
      basis: [{ instrument: 'PENP', article: '第六十四条' }],
      check: ({ data, caseFile, proceeding }) =>
        data.approvedBy === 'collective' &&
        latestFact(caseFile, 'extendHandling', { proceeding: proceeding!.id }) === null
          ? {
              text: text(
                '负责人批准的延长仍不能办结的，才由集体讨论决定。',
                'The heads decide together only after the extension by the head.',
              ),
              field: 'approvedBy',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { approvedBy: data.approvedBy, days: data.days },
    facts: [{ type: 'handlingExtended', values: { days: data.days } }],
  }),
});

const timeField = {
  kind: choiceOf({ label: text('不计入期限的事项', 'What is not counted'), of: labelsOf(excludedTimes) }),
};

const beginExcludedTime = command({
  ...here,
  type: 'beginExcludedTime',
  kind: 'fact',
  label: text('不计期限的事项开始', 'Time not counted begins'),
  by: officers,
  occurredOn: { precision: 'day', label: text('开始日期', 'From') },
  fields: timeField,
  requires: [],
  apply: ({ data }) => ({ values: { kind: data.kind }, facts: [{ type: `${data.kind}Began` }] }),
});

const endExcludedTime = command({
  ...here,
  type: 'endExcludedTime',
  kind: 'fact',
  label: text('不计期限的事项结束', 'Time not counted ends'),
  by: officers,
  occurredOn: { precision: 'day', label: text('结束日期', 'Until') },
  fields: timeField,
  requires: [
    dataRequirement<{ kind: ExcludedTime }>({
      code: 'excluded-time-not-begun',
      basis: [{ instrument: 'PENP', article: '第六十四条' }],
      check: ({ data, caseFile, proceeding }) => {
        const scope = { proceeding: proceeding!.id };
        const began = factsOf(caseFile, `${data.kind}Began`, scope).length;
        return began > factsOf(caseFile, `${data.kind}Ended`, scope).length
          ? null
          : { text: text('还没有登记该事项开始。', 'Its beginning is not recorded.'), field: 'kind' };
      },
    }),
  ],
  apply: ({ data }) => ({ values: { kind: data.kind }, facts: [{ type: `${data.kind}Ended` }] }),
});

type Findings = CrimeFigures & { readonly crime: CrimeId | null; readonly actsUntil: string | null };

/** What was found out. Figures that reach a threshold of the criminal interpretation ask for a decision on transfer before any penalty (TRR 11). */
const recordFindings = command({
  ...here,
  type: 'recordFindings',
  kind: 'fact',
  label: text('登记查明的事实', 'Record the findings'),
  by: officers,
  occurredOn: { precision: 'day', label: text('查明日期', 'Found out on') },
  fields: {
    turnoverFen: money({ label: text('违法经营额（销售金额）', 'Illegal turnover'), optional: true }),
    gainFen: money({ label: text('违法所得', 'Illegal gain'), optional: true }),
    lossFen: money({ label: text('权利人损失', 'The right holder’s loss'), optional: true }),
    pieces: count({ label: text('标识、复制品数量', 'Labels or copies'), maximum: 1_000_000_000, optional: true }),
    actsUntil: legalDate({ label: text('最后一次违法行为日期', 'Day of the last act'), optional: true }),
    crime: choiceOf({
      label: text('可能涉及的犯罪（专利侵权不属于犯罪）', 'Crime it may be (patent infringement is none)'),
      of: labelsOf(crimes),
      optional: true,
    }),
    repeated: flag({ label: text('五年内两次以上或者有其他从重情节', 'Repeated within five years, or aggravated') }),
    summary: textOf({ label: text('查明的事实', 'Findings'), maxLength: 2000, multiline: true }),
  },
  requires: [
    crimeFitsRight<Findings>(({ data }) => data.crime),
    dataRequirement<Findings>({
      code: 'crime-may-be-suspected',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [
        { instrument: 'TRR', article: '第三条' },
        { instrument: 'IPC25', article: '第三条、第五条、第六条、第十条、第十三条、第十四条、第十七条' },
      ],
      check: (context) => {
        const { data, day } = context;
        const found = data.crime === null ? unnamedCrimes(context, data, data.actsUntil ?? day) : [];
        return found.length === 0
          ? null
          : {
              text: text(
                `数额已达到刑事追诉标准：${found.map((crime) => crimes[crime].label.zh).join('、')}；有合理嫌疑的应当移送。`,
                `The figures reach a threshold: ${found.map((crime) => crimes[crime].label.en).join(', ')}; on reasonable suspicion the case is transferred.`,
              ),
              instead: text('请填写可能涉及的犯罪，并提出移送报告。', 'Name the crime it may be, and report it.'),
              field: 'crime',
            };
      },
    }),
  ],
  apply: ({ data, day }) => {
    const hints = data.crime === null ? [] : crimeHints(data.crime, data, data.actsUntil ?? day);
    return {
      values: {
        turnoverFen: data.turnoverFen,
        gainFen: data.gainFen,
        lossFen: data.lossFen,
        pieces: data.pieces,
        crime: data.crime,
        repeated: data.repeated,
        reached: hints.length > 0,
        oldLawToConfirm: hints.some(({ toConfirm }) => toConfirm),
      },
    };
  },
});

/** A suit or a dispute over ownership does not end the case: the authority may wait (TM19 62, TM26 76). */
const suspendEnforcement = command({
  ...here,
  type: 'suspendEnforcement',
  kind: 'step',
  label: text('中止', 'Suspend'),
  by: officers,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    reason: choiceOf({ label: text('原因', 'Reason'), of: labelsOf(suspensionReasons) }),
    explanation: textOf({ label: text('说明', 'Explanation'), maxLength: 300, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { reason: data.reason }, facts: [{ type: 'penaltyCaseSuspended' }] }),
});

const resumePenaltyCase = command({
  ...here,
  type: 'resumePenaltyCase',
  kind: 'step',
  label: text('恢复办理', 'Resume'),
  tone: 'primary',
  by: officers,
  occurredOn: { precision: 'day', label: text('恢复日期', 'Resumed on') },
  fields: {
    because: textOf({ label: text('中止原因如何消除', 'How the cause ended'), maxLength: 200, optional: true }),
  },
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: [{ resumeTo: 'investigating' }, { resumeTo: 'noticeGiven' }],
  apply: () => ({ facts: [{ type: 'penaltyCaseResumed' }] }),
});

export const investigationCommands: readonly CommandDefinition[] = [
  recordFindings,
  extendHandling,
  beginExcludedTime,
  endExcludedTime,
  suspendEnforcement,
  resumePenaltyCase,
];
