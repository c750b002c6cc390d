import type { Text } from '../i18n.ts';

/** Words of lists that are opened row by row. */
export const batchTexts = {
  title: { zh: '批量登记', en: 'Open cases from a list' },
  lead: {
    zh: '上传法院委派清单或权利人的店铺名单（.xlsx 或 .csv，UTF-8 或 GB18030），先逐行核对，再开始登记。每行登记一个案件。',
    en: 'Upload a referral list of a court or a right holder’s list of shops (.xlsx or .csv, UTF-8 or GB18030). It is checked row by row first. Each row opens one case.',
  },
  file: { zh: '名单', en: 'List' },
  fileHint: {
    zh: '不得含公式，500 行以内。必须有申请人（原告）、被申请人（被告）、事由。',
    en: 'Without formulas, up to 500 rows. It needs claimant, respondent and what it is about.',
  },
  single: { zh: '登记单个案件', en: 'Open a single case' },
  check: { zh: '上传并核对', en: 'Upload and check' },
  notYet: { zh: '核对时不登记任何案件。', en: 'Nothing is opened while it is checked.' },
  kept: {
    zh: '文件本身不保存。各行内容加密暂存：登记一行即删除一行，其余在结束名单时删除，最迟三日后删除。',
    en: 'The file itself is not kept. Its rows are kept sealed: each is deleted once its case is open, the rest when the list is ended, after three days at the latest.',
  },
  templateXlsx: { zh: '下载模板 .xlsx', en: 'Template .xlsx' },
  templateCsv: { zh: '下载模板 .csv', en: 'Template .csv' },
  mine: { zh: '我的名单', en: 'My lists' },
  none: { zh: '还没有名单。', en: 'There is no list yet.' },
  madeAt: { zh: '上传时间', en: 'Uploaded' },
  over: { zh: '已结束', en: 'Over' },
  running: { zh: '正在登记', en: 'Under way' },
  open: { zh: '待开始', en: 'To be started' },
  one: { zh: '名单核对与登记', en: 'A list, row by row' },
  row: { zh: '行', en: 'Row' },
  rows: { zh: '逐行结果', en: 'Row by row' },
  matter: { zh: '事项', en: 'Matter' },
  result: { zh: '结果', en: 'Result' },
  forgotten: { zh: '内容已删除', en: 'Deleted' },
  ready: { zh: '可以登记', en: 'Can be opened' },
  waiting: { zh: '排队中', en: 'Waiting' },
  done: { zh: '已登记', en: 'Opened' },
  duplicate: { zh: '重复，不登记', en: 'Left out as duplicate' },
  refused: { zh: '不能登记', en: 'Cannot be opened' },
  start: { zh: '开始登记', en: 'Open the cases' },
  startHint: {
    zh: '只登记“可以登记”的行，以及您在此勾选的行。开始后可以离开本页；中途停机也会接着办完。',
    en: 'Opens the rows that can be opened, and those ticked here. You may leave this page once it has begun; it goes on after a stop too.',
  },
  warnings: { zh: '请先阅读以下提示，确认后勾选', en: 'Read these first and tick what you have read' },
  doubtful: {
    zh: '可能重复的行：核对后仍要登记的，请勾选',
    en: 'Perhaps duplicates: tick those to be opened nonetheless',
  },
  rowNumber: { zh: '第 {row} 行', en: 'Row {row}' },
  again: { zh: '重新核对未登记的行', en: 'Check again what is not open' },
  againHint: {
    zh: '单元格有误的，请在名单中改正后重新上传；已登记的行会自动识别，不会重复登记。',
    en: 'Correct wrong cells in the list and upload it again; what is open already is recognised and not opened twice.',
  },
  close: { zh: '结束名单，删除内容', en: 'End the list and delete its content' },
  progress: { zh: '正在逐行登记', en: 'Rows are being opened' },
  progressHint: {
    zh: '本页每几秒自动更新，也可以离开。',
    en: 'This page renews itself every few seconds; you may leave it.',
  },
  stopRenewing: { zh: '停止自动更新', en: 'Stop renewing' },
  renew: { zh: '更新进度', en: 'Renew' },
  overHint: {
    zh: '名单已结束，内容已删除。案件以案件页面为准。',
    en: 'The list is over and its content deleted. The cases stand on their own pages.',
  },
} as const satisfies Readonly<Record<string, Text>>;
