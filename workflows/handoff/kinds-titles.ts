import { text } from '../text.ts';
import { type HandoffKind, paper } from './kind.ts';

/** Handoffs beside those of the notes: to a payment order, and to commercial mediation. */
export const handoffsToTitles = {
  H22: {
    label: text('申请支付令', 'Application for a payment order'),
    effect: 'opens',
    from: [
      'peopleMediationCommittee',
      'industryMediationOrganisation',
      'commercialMediationOrganisation',
      'patentAdministrationDepartment',
      'trademarkEnforcementDepartment',
    ],
    to: ['court'],
    opens: 'paymentOrder',
    carriedBy: 'party',
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '法院不得将申请退回：应当通知是否受理，不成立的裁定驳回。',
      'The court may not send it back: it says whether it accepts, and rejects what is unfounded.',
    ),
    returnBasis: [{ instrument: 'CPL', article: '第二百二十六条、第二百二十七条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text('未答复的，向法院询问是否受理。', 'Without an answer, ask whether it was accepted.'),
    },
    mustTravel: [
      paper('paymentOrderApplication'),
      paper('mediationAgreement', 'writtenAgreement'),
      paper('identityDocument'),
      paper('addressConfirmation', 'addressConfirmed'),
    ],
    mustNotTravel: [text('调解过程材料', 'Anything from inside the mediation')],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [{ instrument: 'CPL', article: '第二百二十五条' }],
    verified: 'text',
  },
  H23: {
    label: text('转商事调解', 'To commercial mediation'),
    effect: 'opens',
    from: ['protectionCentre', 'rightsAidCentre', 'peopleMediationCommittee', 'industryMediationOrganisation'],
    to: ['commercialMediationOrganisation'],
    opens: 'commercialMediation',
    carriedBy: 'organisation',
    custodyMovesOn: 'acceptance',
    mayReturnFor: ['otherSideRefuses', 'outsideScope', 'conflictOfInterest', 'incompletePapers'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'CMR', article: '第二条、第十五条' }],
    clocksStartOn: 'acceptance',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '对方未答复的，联系对方；案件仍由移送方负责。',
        'Without an answer, call the receiver; the sender stays responsible.',
      ),
    },
    mustTravel: [paper('intakeForm'), paper('consentRecord', 'consentAsked'), paper('evidenceList', 'evidenceOnFile')],
    mustNotTravel: [
      text('以往调解中的方案、让步和单方谈话记录', 'Proposals, concessions and caucus notes of an earlier mediation'),
    ],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [
      { instrument: 'CMR', article: '第十五条' },
      { instrument: 'SDR', article: '第二十条、第三十三条' },
    ],
    verified: 'text',
  },
} as const satisfies Record<string, HandoffKind>;
