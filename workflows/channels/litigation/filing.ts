import { type CommandDefinition, command, stateRequirement } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { factsOf } from '../../facts.ts';
import { choiceOf, flag, itemOf, partyOf, textOf } from '../../fields.ts';
import { courtDecisionInForce } from '../../path/standing.ts';
import { correctedUntil, untilAfterNotice } from '../../rules/correction.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { excluded } from '../../rules/guards.ts';
import { labelsOf } from '../../rules/labels.ts';
import { suitRefusalReasons } from '../../rules/reasons-litigation.ts';
import { text } from '../../text.ts';
import { procedures } from '../courtAnnexedMediation/referral.ts';
import { ended, here, liaison, numbered, respondentsOf, served } from './shared.ts';

/** What is missing is said once and in full, with a day (CPLI 208). */
const requireCorrection = command({
  ...here,
  type: 'requireCorrection',
  kind: 'step',
  label: text('告知补正', 'Require a correction'),
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
  requires: [untilAfterNotice('correction-term-before-start', [{ instrument: 'CPLI', article: '第二百零八条' }])],
  apply: ({ data }) => ({
    values: { until: data.until },
    facts: [{ type: 'correctionRequired', values: { until: data.until } }],
  }),
});

/** The corrected complaint arrived: the seven days run anew from here (CPLI 126). */
const recordCorrection = command({
  ...here,
  type: 'recordCorrection',
  kind: 'step',
  label: text('收到补正', 'Correction received'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'complaintReceived' }] }),
});

const respondentIsKnown = stateRequirement({
  code: 'definite-defendant-needed',
  basis: [{ instrument: 'CPL', article: '第一百二十二条' }],
  check: ({ caseFile, proceeding }) =>
    undecided(proceeding!).every((id) => (caseFile.matters[id]?.respondents.length ?? 0) > 0)
      ? null
      : {
          text: text('还没有登记明确的被告。', 'No definite defendant is registered yet.'),
          instead: text('请先用“增加当事人”登记被告，或要求原告补正。', 'Add the defendant, or require a correction.'),
        },
});

/** Registers the case under the number on the court's paper; the trial term and the time to serve begin (CPL 126, 128). */
const registerSuit = command({
  ...here,
  type: 'registerSuit',
  kind: 'step',
  label: text('登记立案', 'Register the suit'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('立案日期', 'Registered on') },
  fields: {
    number: textOf(courtNumber),
    procedure: choiceOf({ label: text('审理程序', 'Procedure'), of: procedures }),
  },
  requires: [
    respondentIsKnown,
    excluded(
      'F15',
      'already-decided-with-effect',
      'state',
      ({ caseFile, proceeding, given }) =>
        !given.actor.roles.includes('system') &&
        undecided(proceeding!).some((matter) => courtDecisionInForce(caseFile, matter)),
    ),
  ],
  apply: ({ data, caseFile, proceeding, given }) => ({
    caseFile: numbered(caseFile, proceeding!, data.number),
    values: { procedure: data.procedure },
    // A suit that comes back from an entrusted mediation was registered on a day that only its court knows: no term starts.
    facts: given.actor.roles.includes('system')
      ? [{ type: 'suitRegistered' }]
      : [
          { type: 'suitRegistered' },
          { type: data.procedure === 'summary' ? 'summaryTrialBegan' : 'ordinaryTrialBegan' },
          ...respondentsOf(caseFile, proceeding!).map((party) => ({ type: 'complaintToServe', party: party.id })),
        ],
  }),
});

/** A ruling of non-acceptance names its ground and can be appealed (CPL 126, 127, 157). */
const refuseSuit = command({
  ...here,
  type: 'refuseSuit',
  kind: 'step',
  label: text('裁定不予受理', 'Ruled: not accepted'),
  tone: 'danger',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(suitRefusalReasons) }),
    number: textOf({ ...courtNumber, optional: true }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'registration-owed-after-delegation',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [
        { instrument: 'IMR', article: '第二十一条' },
        { instrument: 'OMR', article: '第二十一条' },
      ],
      check: ({ caseFile, proceeding }) =>
        factsOf(caseFile, 'takeBackFromMediation', { proceeding: proceeding!.id }).length > 0
          ? {
              text: text(
                '委派调解不成的，符合条件的起诉法院应当登记立案。',
                'After a delegated mediation failed the court must register a suit that meets the conditions.',
              ),
            }
          : null,
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => {
    const end = ended(numbered(caseFile, proceeding!, data.number), proceeding!, 'turnedAway');
    return { ...end, values: { reason: data.reason } };
  },
});

/** When the complaint reached a defendant: its fifteen days run from that day, thirty without domicile in China (CPL 128, 285). */
const recordComplaintService = command({
  ...here,
  type: 'recordComplaintService',
  kind: 'fact',
  label: text('登记起诉状送达', 'Record service of the complaint'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('被告', 'Defendant'), side: 'respondent' }),
    abroad: flag({ label: text('在中国境内没有住所', 'Without domicile in China') }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'suit-not-registered',
      basis: [{ instrument: 'CPL', article: '第一百二十八条' }],
      check: ({ caseFile, proceeding }) =>
        factsOf(caseFile, 'suitRegistered', { proceeding: proceeding!.id }).length > 0
          ? null
          : { text: text('案件尚未立案。', 'The case is not registered yet.') },
    }),
  ],
  apply: ({ data, day }) => ({
    party: data.party,
    facts: [served('complaintServed', data.party, day, data.abroad)],
  }),
});

/** Nobody can be reached: service by public notice, deemed after its term (CPL 95). */
const issuePublicNotice = command({
  ...here,
  sharedWith: ['adminRuling'],
  type: 'issuePublicNotice',
  kind: 'fact',
  label: text('登记公告送达', 'Record a public notice'),
  by: ['courtLiaison', 'rulingOfficer'],
  occurredOn: { precision: 'day', label: text('公告日期', 'Issued on') },
  fields: {
    party: partyOf({ label: text('受送达人', 'Who is served') }),
    reason: textOf({ label: text('采用公告的原因和经过', 'Why, and what was tried'), maxLength: 300 }),
    abroad: flag({ label: text('在中国境内没有住所', 'Without domicile in China') }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    facts: [{ type: data.abroad ? 'publicNoticeIssuedAbroad' : 'publicNoticeIssued', party: data.party }],
  }),
});

export const filingCommands: readonly CommandDefinition[] = [
  requireCorrection,
  recordCorrection,
  registerSuit,
  refuseSuit,
  recordComplaintService,
  issuePublicNotice,
];
