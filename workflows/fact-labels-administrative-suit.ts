import { type Text, text } from './text.ts';

/** Facts of suits over administrative rulings that have dates of their own. */
export const administrativeSuitFactLabels: Readonly<Record<string, Text>> = {
  administrativeComplaintReceived: text('法院收到行政起诉状', 'Complaint against the authority received'),
  administrativeCorrectionRequired: text('告知补正行政起诉材料', 'Correction of the complaint required'),
  administrativeComplaintToServe: text('应发送起诉状副本', 'Complaint to be sent to the authority'),
  administrativeSuitRegistered: text('行政诉讼立案', 'Administrative suit registered'),
  administrativeTrialBegan: text('行政案件审理期限起算', 'Trial term began'),
  administrativeSummaryTrialBegan: text('行政案件简易程序审理期限起算', 'Trial term of the summary procedure began'),
  administrativeTrialExtended: text('行政案件审理期限延长', 'Trial term extended'),
  authorityServed: text('起诉状副本送达被告机关', 'Complaint reached the authority'),
  authorityDefenceReceived: text('收到被告机关答辩', 'Defence of the authority received'),
  authorityDefenceForwarded: text('答辩状副本发送原告', 'Defence sent on'),
  administrativeSuitStayed: text('行政诉讼中止', 'Administrative suit stayed'),
  administrativeSuitResumed: text('行政诉讼恢复', 'Administrative suit resumed'),
  administrativeJudgmentServed: text('行政判决送达', 'Judgment on the ruling served'),
  administrativeJudgmentServedOnAuthority: text('行政判决送达被告机关', 'Judgment served on the authority'),
  administrativeRulingServed: text('不予立案或驳回起诉的裁定送达', 'Ruling turning the suit away served'),
  administrativeAppealReceived: text('收到行政案件上诉状', 'Appeal received'),
  administrativeAppealTermEnded: text('上诉期不再计算', 'Time to appeal no longer counts'),
  administrativeJudgmentEffective: text('行政判决生效', 'Judgment on the ruling in effect'),
  administrativeSuitEnded: text('行政诉讼结束', 'Administrative suit ended'),
  suitOverRulingServed: text('收到对裁决的起诉状副本', 'Suit over the ruling served on this authority'),
  suitOverRulingAnswered: text('已对起诉答辩', 'Suit answered'),
};
