import { text } from '../text.ts';
import { type HandoffKind, paper } from './kind.ts';
import { penalisingBodies } from './kinds-crime.ts';

/** Handoffs to and among authorities, police and procuratorates. */
export const handoffsWithAuthorities = {
  H6: {
    label: text('转行政裁决、行政调解或行政查处', 'To an administrative ruling, mediation or enforcement'),
    effect: 'opens',
    from: [
      'protectionCentre',
      'rightsAidCentre',
      'peopleMediationCommittee',
      'industryMediationOrganisation',
      'commercialMediationOrganisation',
    ],
    to: penalisingBodies,
    // Several channels are possible: the sender names the one.
    opens: null,
    carriedBy: 'party',
    custodyMovesOn: 'acceptance',
    mayReturnFor: ['requirementsNotMet', 'noJurisdiction', 'incompletePapers'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'O81', article: '第十二条、第十四条、第十六条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '未答复的，向受理机关询问是否立案。',
        'Without an answer, ask the authority whether it filed the case.',
      ),
    },
    mustTravel: [
      paper('rulingRequest', 'toRuling'),
      paper('enforcementComplaint', 'toEnforcement'),
      paper('mediationApplication', 'toAdministrativeMediation'),
      paper('terminationNotice', 'mediationFailed'),
      paper('identityDocument'),
      paper('evidenceList', 'evidenceOnFile'),
      paper('undisputedFacts', 'undisputedFactsRecorded'),
    ],
    mustNotTravel: [text('在调解中说过的一切', 'Everything said in the mediation')],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [{ instrument: 'O81', article: '第十二条、第十四条、第十五条、第十六条' }],
    verified: 'text',
  },
  H7: {
    label: text('向公安机关移送涉嫌犯罪案件', 'Transfer of a suspected crime to the police'),
    effect: 'opens',
    from: penalisingBodies,
    to: ['publicSecurity'],
    opens: 'criminalReferral',
    carriedBy: 'organisation',
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '公安机关不得以材料不齐为由拒绝接收，应当在规定时间内告知补正。',
      'The police may not refuse a transfer because papers are missing; they ask for them within the time set.',
    ),
    returnBasis: [{ instrument: 'PSR', article: '第一百八十条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '未收到是否立案的决定的，向公安机关询问。',
        'Without a decision, ask the police whether they opened a case.',
      ),
    },
    mustTravel: [
      paper('crimeTransferLetter'),
      paper('investigationReport'),
      paper('goodsList'),
      paper('inspectionReport'),
      paper('handoverList'),
    ],
    mustNotTravel: [
      text('非必要的举报人身份信息', 'The identity of an informant beyond need'),
      text('调解过程材料', 'Anything from inside a mediation'),
    ],
    allowedClasses: ['partyFile', 'tradeSecret', 'organisationFile'],
    basis: [
      { instrument: 'TRR', article: '第三条、第五条、第六条' },
      { instrument: 'PSR', article: '第一百八十五条' },
    ],
    verified: 'text',
  },
  H8: {
    label: text('司法机关向行政机关反向移送', 'Transfer back to the administrative authority'),
    effect: 'opens',
    from: ['publicSecurity', 'procuratorate', 'court'],
    to: penalisingBodies,
    opens: 'trademarkEnforcement',
    carriedBy: 'organisation',
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '应当给予行政处罚的，行政机关必须依法处理，不得退回。',
      'Where an administrative penalty is due, the authority must handle the case and may not send it back.',
    ),
    returnBasis: [{ instrument: 'TRR', article: '第十三条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text('未答复的，向行政机关询问处理情况。', 'Without an answer, ask the authority what it does.'),
    },
    mustTravel: [
      paper('criminalDecision'),
      paper('procuratorialOpinion', 'opinionIssued'),
      paper('transferLetter'),
      paper('goodsList'),
      paper('handoverList'),
    ],
    mustNotTravel: [],
    allowedClasses: ['partyFile', 'tradeSecret', 'organisationFile'],
    basis: [
      { instrument: 'TRR', article: '第十条、第十三条' },
      { instrument: 'TM26', article: '第七十五条' },
    ],
    verified: 'text',
  },
  H9: {
    label: text('权属纠纷立案通知抄送国家知识产权局', 'Copy of an ownership dispute to the CNIPA'),
    effect: 'copies',
    from: ['patentAdministrationDepartment'],
    // The China National Intellectual Property Administration is the patent department of the State.
    to: ['patentAdministrationDepartment'],
    opens: null,
    carriedBy: 'organisation',
    custodyMovesOn: 'never',
    mayReturnFor: [],
    returnRefusedBecause: text('抄送不需要接收或退回。', 'A copy needs neither acceptance nor return.'),
    returnBasis: [{ instrument: 'O81', article: '第七十条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '未收到中止程序的通知的，向国家知识产权局询问。',
        'Without a notice that its procedure is stayed, ask the CNIPA.',
      ),
    },
    mustTravel: [paper('caseAcceptanceCopy')],
    mustNotTravel: [],
    allowedClasses: ['organisationFile'],
    basis: [
      { instrument: 'O81', article: '第七十条' },
      { instrument: 'PLR', article: '第一百零三条' },
    ],
    verified: 'text',
  },
} as const satisfies Record<string, HandoffKind>;
