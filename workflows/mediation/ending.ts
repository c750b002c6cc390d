import type { Id } from '../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { latestFact } from '../facts.ts';
import { choiceOf, choicesOf, flag, mattersOf, organisationOf, partyOf, textOf } from '../fields.ts';
import { someLabelsOf } from '../rules/labels.ts';
import { mediationEndReasons } from '../rules/reasons.ts';
import { text } from '../text.ts';
import { coverage } from './agreements.ts';
import { mattersAreOpen } from './requirements.ts';

import { chosen, committee, decided, here, mediators } from './shared.ts';

const endReasons = someLabelsOf(mediationEndReasons, [
  'settledAndWithdrew',
  'unreachable',
  'partyWillNotGoOn',
  'tooFarApart',
  'termExpired',
  'refusedToSign',
  'other',
]);
const endCases = [
  { coversAll: true, someSettled: false },
  { coversAll: true, someSettled: true },
  { coversAll: false, someSettled: false },
  { coversAll: false, someSettled: true },
] as const;

interface MattersData {
  readonly matters: readonly Id[];
}
const coverageOf = (context: Context<MattersData>) => {
  const { coversAll, someSettled } = coverage(context.proceeding!, chosen(context.data, context.proceeding!));
  return { coversAll, someSettled };
};

/** Ends mediation without an agreement over some or all matters, and tells of the other routes (PML 26). */
const endMediation = command({
  ...here,
  type: 'endMediation',
  kind: 'step',
  label: text('终止调解', 'End without agreement'),
  tone: 'danger',
  by: mediators,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('终止日期', 'Ended on') },
  fields: {
    reason: choiceOf({ label: text('终结原因', 'Why it ended'), of: endReasons }),
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部未决事项）', 'Matters (none: all that are open)') }),
    routesTold: flag({
      label: text('已告知仲裁、行政、诉讼等途径', 'Told of arbitration, administrative and court routes'),
    }),
  },
  requires: [
    mattersAreOpen,
    dataRequirement<{ routesTold: boolean }>({
      code: 'routes-not-told',
      effect: 'marks',
      basis: [{ instrument: 'SDR', article: '第三十五条' }],
      check: ({ data, proceeding }) =>
        data.routesTold
          ? null
          : {
              ...(proceeding!.channel === 'peopleMediation'
                ? { basis: [{ instrument: 'PML', article: '第二十六条' }] }
                : {}),
              text: text('未告知当事人其他解决途径。', 'The parties were not told of the other routes.'),
              instead: text('请补行告知并记录。', 'Tell them now and record it.'),
            },
    }),
  ],
  facts: coverageOf,
  factCases: endCases,
  apply: ({ data, caseFile, proceeding }) => {
    const matters = chosen(data, proceeding!);
    return {
      caseFile: decided(
        caseFile,
        proceeding!,
        matters,
        data.reason === 'settledAndWithdrew' ? 'settledWithoutPaper' : 'failed',
      ),
      matters,
      values: { reason: data.reason },
      facts: [{ type: 'mediationFailed', matters, values: { reason: data.reason } }],
    };
  },
});

const withdrawApplication = command({
  ...here,
  type: 'withdrawApplication',
  kind: 'step',
  label: text('申请人撤回', 'The claimant withdraws'),
  by: committee,
  relation: 'custodian',
  fields: {
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部未决事项）', 'Matters (none: all that are open)') }),
  },
  requires: [mattersAreOpen],
  facts: coverageOf,
  factCases: endCases,
  apply: ({ data, caseFile, proceeding }) => {
    const matters = chosen(data, proceeding!);
    return {
      caseFile: decided(caseFile, proceeding!, matters, 'withdrawn'),
      matters,
      facts: [{ type: 'mediationWithdrawn', matters }],
    };
  },
});

/** Stops a mediation that looks staged, and reports it; nothing may be sealed meanwhile (IMR 18, CPL 115). */
const suspendMediation = command({
  ...here,
  type: 'suspendMediation',
  kind: 'step',
  label: text('疑似虚假调解，中止', 'Suspend: suspected sham'),
  tone: 'danger',
  by: mediators,
  relation: 'custodian',
  fields: {
    signs: choicesOf({
      label: text('疑点', 'Signs'),
      of: {
        noDispute: text('双方没有实质争议', 'No real dispute'),
        sameAgent: text('双方由同一人代理或安排', 'One person acts for both'),
        tooFast: text('异常迅速达成一致', 'Agreement suspiciously fast'),
        fabricatedRight: text('权利或侵权关系疑似捏造', 'Right or infringement looks fabricated'),
        harmsOthers: text('可能损害他人利益', 'May harm others'),
      },
    }),
    reportedTo: organisationOf({
      label: text('报告对象', 'Reported to'),
      kinds: ['court', 'peopleMediationCommittee', 'protectionCentre', 'publicSecurity'],
      optional: true,
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { signs: data.signs.length, reportedTo: data.reportedTo } }),
});

const resumeStates = ['accepted', 'assigned', 'inSession', 'adjourned', 'awaitingFormalities'] as const;

const resumeMediation = command({
  ...here,
  type: 'resumeMediation',
  kind: 'step',
  label: text('疑点排除，恢复调解', 'Resume'),
  by: committee,
  relation: 'custodian',
  fields: { finding: textOf({ label: text('核实结论', 'What was found'), maxLength: 500, multiline: true }) },
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: resumeStates.map((resumeTo) => ({ resumeTo })),
});

/** A dispute that may escalate or touches public security or crime is reported at once; a committee reports and transfers nothing (PML 25, F14). */
const reportRisk = command({
  ...here,
  type: 'reportRisk',
  kind: 'fact',
  label: text('报告风险', 'Report a risk'),
  by: committee,
  relation: 'custodian',
  fields: {
    kind: choiceOf({
      label: text('风险', 'Risk'),
      of: {
        escalation: text('矛盾可能激化', 'May escalate'),
        publicSecurity: text('涉及治安', 'Public security'),
        crime: text('涉嫌犯罪', 'Suspected crime'),
      },
    }),
    reportedTo: organisationOf({ label: text('报告机关', 'Reported to'), kinds: ['publicSecurity', 'procuratorate'] }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { kind: data.kind, reportedTo: data.reportedTo } }),
});

/** At a party's request: when mediation began and ended and why it failed. Nothing of what was said (SDR 24). */
const issueEndStatement = command({
  ...here,
  type: 'issueEndStatement',
  kind: 'fact',
  label: text('应当事人要求出具说明', 'State the end at a party’s request'),
  hint: text(
    '只写起止时间和未达成的原因，不写调解中的意见和让步。',
    'Only when it began and ended and why; nothing that was said.',
  ),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('出具日期', 'Issued on') },
  fields: {
    party: partyOf({ label: text('提出要求的当事人', 'Who asked') }),
    reason: choiceOf({ label: text('未达成的原因', 'Why it failed'), of: endReasons }),
  },
  requires: [
    stateRequirement({
      code: 'mediation-not-ended',
      basis: [{ instrument: 'SDR', article: '第二十四条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'mediationFailed', { proceeding: proceeding!.id }) === null
          ? { text: text('调解尚未终止。', 'The mediation has not ended.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { reason: data.reason } }),
});

export const endingCommands: readonly CommandDefinition[] = [
  endMediation,
  issueEndStatement,
  withdrawApplication,
  suspendMediation,
  resumeMediation,
  reportRisk,
];
