import { disputeLabels, rightKindLabels, sourceLabels, type Text, text } from '../../workflows/index.ts';
import { type HeadedTable, headedTable, type ListFile, plainHeading, type SheetTable } from '../registers/index.ts';

/** What a column of a list of cases may hold. */
export type BatchField = keyof typeof batchFields;

interface BatchColumn {
  readonly label: Text;
  /** Further headings by which it is known, written plain (see `plainHeading`); its label is one of them anyway. */
  readonly headings: readonly string[];
  /** What stands in the row that shows how it is filled in. */
  readonly example: string;
}

/** The columns of a list, in the order of the file to fill in. A heading that is missing here is added here. */
export const batchFields = {
  courtNumber: column('法院案号', 'Court number', ['案号', '诉前调案号', '诉前调解案号', '立案案号', '诉讼案号'], ''),
  claimant: column(
    '申请人',
    'Claimant',
    ['权利人', '原告', '原告申请人', '申请人权利人', '投诉人', 'rightsholder', 'plaintiff'],
    '烟台示例电器有限公司',
  ),
  claimantKind: column('申请人类型', 'Kind of claimant', ['权利人类型', '原告类型'], '法人'),
  claimantNumber: column(
    '申请人证照号码',
    'Code or identity number of claimant',
    ['申请人统一社会信用代码', '申请人身份证号', '权利人统一社会信用代码', '原告证照号码', '原告证件号码'],
    '',
  ),
  claimantTelephone: column(
    '申请人电话',
    'Telephone of claimant',
    ['权利人电话', '原告电话', '原告联系方式', '申请人联系方式'],
    '0535-6000100',
  ),
  claimantAddress: column('申请人地址', 'Address of claimant', ['权利人地址', '原告地址'], ''),
  respondent: column(
    '被申请人',
    'Respondent',
    ['被告', '被告被申请人', '被投诉人', '店铺', '店铺名称', '商户', '商户名称', 'shop', 'defendant'],
    '芝罘区示例商行',
  ),
  respondentKind: column('被申请人类型', 'Kind of respondent', ['被告类型', '店铺类型'], '个体工商户'),
  respondentNumber: column(
    '被申请人证照号码',
    'Code or identity number of respondent',
    ['被申请人统一社会信用代码', '被申请人身份证号', '统一社会信用代码', '被告证照号码', '被告证件号码'],
    '',
  ),
  respondentTelephone: column(
    '被申请人电话',
    'Telephone of respondent',
    ['被告电话', '店铺电话', '被告联系方式', '被申请人联系方式'],
    '',
  ),
  respondentAddress: column(
    '被申请人地址',
    'Address of respondent',
    ['被告地址', '店铺地址', '经营地址'],
    '烟台市芝罘区示例路1号',
  ),
  summary: column(
    '事由',
    'What it is about',
    ['案由', '纠纷概况', '简要事实', '事由一句话', 'summary'],
    '销售侵犯商标权的商品',
  ),
  source: column('案件来源', 'How it came in', ['来源'], ''),
  rightKind: column('权利类型', 'Kind of right', ['知识产权类型'], rightKindLabels.trademark.zh),
  rightNumber: column(
    '权利号',
    'Number of the right',
    ['专利号', '注册号', '商标注册号', '登记号', '权利号专利号注册号等'],
    '第1234567号',
  ),
  rightName: column('权利名称', 'Name of the right', ['专利名称', '商标名称', '作品名称'], ''),
  dispute: column('争议类型', 'Kind of dispute', ['纠纷类型'], disputeLabels.infringement.zh),
  amount: column(
    '标的额（元）',
    'Amount in dispute (yuan)',
    ['标的额', '标的', '诉讼标的', '诉请金额', '金额'],
    '30000',
  ),
  product: column('被指产品', 'Product complained of', ['产品', '商品', '涉案商品', '链接', '商品链接'], ''),
} as const satisfies Readonly<Record<string, BatchColumn>>;

function column(zh: string, en: string, headings: readonly string[], example: string): BatchColumn {
  return { label: text(zh, en), headings, example };
}

// The keys of the table are exactly the fields; Object.keys forgets that.
export const batchFieldNames = Object.keys(batchFields) as BatchField[];

/** Kinds of persons as lists write them. */
export const kindWords = {
  natural: ['自然人', '个人', 'natural', 'person'],
  legal: ['法人', '公司', '企业', '企业法人', 'legal', 'company'],
  individualBusiness: ['个体工商户', '个体户', '个体', 'individualbusiness'],
  unincorporated: ['非法人组织', '其他组织', '分公司', '合伙企业', '个人独资企业', 'unincorporated'],
} as const;

/** Closed lists that a cell may name by a label in either language, or by its own word. */
export const listedWords = { source: sourceLabels, rightKind: rightKindLabels, dispute: disputeLabels } as const;

/** Reads a list into rows. Throws `list-empty`, or `list-columns-missing` naming what it needs. */
export function tableOf(file: ListFile): HeadedTable<BatchField> {
  const needed = ['claimant', 'respondent', 'summary'] as const;
  return headedTable(
    file,
    headingsOf(),
    (columns) => needed.flatMap((field) => (columns.has(field) ? [] : [batchFields[field].label])),
    text(
      '请下载模板，按其表头整理后重新上传。',
      'Download the template, arrange the list by its headings and upload it again.',
    ),
  );
}

function headingsOf(): Readonly<Record<BatchField, readonly string[]>> {
  const entries = batchFieldNames.map((field) => {
    const { label, headings } = batchFields[field];
    return [field, [plainHeading(label.zh), plainHeading(label.en), ...headings]];
  });
  // Made from the names of the fields; Object.fromEntries forgets that.
  return Object.fromEntries(entries) as Record<BatchField, readonly string[]>;
}

/** The file to fill in: the columns that are read, and one row that shows how. Its Chinese headings are read again. */
export function templateTable(language: 'zh' | 'en'): SheetTable {
  return {
    name: language === 'zh' ? '批量登记' : 'Cases',
    headings: batchFieldNames.map((field) => batchFields[field].label[language]),
    rows: [batchFieldNames.map((field) => batchFields[field].example)],
  };
}
