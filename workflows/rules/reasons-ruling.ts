import { text } from '../text.ts';
import type { Basis } from './law.ts';
import type { Reason } from './reasons.ts';

function reason(zh: string, en: string, ...basis: readonly Basis[]): Reason {
  return { label: text(zh, en), basis, verified: 'text' };
}
const o81 = (article: string): Basis => ({ instrument: 'O81', article });

/** Why a request for a ruling is not filed (O81 12, 14-16). */
export const rulingRefusalReasons = {
  notEntitled: reason(
    '请求人不是专利权人或者利害关系人',
    'Not the patentee or an interested party',
    o81('第十二条(一)'),
  ),
  noDefiniteRespondent: reason('没有明确的被请求人', 'No definite respondent', o81('第十二条(二)')),
  noDefiniteRequest: reason(
    '没有明确的请求事项和具体事实、理由',
    'No definite request, facts and grounds',
    o81('第十二条(三)'),
  ),
  outsideRemit: reason('不属于受案和管辖范围', 'Outside remit or jurisdiction', o81('第十二条(四)')),
  suedOrOtherRoute: reason(
    '已就该纠纷起诉，或者约定了其他解决方式',
    'Somebody has sued, or another way was agreed',
    o81('第十二条(五)'),
  ),
  notCorrected: reason(
    '逾期未补正，或者无正当理由拒不提交评价报告',
    'Not corrected in time, or an evaluation report refused without reason',
    o81('第十六条'),
  ),
} as const satisfies Record<string, Reason>;

/** Why a ruling is stayed (O81 28); only the first depends on the kind of patent. */
export const rulingStayReasons = {
  invalidity: reason(
    '涉案专利被请求宣告无效并已受理',
    'A request to invalidate the patent was accepted',
    o81('第二十八条(一)'),
  ),
  death: reason('一方死亡，需要等待继承人', 'A party died; its heirs are awaited', o81('第二十八条')),
  incapacity: reason('一方丧失行为能力，尚未确定法定代理人', 'A party lost its capacity', o81('第二十八条')),
  entityEnded: reason(
    '法人或者其他组织终止，尚未确定承受人',
    'An entity ended; its successor is not known',
    o81('第二十八条'),
  ),
  forceMajeure: reason('因不可抗力不能参加', 'Force majeure keeps a party away', o81('第二十八条')),
  otherCase: reason('须以另一案的结果为依据', 'Another case must be decided first', o81('第二十八条')),
  higherAuthority: reason('涉及法律适用问题，需要请示', 'A question was put to a higher authority', o81('第二十八条')),
} as const satisfies Record<string, Reason>;

/** Why a request to stay is refused although somebody attacks the right (O81 29). */
export const rulingGoesOnReasons = {
  invention: reason('涉案专利为发明专利', 'The patent is an invention', o81('第二十九条(一)')),
  cleanReport: reason('评价报告未发现不符合授权条件的缺陷', 'The evaluation report found no defect', o81('第二十九条')),
  repeatRequest: reason(
    '撤回无效请求后再次请求宣告无效',
    'The request for invalidation was withdrawn before and made again',
    o81('第二十九条'),
  ),
  upheld: reason('已有生效决定维持专利有效', 'A decision in force upheld the patent', o81('第二十九条')),
  other: reason('其他不影响处理的情形', 'Otherwise no obstacle', o81('第二十九条')),
} as const satisfies Record<string, Reason>;

/** Why a case is cancelled after it was filed (O81 19, 26, 36). */
export const rulingCancelReasons = {
  inadmissible: reason('立案后发现不符合受理条件', 'Found inadmissible after filing', o81('第三十六条')),
  suedLater: reason('立案后发现一方已就该纠纷起诉', 'A party has sued over the dispute', o81('第三十六条')),
  withdrawn: reason('请求人撤回请求', 'The requester withdrew', o81('第三十六条')),
  requesterAbsent: reason(
    '请求人无正当理由不参加口头审理，视为撤回',
    'The requester stayed away: deemed withdrawn',
    o81('第二十六条'),
  ),
  limitationUpheld: reason('被请求人的时效抗辩成立', 'The defence of limitation was upheld', o81('第十九条')),
  noSuccessor: reason(
    '一方死亡或者终止，没有承受人或者放弃权利',
    'A party died or ended without a successor',
    o81('第三十六条'),
  ),
  rightInvalid: reason('涉案专利已被宣告全部无效', 'The patent was invalidated as a whole', o81('第三十六条')),
  other: reason('其他应当撤销案件的情形', 'Another ground', o81('第三十六条')),
} as const satisfies Record<string, Reason>;
