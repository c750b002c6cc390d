import type { Text } from '../i18n.ts';

/** What a form asks about a person or body. */
export const personTexts = {
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '姓名或名称', en: 'Name' },
  telephone: { zh: '电话', en: 'Telephone' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  address: { zh: '地址', en: 'Address' },
  identityNumber: { zh: '身份证号码（个人）', en: 'Identity number (individuals)' },
  creditCode: { zh: '统一社会信用代码（单位）', en: 'Unified social credit code (bodies)' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a form says for itself, whatever it is about. */
export const formTexts = {
  nothingToChoose: { zh: '目前没有可选的内容。', en: 'There is nothing to choose from yet.' },
  fileKept: { zh: '已收到文件，无需重新选择：', en: 'The file has arrived; there is no need to choose it again:' },
  when: { zh: '发生日期', en: 'Date it happened' },
  whenUnreadable: {
    zh: '日期请写成 2026-09-07 或 2026-09-07 09:30 的样子。',
    en: 'Write the date like 2026-09-07 or 2026-09-07 09:30.',
  },
  whenHint: { zh: '以实际发生的日期为准，可以补记。', en: 'The day it really happened; it may be recorded later.' },
  evidence: { zh: '代录凭据', en: 'Proof for recording on behalf' },
  evidenceHint: {
    zh: '该机构未接入系统，由您代为记录：请写明送达回证、平台记录或通话记录。',
    en: 'This organisation is not on the system and you record for it: name the service receipt, platform record or call note.',
  },
  more: { zh: '补充信息（可以后补）', en: 'More (can follow later)' },
  seen: { zh: '已阅知', en: 'I have read this' },
  warnings: { zh: '办理前请阅知', en: 'Please read before going on' },
  warningsHint: {
    zh: '以下提示不妨碍您办理，由接收机构或其他机构决定的以其决定为准；勾选“已阅知”后再次提交。',
    en: 'These do not stop you; what another body decides is for that body. Tick each and submit again.',
  },
  staleHeading: { zh: '您打开表单之后，内容有了更新', en: 'Something changed after you opened this form' },
  staleHint: {
    zh: '您的操作尚未保存，填写的内容都还在。请先看更新，再决定是否提交。',
    en: 'Yours was not saved and is still here. Look at what changed, then decide whether to submit.',
  },
  noVisibleChange: {
    zh: '更新的内容不在您的查看范围内。',
    en: 'What changed is not open to you.',
  },
  resumed: { zh: '请核对后提交。', en: 'Check, then submit.' },
  busy: {
    zh: '多人同时在办理本案，请再次提交。',
    en: 'Several people are working on this case; please submit again.',
  },
  keyReused: {
    zh: '这份表单已经提交过别的内容，请核对案件页面后再次提交。',
    en: 'This form was sent before with other content; check the case page, then submit again.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const personKindLabels = {
  natural: { zh: '个人', en: 'Individual' },
  legal: { zh: '企业或其他法人', en: 'Company or other legal person' },
  individualBusiness: { zh: '个体工商户', en: 'Individual business' },
  unincorporated: { zh: '非法人组织', en: 'Unincorporated body' },
} as const satisfies Readonly<Record<string, Text>>;
