import type { CaseFile, Id, Proceeding } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { dayOfFact, factsOf, latestFact } from '../../facts.ts';
import { choiceOf, organisationOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';
import { defaultMode, registrationFirstFrom } from '../courtAnnexedMediation/acknowledgement.ts';
import { modeOfSuit, type ReferralMode, referralModes } from '../courtAnnexedMediation/referral.ts';
import { ended, here, liaison, numbered, resumeStates } from './shared.ts';

const mediators = [
  'peopleMediationCommittee',
  'industryMediationOrganisation',
  'commercialMediationOrganisation',
] as const;

const registered = ({ caseFile, proceeding }: Context<unknown>) =>
  factsOf(caseFile, 'suitRegistered', { proceeding: proceeding!.id }).length > 0;

/** Without a word of the court: entrusted once registered, and before that by the date (OP25). */
function modeOf(context: Context<{ mode: ReferralMode | null }>): ReferralMode {
  return context.data.mode ?? (registered(context) ? 'entrusted' : defaultMode(context.day));
}

/** The court explains mediation and asks the parties. Since 2025 a suit is registered first and then entrusted; a delegation only where the court says so. */
const proposeMediation = command({
  ...here,
  type: 'proposeMediation',
  kind: 'step',
  label: text('建议委派（委托）调解', 'Propose referred mediation'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('释明并征询日期', 'Explained and asked on') },
  fields: {
    mode: choiceOf({
      label: text('方式（不选的，2025年起为立案后委托）', 'Mode (none: entrusted, since 2025)'),
      of: referralModes,
      optional: true,
    }),
    number: textOf({
      ...courtNumber,
      label: text('诉前调案号（委派的填写）', 'Pre-filing number (if delegated)'),
      optional: true,
    }),
  },
  requires: [
    dataRequirement<{ mode: ReferralMode | null }>({
      code: 'entrust-after-registration',
      basis: [{ instrument: 'OP25', article: '第二条' }],
      check: (context) =>
        modeOf(context) === 'entrusted' && !registered(context)
          ? {
              text: text('委托调解在登记立案之后进行。', 'A mediation is entrusted after registration.'),
              instead: text(
                '请先登记立案；法院确定立案前委派的，请选择“立案前委派”。',
                'Register first; where the court decided to delegate before, choose “delegated”.',
              ),
              field: 'mode',
            }
          : null,
    }),
    dataRequirement<{ mode: ReferralMode | null }>({
      code: 'delegate-before-registration',
      basis: [{ instrument: 'IMR', article: '第十一条' }],
      check: (context) =>
        modeOf(context) === 'delegated' && registered(context)
          ? {
              text: text('已经立案的，应当委托调解。', 'A registered suit is entrusted, not delegated.'),
              field: 'mode',
            }
          : null,
    }),
    dataRequirement<{ mode: ReferralMode | null }>({
      code: 'registration-comes-first',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'OP25', article: '第二条' }],
      check: (context) =>
        modeOf(context) === 'delegated' && context.day >= registrationFirstFrom
          ? {
              text: text(
                '2025年起，符合条件的起诉应先登记立案；立案前委派属例外，以法院的说明为准。',
                'Since 2025 a suit that meets the conditions is registered first; a delegation is an exception the court must state.',
              ),
            }
          : null,
    }),
  ],
  apply: (context) => ({
    caseFile: numbered(context.caseFile, context.proceeding!, context.data.number),
    values: { mode: modeOf(context) },
  }),
});

/** Who must have agreed: all, before an entrusted mediation; the claimant, before a delegated one, where the mediator asks the others (OMR 10, 15). */
function notConsenting(caseFile: CaseFile, proceeding: Proceeding): number {
  const delegated = modeOfSuit(caseFile, proceeding.id) === 'delegated';
  return partiesOfMatters(caseFile, undecided(proceeding)).filter(
    (party) =>
      (party.side === 'claimant' || !delegated) &&
      latestFact(caseFile, 'recordConsent', { party: party.id })?.values.answer !== 'agrees',
  ).length;
}

const confirmMediationConsent = command({
  ...here,
  type: 'confirmMediationConsent',
  kind: 'step',
  label: text('确认同意调解', 'Consent is complete'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('同意日期', 'Agreed on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'mediation-consent-missing',
      basis: [
        { instrument: 'OMR', article: '第四条、第十条' },
        { instrument: 'OP25', article: '第二条' },
      ],
      check: ({ caseFile, proceeding }) => {
        const missing = notConsenting(caseFile, proceeding!);
        return missing === 0
          ? null
          : {
              text: text(`还有 ${missing} 方没有记录同意。`, `${missing} have not agreed on record.`),
              instead: text('请先用“记录调解意愿”登记。', 'Record their consent first.'),
            };
      },
    }),
  ],
  apply: () => ({ facts: [{ type: 'mediationConsented' }] }),
});

/** The parties choose together, or the court designates; after silence or a return, somebody else (OMR 10, 12). */
const chooseMediationOrganisation = command({
  ...here,
  type: 'chooseMediationOrganisation',
  kind: 'step',
  label: text('选定（指定）调解组织', 'Choose the organisation'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('选定日期', 'Chosen on') },
  fields: {
    chosenBy: choiceOf({
      label: text('产生方式', 'Chosen by'),
      of: { parties: text('当事人共同选择', 'The parties together'), court: text('法院指定', 'The court') },
    }),
    organisation: organisationOf({ label: text('调解组织', 'Organisation'), kinds: mediators }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { chosenBy: data.chosenBy, organisation: data.organisation } }),
});

const resumeFacts = ({ slot }: Context<unknown>) => String(slot!.context.resumeTo);

/** No mediation: refused, or the designated organisation rejected and none chosen, which counts as refusal (IMR 12, OMR 14). */
const declineMediationInSuit = command({
  ...here,
  type: 'declineMediationInSuit',
  kind: 'step',
  label: text('不进行调解', 'No mediation'),
  by: liaison,
  fields: {
    because: choiceOf({
      label: text('原因', 'Why'),
      of: {
        refused: text('当事人不同意', 'A party does not agree'),
        rejectedDesignated: text('不认可指定的组织，视为拒绝', 'Rejects who was designated: deemed refusal'),
        nobodyTakesIt: text('没有组织接受', 'No organisation takes it'),
      },
    }),
  },
  requires: [],
  facts: (context) => ({ resumeTo: resumeFacts(context) }),
  factCases: resumeStates.map((resumeTo) => ({ resumeTo })),
  apply: ({ data }) => ({ values: { because: data.because } }),
});

/** The organisation took it: the suit waits. Given by the reaction to the acceptance. */
const beginReferredMediation = command({
  ...here,
  type: 'beginReferredMediation',
  kind: 'step',
  label: text('调解组织已接受', 'The organisation took it'),
  by: ['system'],
  relation: 'system',
  fields: {},
  requires: [],
});

interface TakeBackData {
  readonly result: 'agreed' | 'goesOn';
}

const takeBackCases = (['agreed', 'goesOn'] as const).flatMap((result) =>
  resumeStates.map((resumeTo) => ({ result, resumeTo })),
);

/** What came back from the mediation: an agreement over everything, or something for the suit to go on with (OMR 20, 21; IMR 20, 21). */
const takeBackFromMediation = command({
  ...here,
  type: 'takeBackFromMediation',
  kind: 'step',
  label: text('调解结果已反馈', 'Back from mediation'),
  by: ['system'],
  relation: 'system',
  fields: {
    result: choiceOf({
      label: text('结果', 'Result'),
      of: { agreed: text('全部达成协议', 'All agreed'), goesOn: text('恢复原程序', 'The suit goes on') },
    }),
  },
  requires: [],
  facts: (context: Context<TakeBackData>) => ({ result: context.data.result, resumeTo: resumeFacts(context) }),
  factCases: takeBackCases,
  apply: (context: Context<TakeBackData>) => {
    const { data, caseFile, proceeding, slot } = context;
    if (slot!.value === 'settledBeforeFiling')
      return { ...ended(caseFile, proceeding!, 'settledBeforeFiling'), values: { result: data.result } };
    const filed = slot!.value === 'received' ? [{ type: 'complaintReceived' }] : [];
    return { values: { result: data.result }, facts: [...filed, ...extendedDays(context)] };
  },
});

/** Days of an entrusted mediation beyond its own term are no part of the trial term (OMR 24, OP25 3): the interval as two facts. */
function extendedDays({ caseFile, proceeding, day, given }: Context<TakeBackData>) {
  const mediation = Object.values(caseFile.proceedings).findLast(
    (one) => caseFile.handoffs[one.openedByHandoff ?? '']?.fromProceeding === proceeding!.id,
  );
  if (mediation === undefined) return [];
  const scope = { proceeding: mediation.id };
  const ordinary = dayOfFact(caseFile, 'entrustedMediationBegan', scope);
  const summary = dayOfFact(caseFile, 'entrustedSummaryMediationBegan', scope);
  const start = ordinary ?? summary;
  const extended = factsOf(caseFile, 'mediationExtended', scope).length > 0;
  if (start === null || !extended) return [];
  const { due } = dueByRule(
    ordinary === null ? 'med.entrusted.summary' : 'med.entrusted.ordinary',
    start,
    given.calendar,
  );
  if (due === null || day <= due) return [];
  const first = Temporal.PlainDate.from(due).add({ days: 1 }).toString();
  return [
    { type: 'extendedMediationBegan', occurredOn: first },
    { type: 'extendedMediationEnded', occurredOn: day },
  ];
}

/** The organisation that was chosen last; a referral goes to it and to nobody else. */
export function chosenOrganisation(caseFile: CaseFile, suit: Id): Id | null {
  const chosen = latestFact(caseFile, 'chooseMediationOrganisation', { proceeding: suit });
  return chosen === null ? null : String(chosen.values.organisation);
}

export const referralCommands: readonly CommandDefinition[] = [
  proposeMediation,
  confirmMediationConsent,
  chooseMediationOrganisation,
  declineMediationInSuit,
  beginReferredMediation,
  takeBackFromMediation,
];
