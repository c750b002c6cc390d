import { type ChannelId, channelLabels } from '../channels/ids.ts';
import type { Basis, DecidedBy, Verified } from '../rules/law.ts';
import { type Text, text } from '../text.ts';

/** Something the law does not allow. `us`: we block it; `receiver`: we warn, and the deciding body's act prevails. */
export interface Exclusion {
  readonly id: string;
  readonly forbids: Text;
  readonly why: Text;
  readonly basis: readonly Basis[];
  readonly decidedBy: DecidedBy;
  readonly touches: readonly ChannelId[];
  /** What to do instead. */
  readonly instead: Text;
  readonly verified: Verified;
}

/** Exclusions F1 to F21 of the reading notes, in their order. */
export const exclusions = [
  {
    id: 'F1',
    forbids: text('一方明确拒绝时进行调解', 'Mediation when a party clearly refuses'),
    why: text('调解以自愿为前提。', 'Mediation rests on free will.'),
    basis: [
      { instrument: 'PML', article: '第十七条' },
      { instrument: 'CMR', article: '第十五条' },
      { instrument: 'SDR', article: '第二十二条' },
    ],
    decidedBy: 'us',
    touches: ['peopleMediation', 'commercialMediation'],
    instead: text(
      '记录拒绝，告知仲裁、行政、诉讼等途径。',
      'Record the refusal and tell the parties of arbitration, administrative and court routes.',
    ),
    verified: 'text',
  },
  {
    id: 'F2',
    forbids: text(
      '有效仲裁协议未放弃时起诉或请求行政裁决',
      'A suit or a request for a ruling while a valid arbitration agreement stands',
    ),
    why: text(
      '有效的仲裁协议排除法院主管；约定了其他途径的，不符合请求裁决的条件。',
      'A valid arbitration agreement excludes the courts; an agreed other route bars the ruling.',
    ),
    basis: [
      { instrument: 'AL25', article: '第五条' },
      { instrument: 'O81', article: '第十二条(五)' },
    ],
    decidedBy: 'receiver',
    touches: ['litigation', 'adminRuling'],
    instead: text(
      '申请仲裁；仲裁协议无效或对方首次开庭前未提出异议的除外。',
      'Go to arbitration, unless the agreement is void or the other side does not object before the first hearing.',
    ),
    verified: 'text',
  },
  {
    id: 'F3',
    forbids: text(
      '任何一方已就同一侵权起诉后请求行政裁决',
      'A request for a ruling after either side has sued over the same infringement',
    ),
    why: text(
      '请求裁决以各方均未起诉为条件；立案后发现的，可以撤销案件。',
      'A ruling may only be asked for while nobody has sued; found out later, the case may be cancelled.',
    ),
    basis: [{ instrument: 'O81', article: '第十二条(五)、第三十六条' }],
    decidedBy: 'receiver',
    touches: ['adminRuling'],
    instead: text(
      '在该诉讼中主张，或同意法院委托调解。',
      'Raise it in that suit, or agree to mediation entrusted by the court.',
    ),
    verified: 'text',
  },
  {
    id: 'F4',
    forbids: text('没有仲裁协议而仲裁', 'Arbitration without an agreement'),
    why: text('仲裁以双方自愿达成的仲裁协议为依据。', 'Arbitration rests on an agreement of both sides.'),
    basis: [{ instrument: 'AL25', article: '第四条' }],
    decidedBy: 'us',
    touches: ['arbitration'],
    instead: text('现在达成仲裁协议，或另选其他途径。', 'Make an arbitration agreement now, or choose another route.'),
    verified: 'text',
  },
  {
    id: 'F5',
    forbids: text('就已有生效裁决的争议再次仲裁或起诉', 'Arbitration or a suit again after an award in force'),
    why: text('仲裁实行一裁终局。', 'An award is final.'),
    basis: [{ instrument: 'AL25', article: '第十条' }],
    decidedBy: 'receiver',
    touches: ['arbitration', 'litigation'],
    instead: text(
      '申请执行；裁决被撤销或不予执行后，可重新约定仲裁或起诉。',
      'Ask for enforcement; once the award is set aside or refused enforcement, agree on arbitration anew or sue.',
    ),
    verified: 'text',
  },
  {
    id: 'F6',
    forbids: text(
      '确认涉及权属或效力、身份关系及其他特别程序的协议',
      'Confirmation of an agreement on ownership or validity, personal status or another special procedure',
    ),
    why: text(
      '涉及物权、知识产权确权等内容的申请，法院裁定不予受理。',
      'The court does not accept an application that determines real rights or IP rights.',
    ),
    basis: [{ instrument: 'CPLI', article: '第三百五十五条' }],
    decidedBy: 'receiver',
    touches: ['judicialConfirmation'],
    instead: text(
      '拆分协议：权属部分通过登记或诉讼解决，其余部分申请确认。',
      'Split the agreement: settle ownership by recordal or a suit, and ask for confirmation of the rest.',
    ),
    verified: 'text',
  },
  {
    id: 'F7',
    forbids: text(
      '一方违背他方意愿单独申请司法确认',
      "Confirmation asked for by one side alone against the other's will",
    ),
    why: text('司法确认由各方共同申请。', 'The sides apply for confirmation together.'),
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'CPLI', article: '第三百五十一条' },
    ],
    decidedBy: 'receiver',
    touches: ['judicialConfirmation'],
    instead: text(
      '取得对方书面同意后共同申请，或就协议起诉、办理公证。',
      "Obtain the other side's written consent and apply together, or sue on the agreement or notarise it.",
    ),
    verified: 'text',
  },
  {
    id: 'F8',
    forbids: text('超过法定期限申请司法确认', 'An application for confirmation after the legal time'),
    why: text('逾期申请，法院一般不予受理。', 'As a rule the court does not accept a late application.'),
    basis: [{ instrument: 'CPL', article: '第二百零五条' }],
    decidedBy: 'receiver',
    touches: ['judicialConfirmation'],
    instead: text(
      '有正当理由的，请求法院顺延；也可重新达成协议、公证或就协议起诉。',
      'With a good reason ask the court to restore the period; or make a new agreement, notarise it or sue on it.',
    ),
    verified: 'text',
  },
  {
    id: 'F9',
    forbids: text(
      '对立案后委托调解的协议申请司法确认',
      'Confirmation of an agreement reached in an entrusted mediation',
    ),
    why: text(
      '案件已在法院，由法院审查后出具调解书或准许撤诉。',
      'The case is in court already: the court reviews the agreement and issues a mediation document or allows the withdrawal.',
    ),
    basis: [
      { instrument: 'IMR', article: '第二十条' },
      { instrument: 'OMR', article: '第二十条第二款' },
    ],
    decidedBy: 'receiver',
    touches: ['courtAnnexedMediation', 'judicialConfirmation'],
    instead: text('请求法院出具调解书，或申请撤诉。', 'Ask the court for a mediation document, or withdraw the suit.'),
    verified: 'text',
  },
  {
    id: 'F10',
    forbids: text('对仲裁或法院的调解书申请司法确认', 'Confirmation of an arbitral or court mediation document'),
    why: text('该文书本身就是执行依据。', 'Such a document is a title of enforcement already.'),
    basis: [
      { instrument: 'AL25', article: '第六十四条' },
      { instrument: 'CPL', article: '第一百条' },
    ],
    decidedBy: 'us',
    touches: ['judicialConfirmation'],
    instead: text('不履行的，直接申请强制执行。', 'If it is not kept, apply for enforcement directly.'),
    verified: 'inference',
  },
  {
    id: 'F11',
    forbids: text('仅凭调解协议申请强制执行', 'Enforcement on a bare mediation agreement'),
    why: text('调解协议是合同，不是执行依据。', 'A mediation agreement is a contract, not a title of enforcement.'),
    basis: [{ instrument: 'CPL', article: '第二百零六条、第二百四十九条' }],
    decidedBy: 'us',
    touches: ['enforcement', 'peopleMediation', 'commercialMediation'],
    instead: text(
      '先申请司法确认、公证赋强或支付令，或就协议起诉。',
      'First have it confirmed or notarised, ask for a payment order, or sue on it.',
    ),
    verified: 'text',
  },
  {
    id: 'F12',
    forbids: text('在行政裁决中判定赔偿', 'Damages awarded in an administrative ruling'),
    why: text(
      '裁决只认定是否侵权；赔偿只能调解或诉讼解决。',
      'A ruling decides infringement only; damages are mediated or sued for.',
    ),
    basis: [{ instrument: 'PL', article: '第六十五条' }],
    decidedBy: 'us',
    touches: ['adminRuling'],
    instead: text('请求就赔偿调解；不成的起诉。', 'Ask for mediation of the damages; failing that, sue.'),
    verified: 'text',
  },
  {
    id: 'F13',
    forbids: text(
      '以行政处罚代替移送涉嫌犯罪案件',
      'An administrative penalty in place of transferring a suspected crime',
    ),
    why: text('应当移送的，不得以罚代移。', 'What must be transferred may not be settled by a fine.'),
    basis: [{ instrument: 'TRR', article: '第十一条' }],
    decidedBy: 'us',
    touches: ['trademarkEnforcement', 'criminalReferral'],
    instead: text('经负责人批准移送公安机关。', 'Transfer it to the police with the approval of the head.'),
    verified: 'text',
  },
  {
    id: 'F14',
    forbids: text(
      '调解员或调解组织“移送”刑事案件',
      'A mediator or mediation organisation "transferring" a criminal case',
    ),
    why: text(
      '法定移送主体是行政执法机关；调解组织只有报告的义务。',
      'Only administrative enforcement organs transfer; a mediation organisation has the duty to report.',
    ),
    basis: [
      { instrument: 'TRR', article: '第二条' },
      { instrument: 'PML', article: '第二十五条' },
    ],
    decidedBy: 'us',
    touches: ['peopleMediation', 'commercialMediation', 'courtAnnexedMediation', 'criminalReferral'],
    instead: text('及时向公安机关报告并登记。', 'Report to the police at once and record the report.'),
    verified: 'text',
  },
  {
    id: 'F15',
    forbids: text(
      '就已有生效裁判或司法确认的争议再次起诉',
      'A second suit on a dispute already judged or confirmed with effect',
    ),
    why: text('生效裁判和确认裁定约束各方。', 'A judgment or confirmation in force binds the sides.'),
    basis: [{ instrument: 'CPL', article: '第一百二十七条(五)' }],
    decidedBy: 'receiver',
    touches: ['litigation'],
    instead: text(
      '申请执行；对裁判不服的申请再审，对确认裁定可依法提出异议。',
      'Ask for enforcement; against a judgment ask for retrial, against a confirmation object in time.',
    ),
    verified: 'text',
  },
  {
    id: 'F16',
    forbids: text(
      '以同一理由先后申请撤销和不予执行仲裁裁决',
      'The same ground used for setting aside and for refusing enforcement of an award',
    ),
    why: text('同一理由已被驳回的，不再支持。', 'A ground already rejected is not heard again.'),
    basis: [{ instrument: 'AWE', article: '第二十条' }],
    decidedBy: 'receiver',
    touches: ['arbitration', 'enforcement'],
    instead: text('选择其中一种程序，一次提出全部理由。', 'Choose one procedure and bring all grounds at once.'),
    verified: 'text',
  },
  {
    id: 'F17',
    forbids: text(
      '调解员在同一案件中再任陪审员、代理人、证人、鉴定人或翻译',
      'A mediator later acting in the same case as assessor, agent, witness, appraiser or interpreter',
    ),
    why: text('保证中立，防止调解内容外泄。', 'It keeps the mediator neutral and the mediation closed.'),
    basis: [{ instrument: 'IMR', article: '第十六条' }],
    decidedBy: 'us',
    touches: ['peopleMediation', 'commercialMediation', 'courtAnnexedMediation', 'litigation'],
    instead: text('另选人员。', 'Choose somebody else.'),
    verified: 'text',
  },
  {
    id: 'F18',
    forbids: text('人民调解委员会收取调解费', "A mediation fee charged by a people's mediation committee"),
    why: text('人民调解不收取任何费用。', "People's mediation is free of charge."),
    basis: [
      { instrument: 'PML', article: '第四条' },
      { instrument: 'SDR', article: '第六十二条' },
    ],
    decidedBy: 'us',
    touches: ['peopleMediation'],
    instead: text(
      '免费调解；需要有偿服务的，可选择商事调解组织。',
      'Mediate free of charge; who wants a paid service may choose a commercial mediation organisation.',
    ),
    verified: 'text',
  },
  {
    id: 'F19',
    forbids: text('对司法确认案件本身进行调解', 'Mediating the confirmation case itself'),
    why: text('特别程序案件不得调解。', 'Cases under special procedures are not mediated.'),
    basis: [{ instrument: 'CPLI', article: '第一百四十三条' }],
    decidedBy: 'us',
    touches: ['judicialConfirmation'],
    instead: text(
      '撤回申请，变更或重新达成协议后再申请。',
      'Withdraw, change the agreement or make a new one, and apply again.',
    ),
    verified: 'text',
  },
  {
    id: 'F20',
    forbids: text('将调解中的让步用作证据', 'Using a concession made in mediation as evidence'),
    why: text(
      '为达成调解作出的妥协，不得在其后的程序中作为对其不利的依据，各方同意的除外。',
      'What was conceded to settle may not be held against a party later, unless all agree.',
    ),
    basis: [
      { instrument: 'IMR', article: '第二十二条' },
      { instrument: 'OMR', article: '第十八条' },
    ],
    decidedBy: 'receiver',
    touches: Object.keys(channelLabels) as ChannelId[], // The keys of the label table are exactly the channels.
    instead: text(
      '只提交各方共同签署的无争议事实记载和自己的证据。',
      'Hand in only the jointly signed undisputed facts and your own evidence.',
    ),
    verified: 'text',
  },
  {
    id: 'F21',
    forbids: text('同一技术调查官在同一案件中参与两次', 'The same technical investigator acting twice in one case'),
    why: text(
      '参与过一个程序的，不得再参与该案的其他程序。',
      'Who took part in one proceeding of a case may not take part in another of it.',
    ),
    basis: [{ instrument: 'TIR', article: '' }],
    decidedBy: 'us',
    touches: ['adminRuling', 'litigation'],
    instead: text('另行指派技术调查官，并告知各方。', 'Appoint another one and tell the sides.'),
    verified: 'memory',
  },
] as const satisfies readonly Exclusion[];

export type ExclusionId = (typeof exclusions)[number]['id'];
