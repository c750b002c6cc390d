import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, partyOf, textOf } from '../../fields.ts';
import { correctedUntil, untilAfterNotice } from '../../rules/correction.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { labelsOf } from '../../rules/labels.ts';
import { administrativeRefusalReasons } from '../../rules/reasons-administrative-suit.ts';
import { text } from '../../text.ts';
import { numbered } from '../litigation/shared.ts';
import { rolesOf } from './roles.ts';
import { here, liaison } from './shared.ts';

/** What is missing is said once and in full, with a day (APL 51, APLI 55). */
const requireAdministrativeCorrection = command({
  ...here,
  type: 'requireAdministrativeCorrection',
  kind: 'step',
  label: text('告知补正起诉材料', 'Require a correction'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('告知日期', 'Told on') },
  fields: {
    papers: textOf({
      label: text('需要补正的内容（一次性告知）', 'What is missing (said once)'),
      maxLength: 500,
      multiline: true,
    }),
    until: correctedUntil,
  },
  requires: [
    untilAfterNotice('administrative-correction-before-start', [{ instrument: 'APLI', article: '第五十五条' }]),
  ],
  apply: ({ data }) => ({
    values: { until: data.until },
    facts: [{ type: 'administrativeCorrectionRequired', values: { until: data.until } }],
  }),
});

/** The corrected complaint arrived: the seven days run anew from here (APLI 49). */
const recordAdministrativeCorrection = command({
  ...here,
  type: 'recordAdministrativeCorrection',
  kind: 'step',
  label: text('收到补正的起诉材料', 'Correction received'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'administrativeComplaintReceived' }] }),
});

/** Registers the suit under the number on the court's paper; the time to serve the authority and the trial term begin (APL 51, 67, 81). */
const registerAdministrativeSuit = command({
  ...here,
  type: 'registerAdministrativeSuit',
  kind: 'step',
  label: text('登记行政诉讼立案', 'Register the administrative suit'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('立案日期', 'Registered on') },
  fields: {
    number: textOf(courtNumber),
    procedure: choiceOf({
      label: text('审理程序', 'Procedure'),
      of: { ordinary: text('普通程序', 'Ordinary'), summary: text('简易程序', 'Summary') },
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: numbered(caseFile, proceeding!, data.number),
    values: { procedure: data.procedure },
    facts: [
      { type: 'administrativeComplaintToServe' },
      { type: data.procedure === 'summary' ? 'administrativeSummaryTrialBegan' : 'administrativeTrialBegan' },
      ...rolesOf(caseFile, proceeding!).plaintiffs.map((party) => ({ type: 'administrativeSuitRegistered', party })),
    ],
  }),
});

/** A ruling of non-acceptance names its ground and can be appealed (APL 51). */
const refuseAdministrativeSuit = command({
  ...here,
  type: 'refuseAdministrativeSuit',
  kind: 'step',
  label: text('裁定不予立案', 'Ruled: not accepted'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(administrativeRefusalReasons) }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { reason: data.reason } }),
});

/** The complaint reached the authority: its fifteen days to answer and to bring its evidence run on its own desk (APL 67). */
const serveAuthority = command({
  ...here,
  type: 'serveAuthority',
  kind: 'fact',
  label: text('登记起诉状副本送达被告机关', 'Record service on the authority'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: { proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }) },
  requires: [
    stateRequirement({
      code: 'administrative-suit-not-registered',
      basis: [{ instrument: 'APL', article: '第六十七条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'registerAdministrativeSuit', { proceeding: proceeding!.id }) === null
          ? { text: text('案件尚未立案。', 'The case is not registered yet.') }
          : null,
    }),
  ],
  apply: () => ({ facts: [{ type: 'authorityServed' }] }),
});

/** The authority answers, with the evidence and the rules it acted on; what it does not bring in time counts as missing (APL 34, 67). */
const recordAuthorityDefence = command({
  ...here,
  type: 'recordAuthorityDefence',
  kind: 'fact',
  label: text('收到被告机关的答辩和证据', 'Defence and evidence of the authority received'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    withEvidence: flag({ label: text('已提交作出裁决的证据和依据', 'With the evidence and rules it acted on') }),
  },
  requires: [
    dataRequirement<{ withEvidence: boolean }>({
      code: 'authority-without-evidence',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [
        { instrument: 'APL', article: '第三十四条' },
        { instrument: 'APL', article: '第六十七条' },
      ],
      check: ({ data }) =>
        data.withEvidence
          ? null
          : {
              text: text(
                '被告不提供或者无正当理由逾期提供证据的，视为没有相应证据。',
                'What the authority does not bring, or brings late without a good reason, counts as missing.',
              ),
              field: 'withEvidence',
            },
    }),
  ],
  apply: ({ data }) => ({
    values: { withEvidence: data.withEvidence },
    facts: [{ type: 'authorityDefenceReceived' }],
  }),
});

/** The defence goes on to the plaintiff (APL 67). */
const forwardAuthorityDefence = command({
  ...here,
  type: 'forwardAuthorityDefence',
  kind: 'fact',
  label: text('答辩状副本发送原告', 'Defence sent on to the plaintiff'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('发送日期', 'Sent on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'authorityDefenceForwarded' }] }),
});

/** A party to the ruling that did not sue takes part as third person, on its own application or the court's notice (APL 29, APLI 30). */
const joinThirdPerson = command({
  ...here,
  type: 'joinThirdPerson',
  kind: 'fact',
  label: text('登记第三人参加诉讼', 'Record a third person'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('通知或准许日期', 'Notified or admitted on') },
  fields: {
    party: partyOf({ label: text('第三人', 'Third person') }),
    how: choiceOf({
      label: text('方式', 'How'),
      of: { notified: text('法院通知', 'Notified by the court'), applied: text('申请参加', 'On its application') },
    }),
  },
  requires: [
    dataRequirement<{ party: string }>({
      code: 'plaintiff-is-no-third-person',
      basis: [{ instrument: 'APL', article: '第二十九条' }],
      check: ({ data, caseFile, proceeding }) =>
        rolesOf(caseFile, proceeding!).plaintiffs.includes(data.party)
          ? {
              text: text('起诉的当事人是原告，不是第三人。', 'Who sued is plaintiff, not third person.'),
              field: 'party',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { how: data.how } }),
});

export const filingCommands: readonly CommandDefinition[] = [
  requireAdministrativeCorrection,
  recordAdministrativeCorrection,
  registerAdministrativeSuit,
  refuseAdministrativeSuit,
  serveAuthority,
  recordAuthorityDefence,
  forwardAuthorityDefence,
  joinThirdPerson,
];
