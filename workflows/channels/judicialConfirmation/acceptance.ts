import { patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, count, flag, itemOf, legalDate, partiesOf, textOf } from '../../fields.ts';
import { effectOf } from '../../mediation/agreements.ts';
import { courtNumber, normalised } from '../../rules/court-number-field.ts';
import { labelsOf } from '../../rules/labels.ts';
import { nonAcceptanceReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';
import { windowEnd } from './preflight.ts';
import { ended, here, liaison } from './shared.ts';

/** All missing papers are asked for at once, with a day (CPLI 354). */
const requireSupplement = command({
  ...here,
  type: 'requireSupplement',
  kind: 'step',
  label: text('要求补充材料', 'Require supplements'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('通知日期', 'Told on') },
  fields: {
    papers: textOf({ label: text('需要补充的材料', 'Papers to hand in'), maxLength: 500, multiline: true }),
    until: legalDate({ label: text('补充期限至', 'To be handed in by'), mayBeFuture: true }),
  },
  requires: [
    dataRequirement<{ until: string }>({
      code: 'term-before-start',
      basis: [{ instrument: 'CPLI', article: '第三百五十四条' }],
      check: ({ data, day }) =>
        data.until > day
          ? null
          : { text: text('补充期限应晚于通知日期。', 'The day must lie after the notice.'), field: 'until' },
    }),
  ],
  apply: ({ data }) => ({
    values: { until: data.until },
    facts: [{ type: 'supplementRequired', values: { until: data.until } }],
  }),
});

const recordSupplement = command({
  ...here,
  type: 'recordSupplement',
  kind: 'step',
  label: text('收到补充材料', 'Supplements received'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: { complete: flag({ label: text('已补齐', 'Now complete') }) },
  requires: [],
  apply: ({ data }) => ({ values: { complete: data.complete } }),
});

/** Thirty days from the agreement's effect, judged by the day of filing (CPL 85, 205). The court decides, so this warns. */
const filedInWindow = stateRequirement({
  code: 'filed-after-window',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [
    { instrument: 'CPL', article: '第二百零五条' },
    { instrument: 'CPL', article: '第八十五条' },
  ],
  check: ({ caseFile, proceeding, given }) => {
    const handoff = caseFile.handoffs[proceeding!.openedByHandoff ?? ''];
    const effective = handoff?.agreement == null ? null : effectOf(caseFile, handoff.agreement);
    const filedOn = latestFact(caseFile, 'handoffReceived', { handoff: handoff?.id ?? '' })?.values.filedOn;
    if (effective === null || typeof filedOn !== 'string') return null;
    const { due } = windowEnd(effective, given);
    return filedOn > due
      ? {
          text: text(
            `申请日 ${filedOn} 晚于申请期最后一日 ${due}；是否受理由法院决定。`,
            `Filed on ${filedOn}, after the window's last day ${due}; the court decides.`,
          ),
        }
      : null;
  },
});

/** The court accepts. Its acceptance prevails over every warning of ours, the 30 days included (§10.3 of the reading notes). */
const acceptConfirmation = command({
  ...here,
  type: 'acceptConfirmation',
  kind: 'step',
  label: text('法院受理', 'The court accepts'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('受理日期', 'Accepted on') },
  fields: { number: textOf(courtNumber) },
  requires: [filedInWindow],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: normalised(data.number) }),
    facts: [{ type: 'confirmationAccepted' }],
    body: { number: normalised(data.number) },
  }),
});

/** An order of non-acceptance names one of the five grounds of CPLI 355. */
const refuseAcceptance = command({
  ...here,
  type: 'refuseAcceptance',
  kind: 'step',
  label: text('裁定不予受理', 'Ruled: not accepted'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(nonAcceptanceReasons) }),
    number: textOf({ ...courtNumber, optional: true }),
    scan: itemOf({ label: text('裁定书', 'The order'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: ended(caseFile, proceeding!, 'notAccepted'),
    values: { reason: data.reason },
    facts: [{ type: 'confirmationEnded', values: { how: 'notAccepted' } }],
  }),
});

/** The court calls both sides together and asks (CPLI 356). */
const holdVerification = command({
  ...here,
  type: 'holdVerification',
  kind: 'step',
  label: text('到场核实', 'Verification'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'minute', label: text('核实时间', 'Held at') },
  fields: {
    present: partiesOf({ label: text('到场的当事人', 'Parties present'), minimum: 0 }),
    voluntary: flag({
      label: text('各方确认自愿、理解后果', 'All confirmed that they agree freely and know what follows'),
    }),
    questions: textOf({ label: text('询问要点', 'What was asked'), maxLength: 1000, multiline: true, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { present: data.present.length, voluntary: data.voluntary } }),
});

const extendReview = command({
  ...here,
  type: 'extendReview',
  kind: 'step',
  label: text('院长批准延长审查', 'Review extended by the president'),
  by: liaison,
  fields: { days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 90 }) },
  requires: [],
  apply: ({ data }) => ({
    values: { days: data.days },
    facts: [{ type: 'reviewExtended', values: { days: data.days } }],
  }),
});

/** Asks the mediation organisation; its answer is a paper of its own class and the only process paper that may go (CPLI 356). */
const askOrganisation = command({
  ...here,
  type: 'askOrganisation',
  kind: 'fact',
  label: text('向调解组织核实', 'Ask the mediation organisation'),
  by: liaison,
  fields: { question: textOf({ label: text('核实事项', 'Question'), maxLength: 500, multiline: true }) },
  requires: [],
  apply: () => ({}),
});

const recordWithdrawal = command({
  ...here,
  type: 'recordWithdrawal',
  kind: 'step',
  label: text('准许撤回申请', 'Withdrawal allowed'),
  by: liaison,
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => ({
    caseFile: ended(caseFile, proceeding!, 'withdrawn'),
    facts: [{ type: 'confirmationEnded', values: { how: 'withdrawn' } }],
  }),
});

/** Papers not handed in, or questions refused: the court may treat the application as withdrawn (CPLI 357). */
const deemWithdrawn = command({
  ...here,
  type: 'deemWithdrawn',
  kind: 'step',
  label: text('按撤回申请处理', 'Deemed withdrawn'),
  tone: 'danger',
  by: liaison,
  fields: {
    because: choiceOf({
      label: text('原因', 'Why'),
      of: {
        noSupplement: text('经通知不补充材料', 'Papers not handed in'),
        noAnswer: text('拒不接受询问', 'Refused to be asked'),
      },
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: ended(caseFile, proceeding!, 'withdrawn'),
    values: { because: data.because },
    facts: [{ type: 'confirmationEnded', values: { how: 'deemedWithdrawn' } }],
  }),
});

export const acceptanceCommands: readonly CommandDefinition[] = [
  requireSupplement,
  recordSupplement,
  acceptConfirmation,
  refuseAcceptance,
  holdVerification,
  extendReview,
  askOrganisation,
  recordWithdrawal,
  deemWithdrawn,
];
