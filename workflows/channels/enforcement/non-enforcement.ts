import type { Id, LegalDate } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import {
  type CommandDefinition,
  type Context,
  command,
  dataRequirement,
  type Requirement,
  stateRequirement,
} from '../../command.ts';
import { dayOfFact, factsOf, latestFact } from '../../facts.ts';
import { choiceOf, count, itemOf, legalDate, partyOf } from '../../fields.ts';
import { excluded } from '../../rules/guards.ts';
import { labelsOf } from '../../rules/labels.ts';
import { awardGrounds } from '../../rules/reasons-arbitration.ts';
import { text } from '../../text.ts';
import { ended, here, officer, titleOf } from './shared.ts';

/** Grounds against an award, and those that only a notarised instrument has (NDE 12, 19). */
const grounds = {
  ...labelsOf(awardGrounds),
  notaryProcedure: text('严重违反法定公证程序', 'A serious breach of the notarial procedure'),
  shamArbitration: text('恶意或虚假仲裁损害案外人', 'A sham arbitration that harms an outsider'),
} as const;

interface Application {
  readonly by: 'debtor' | 'outsider';
  readonly party: Id | null;
  readonly ground: keyof typeof grounds;
  readonly knewOn: LegalDate | null;
}

/** Only awards and notarised instruments are refused enforcement; a judgment is retried, a confirmation objected to. */
const titleCanBeRefused: Requirement = stateRequirement({
  code: 'title-is-not-refused',
  basis: [{ instrument: 'CPL', article: '第二百四十八条、第二百四十九条' }],
  check: ({ caseFile, proceeding }) =>
    ['arbitration', 'notarisedEnforcement'].includes(titleOf(caseFile, proceeding!)?.channel ?? '')
      ? null
      : {
          text: text(
            '只有仲裁裁决和公证债权文书可以申请不予执行。',
            'Only awards and notarised instruments can be refused enforcement.',
          ),
          instead: text('裁判申请再审，确认裁定提出异议。', 'A judgment is retried, a confirmation objected to.'),
        },
});

const applicantIsNamed: Requirement<Application> = dataRequirement({
  code: 'applicant-incomplete',
  basis: [{ instrument: 'AWE', article: '第八条、第九条' }],
  check: ({ data }) => {
    if (data.by === 'debtor' && data.party === null)
      return { text: text('请选择被执行人。', 'Say which debtor.'), field: 'party' };
    return data.by === 'outsider' && data.knewOn === null
      ? {
          text: text('请填写案外人知道执行措施的日期。', 'Give the day the outsider learned of the measure.'),
          field: 'knewOn',
        }
      : null;
  },
});

/** Fifteen days for the debtor, thirty for an outsider; for forged evidence and corruption from knowledge (AWE 8, 9; NDE 13). */
function lastDay({ data, caseFile, proceeding, given }: Context<Application>): LegalDate | null {
  if (data.by === 'outsider')
    return data.knewOn === null ? null : dueByRule('arb.nonenforce.third', data.knewOn, given.calendar).due;
  const scope = { proceeding: proceeding!.id, party: data.party ?? 'nobody' };
  const notarised = dayOfFact(caseFile, 'notarisedNonEnforcementTermBegan', scope);
  const served = notarised ?? dayOfFact(caseFile, 'nonEnforcementTermBegan', scope);
  const fromKnowledge = ['forgedEvidence', 'corruptArbitrator'].includes(data.ground) ? data.knewOn : null;
  const start = fromKnowledge ?? served;
  if (start === null) return null;
  return dueByRule(notarised === null ? 'arb.nonenforce' : 'enf.notarised.nonenforce', start, given.calendar).due;
}

const notLate: Requirement<Application> = dataRequirement({
  code: 'non-enforcement-late',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'AWE', article: '第八条、第九条、第十九条' }],
  check: (context) => {
    const last = lastDay(context);
    return last !== null && context.day > last
      ? {
          text: text(
            `申请期限已于 ${last} 届满，是否受理由法院决定。`,
            `The time ended on ${last}; the court decides.`,
          ),
        }
      : null;
  },
});

/** What the parties agreed on is not refused, save in the public interest (AWE 17). */
const agreedStands: Requirement<Application> = dataRequirement({
  code: 'agreed-award-stands',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'AWE', article: '第十七条' }],
  check: ({ data, caseFile, proceeding }) => {
    const outcomes = Object.values(titleOf(caseFile, proceeding!)?.outcomes ?? {});
    const agreed = outcomes.some((one) => one === 'consentAward' || one === 'mediationDocument');
    return agreed && data.by === 'debtor' && data.ground !== 'publicInterest'
      ? {
          text: text(
            '仲裁调解书和依协议作出的裁决，除违背社会公共利益外，不支持不予执行。',
            'A mediation document or an award on agreed terms is enforced, save against the public interest.',
          ),
        }
      : null;
  },
});

const applyForNonEnforcement = command({
  ...here,
  type: 'applyForNonEnforcement',
  kind: 'step',
  label: text('收到不予执行的申请', 'Application not to enforce received'),
  by: officer,
  occurredOn: { precision: 'day', label: text('申请日期', 'Filed on') },
  fields: {
    by: choiceOf({
      label: text('申请人', 'Who applies'),
      of: { debtor: text('被执行人', 'The debtor'), outsider: text('案外人', 'An outsider') },
    }),
    party: partyOf({ label: text('哪一方', 'Which party'), optional: true }),
    ground: choiceOf({ label: text('理由', 'Ground'), of: grounds }),
    knewOn: legalDate({
      label: text('知道有关事实或执行措施的日期', 'Knew of the fact or measure on'),
      optional: true,
    }),
  },
  requires: [
    titleCanBeRefused,
    applicantIsNamed,
    notLate,
    agreedStands,
    excluded<Application>(
      'F16',
      'same-ground-again',
      'data',
      ({ data, caseFile }) => factsOf(caseFile, 'setAsideRejected').some((fact) => fact.values.ground === data.ground),
      'ground',
    ),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { by: data.by, ground: data.ground },
    facts: [
      { type: 'nonEnforcementAccepted', values: { ground: data.ground } },
      ...(data.by === 'outsider' && data.knewOn !== null
        ? [{ type: 'outsiderLearnedOfMeasure', occurredOn: data.knewOn }]
        : []),
    ],
  }),
});

const extendNonEnforcementReview = command({
  ...here,
  type: 'extendNonEnforcementReview',
  kind: 'fact',
  label: text('院长批准延长审查', 'Examination extended by the president'),
  by: officer,
  fields: { days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 31 }) },
  requires: [],
  apply: ({ data }) => ({ facts: [{ type: 'nonEnforcementReviewExtended', values: { days: data.days } }] }),
});

/** The court's ruling; with it the title falls, and the parties may agree on arbitration anew or sue (CPL 248, 249; AL25 10). */
const decideNonEnforcement = command({
  ...here,
  type: 'decideNonEnforcement',
  kind: 'step',
  label: text('登记不予执行审查结果', 'Record the ruling on enforcement'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    nonEnforcement: choiceOf({
      label: text('结果', 'Result'),
      of: {
        upheld: text('裁定不予执行', 'Not enforced'),
        rejected: text('驳回申请，继续执行', 'Rejected; enforcement goes on'),
      },
    }),
    scan: itemOf({ label: text('裁定书', 'The ruling'), optional: true }),
  },
  requires: [],
  facts: ({ data }) => ({ nonEnforcement: data.nonEnforcement }),
  factCases: [{ nonEnforcement: 'upheld' }, { nonEnforcement: 'rejected' }],
  apply: ({ data, caseFile, proceeding }) => {
    const values = { result: data.nonEnforcement };
    if (data.nonEnforcement === 'upheld') return { ...ended(caseFile, proceeding!, 'notEnforced'), values };
    const ground =
      latestFact(caseFile, 'nonEnforcementAccepted', { proceeding: proceeding!.id })?.values.ground ?? null;
    return { values, facts: [{ type: 'nonEnforcementRejected', values: { ground } }] };
  },
});

export const nonEnforcementCommands: readonly CommandDefinition[] = [
  applyForNonEnforcement,
  extendNonEnforcementReview,
  decideNonEnforcement,
];
