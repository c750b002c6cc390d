import { text } from '../text.ts';
import type { Basis } from './law.ts';
import type { Reason } from './reasons.ts';

function reason(zh: string, en: string, ...basis: readonly Basis[]): Reason {
  return { label: text(zh, en), basis, verified: 'text' };
}
const condition = (item: string): Basis => ({ instrument: 'AL25', article: `第三十二条(${item})` });
const domestic = (item: string): Basis => ({ instrument: 'AL25', article: `第七十一条(${item})` });
const foreign = (item: string): Basis => ({ instrument: 'AL25', article: `第八十三条(${item})` });

/** Why an institution does not accept a request (AL25 3, 4, 32). */
export const arbitrationRefusalReasons = {
  noAgreement: reason('没有仲裁协议', 'There is no arbitration agreement', condition('一')),
  agreementVoid: reason('仲裁协议无效', 'The arbitration agreement is void', {
    instrument: 'AL25',
    article: '第二十八条、第二十九条',
  }),
  noDefiniteClaim: reason('没有具体的仲裁请求和事实、理由', 'No definite claim, facts and grounds', condition('二')),
  outsideRemit: reason('不属于仲裁机构的受理范围', "Outside the institution's remit", condition('三')),
  notArbitrable: reason('依法不能仲裁', 'Not arbitrable', { instrument: 'AL25', article: '第三条' }),
  alreadyAwarded: reason('同一纠纷已有生效裁决', 'An award is in force already', {
    instrument: 'AL25',
    article: '第十条',
  }),
} as const satisfies Record<string, Reason>;

/** Why a tribunal rejects the whole of an arbitration. */
export const arbitrationDismissalReasons = {
  sham: reason('捏造事实或恶意串通，侵害他人利益', 'Fabricated facts or collusion to harm others', {
    instrument: 'AL25',
    article: '第六十一条',
  }),
  noAgreement: reason('查明没有仲裁协议或协议无效', 'No valid arbitration agreement was found', {
    instrument: 'AL25',
    article: '第四条',
  }),
} as const satisfies Record<string, Reason>;

/** How an arbitration ends without an award (AL25 54, 62). */
export const arbitrationWithdrawalKinds = {
  withdrawn: reason('申请人撤回仲裁申请', 'The claimant withdrew', { instrument: 'AL25', article: '第六十二条' }),
  absent: reason('申请人无正当理由不到庭，视为撤回', 'The claimant stayed away: deemed withdrawn', {
    instrument: 'AL25',
    article: '第五十四条',
  }),
  settled: reason('达成和解协议后撤回', 'Settled, then withdrawn', { instrument: 'AL25', article: '第六十二条' }),
} as const satisfies Record<string, Reason>;

/**
 * Grounds on which a court sets an award aside or does not enforce it: AL25 71 and 76 for domestic awards, 83 and 84 for
 * foreign-related ones. One list, because the same ground may not be used twice (AWE 20).
 */
export const awardGrounds = {
  noAgreement: reason('没有仲裁协议', 'No arbitration agreement', domestic('一'), foreign('一')),
  outsideScope: reason(
    '裁决事项不属于仲裁协议范围或仲裁机构无权仲裁',
    'Outside the agreement, or beyond the institution’s power',
    domestic('二'),
    foreign('四'),
  ),
  unlawfulProcedure: reason(
    '仲裁庭的组成或仲裁程序违反法定程序',
    'Tribunal or procedure against the law',
    domestic('三'),
  ),
  forgedEvidence: reason('裁决所根据的证据是伪造的', 'The evidence it rests on was forged', domestic('四')),
  concealedEvidence: reason(
    '对方隐瞒了足以影响公正裁决的证据',
    'The other side concealed decisive evidence',
    domestic('五'),
  ),
  corruptArbitrator: reason(
    '仲裁员索贿受贿、徇私舞弊、枉法裁决',
    'Bribery or perversion of law by an arbitrator',
    domestic('六'),
  ),
  notHeard: reason(
    '被申请人未得到通知，或因不可归责于己的原因未能陈述意见',
    'The respondent had no notice or could not be heard',
    foreign('二'),
  ),
  againstRules: reason(
    '仲裁庭的组成或仲裁程序与仲裁规则不符',
    'Tribunal or procedure against the rules',
    foreign('三'),
  ),
  publicInterest: reason(
    '违背公共利益',
    'Against the public interest',
    { instrument: 'AL25', article: '第七十一条' },
    { instrument: 'AL25', article: '第八十三条' },
  ),
} as const satisfies Record<string, Reason>;
export type AwardGround = keyof typeof awardGrounds;

/** Grounds open against a domestic award; the rest is open against foreign-related ones only. */
const domesticGrounds: readonly AwardGround[] = [
  'noAgreement',
  'outsideScope',
  'unlawfulProcedure',
  'forgedEvidence',
  'concealedEvidence',
  'corruptArbitrator',
  'publicInterest',
];
const foreignGrounds: readonly AwardGround[] = [
  'noAgreement',
  'notHeard',
  'againstRules',
  'outsideScope',
  'publicInterest',
];

/** The grounds that may be raised against an award, domestic or foreign-related (AL25 71, 83). */
export function groundsAgainst(foreignRelated: boolean): readonly AwardGround[] {
  return foreignRelated ? foreignGrounds : domesticGrounds;
}
