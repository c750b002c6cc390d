import { rulingFactLabels } from './fact-labels-ruling.ts';
import { commands } from './registry.ts';
import { type Text, text } from './text.ts';

/** Facts that follow from commands and have dates of their own: what clocks start from. */
const followingFacts: Readonly<Record<string, Text>> = {
  mediationAccepted: text('调解受理', 'Mediation accepted'),
  mediationExtended: text('调解延长', 'Mediation extended'),
  mediationFailed: text('调解终止', 'Mediation ended without agreement'),
  mediationWithdrawn: text('调解申请撤回', 'Mediation withdrawn'),
  agreementEffective: text('调解协议生效', 'Agreement in effect'),
  applicationReceived: text('法院收到申请', 'Application received by the court'),
  supplementRequired: text('法院通知补充', 'Supplements required'),
  confirmationAccepted: text('法院受理确认申请', 'Application accepted by the court'),
  reviewExtended: text('审查延长', 'Review extended'),
  matterConfirmed: text('裁定协议有效', 'Agreement confirmed'),
  confirmationEnded: text('确认程序结束', 'Confirmation ended'),
  rulingServed: text('裁定送达', 'Ruling served'),
  performanceDue: text('协议履行期届满', 'Performance due'),
  outsiderLearned: text('利害关系人知悉', 'Outsider learned of the ruling'),
  ratificationDemanded: text('催告追认', 'Ratification demanded'),
  ratified: text('对追认的答复', 'Answer on ratification'),
  obstacleEnded: text('障碍消除', 'Obstacle ended'),
  preservationMeasureTaken: text('采取诉前保全', 'Pre-filing preservation'),
  delegatedMediationBegan: text('委派调解开始', 'Delegated mediation began'),
  entrustedMediationBegan: text('委托调解开始（普通程序）', 'Entrusted mediation began (ordinary procedure)'),
  entrustedSummaryMediationBegan: text('委托调解开始（简易程序）', 'Entrusted mediation began (summary procedure)'),
  respondentToContact: text('应联系对方当事人', 'The other side is to be reached'),
  respondentContacted: text('已联系对方当事人', 'The other side was reached'),
  appraisalBegan: text('诉前鉴定评估开始', 'Appraisal began'),
  appraisalEnded: text('诉前鉴定评估结束', 'Appraisal ended'),
  mediationConsented: text('同意调解', 'Mediation agreed to'),
  complaintReceived: text('法院收到起诉', 'Complaint received by the court'),
  correctionRequired: text('告知补正', 'Correction required'),
  suitRegistered: text('登记立案', 'Suit registered'),
  ordinaryTrialBegan: text('审理期限起算（普通程序）', 'Trial term began (ordinary procedure)'),
  summaryTrialBegan: text('审理期限起算（简易程序）', 'Trial term began (summary procedure)'),
  trialExtended: text('审理期限延长', 'Trial term extended'),
  complaintToServe: text('应送达起诉状', 'Complaint to be served'),
  complaintServed: text('起诉状送达', 'Complaint served'),
  complaintServedAbroad: text('起诉状送达（境内无住所）', 'Complaint served (no domicile in China)'),
  publicNoticeIssued: text('公告送达', 'Public notice issued'),
  appealableRulingServed: text('可上诉的裁定送达', 'Appealable ruling served'),
  extendedMediationBegan: text('延长的委托调解期间开始', 'Extended days of the mediation began'),
  extendedMediationEnded: text('延长的委托调解期间结束', 'Extended days of the mediation ended'),
  suitStayed: text('诉讼中止', 'Suit stayed'),
  suitResumed: text('诉讼恢复', 'Suit resumed'),
  technicalInvestigatorAppointed: text('指派技术调查官', 'Technical investigator appointed'),
  technicalInvestigatorDisclosed: text('告知技术调查官', 'Technical investigator disclosed'),
  mediationDocumentEffective: text('法院调解书生效', "The court's mediation document took effect"),
  judgmentServed: text('判决送达', 'Judgment served'),
  judgmentServedAbroad: text('判决送达（境内无住所）', 'Judgment served (no domicile in China)'),
  judgmentEffective: text('判决生效', 'Judgment in effect'),
  appealTermEnded: text('上诉期终止', 'Time to appeal ended'),
  suitReopened: text('案件重新审理', 'Suit to be heard again'),
  suitEnded: text('诉讼结束', 'Suit ended'),
  infringementKnown: text('知道侵权', 'Infringement known'),
  preservationApplied: text('申请诉前保全', 'Pre-filing preservation applied for'),
  preservationRefused: text('诉前保全未获准', 'Pre-filing preservation refused'),
  handoffOffered: text('移送发出', 'Handoff sent'),
  handoffReceived: text('移送签收', 'Handoff received'),
  letterServed: text('通知送达', 'Letter served'),
  ...rulingFactLabels,
};

/** What a fact is called: by its command, or by its own name. An unknown type is a programming error. */
export function factLabel(type: string): Text {
  const label = followingFacts[type] ?? commands[type]?.label;
  if (label === undefined) throw new Error(`fact ${type} has no label`);
  return label;
}
