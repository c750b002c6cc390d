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
  handoffOffered: text('移送发出', 'Handoff sent'),
  handoffReceived: text('移送签收', 'Handoff received'),
  letterServed: text('通知送达', 'Letter served'),
};

/** What a fact is called: by its command, or by its own name. An unknown type is a programming error. */
export function factLabel(type: string): Text {
  const label = followingFacts[type] ?? commands[type]?.label;
  if (label === undefined) throw new Error(`fact ${type} has no label`);
  return label;
}
