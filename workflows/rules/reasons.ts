import { type Text, text } from '../text.ts';
import type { Basis, Verified } from './law.ts';

/** A reason from a closed list: what may be chosen, and where the list comes from. */
export interface Reason {
  readonly label: Text;
  readonly basis: readonly Basis[];
  readonly verified: Verified;
}

function reason(zh: string, en: string, ...basis: readonly Basis[]): Reason {
  return { label: text(zh, en), basis, verified: 'text' };
}

/** A reason that follows from cited rules without standing in one of them. */
function inferred(zh: string, en: string, ...basis: readonly Basis[]): Reason {
  return { ...reason(zh, en, ...basis), verified: 'inference' };
}

/** A reason whose place and words in the list are from memory, though the list itself was read. */
function recalled(zh: string, en: string, ...basis: readonly Basis[]): Reason {
  return { ...reason(zh, en, ...basis), verified: 'memory' };
}

const online = (item: string): Basis => ({ instrument: 'OMR', article: `第二十五条(${item})` });
const notAccepted = (item: string): Basis => ({ instrument: 'CPLI', article: `第三百五十五条(${item})` });
const rejected = (item: string): Basis => ({ instrument: 'CPLI', article: `第三百五十八条(${item})` });

/** Why a mediation ended (OMR 25; written for online mediation and used for every mediation). */
export const mediationEndReasons = {
  agreed: reason('达成调解协议', 'The parties agreed', online('一')),
  settledAndWithdrew: reason('自行和解并撤回申请', 'The parties settled by themselves and withdrew', online('二')),
  unreachable: reason('调解期限内无法与当事人取得联系', 'A party could not be reached within the term', online('三')),
  partyWillNotGoOn: reason('一方当事人明确表示不愿继续调解', 'A party clearly will not go on', online('四')),
  tooFarApart: reason('分歧较大，难以达成协议', 'The sides are too far apart to agree', online('五')),
  termExpired: reason(
    '期限届满未达成协议，各方未同意延长',
    'The term ended without an agreement or an agreed extension',
    online('六'),
  ),
  refusedToSign: reason('一方当事人拒绝在协议上签章', 'A party refuses to sign the agreement', online('七')),
  other: reason('其他原因', 'Another reason', online('八')),
} as const satisfies Record<string, Reason>;
export type MediationEndReason = keyof typeof mediationEndReasons;

/** Grounds on which a court does not accept an application for confirmation; found later, they are grounds of rejection (CPLI 355). */
export const nonAcceptanceReasons = {
  outsideCourtRemit: recalled('不属于人民法院受理范围', "Outside the courts' remit", notAccepted('一')),
  noJurisdiction: recalled('不属于收到申请的法院管辖', 'The court has no jurisdiction', notAccepted('二')),
  personalStatus: recalled(
    '确认婚姻、亲子、收养等身份关系',
    'It concerns marriage, parentage or adoption',
    notAccepted('三'),
  ),
  otherSpecialProcedure: recalled(
    '应适用其他特别程序、公示催告程序或破产程序',
    'Another special procedure, public summons or bankruptcy applies',
    notAccepted('四'),
  ),
  determinesOwnership: reason(
    '协议内容涉及物权、知识产权确权',
    'The agreement determines ownership or validity of a real right or an IP right',
    notAccepted('五'),
  ),
} as const satisfies Record<string, Reason>;
export type NonAcceptanceReason = keyof typeof nonAcceptanceReasons;

/** Grounds on which a court rejects an application after review (CPLI 358). */
export const rejectionReasons = {
  againstMandatoryLaw: reason('违反法律强制性规定', 'Against mandatory law', rejected('一')),
  harmsOthers: reason(
    '损害国家利益、社会公共利益或他人合法权益',
    "Harms the interests of the State, the public or others' lawful rights",
    rejected('二'),
  ),
  againstPublicOrder: reason('违背公序良俗', 'Against public order and good morals', rejected('三')),
  involuntary: reason('违反自愿原则', 'Not voluntary', rejected('四')),
  unclear: reason('内容不明确', 'Its content is unclear', rejected('五')),
  other: reason('其他不能进行司法确认的情形', 'Another reason why it cannot be confirmed', rejected('六')),
} as const satisfies Record<string, Reason>;
export type RejectionReason = keyof typeof rejectionReasons;

/** Why a receiver sends a handoff back; each kind of handoff says which of these it allows. */
export const returnReasons = {
  otherSideRefuses: reason('对方明确拒绝', 'The other side clearly refuses', {
    instrument: 'PML',
    article: '第十七条',
  }),
  outsideScope: reason('超出受理范围或专业领域', "Outside the receiver's scope or field", {
    instrument: 'OMR',
    article: '第十二条',
  }),
  beyondExpertise: reason('明显超出调解员的专业能力', "Clearly beyond the mediator's expertise", {
    instrument: 'OMR',
    article: '第十二条',
  }),
  conflictOfInterest: reason('存在利益冲突，应当回避', 'A conflict of interest', {
    instrument: 'OMR',
    article: '第十三条',
  }),
  incompletePapers: inferred('材料不齐', 'Papers are missing', { instrument: 'SDR', article: '第三十三条' }),
  noJurisdiction: reason('无管辖权', 'No jurisdiction', { instrument: 'OMR', article: '第九条' }),
  noArbitrationAgreement: reason('没有仲裁协议', 'There is no arbitration agreement', {
    instrument: 'AL25',
    article: '第四条',
  }),
  notEnforceableByNotary: reason(
    '没有给付内容或未约定接受强制执行',
    'Nothing to pay or deliver, or no clause accepting enforcement',
    {
      instrument: 'NL',
      article: '第三十七条',
    },
  ),
  requirementsNotMet: reason('不符合受理条件', 'The conditions for filing are not met', {
    instrument: 'O81',
    article: '第十二条、第十六条',
  }),
  other: reason('其他不适宜的情形', 'Otherwise unsuitable', { instrument: 'OMR', article: '第十二条' }),
} as const satisfies Record<string, Reason>;
export type ReturnReason = keyof typeof returnReasons;

/** Why a dispute is not taken in for mediation. The first receiver still tells the people where to go (SDR 20, 33). */
export const declineReasons = {
  partyRefuses: reason('一方当事人明确拒绝调解', 'A party clearly refuses mediation', {
    instrument: 'PML',
    article: '第十七条',
  }),
  validityOfRight: inferred(
    '争议的是权利是否有效，应由主管机关认定',
    'It is about the validity of a right, which the competent authority decides',
    { instrument: 'PL', article: '第四十六条' },
  ),
  administrativeSanction: inferred('要求给予行政处罚', 'It asks for an administrative sanction', {
    instrument: 'SDR',
    article: '第三十三条',
  }),
  criminalLiability: inferred('要求追究刑事责任', 'It asks for criminal liability', {
    instrument: 'PML',
    article: '第二十五条',
  }),
  outsideRemit: reason('不属于本机构的受理范围', "Outside this organisation's remit", {
    instrument: 'SDR',
    article: '第三十三条',
  }),
  alreadyDecided: inferred('已有生效裁判、仲裁裁决或司法确认', 'Already decided or confirmed with effect', {
    instrument: 'CPL',
    article: '第一百二十七条(五)',
  }),
  notIntellectualProperty: inferred('不属于知识产权纠纷', 'Not an intellectual-property dispute', {
    instrument: 'SDR',
    article: '第三十三条',
  }),
  withdrawn: inferred('申请人撤回', 'The applicant withdrew', { instrument: 'PML', article: '第二十三条' }),
} as const satisfies Record<string, Reason>;
export type DeclineReason = keyof typeof declineReasons;

const objection: Basis = { instrument: 'CPLI', article: '第三百七十二条' };

/** What the court did with an objection to a confirmation ruling. */
export const objectionResults = {
  upheld: reason('异议成立，撤销原裁定', 'Upheld: the ruling is revoked', objection),
  partlyUpheld: reason('异议部分成立，改变原裁定', 'Upheld in part: the ruling is changed', objection),
  dismissed: reason('异议不成立，裁定驳回', 'Dismissed', objection),
} as const satisfies Record<string, Reason>;
export type ObjectionResult = keyof typeof objectionResults;

const consent: Basis = { instrument: 'PML', article: '第十七条' };

/** What a party answered when asked whether it will mediate. */
export const consentAnswers = {
  agrees: reason('同意调解', 'Agrees to mediate', consent),
  refuses: reason('拒绝调解', 'Refuses', consent),
  unreachable: reason('无法联系', 'Could not be reached', { instrument: 'OMR', article: '第十五条' }),
} as const satisfies Record<string, Reason>;
export type ConsentAnswer = keyof typeof consentAnswers;

/** How sure we are who spoke for a party; a house rule, not law. */
export const statementLevels = {
  0: text('凭查询码或链接，未核实身份', 'Bearer of a code or link, identity not checked'),
  1: text('经预留联系方式的一次性验证码核实', 'Checked by a one-time code to the contact on file'),
  2: text(
    '当面、书面签名扫描件或可靠电子签名',
    'In person, by a scanned signed paper or a reliable electronic signature',
  ),
} as const satisfies Record<number, Text>;
export type StatementLevel = keyof typeof statementLevels;
