import type { ReferralMode, ReferralStage } from '../../workflows/index.ts';

/** What a column of a court's list may hold. `parties` is one column for both sides. */
export type ListField =
  | 'number'
  | 'preFilingNumber'
  | 'referredOn'
  | 'mode'
  | 'organisation'
  | 'result'
  | 'returnedOn'
  | 'claimants'
  | 'respondents'
  | 'parties';

/**
 * Headings by which a column is known, as courts write them; written plain, without blanks, brackets and marks
 * (see `plainHeading`). A heading that is missing here is added here.
 */
export const columnHeadings: Readonly<Record<ListField, readonly string[]>> = {
  number: ['案号', '法院案号', '立案案号', '民初案号', '诉讼案号', '受理案号', 'courtnumber', 'casenumber'],
  preFilingNumber: ['诉前调案号', '诉前调解案号', '诉前案号', '诉前调号', '诉前调解号', '调解案号', 'prefilingnumber'],
  referredOn: [
    '委派委托日期',
    '委派日期',
    '委托日期',
    '委派委托时间',
    '委派时间',
    '委托时间',
    '委派委托调解日期',
    '委派调解日期',
    '委托调解日期',
    '移送日期',
    '移交日期',
    '发出日期',
    '派案日期',
    'referredon',
    'senton',
  ],
  mode: ['方式', '委派委托', '委派委托方式', '委派或委托', '调解方式', '委派类型', 'mode'],
  organisation: [
    '调解组织',
    '调解机构',
    '调解组织名称',
    '特邀调解组织',
    '受委派委托组织',
    '受托调解组织',
    '调解委员会',
    'mediationorganisation',
    'organisation',
  ],
  result: ['结果', '调解结果', '处理结果', '办理结果', '结案方式', 'result'],
  returnedOn: ['退回日期', '退回时间', '反馈日期', '反馈时间', '返回日期', '退回反馈日期', 'returnedon'],
  claimants: ['原告', '原告申请人', '申请人', '起诉人', '原告姓名', '原告名称', 'claimant', 'claimants', 'plaintiff'],
  respondents: [
    '被告',
    '被告被申请人',
    '被申请人',
    '被起诉人',
    '被告姓名',
    '被告名称',
    'respondent',
    'respondents',
    'defendant',
  ],
  parties: ['当事人', '双方当事人', '当事人姓名', '当事人名称', 'parties'],
};

/** Words for how it was referred. */
export const modeWords: Readonly<Record<ReferralMode, readonly string[]>> = {
  delegated: [
    '委派',
    '委派调解',
    '立案前委派',
    '诉前委派',
    '诉前调解',
    '诉前',
    'delegated',
    'delegatedbeforeregistration',
  ],
  entrusted: [
    '委托',
    '委托调解',
    '立案后委托',
    '诉中委托',
    '诉中调解',
    '诉中',
    'entrusted',
    'entrustedafterregistration',
  ],
};

/** What a list can say of a result: stages in which a referral waits are one. */
export type ListResult = Exclude<ReferralStage, 'sent' | 'received'>;

/** Words for what became of it, by the stage of the register they mean. */
export const resultWords: Readonly<Record<ListResult, readonly string[]>> = {
  mediating: [
    '调解中',
    '正在调解',
    '进行中',
    '办理中',
    '未结',
    '待确认',
    '已发出待签收',
    '已签收待确认',
    'inmediation',
    'pending',
  ],
  agreed: [
    '调解成功',
    '成功',
    '达成协议',
    '全部达成协议',
    '达成调解协议',
    '调成',
    '已达成协议',
    'agreed',
    'agreedinfull',
  ],
  agreedInPart: ['部分达成协议', '部分成功', '部分调解成功', '部分达成', 'agreedinpart'],
  failed: [
    '调解不成',
    '调解失败',
    '调解不成功',
    '失败',
    '不成功',
    '未达成协议',
    '未达成调解协议',
    '调解终结未达成协议',
    '调解终结',
    '终结',
    '终止调解',
    '无法联系',
    '当事人拒绝调解',
    '拒绝调解',
    'failed',
    'endedwithoutanagreement',
  ],
  withdrawn: ['撤回', '申请人撤回', '撤诉', '撤回申请', '撤回调解申请', 'withdrawn', 'withdrawnbytheclaimant'],
  declined: ['不予接受', '调解组织未接受', '未接受', '拒收', '不接受', 'declined', 'nottakenbytheorganisation'],
  lapsed: ['逾期未确认', '逾期未确认已失效', '超期未确认', 'lapsed', 'lapsedwithoutananswer'],
  recalled: ['法院撤回', '法院已撤回', '撤回委派', '撤回委托', 'recalled', 'takenbackbythecourt'],
};

/** A heading or a word without blanks, brackets and marks, in small letters. */
export function plainHeading(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
