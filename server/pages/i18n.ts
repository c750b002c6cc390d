/** The two languages of the pages; Chinese comes first. */
export type Language = 'zh-CN' | 'en';

/** One sentence or word in both languages. */
export type Text = { readonly zh: string; readonly en: string };

/** The text in the reader's language. */
export function say(text: Text, language: Language): string {
  return language === 'zh-CN' ? text.zh : text.en;
}

/** The colon between a name and what it is about. */
export function colon(language: Language): string {
  return language === 'en' ? ': ' : '：';
}

/** Reads a language from a cookie, a query or an account setting; anything unknown is Chinese. */
export function languageOf(value: unknown): Language {
  return value === 'en' ? 'en' : 'zh-CN';
}

/** Every text of the interface that does not come from the law's own labels. A missing text or a missing language does not compile. */
export const t = {
  brand: { zh: '解纷', en: 'Jiefen' },
  brandLong: { zh: '解纷 · 知识产权纠纷多元化解', en: 'Jiefen · intellectual-property dispute resolution' },
  skipToContent: { zh: '跳到主要内容', en: 'Skip to main content' },
  mainNavigation: { zh: '主导航', en: 'Main navigation' },
  desk: { zh: '案件台', en: 'Desk' },
  handoffs: { zh: '移送', en: 'Handoffs' },
  openCase: { zh: '登记', en: 'Open a case' },
  search: { zh: '查找', en: 'Search' },
  searchLabel: { zh: '按案号、权利号、当事人或拼音查找', en: 'Search by number, right, party or pinyin' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出', en: 'Sign out' },
  signedInAs: { zh: '当前登录', en: 'Signed in as' },
  otherLanguage: { zh: 'English', en: '中文' },
  demoName: { zh: '演示', en: 'Demonstration' },
  demo: {
    zh: '演示环境：人物、机构联系方式和案件均为虚构，请勿录入真实信息。',
    en: 'Demonstration: people, contacts and cases are invented. Do not enter real information.',
  },
  disclaimer: {
    zh: '说明：本系统提示的期限、条文和路径供办理参考，不构成法律意见。',
    en: 'Note: time limits, articles and routes shown here support case work and are not legal advice.',
  },
  printedAt: { zh: '打印时间', en: 'Printed' },

  path: { zh: '案件路径', en: 'Path of the case' },
  stepDone: { zh: '已完成', en: 'Done' },
  stepCurrent: { zh: '当前', en: 'Current' },
  stepPossible: { zh: '后续可能', en: 'Possible next' },
  stepNotPossible: { zh: '已不可能', en: 'No longer possible' },
  routesOut: { zh: '接下来可走的途径', en: 'Ways on from here' },
  statements: { zh: '所作表示及身份核实', en: 'What was said, and how sure we are' },
  earlierStatements: { zh: '更早的表示', en: 'Earlier' },
  lanes: { zh: '各程序', en: 'Proceedings' },
  insteadDo: { zh: '怎么办', en: 'What to do' },

  clocks: { zh: '期限', en: 'Time limits' },
  noClocks: { zh: '当前没有正在计算的期限。', en: 'No time limit is running.' },
  dueOn: { zh: '到期日', en: 'Due' },
  kindStatutory: { zh: '法定', en: 'Statutory' },
  kindAgreed: { zh: '约定', en: 'Agreed' },
  kindGuideline: { zh: '指引', en: 'Guideline' },
  kindTarget: { zh: '内部目标', en: 'Internal target' },
  kindWaitingPeriod: { zh: '等待期', en: 'Waiting period' },
  kindLeadTime: { zh: '提前期', en: 'Lead time' },
  provisional: { zh: '暂定', en: 'Provisional' },
  unverified: { zh: '待核实', en: 'To be verified' },
  oldLaw: { zh: '适用旧法待核实', en: 'Earlier law, to be verified' },
  clockMet: { zh: '已办结', en: 'Met' },
  clockSuspended: { zh: '中止计算', en: 'Suspended' },
  clockCancelled: { zh: '已撤销', en: 'Cancelled' },
  timeUsed: { zh: '已用时间', en: 'Time used' },
  clockProof: { zh: '如何算出', en: 'How this was worked out' },
  proofRule: { zh: '规则', en: 'Rule' },
  proofArticle: { zh: '依据', en: 'Article' },
  proofTrigger: { zh: '起算事实', en: 'Triggering fact' },
  proofEvidence: { zh: '证据', en: 'Evidence' },
  proofCalendar: { zh: '日历', en: 'Calendar' },
  proofTolling: { zh: '扣除期间', en: 'Time not counted' },
  proofSteps: { zh: '计算过程', en: 'Steps' },
  proofConsequence: { zh: '届满后果', en: 'On expiry' },
  proofMoved: { zh: '变动', en: 'Moved' },
  until: { zh: '至', en: 'to' },
  untilNow: { zh: '至今', en: 'until now' },

  actions: { zh: '可执行操作', en: 'What you can do now' },
  noActions: { zh: '目前没有需要您办理的操作。', en: 'There is nothing for you to do here now.' },
  actionsNotPossible: { zh: '暂不能办理', en: 'Not possible now' },
  basis: { zh: '依据', en: 'Basis' },
  doInstead: { zh: '可以改为', en: 'What to do instead' },
  actionDepends: { zh: '视填写内容而定', en: 'Depends on what you enter' },

  timeline: { zh: '办理记录', en: 'Timeline' },
  noEntries: { zh: '还没有记录。', en: 'Nothing recorded yet.' },
  recordedLater: { zh: '补记于', en: 'Recorded' },
  markCorrected: { zh: '更正', en: 'Corrected' },
  markAnnulled: { zh: '已撤销', en: 'Annulled' },
  markOnBehalf: { zh: '代录', en: 'Recorded on behalf' },
  markOwnWord: { zh: '当事人本人', en: 'By the party itself' },
  markIrregular: { zh: '瑕疵', en: 'Irregular' },
  markCompartment: { zh: '调解内部，永不外传', en: 'Inside the mediation, never leaves it' },
  markSystem: { zh: '系统', en: 'System' },
  markRemoved: { zh: '内容已移除', en: 'Content removed' },

  handoffFrom: { zh: '移出', en: 'From' },
  handoffTo: { zh: '接收', en: 'To' },
  offeredAt: { zh: '送出', en: 'Offered' },
  receivedAt: { zh: '签收', en: 'Received' },
  acceptedAt: { zh: '接受', en: 'Accepted' },
  returnedAt: { zh: '退回', en: 'Returned' },
  recalledAt: { zh: '撤回', en: 'Recalled' },
  lapsedAt: { zh: '失效', en: 'Lapsed' },
  answerBy: { zh: '最迟答复', en: 'Answer by' },
  returnReason: { zh: '退回理由', en: 'Reason for return' },
  manifest: { zh: '随案材料清单', en: 'Manifest' },
  receipt: { zh: '交接回执', en: 'Receipt' },
  noHandoffs: { zh: '没有移送记录。', en: 'No handoffs.' },
  signature: { zh: '签名', en: 'Signature' },
  seal: { zh: '（盖章）', en: '(seal)' },
  signedOn: { zh: '年　　月　　日', en: 'Date' },

  parties: { zh: '当事人', en: 'Parties' },
  side: { zh: '地位', en: 'Side' },
  party: { zh: '当事人', en: 'Party' },
  agents: { zh: '代理人', en: 'Agents' },
  serviceAddress: { zh: '送达地址', en: 'Address for service' },
  outcome: { zh: '结果', en: 'Outcome' },
  items: { zh: '材料', en: 'Items' },
  noItems: { zh: '还没有材料。', en: 'No items yet.' },
  number: { zh: '序号', en: 'No.' },
  itemName: { zh: '名称', en: 'Name' },
  itemClass: { zh: '类别', en: 'Class' },
  provenance: { zh: '来源', en: 'Provenance' },
  receivedOn: { zh: '收到', en: 'Received' },
  extent: { zh: '页数或大小', en: 'Pages or size' },
  fingerprint: { zh: '指纹 SHA-256', en: 'SHA-256' },
  paperOriginal: { zh: '纸质原件', en: 'Paper original' },
  noRows: { zh: '没有内容。', en: 'Nothing here.' },
  previousPage: { zh: '上一页', en: 'Previous' },
  nextPage: { zh: '下一页', en: 'Next' },
  pages: { zh: '分页', en: 'Pages' },

  noTasks: { zh: '今天没有待办。', en: 'Nothing waiting today.' },

  required: { zh: '必填', en: 'required' },
  error: { zh: '错误', en: 'Error' },
  thereIsAProblem: { zh: '请先改正以下问题', en: 'There is a problem' },
  notSaved: { zh: '尚未保存，您填写的内容都还在。', en: 'Nothing was saved; what you entered is still here.' },
  choose: { zh: '请选择', en: 'Choose' },
  yuan: { zh: '元', en: 'yuan' },
  submit: { zh: '提交', en: 'Submit' },
  submitting: { zh: '正在提交…', en: 'Submitting…' },
  cancel: { zh: '取消', en: 'Cancel' },
  addRow: { zh: '再加一项', en: 'Add another' },
  removeRow: { zh: '删除此项', en: 'Remove' },
  maximumSize: { zh: '单个文件不超过', en: 'Each file at most' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  unsaved: { zh: '填写的内容尚未提交。', en: 'What you entered has not been submitted.' },
  success: { zh: '办理成功', en: 'Done' },
  notice: { zh: '提示', en: 'Note' },
  warning: { zh: '注意', en: 'Warning' },
} as const satisfies Readonly<Record<string, Text>>;

/** 第 2 项 / Item 2: the name of one row among repeated rows. */
export function rowNumber(number: number): Text {
  return { zh: `第 ${number} 项`, en: `Item ${number}` };
}

/** 12 页 / 12 pages. */
export function pageCount(pages: number): Text {
  return { zh: `${pages} 页`, en: pages === 1 ? '1 page' : `${pages} pages` };
}

/** 扣除 12 天 / 12 days not counted. */
export function daysNotCounted(days: number): Text {
  return { zh: `扣除 ${days} 天`, en: `${days} ${days === 1 ? 'day' : 'days'} not counted` };
}

/** 3 份材料 / 3 items. */
export function itemCount(items: number): Text {
  return { zh: `${items} 份材料`, en: items === 1 ? '1 item' : `${items} items` };
}
