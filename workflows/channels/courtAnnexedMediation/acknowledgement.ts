import { patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { choiceOf, organisationOf, textOf } from '../../fields.ts';
import { committee, decided } from '../../mediation/shared.ts';
import { courtNumber, normalised } from '../../rules/court-number-field.ts';
import { instruments } from '../../rules/instruments.ts';
import { someLabelsOf } from '../../rules/labels.ts';
import { returnReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';
import { procedures, type ReferralMode, referralModes } from './referral.ts';

const here = { target: 'proceeding', machine: 'courtAnnexedMediation', relation: 'custodian' } as const;

interface ReferralData {
  readonly mode: ReferralMode;
  readonly procedure: keyof typeof procedures | null;
}

/** The fact that starts the term of the mediation: it differs by mode and procedure (OMR 24, IMR 27). */
function began({ mode, procedure }: ReferralData): string {
  if (mode === 'delegated') return 'delegatedMediationBegan';
  return procedure === 'summary' ? 'entrustedSummaryMediationBegan' : 'entrustedMediationBegan';
}

/**
 * The organisation acknowledges what the court referred; the term runs from this day (OMR 12, 24). After a handoff it follows
 * from its acceptance; for a court that is not on the system the clerk fills it in from the court's letter.
 */
const acknowledgeReferral = command({
  ...here,
  type: 'acknowledgeReferral',
  kind: 'step',
  label: text('确认接受委派（委托）', 'Acknowledge the referral'),
  hint: text(
    '照法院的委派函或委托函填写；立案前为委派，立案后为委托。',
    "As the court's letter says: delegated before registration, entrusted after.",
  ),
  tone: 'primary',
  by: committee,
  occurredOn: { precision: 'day', label: text('确认日期', 'Acknowledged on') },
  fields: {
    court: organisationOf({ label: text('委派（委托）的法院', 'Court'), kinds: ['court'] }),
    mode: choiceOf({ label: text('方式', 'Mode'), of: referralModes, optional: true }),
    procedure: choiceOf({
      label: text('审理程序（委托的填写）', 'Procedure (if entrusted)'),
      of: procedures,
      optional: true,
    }),
    number: textOf({ ...courtNumber, label: text('法院案号', "The court's number"), optional: true }),
  },
  requires: [
    dataRequirement<{ mode: ReferralMode | null }>({
      code: 'delegation-is-exceptional',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'OP25', article: '第二条' }],
      check: ({ data, day, given }) =>
        data.mode === 'delegated' && day >= registrationFirstFrom && !given.actor.roles.includes('system')
          ? {
              text: text(
                '2025年起，符合条件的起诉应先登记立案再委托调解；立案前委派属例外，以法院的说明为准。',
                'Since 2025 a suit is registered before mediation is entrusted; a delegation is an exception the court must state.',
              ),
              field: 'mode',
            }
          : null,
    }),
  ],
  apply: ({ data, caseFile, proceeding, day }) => {
    const mode = data.mode ?? defaultMode(day);
    const respondents = partiesOfMatters(caseFile, undecided(proceeding!)).filter(({ side }) => side === 'respondent');
    return {
      caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
        number: data.number === null ? proceeding!.number : normalised(data.number),
      }),
      values: { mode, court: data.court, procedure: data.procedure },
      facts: [
        { type: began({ mode, procedure: data.procedure }) },
        ...respondents.map((party) => ({ type: 'respondentToContact', party: party.id })),
      ],
    };
  },
});

/** The day from which courts register before they refer (OP25). */
export const registrationFirstFrom: string = instruments.OP25.effectiveFrom ?? '';

/** What a referral is when nobody says: entrusted since courts register first. */
export function defaultMode(day: string): ReferralMode {
  return day >= registrationFirstFrom ? 'entrusted' : 'delegated';
}

const declineReasons = someLabelsOf(returnReasons, ['outsideScope', 'beyondExpertise', 'conflictOfInterest', 'other']);

/** The organisation does not take it, with a reason the rules allow; the court or the parties name another (OMR 12, 13). */
const declineReferral = command({
  ...here,
  type: 'declineReferral',
  kind: 'step',
  label: text('不予接受', 'Decline the referral'),
  tone: 'danger',
  by: committee,
  fields: {
    reason: choiceOf({ label: text('理由', 'Reason'), of: declineReasons }),
    explanation: textOf({ label: text('说明', 'Explanation'), maxLength: 500, multiline: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => {
    const matters = undecided(proceeding!);
    return {
      caseFile: decided(caseFile, proceeding!, matters, 'declined'),
      values: { reason: data.reason },
      facts: [{ type: 'mediationFailed', matters, values: { reason: data.reason } }],
    };
  },
});

export const acknowledgementCommands: readonly CommandDefinition[] = [acknowledgeReferral, declineReferral];
