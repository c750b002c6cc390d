import type { Text } from '../i18n.ts';

export const stepLabels = {
  answer: { zh: '答辩期限', en: 'Time to answer' },
  tribunal: { zh: '选定仲裁员期限', en: 'Time to choose the tribunal' },
  award: { zh: '作出裁决期限', en: 'Time to make the award' },
} as const satisfies Readonly<Record<string, Text>>;

export const unitLabels = {
  calendarDay: { zh: '日', en: 'days' },
  workingDay: { zh: '工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
} as const satisfies Readonly<Record<string, Text>>;

export const rulesTexts = {
  title: { zh: '仲裁规则', en: 'Arbitration rules' },
  introduction: {
    zh: '仲裁规则只设定本机构的期限，不是法律。启用的规则在受理时选用，期限据此计算；没有登记规则的，不计算期限。已按某规则受理的案件不因停用而改变。',
    en: 'An institution’s rules set its own time limits; they are no law. Rules in use can be chosen when an arbitration is accepted, and its clocks run by them; without rules no date is counted. A case taken in by rules keeps them when they are switched off.',
  },
  none: {
    zh: '没有登记本机构的规则，不计算期限。',
    en: 'No rules of this institution are recorded; no date is counted.',
  },
  example: { zh: '示例（来源未载明机构，不能启用）', en: 'Examples (of no named institution; cannot be used)' },
  institution: { zh: '仲裁机构', en: 'Institution' },
  name: { zh: '规则名称', en: 'Name of the rules' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  source: { zh: '出处', en: 'Source' },
  sourceHint: { zh: '公布网址或者文件名称、版本。', en: 'Where it was published, or title and version of the paper.' },
  from: { zh: '施行日期', en: 'In force from' },
  to: { zh: '失效日期', en: 'In force until' },
  period: { zh: '施行期间', en: 'In force' },
  unknownPeriod: { zh: '不详', en: 'Not known' },
  terms: { zh: '期限', en: 'Time limits' },
  step: { zh: '事项', en: 'For' },
  amount: { zh: '期限', en: 'Time' },
  foreignAmount: { zh: '涉外案件', en: 'In foreign-related cases' },
  unit: { zh: '单位', en: 'Unit' },
  article: { zh: '条文', en: 'Article' },
  hearingNotice: { zh: '开庭通知', en: 'Notice of a hearing' },
  noticeDays: { zh: '开庭前几日', en: 'Days before the hearing' },
  noticeForeign: { zh: '涉外案件开庭前几日', en: 'Days before, in foreign-related cases' },
  textRead: {
    zh: '已核对规则原文（未核对的显示“待核实”）',
    en: 'I read the text itself (otherwise it is shown as to be verified)',
  },
  inUse: { zh: '启用', en: 'In use' },
  notInUse: { zh: '停用', en: 'Not in use' },
  toVerify: { zh: '待核实', en: 'To be verified' },
  enter: { zh: '登记仲裁规则', en: 'Enter rules' },
  enterHint: {
    zh: '请照规则原文登记。登记后由安全管理员确认才生效；规则修订的，另行登记新版本。',
    en: 'Enter them as the text says. They hold when the security administrator has confirmed them; a revised text is entered as rules of its own.',
  },
  propose: { zh: '提出', en: 'Propose' },
  switchOn: { zh: '提出启用', en: 'Propose to use' },
  switchOff: { zh: '提出停用', en: 'Propose to stop' },
  waiting: { zh: '待确认', en: 'Waiting to be confirmed' },
  nothingWaits: { zh: '没有待确认的规则。', en: 'Nothing waits.' },
  what: { zh: '内容', en: 'What' },
  by: { zh: '提出人', en: 'Proposed by' },
  act: { zh: '处理', en: 'Decide' },
  confirm: { zh: '确认', en: 'Confirm' },
  reject: { zh: '驳回', en: 'Reject' },
  withdraw: { zh: '撤回', en: 'Take back' },
  toUse: { zh: '登记并启用', en: 'Enter and use' },
  noNumber: { zh: '请填写1至400的整数。', en: 'Give a whole number from 1 to 400.' },
  noUnit: { zh: '请选择期限的单位。', en: 'Choose the unit of the time.' },
  noDay: { zh: '不是有效的日期。', en: 'This is no valid date.' },
} as const satisfies Readonly<Record<string, Text>>;
