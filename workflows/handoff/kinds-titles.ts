import { text } from '../text.ts';
import { type HandoffKind, paper } from './kind.ts';

/** Handoffs by which an agreement becomes a title in a way of its own. */
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
} as const satisfies Record<string, HandoffKind>;
