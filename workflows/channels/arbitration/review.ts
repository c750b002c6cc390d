import { type Id, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { dayOfFact, factsOf, latestFact } from '../../facts.ts';
import { choiceOf, itemOf, legalDate, partyOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { excluded } from '../../rules/guards.ts';
import { labelsOf } from '../../rules/labels.ts';
import { awardGrounds, groundsAgainst } from '../../rules/reasons-arbitration.ts';
import { text } from '../../text.ts';
import { decidedHere, ended, here, isForeignRelated, secretary } from './shared.ts';

interface ApplicationData {
  readonly party: Id;
  readonly ground: keyof typeof awardGrounds;
}

/** The last day to apply, by the terms that began for the party; where two laws may apply the shorter. */
function lastDayToApply({ caseFile, proceeding, data, given }: Context<ApplicationData>): string | null {
  const scope = { proceeding: proceeding!.id, party: data.party };
  const starts = [
    ['setAsideTermBegan', 'arb.setaside'],
    ['setAsideTermBeganUnderOldLaw', 'arb.setaside.old'],
  ] as const;
  const dues = starts.flatMap(([type, rule]) => {
    const start = dayOfFact(caseFile, type, scope);
    return start === null ? [] : (dueByRule(rule, start, given.calendar).due ?? []);
  });
  return dues.sort()[0] ?? null;
}

/** A party asks the intermediate court of the institution's place to set the award aside (AL25 71-73, 83). */
const applyToSetAside = command({
  ...here,
  type: 'applyToSetAside',
  kind: 'step',
  label: text('登记撤销裁决的申请', 'Record an application to set aside'),
  hint: text(
    '由仲裁机构所在地的中级人民法院审查，这里只作登记。',
    "The intermediate court of the institution's place examines it.",
  ),
  by: secretary,
  occurredOn: { precision: 'day', label: text('法院受理日期', 'Accepted by the court on') },
  fields: {
    party: partyOf({ label: text('申请人', 'Who applies') }),
    ground: choiceOf({
      label: text('理由', 'Ground'),
      of: labelsOf(awardGrounds),
      only: ({ caseFile, proceeding }) =>
        proceeding === null ? [] : groundsAgainst(isForeignRelated(caseFile, proceeding.id)),
    }),
    filedOn: legalDate({ label: text('提出申请日期', 'Filed on') }),
    number: textOf({ ...courtNumber, optional: true }),
  },
  requires: [
    dataRequirement<ApplicationData & { filedOn: string }>({
      code: 'set-aside-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [
        { instrument: 'AL25', article: '第七十二条' },
        { instrument: 'AL17', article: '第五十九条' },
      ],
      check: (context) => {
        const last = lastDayToApply(context);
        return last !== null && context.data.filedOn > last
          ? {
              text: text(
                `（较短的）申请期限已于 ${last} 届满，是否受理由法院决定。`,
                `The (shorter) time ended on ${last}; the court decides.`,
              ),
              field: 'filedOn',
            }
          : null;
      },
    }),
    excluded<ApplicationData>(
      'F16',
      'same-ground-again',
      'data',
      ({ data, caseFile }) =>
        factsOf(caseFile, 'nonEnforcementRejected').some((fact) => fact.values.ground === data.ground),
      'ground',
    ),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { ground: data.ground, filedOn: data.filedOn },
    facts: [{ type: 'setAsideAccepted', values: { ground: data.ground } }],
    body: { number: data.number },
  }),
});

/** The court's ruling: rejected, set aside, or the tribunal is to arbitrate anew while setting aside is stayed (AL25 73, 74). */
const decideSetAside = command({
  ...here,
  type: 'decideSetAside',
  kind: 'step',
  label: text('登记撤销申请的裁定', 'Record the ruling on setting aside'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    review: choiceOf({
      label: text('结果', 'Result'),
      of: {
        rejected: text('驳回申请', 'Rejected'),
        setAside: text('撤销裁决', 'Set aside'),
        remitted: text('通知重新仲裁，中止撤销程序', 'To be arbitrated anew; setting aside is stayed'),
      },
    }),
    until: legalDate({ label: text('重新仲裁的期限至', 'Anew by'), mayBeFuture: true, optional: true }),
    scan: itemOf({ label: text('裁定书或通知', 'The ruling'), optional: true }),
  },
  requires: [
    dataRequirement<{ review: string; until: string | null }>({
      code: 'remission-needs-its-day',
      basis: [{ instrument: 'AL25', article: '第七十四条' }],
      check: ({ data, day }) =>
        data.review === 'remitted' && (data.until === null || data.until <= day)
          ? {
              text: text('请填写法院指定的重新仲裁期限。', "Give the court's day for the new arbitration."),
              field: 'until',
            }
          : null,
    }),
  ],
  facts: ({ data }) => ({ review: data.review }),
  factCases: [{ review: 'rejected' }, { review: 'setAside' }, { review: 'remitted' }],
  apply: ({ data, caseFile, proceeding }) => {
    const values = { review: data.review, until: data.until };
    if (data.review === 'setAside') {
      const end = ended(caseFile, proceeding!, 'setAside', decidedHere(proceeding!));
      return { values, caseFile: end.caseFile, facts: [...end.facts, { type: 'awardSetAside' }] };
    }
    if (data.review === 'remitted')
      return {
        values,
        facts: [{ type: 'setAsideStayed' }, { type: 'remissionOrdered', values: { until: data.until } }],
      };
    const ground = latestFact(caseFile, 'setAsideAccepted', { proceeding: proceeding!.id })?.values.ground ?? null;
    return { values, facts: [{ type: 'setAsideRejected', values: { ground } }] };
  },
});

/** The tribunal begins anew: the court ends the procedure to set aside (AL25 74), and the matters are open again. */
const beginReArbitration = command({
  ...here,
  type: 'beginReArbitration',
  kind: 'step',
  label: text('仲裁庭开始重新仲裁', 'The tribunal begins anew'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('开始日期', 'Begun on') },
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => {
    const matters = decidedHere(proceeding!);
    const outcomes = Object.fromEntries(
      Object.entries(proceeding!.outcomes).filter(([matter]) => !matters.includes(matter)),
    );
    return {
      caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { outcomes }),
      facts: [{ type: 'arbitrationReopened', matters }],
    };
  },
});

/** The tribunal refuses: the court resumes the procedure, and its time goes on (AL25 74). */
const refuseReArbitration = command({
  ...here,
  type: 'refuseReArbitration',
  kind: 'step',
  label: text('仲裁庭拒绝重新仲裁', 'The tribunal refuses'),
  tone: 'danger',
  by: secretary,
  occurredOn: { precision: 'day', label: text('恢复撤销程序日期', 'Setting aside resumed on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'setAsideResumed' }] }),
});

/** A court refused to enforce the award: a new agreement, or a suit, is open (AL25 10, 76, 84). */
const recordNonEnforcement = command({
  ...here,
  type: 'recordNonEnforcement',
  kind: 'step',
  label: text('登记不予执行的裁定', 'Record a ruling not to enforce'),
  tone: 'danger',
  by: secretary,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: { scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }) },
  requires: [
    stateRequirement({
      code: 'nothing-awarded-here',
      basis: [{ instrument: 'AL25', article: '第七十六条' }],
      check: ({ proceeding }) =>
        decidedHere(proceeding!).length > 0
          ? null
          : { text: text('没有可以不予执行的裁决。', 'No award stands here that could be refused enforcement.') },
    }),
  ],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'notEnforced', decidedHere(proceeding!)),
});

export const reviewCommands: readonly CommandDefinition[] = [
  applyToSetAside,
  decideSetAside,
  beginReArbitration,
  refuseReArbitration,
  recordNonEnforcement,
];
