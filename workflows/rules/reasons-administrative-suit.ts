import { text } from '../text.ts';
import type { Basis } from './law.ts';
import type { Reason } from './reasons.ts';

function reason(zh: string, en: string, ...basis: readonly Basis[]): Reason {
  return { label: text(zh, en), basis, verified: 'text' };
}
const filing = (item: string): Basis => ({ instrument: 'APL', article: `第四十九条(${item})` });
const dismissed = (item: string): Basis => ({ instrument: 'APLI', article: `第六十九条(${item})` });
const stay = (item: string): Basis => ({ instrument: 'APLI', article: `第八十七条(${item})` });

/** Why a court does not accept an administrative suit, or dismisses it (APL 49, APLI 69). */
export const administrativeRefusalReasons = {
  noStanding: reason('原告不具有起诉资格', 'The plaintiff has no standing', filing('一')),
  noDefiniteDefendant: reason('没有明确的被告', 'No definite defendant', filing('二')),
  noDefiniteClaim: reason('没有具体的诉讼请求和事实根据', 'No definite claim and facts', filing('三')),
  outsideRemit: reason(
    '不属于受案范围或者本院管辖',
    "Outside the courts' remit or this court's jurisdiction",
    filing('四'),
  ),
  late: reason('超过法定起诉期限且无正当理由', 'After the time to sue, without a good reason', dismissed('二')),
  wrongDefendant: reason('错列被告且拒绝变更', 'The wrong defendant, and no change', dismissed('三')),
  repeated: reason('重复起诉', 'Sued twice', dismissed('六')),
  alreadyDecided: reason('已为生效裁判所羁束', 'Decided with effect already', dismissed('九')),
} as const satisfies Record<string, Reason>;

/** Why an administrative suit is stayed (APLI 87; APL 61 and APLI 138 for a civil suit). */
export const administrativeStayReasons = {
  death: reason('原告死亡，等待其近亲属表明是否参加', 'The plaintiff died; the family is awaited', stay('一')),
  incapacity: reason('原告丧失诉讼行为能力', 'The plaintiff lost its capacity', stay('二')),
  entityEnded: reason('一方机关、法人或者组织终止', 'An authority or organisation ended', stay('三')),
  forceMajeure: reason('因不可抗力不能参加诉讼', 'Force majeure keeps a side away', stay('四')),
  interpretation: reason('需要有权机关解释或者确认', 'A question of law goes to whoever may decide it', stay('五')),
  otherCase: reason('须以民事、刑事或者其他行政案件的结果为依据', 'Another case must be decided first', stay('六'), {
    instrument: 'APL',
    article: '第六十一条第二款',
  }),
  other: reason('其他应当中止的情形', 'Another ground for a stay', stay('七')),
} as const satisfies Record<string, Reason>;

/** How an administrative suit ends without judgment (APL 58, 62). */
export const administrativeWithdrawalKinds = {
  allowed: reason('裁定准许撤诉', 'Withdrawal allowed', { instrument: 'APL', article: '第六十二条' }),
  rulingChanged: reason(
    '被告改变裁决，原告同意并撤诉',
    'The authority changed its ruling; the plaintiff agrees and withdraws',
    { instrument: 'APL', article: '第六十二条' },
  ),
  absent: reason('原告拒不到庭，按撤诉处理', 'The plaintiff stayed away: deemed withdrawn', {
    instrument: 'APL',
    article: '第五十八条',
  }),
} as const satisfies Record<string, Reason>;
