import type { ChannelId } from '../channels/ids.ts';
import type { InstrumentId } from '../rules/instruments.ts';
import type { Basis, Verified } from '../rules/law.ts';
import { type Text, text } from '../text.ts';
import type { DocumentKind } from './kinds.ts';

/** What a paper is for, and the article that asks for it. */
export interface PaperUse {
  readonly use: Text;
  readonly basis: readonly Basis[];
  readonly verified: Verified;
}

type Articles = readonly (readonly [InstrumentId, string])[];

interface PaperRow {
  readonly use: Text;
  /** Articles by channel; `any`: for every channel that is not named. A channel without any rests on the forms of practice. */
  readonly articles: { readonly [channel in ChannelId | 'any']?: Articles };
  /** Absent: read in the instrument. */
  readonly verified?: Verified;
}

function row(zh: string, en: string, articles: PaperRow['articles'] = {}, verified: Verified = 'text'): PaperRow {
  return { use: text(zh, en), articles, verified };
}

/** The papers that states ask for. Where no article was read for a channel the row says so (待核实). */
const rows: { readonly [document in DocumentKind]?: PaperRow } = {
  intakeForm: row('记明谁因何事来办；口头申请也以此为准', 'Who came about what; stands for an oral application'),
  mediationApplication: row('表明自愿申请调解及请求事项', 'Says that mediation is wanted of free will, and over what', {
    peopleMediation: [['PML', '第十七条']],
    commercialMediation: [['CMR', '第十五条']],
    adminMediation: [['O81', '第六十五条']],
  }),
  identityDocument: row('证明当事人的身份', 'Proves who the parties are', {
    adminRuling: [['O81', '第十四条']],
    judicialConfirmation: [['CPLI', '第三百五十四条']],
    litigation: [['CPL', '第一百二十二条']],
  }),
  acceptanceNotice: row('告知受理日期、调解员和时间地点', 'Tells of acceptance, the mediator, time and place'),
  rightsNotice: row(
    '告知权利义务、协议效力、司法确认和虚假调解的后果',
    'Tells rights and duties, the effect of an agreement, confirmation, and that sham mediation is punished',
    {
      peopleMediation: [
        ['PMW', '第三十条'],
        ['PML', '第二十三条、第二十四条'],
      ],
      courtAnnexedMediation: [['OMR', '第十七条']],
    },
  ),
  consentRecord: row('证明各方愿意调解，或者何时拒绝', 'Proves that the sides want to mediate, or when one refused', {
    courtAnnexedMediation: [
      ['OMR', '第四条、第七条'],
      ['IMR', '第十一条'],
    ],
    litigation: [['OP25', '第二条']],
    any: [['PML', '第十七条']],
  }),
  mediationRecord: row(
    '记录调解经过，由各方阅读签名；留在调解卷内，不对外移送',
    'The record of the session, read and signed; it stays inside the mediation',
    { peopleMediation: [['PML', '第二十七条']] },
    'memory',
  ),
  mediationAgreement: row(
    '载明各方约定，据以履行、确认或者公证',
    'What was agreed: to be performed, confirmed or notarised',
    {
      peopleMediation: [['PML', '第二十八条、第二十九条']],
      commercialMediation: [['CMR', '第二十二条']],
      courtAnnexedMediation: [
        ['OMR', '第十九条'],
        ['IMR', '第二十四条'],
      ],
      adminMediation: [['O81', '第六十九条']],
      adminRuling: [['O81', '第三十五条']],
      notarisedEnforcement: [['NL', '第三十七条']],
    },
  ),
  mediationProof: row('申请司法确认时证明由调解组织主持', 'Proves to the court that the organisation mediated', {
    any: [['CPLI', '第三百五十四条']],
  }),
  followUpRecord: row('记明履行情况和回访结果', 'How the agreement is being kept', {
    any: [
      ['PML', '第三十一条'],
      ['PMW', '第三十九条'],
    ],
  }),
  terminationNotice: row('写明终止及可走的其他途径', 'Says that mediation ended, and which other ways are open', {
    courtAnnexedMediation: [['OMR', '第二十一条']],
    any: [['PML', '第二十六条']],
  }),
  mediationReport: row('向法院报告调解情况，仅供法院', 'The report to the court, for the court only', {
    any: [
      ['OMR', '第二十一条'],
      ['IMR', '第二十六条'],
    ],
  }),
  addressConfirmation: row('确认送达地址，以后各程序继续适用', 'The address for service, for later stages too', {
    any: [['CPLI', '第一百三十六条、第一百三十七条']],
  }),
  opinionNotice: row('请对方在期限内陈述意见', 'Asks the other side to answer in time', {
    any: [['O81', '第六十五条']],
  }),
  cancelDecision: row('写明撤销案件及理由', 'Says that the case is cancelled, and why', {
    adminRuling: [['O81', '第三十六条']],
    adminMediation: [['O81', '第六十七条']],
  }),
  rulingRequest: row('写明请求、事实和所依据的权利要求', 'The request, the facts and the claims relied on', {
    any: [['O81', '第十四条、第十五条']],
  }),
  registerExtract: row('证明专利权有效及权利人', 'Proves that the patent stands, and whose it is', {
    any: [['O81', '第十四条']],
  }),
  caseAcceptanceCopy: row('证明已立案并送达对方', 'Proves that the case was filed and served', {
    any: [['O81', '第二十六条']],
  }),
  rulingDecision: row('写明结论、责令事项和起诉期限', 'The finding, what is ordered, and until when to sue', {
    adminRuling: [['O81', '第三十一条']],
    administrativeLitigation: [['PL', '第六十五条']],
  }),
  enforcementComplaint: row('写明投诉的侵权行为和证据', 'The infringement complained of, with evidence', {
    any: [
      ['TM19', '第六十条'],
      ['TM26', '第七十四条'],
    ],
  }),
  investigationReport: row('据以决定是否处罚', 'The basis of the decision on a penalty'),
  penaltyDecision: row('写明违法事实、处罚和救济途径', 'The facts, the penalty and the remedies', {
    any: [['PENL', '第六十一条']],
  }),
  procuratorialOpinion: row('检察机关提出行政处罚意见', 'The procuratorate asks for an administrative penalty'),
  complaint: row('写明诉讼请求、事实和理由', 'The claims, facts and grounds', {
    administrativeLitigation: [],
    any: [['CPL', '第一百二十四条']],
  }),
  confirmationRuling: row('确认协议有效，可申请执行', 'Confirms the agreement; it can be enforced', {
    any: [['CPL', '第二百零六条']],
  }),
  courtMediationDocument: row(
    '经各方签收生效，可申请执行',
    'In effect once all have signed for it; it can be enforced',
    {
      any: [['CPL', '第一百条']],
    },
  ),
  judgment: row('载明裁判结果', 'What the court decided', { litigation: [['CPL', '第一百五十一条']] }),
  serviceReceipt: row('证明何时送达，期限从这一天起算', 'Proves the day of service, from which time runs', {
    adminRuling: [['O81', '第二十六条']],
    litigation: [['CPL', '第八十七条']],
    paymentOrder: [['CPL', '第八十七条']],
  }),
  proofOfEffect: row('证明文书已经生效', 'Proves that the decision is in effect'),
  transferLetter: row('向有管辖权的机构移送', 'Moves the case to the competent body', {
    litigation: [['CPL', '第三十七条']],
  }),
  arbitrationApplication: row('写明仲裁请求、事实和理由', 'The claims, facts and grounds', {
    any: [['AL25', '第三十四条']],
  }),
  arbitrationAgreement: row('没有仲裁协议不能仲裁', 'Without an agreement there is no arbitration', {
    any: [['AL25', '第四条、第二十七条']],
  }),
  tribunalNotice: row('告知仲裁庭的组成', 'Tells who the tribunal is'),
  arbitralMediationDocument: row('与裁决书效力相同，签收后生效', 'Equal to an award, in effect once signed for', {
    any: [['AL25', '第六十四条、第六十五条']],
  }),
  award: row('作出之日起生效，可申请执行', 'In effect when made; it can be enforced', { any: [['AL25', '第七十条']] }),
  enforcementApplication: row('请求强制执行', 'Asks for enforcement', { any: [['CPL', '第二百五十条']] }),
  titleOfEnforcement: row('没有执行依据不能执行', 'Without a title nothing is enforced', {
    any: [['CPL', '第二百四十七条']],
  }),
  executionNotice: row('通知被执行人履行', 'Tells the debtor to perform', { any: [['CPL', '第二百五十一条']] }),
  paymentPlan: row('写明何时付款多少', 'When how much is paid', { any: [['NL', '第三十七条']] }),
  notarisedInstrument: row('赋予强制执行效力的文书', 'The instrument that can be enforced', {
    any: [['NL', '第三十七条']],
  }),
  executionCertificate: row('凭以向法院申请执行', 'With it a court is asked for enforcement', {
    any: [['NDE', '第三条、第五条']],
  }),
  paymentOrder: row('督促债务人在期限内清偿', 'Orders the debtor to pay in time', { any: [['CPL', '第二百二十七条']] }),
};

/** What a paper is for in a channel; null for papers that no state asks for. */
export function paperUse(document: DocumentKind, channel: ChannelId): PaperUse | null {
  const found = rows[document];
  if (found === undefined) return null;
  const articles = found.articles[channel] ?? found.articles.any ?? [];
  const basis = articles.map(([instrument, article]): Basis => ({ instrument, article }));
  return { use: found.use, basis, verified: basis.length === 0 ? 'secondary' : (found.verified ?? 'text') };
}
