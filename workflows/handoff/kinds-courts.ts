import type { OrganisationKind } from '../reference.ts';
import { text } from '../text.ts';
import { type HandoffKind, paper } from './kind.ts';

const mediators: readonly OrganisationKind[] = [
  'peopleMediationCommittee',
  'industryMediationOrganisation',
  'commercialMediationOrganisation',
];

const insideMediation = [
  text('调解中的方案、让步和单方谈话记录', 'Proposals, concessions and caucus notes of the mediation'),
  text('调解笔录及录音录像', 'The mediation record and its audio or video'),
];

/** Handoffs from, to and among courts. */
export const handoffsWithCourts = {
  H1: {
    label: text('法院委派（委托）调解', 'The court refers a dispute to mediation'),
    effect: 'opens',
    from: ['court'],
    to: mediators,
    opens: 'courtAnnexedMediation',
    carriedBy: 'organisation',
    custodyMovesOn: 'acceptance',
    mayReturnFor: ['outsideScope', 'beyondExpertise', 'conflictOfInterest', 'other'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'OMR', article: '第十二条、第十三条' }],
    clocksStartOn: 'acceptance',
    onSilence: {
      does: 'lapses',
      clock: 'online.org_confirm',
      text: text(
        '逾期未确认的，由法院或当事人另行指定、选择调解组织。',
        'Without an answer in time the court or the parties name another organisation.',
      ),
    },
    mustTravel: [
      paper('delegationLetter', 'delegated'),
      paper('entrustmentLetter', 'entrusted'),
      paper('complaint'),
      paper('evidenceList', 'evidenceOnFile'),
      paper('consentRecord'),
    ],
    mustNotTravel: [
      text('承办法官笔记和合议庭评议', "The judge's notes and the panel's deliberation"),
      text('其他案件的材料', 'Papers of other cases'),
    ],
    allowedClasses: ['partyFile', 'jointSigned', 'organisationFile'],
    basis: [
      { instrument: 'IMR', article: '第十一条' },
      { instrument: 'OMR', article: '第十二条' },
      { instrument: 'OP25', article: '第二条' },
    ],
    verified: 'text',
  },
  H2: {
    label: text('调解成功后反馈法院', 'The organisation reports an agreement to the court'),
    effect: 'supports',
    from: mediators,
    to: ['court'],
    opens: null,
    carriedBy: 'organisation',
    custodyMovesOn: 'never',
    mayReturnFor: ['incompletePapers', 'noJurisdiction'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'OMR', article: '第九条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '法院未签收的，与对接人员联系，并登记签收。',
        'Where the court has not signed for it, call its liaison and record the receipt.',
      ),
    },
    mustTravel: [
      paper('mediationAgreement'),
      paper('mediationProof'),
      paper('identityDocument'),
      paper('powerOfAttorney', 'agentActs'),
      paper('addressConfirmation'),
      paper('confirmationApplication', 'confirmationAsked'),
    ],
    mustNotTravel: insideMediation,
    allowedClasses: ['jointSigned', 'partyFile', 'processReport', 'organisationFile'],
    basis: [
      { instrument: 'IMR', article: '第十九条、第二十条' },
      { instrument: 'OMR', article: '第二十条' },
    ],
    verified: 'text',
  },
  H3: {
    label: text('调解不成后退回法院', 'The organisation returns a failed mediation to the court'),
    effect: 'opens',
    from: mediators,
    to: ['court'],
    opens: 'litigation',
    carriedBy: 'organisation',
    custodyMovesOn: 'receipt',
    mayReturnFor: ['incompletePapers'],
    returnRefusedBecause: null,
    returnBasis: [{ instrument: 'OMR', article: '第二十一条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '符合起诉条件的，法院应当登记立案；未答复的，与对接人员联系。',
        'The court must register a suit that meets the conditions; without an answer, call its liaison.',
      ),
    },
    mustTravel: [
      paper('terminationNotice'),
      paper('complaint'),
      paper('mediationReport'),
      paper('evidenceList', 'evidenceOnFile'),
      paper('undisputedFacts', 'undisputedFactsRecorded'),
      paper('addressConfirmation', 'addressConfirmed'),
    ],
    mustNotTravel: insideMediation,
    allowedClasses: ['jointSigned', 'partyFile', 'processReport', 'organisationFile'],
    basis: [
      { instrument: 'IMR', article: '第二十一条、第二十六条' },
      { instrument: 'OMR', article: '第二十一条、第二十二条' },
    ],
    verified: 'text',
  },
  H4: {
    label: text('申请司法确认', 'Application for judicial confirmation'),
    effect: 'opens',
    from: [...mediators, 'patentAdministrationDepartment', 'trademarkEnforcementDepartment'],
    to: ['court'],
    opens: 'judicialConfirmation',
    carriedBy: 'party',
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '法院不得将申请退回：材料不齐的限期补充，不符合条件的裁定不予受理。',
      'The court may not send an application back: it sets a time to supplement missing papers, or rules that it does not accept.',
    ),
    returnBasis: [{ instrument: 'CPLI', article: '第三百五十四条、第三百五十五条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: 'conf.accept',
      text: text(
        '法院逾期未答复的，与对接人员联系，并据实登记。',
        'Where the court has not answered in time, call its liaison and record what it says.',
      ),
    },
    mustTravel: [
      paper('confirmationApplication'),
      paper('mediationAgreement', 'writtenAgreement'),
      paper('oralAgreementRegister', 'oralAgreement'),
      paper('mediationProof'),
      paper('identityDocument'),
      paper('addressConfirmation'),
      paper('powerOfAttorney', 'agentActs'),
      paper('propertyRightProof', 'agreementConcernsProperty'),
    ],
    mustNotTravel: [
      ...insideMediation,
      text(
        '主持调解证明以外的调解过程材料（法院询问的除外）',
        'Any record of the process beyond the proof of mediation, unless the court asks',
      ),
    ],
    allowedClasses: ['jointSigned', 'partyFile', 'organisationFile', 'courtInquiryAnswer'],
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'CPLI', article: '第三百五十三条、第三百五十四条' },
    ],
    verified: 'text',
  },
  H12: {
    label: text('申请强制执行', 'Application for enforcement'),
    effect: 'opens',
    from: ['court', 'patentAdministrationDepartment', 'trademarkEnforcementDepartment'],
    to: ['court'],
    opens: 'enforcement',
    carriedBy: 'party',
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '逾期申请执行的，法院仍应受理；时效异议由债务人提出，不是退回的理由。',
      'A late application is still accepted: the time limit is an objection of the debtor, not a reason to send the application back.',
    ),
    returnBasis: [{ instrument: 'CPLI', article: '第四百八十一条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text(
        '未答复的，向执行法院询问立案情况。',
        'Without an answer, ask the court whether the enforcement case is filed.',
      ),
    },
    mustTravel: [
      paper('enforcementApplication'),
      paper('titleOfEnforcement'),
      paper('proofOfEffect'),
      paper('identityDocument'),
      paper('addressConfirmation', 'addressConfirmed'),
      paper('performanceRecord'),
      paper('propertyClues'),
    ],
    mustNotTravel: insideMediation,
    allowedClasses: ['jointSigned', 'partyFile', 'organisationFile'],
    basis: [
      { instrument: 'CPL', article: '第二百零六条、第二百五十条' },
      { instrument: 'AEL', article: '第五十五条' },
    ],
    verified: 'text',
  },
} as const satisfies Record<string, HandoffKind>;
