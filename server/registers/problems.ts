import { text } from '../../workflows/text.ts';
import type { ProblemKind } from '../errors.ts';

/** Why a list cannot be compared with the register of referrals, or the register not be given out. Part of the table of problems. */
export const registerProblems = {
  'list-type-unknown': {
    status: 422,
    title: text('不是 .xlsx 或 .csv 清单。', 'This is neither an .xlsx nor a .csv list.'),
    instead: text(
      '请在电子表格软件中另存为 .xlsx（不设密码）或 .csv 后重新上传；旧式 .xls 也须另存。',
      'Save it as .xlsx (without a password) or .csv in your spreadsheet program and upload that; an old .xls too.',
    ),
  },
  'list-corrupt': {
    status: 422,
    title: text('清单文件已损坏，无法读取。', 'The file of the list is damaged and cannot be read.'),
    instead: text(
      '请重新导出或重新下载后再上传；csv 请检查引号是否成对。',
      'Export or download it again and upload that; in a .csv see that quotes come in pairs.',
    ),
  },
  'list-encoding-unknown': {
    status: 422,
    title: text('无法识别 csv 的文字编码。', 'The text encoding of the .csv cannot be recognised.'),
    instead: text(
      '请另存为 UTF-8 或 GB18030（GBK）编码，或改用 .xlsx。',
      'Save it as UTF-8 or GB18030 (GBK), or use .xlsx.',
    ),
  },
  'list-has-formulas': {
    status: 422,
    title: text('清单中有公式，没有核对。', 'The list holds formulas; nothing was compared.'),
    instead: text('请复制后“选择性粘贴为数值”，再另存上传。', 'Copy it, paste it as values, save and upload that.'),
  },
  'list-empty': {
    status: 422,
    title: text('清单中没有数据行。', 'The list has no rows.'),
    instead: text('请确认上传的是有数据的工作表。', 'See that you upload the sheet that has the data.'),
  },
  'list-columns-missing': {
    status: 422,
    title: text('清单缺少必需的栏目，或没有表头。', 'The list lacks a column that is needed, or its headings.'),
    instead: text(
      '表头须有“案号”（或“诉前调案号”）和“委派（委托）日期”。',
      'Its headings must name the court number (案号 or 诉前调案号) and the day of referral (委派（委托）日期).',
    ),
  },
  'list-too-long': {
    status: 413,
    title: text('清单过大，没有核对。', 'The list is too long; nothing was compared.'),
    instead: text(
      '请删去数据下方和右侧的空行空列；仍过大的，按月份或调解组织拆分后分别核对。',
      'Delete empty rows and columns below and beside the data; if it is still too long, split it by month or by organisation.',
    ),
  },
  'register-too-long': {
    status: 422,
    title: text('所选范围内的台账记录过多。', 'The register has too much for this choice.'),
    instead: text('请缩短期间，或按机构分别办理。', 'Choose a shorter period, or one organisation at a time.'),
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
