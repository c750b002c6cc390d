import { text } from '../text.ts';
import type { Basis } from './law.ts';
import type { Reason } from './reasons.ts';

function reason(zh: string, en: string, ...basis: readonly Basis[]): Reason {
  return { label: text(zh, en), basis, verified: 'text' };
}
const filing = (item: string): Basis => ({ instrument: 'CPL', article: `第一百二十二条(${item})` });
const refused = (item: string): Basis => ({ instrument: 'CPL', article: `第一百二十七条(${item})` });
const stay = (item: string): Basis => ({ instrument: 'CPL', article: `第一百五十三条(${item})` });

/** Why a court does not accept a suit, or dismisses it (CPL 122, 127). */
export const suitRefusalReasons = {
  noDirectInterest: reason('原告与本案没有直接利害关系', 'The claimant has no direct interest', filing('一')),
  noDefiniteDefendant: reason('没有明确的被告', 'No definite defendant', filing('二')),
  noDefiniteClaim: reason('没有具体的诉讼请求和事实、理由', 'No definite claim, facts and grounds', filing('三')),
  outsideRemit: reason(
    '不属于人民法院受理范围或本院管辖',
    "Outside the courts' remit or this court's jurisdiction",
    filing('四'),
  ),
  arbitrationAgreement: reason('双方订有书面仲裁协议', 'There is a written arbitration agreement', refused('二')),
  otherAuthority: reason('应由其他机关处理', 'For another authority', refused('三')),
  alreadyDecided: reason('裁判、调解书已经生效', 'Decided with effect already', refused('五')),
} as const satisfies Record<string, Reason>;

/** Why a suit is stayed (CPL 153; PDR 5 for invalidity). */
export const stayReasons = {
  invalidity: reason('涉案权利被请求宣告无效', 'The right is asked to be invalidated', {
    instrument: 'PDR',
    article: '第五条',
  }),
  death: reason('一方当事人死亡，等待继承人', 'A party died; its heirs are awaited', stay('一')),
  incapacity: reason('一方丧失诉讼行为能力', 'A party lost its capacity', stay('二')),
  entityEnded: reason('法人或者其他组织终止', 'A legal person or organisation ended', stay('三')),
  forceMajeure: reason('因不可抗拒的事由不能参加诉讼', 'Force majeure keeps a party away', stay('四')),
  otherCase: reason('须以另一案的审理结果为依据', 'Another case must be decided first', stay('五')),
  other: reason('其他应当中止的情形', 'Another ground for a stay', stay('六')),
} as const satisfies Record<string, Reason>;

/** How the right to sue for the same ends without judgment (CPL 146, 148; OP25 6). */
export const withdrawalKinds = {
  allowed: reason('裁定准许撤诉', 'Withdrawal allowed', { instrument: 'CPL', article: '第一百四十八条' }),
  feeUnpaid: reason('未交诉讼费，按撤诉处理', 'Fee not paid: deemed withdrawn', {
    instrument: 'OP25',
    article: '第六条',
  }),
  absent: reason('原告拒不到庭，按撤诉处理', 'The claimant stayed away: deemed withdrawn', {
    instrument: 'CPL',
    article: '第一百四十六条',
  }),
} as const satisfies Record<string, Reason>;
