import type { ReconciliationRow } from '../../db/reconciliations.ts';
import { type Organisation, type Text, text } from '../../workflows/index.ts';
import type { ReferralView } from '../views/index.ts';
import type { SheetTable } from './sheets.ts';
import { answerLabels, differingValue, fieldLabels, openLabels, outcomeLabels, reasonLabel } from './words.ts';

type Language = 'zh' | 'en';

/** The register as a table to give out. Its Chinese headings are read again by a reconciliation. */
export function registerTable(views: readonly ReferralView[], language: Language): SheetTable {
  return tableOf(text('委派（委托）台账', 'Referrals'), registerColumns, views, language);
}

const registerColumns: readonly Column<ReferralView>[] = [
  [text('案号', 'Court number'), ({ numbers }) => numbers.join('；')],
  [text('案件码', 'Case code'), ({ case: of }) => of.code],
  [text('案件', 'Case'), ({ case: of }, language) => of.title[language]],
  [text('原告', 'Claimants'), ({ claimants }) => claimants.join('、')],
  [text('被告', 'Respondents'), ({ respondents }) => respondents.join('、')],
  [text('方式', 'Mode'), ({ modeLabel }, language) => modeLabel[language]],
  [text('法院', 'Court'), ({ court }, language) => court.shortName[language]],
  [text('调解组织', 'Organisation'), ({ organisation }, language) => organisation.shortName[language]],
  [text('现承办', 'Mediating now'), ({ heldBy }, language) => heldBy?.shortName[language] ?? ''],
  [text('委派（委托）日期', 'Referred on'), ({ sentOn }) => sentOn ?? ''],
  [text('签收日期', 'Received on'), ({ receivedOn }) => receivedOn ?? ''],
  [text('确认日期', 'Answered on'), ({ answeredOn }) => answeredOn ?? ''],
  [text('确认期限', 'Answer due'), ({ answerLimit }) => answerLimit?.due ?? ''],
  [text('是否按期确认', 'In time'), ({ answer }, language) => answerLabels[answer][language]],
  [text('确认依据', 'Basis of that'), ({ answerLimit }, language) => answerLimit?.basis[language] ?? ''],
  [text('调解期限', 'Term ends'), ({ term }) => term?.due ?? ''],
  [text('期限依据', 'Basis of the term'), ({ term }, language) => term?.basis[language] ?? ''],
  [text('结果', 'Result'), ({ stageLabel }, language) => stageLabel[language]],
  [text('原因', 'Reason'), ({ reason }, language) => reason?.[language] ?? ''],
  [text('退回日期', 'Returned on'), ({ returnedOn }) => returnedOn ?? ''],
  [
    text('反馈内容', 'What came back'),
    ({ cameBack }, language) =>
      cameBack
        .map(({ label, papers }) => `${label[language]}：${papers.map((one) => one[language]).join('、')}`)
        .join('；'),
  ],
  [text('状态', 'Open'), ({ open }, language) => openLabels[open ? 'open' : 'closed'][language]],
];

/** A reconciliation as a table to give out. */
export function reconciliationTable(
  rows: readonly ReconciliationRow[],
  organisations: Readonly<Record<string, Organisation>>,
  language: Language,
): SheetTable {
  const columns: readonly Column<ReconciliationRow>[] = [
    [text('清单行号', 'Row'), ({ row }) => (row === null ? '' : String(row))],
    [text('核对结果', 'Outcome'), (row) => outcomeOf(row)[language]],
    [text('案号', 'Court number'), ({ number }) => number ?? ''],
    [text('案件码', 'Case code'), ({ code }) => code ?? ''],
    [text('首次出现的行', 'First in row'), ({ firstRow }) => (firstRow === null ? '' : String(firstRow))],
    [text('说明', 'Reason'), ({ reason }) => reasonLabel(reason)?.[language] ?? ''],
    ...(['here', 'there'] as const).map(
      (side): Column<ReconciliationRow> => [
        side === 'here' ? text('差异（本系统）', 'Differs here') : text('差异（清单）', 'Differs in the list'),
        ({ differences }) =>
          differences
            .map((one) => {
              const value = differingValue(one, one[side], organisations)?.[language] ?? '—';
              return `${fieldLabels[one.field][language]}：${value}`;
            })
            .join('；'),
      ],
    ),
    [
      text('未识别的栏目', 'Not understood'),
      ({ notUnderstood }) => notUnderstood.map((field) => fieldLabels[field][language]).join('、'),
    ],
  ];
  return tableOf(text('核对结果', 'Reconciliation'), columns, rows, language);
}

/** Matched rows that differ are told apart. */
export function outcomeOf({ outcome, differences }: ReconciliationRow): Text {
  return outcomeLabels[outcome === 'matched' && differences.length > 0 ? 'differing' : outcome];
}

type Column<Row> = readonly [heading: Text, cell: (row: Row, language: Language) => string];

function tableOf<Row>(
  name: Text,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): SheetTable {
  return {
    name: name[language],
    headings: columns.map(([heading]) => heading[language]),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row, language))),
  };
}
