import type { Text } from '../i18n.ts';

/** What is logged from the desk, and what a row of the desk leads to in one step. */
export const callTexts = {
  heading: { zh: '登记一次联系', en: 'Log a call' },
  case: { zh: '案件', en: 'Case' },
  caseHint: {
    zh: '案件码或其中的编号，例如 7 或 2026-7；也可从我承办的案件中选。',
    en: 'The code, or its number as in 7 or 2026-7; or choose one of your open cases.',
  },
  whichCase: { zh: '哪一件', en: 'Which case' },
  whom: { zh: '联系谁', en: 'With whom' },
  outcome: { zh: '结果', en: 'Outcome' },
  agrees: { zh: '愿意调解', en: 'Wants to mediate' },
  refuses: { zh: '不愿调解', en: 'Declines mediation' },
  answerHint: {
    zh: '愿意或不愿调解的，记为当事人的答复，身份按未核实记。',
    en: 'Wanting or declining is recorded as the party’s answer, identity not checked.',
  },
  note: { zh: '备注（不要写调解中的意见和让步）', en: 'Note (nothing said in mediation)' },
  more: { zh: '时间和方式（不填即为现在、电话）', en: 'When and how (else: now, by telephone)' },
  when: { zh: '联系时间', en: 'When' },
  how: { zh: '方式', en: 'How' },
  submit: { zh: '登记', en: 'Log it' },
  logged: { zh: '已登记', en: 'Logged' },
  takenBack: {
    zh: '已撤回，原记录注明撤回。请改正后重新登记；不再登记的，直接离开即可。',
    en: 'Taken back, and marked so. Correct it and log it anew, or simply leave.',
  },
  correct: { zh: '登记有误，撤回并改正', en: 'Wrong? Take it back and correct' },
  takeBack: { zh: '撤回并改正', en: 'Take back and correct' },
  reason: { zh: '原因', en: 'Reason' },
  otherCase: { zh: '换一件', en: 'Another case' },
  noCase: {
    zh: '在本机构的在办案件中没有找到，请核对案件码或编号。',
    en: 'No open case here has this code or number; check it.',
  },
  noProceeding: {
    zh: '本机构在此案中没有可以登记联系的程序。',
    en: 'Your organisation has no proceeding in this case in which a contact can be logged.',
  },
  severalCases: { zh: '有几件案件符合，请选择。', en: 'Several cases match; choose one.' },
  severalParties: { zh: '这一方不止一人，请选择。', en: 'There is more than one on this side; choose.' },
  nobody: { zh: '本案没有这一方当事人，请选择。', en: 'Nobody is on this side of the case; choose.' },
  chooseWhom: { zh: '请选择联系了谁。', en: 'Choose with whom.' },
  chooseOutcome: { zh: '请选择结果。', en: 'Choose the outcome.' },
  nothingThere: { zh: '要改正的记录不存在或已撤回。', en: 'There is no such entry, or it was taken back.' },
} as const satisfies Readonly<Record<string, Text>>;

export const quickTexts = {
  column: { zh: '快捷登记', en: 'Quick entry' },
  call: { zh: '打过电话', en: 'Called' },
  held: { zh: '开过会', en: 'Session held' },
  moved: { zh: '会议安排或改期', en: 'Session set or moved' },
  received: { zh: '收到材料', en: 'Document received' },
  note: { zh: '内部记录', en: 'Inside note' },
  byNumber: { zh: '按编号快捷登记', en: 'Quick entry by number' },
  byNumberHint: {
    zh: '案件码或其中的编号，例如 7 或 2026-7；按回车即“打过电话”。',
    en: 'The code, or its number as in 7 or 2026-7; Enter means “Called”.',
  },
  keys: { zh: '键盘快捷键', en: 'Keys' },
  keysHint: {
    zh: '与 Alt 同时按（火狐为 Alt+Shift，苹果电脑为 Control+Option）：',
    en: 'Together with Alt (Firefox: Alt and Shift; Mac: Control and Option):',
  },
  lastDraft: { zh: '继续最近的草稿', en: 'Go on with the latest draft' },
  keysForms: {
    zh: '表单中按回车提交；在多行文字中按 Ctrl+回车。',
    en: 'Enter sends a form; from a longer text, Ctrl and Enter.',
  },
} as const satisfies Readonly<Record<string, Text>>;
