import type { OrganisationKind } from '../reference.ts';
import { text } from '../text.ts';
import { type HandoffKind, paper } from './kind.ts';

const centres: readonly OrganisationKind[] = ['protectionCentre', 'rightsAidCentre'];
const committees: readonly OrganisationKind[] = ['peopleMediationCommittee', 'industryMediationOrganisation'];
const mediators: readonly OrganisationKind[] = [...committees, 'commercialMediationOrganisation'];

/** Authorities that mediate civil disputes beside their duties (O81 63; O363 2). */
const mediatingAuthorities: readonly OrganisationKind[] = [
  'patentAdministrationDepartment',
  'trademarkEnforcementDepartment',
  'copyrightAuthority',
  'plantVarietyAuthority',
];

/** Handoffs among centres, mediation organisations, arbitration institutions, notaries and technical support. */
export const handoffsBetweenHelpers = {
  H5: {
    label: text('受理窗口与调解组织对接', 'From the window to the mediation organisation'),
    effect: 'opens',
    from: [...centres, ...mediators],
    // To a commercial organisation: H23.
    to: [...centres, ...committees],
    // Back to a window the route taken (T34) names intake instead.
    opens: 'peopleMediation',
    carriedBy: 'organisation',
    custodyMovesOn: 'acceptance',
    mayReturnFor: ['otherSideRefuses', 'outsideScope', 'conflictOfInterest', 'incompletePapers'],
    returnRefusedBecause: null,
    returnBasis: [
      { instrument: 'PML', article: '第十七条' },
      { instrument: 'SDR', article: '第三十三条' },
    ],
    clocksStartOn: 'acceptance',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '对方未答复的，联系对方；案件仍由移送方负责。',
        'Without an answer, call the receiver; the sender stays responsible.',
      ),
    },
    mustTravel: [
      paper('intakeForm'),
      paper('screeningSheet', 'screened'),
      paper('consentRecord', 'consentAsked'),
      paper('evidenceList', 'evidenceOnFile'),
      paper('advisoryOpinion', 'opinionGiven'),
    ],
    mustNotTravel: [
      text('中心向一方当事人提供的法律意见', "The centre's legal advice to one side"),
      text('以往调解中的方案、让步和单方谈话记录', 'Proposals, concessions and caucus notes of an earlier mediation'),
    ],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [
      { instrument: 'SDR', article: '第二十条、第三十三条' },
      { instrument: 'PML', article: '第十七条' },
    ],
    verified: 'text',
  },
  H10: {
    label: text('转入仲裁', 'To arbitration'),
    effect: 'opens',
    from: [...centres, ...mediators, ...mediatingAuthorities],
    to: ['arbitrationInstitution'],
    opens: 'arbitration',
    carriedBy: 'party',
    // The five days of the institution run from the receipt of the request: it accepts, or refuses in writing, in its own proceeding.
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '仲裁申请不作退回：材料欠缺的要求补正，不符合条件的书面通知不予受理并说明理由。',
      'A request is not sent back: the institution asks for what is missing, or refuses in writing with its reasons.',
    ),
    returnBasis: [{ instrument: 'AL25', article: '第三十二条、第三十五条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text('未答复的，向仲裁机构询问是否受理。', 'Without an answer, ask the institution whether it accepts.'),
    },
    mustTravel: [
      paper('arbitrationApplication'),
      paper('arbitrationAgreement'),
      paper('identityDocument'),
      paper('evidenceList', 'evidenceOnFile'),
      paper('mediationAgreement', 'settlementToBecomeAward'),
    ],
    mustNotTravel: [text('在调解中的陈述和让步', 'Statements and concessions made in mediation')],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [
      { instrument: 'AL25', article: '第四条、第三十四条' },
      { instrument: 'SDR', article: '第四十一条' },
    ],
    verified: 'text',
  },
  H11: {
    label: text('调解组织之间移送', 'Between mediation organisations'),
    effect: 'transfers',
    from: mediators,
    to: mediators,
    opens: null,
    carriedBy: 'organisation',
    custodyMovesOn: 'acceptance',
    mayReturnFor: ['otherSideRefuses', 'outsideScope', 'conflictOfInterest', 'incompletePapers'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'SDR', article: '第三十三条' }],
    clocksStartOn: 'acceptance',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '对方未答复的，联系对方；案件仍由移送方负责。',
        'Without an answer, call the receiver; the sender stays responsible.',
      ),
    },
    mustTravel: [
      paper('intakeForm'),
      paper('consentRecord'),
      paper('mediatorList'),
      paper('evidenceList', 'evidenceOnFile'),
    ],
    mustNotTravel: [text('单方谈话、方案和让步的记录', 'Caucus notes, proposals and concessions')],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [
      { instrument: 'SDR', article: '第三十三条' },
      { instrument: 'OMR', article: '第十二条、第十四条' },
    ],
    verified: 'text',
  },
  H13: {
    label: text('申请公证赋予强制执行效力', 'To a notary, for an enforceable instrument'),
    effect: 'opens',
    from: [...mediators, 'patentAdministrationDepartment'],
    to: ['notary'],
    opens: 'notarisedEnforcement',
    carriedBy: 'party',
    custodyMovesOn: 'acceptance',
    mayReturnFor: ['notEnforceableByNotary', 'incompletePapers'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'NL', article: '第三十七条' }],
    clocksStartOn: 'acceptance',
    onSilence: {
      does: 'task',
      clock: null,
      text: text('未答复的，向公证机构询问是否受理。', 'Without an answer, ask the notary whether it accepts.'),
    },
    mustTravel: [
      paper('mediationAgreement'),
      paper('identityDocument'),
      paper('powerOfAttorney', 'agentActs'),
      paper('paymentPlan'),
    ],
    mustNotTravel: [text('调解过程材料', 'Anything from inside the mediation')],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [
      { instrument: 'NL', article: '第三十七条' },
      { instrument: 'SDR', article: '第四十条' },
      { instrument: 'O81', article: '第六十九条' },
    ],
    verified: 'memory',
  },
  H14: {
    label: text('技术支持', 'Technical support'),
    effect: 'supports',
    from: [...centres, ...mediators, 'patentAdministrationDepartment', 'trademarkEnforcementDepartment'],
    to: [...centres, ...mediators, 'patentAdministrationDepartment', 'trademarkEnforcementDepartment'],
    opens: null,
    carriedBy: 'organisation',
    custodyMovesOn: 'never',
    mayReturnFor: ['conflictOfInterest', 'beyondExpertise'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'O81', article: '第五条' }],
    clocksStartOn: 'acceptance',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '未答复的，联系技术支持机构；案件办理不因此停止。',
        'Without an answer, call the supporting body; the case goes on meanwhile.',
      ),
    },
    mustTravel: [paper('questionList'), paper('confidentialityPledge')],
    mustNotTravel: [text('与技术问题无关的材料', 'Papers that the technical question does not need')],
    // Samples and drawings may be trade secrets; an item that came into a mediation stays there all the same.
    allowedClasses: ['partyFile', 'tradeSecret', 'organisationFile'],
    basis: [{ instrument: 'O81', article: '第五条、第五十二条' }],
    verified: 'text',
  },
} as const satisfies Record<string, HandoffKind>;
