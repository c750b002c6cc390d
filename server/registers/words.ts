import type { ComparedField, FieldDifference, ReconciliationOutcome } from '../../db/reconciliations.ts';
import { type Organisation, referralModes, referralStages, type Text, text } from '../../workflows/index.ts';
import type { ReferralView } from '../views/index.ts';
import { unreadableReasons } from './list-entries.ts';

/** What became of a row, in words. */
export const outcomeLabels: Readonly<Record<ReconciliationOutcome | 'differing', Text>> = {
  matched: text('已匹配', 'Matched'),
  differing: text('匹配但有差异', 'Matched, with differences'),
  missingHere: text('本系统没有', 'Missing here'),
  missingThere: text('清单没有', 'Missing in the list'),
  duplicate: text('清单内重复', 'Twice in the list'),
  unreadable: text('无法识别', 'Cannot be read'),
};

export const fieldLabels: Readonly<Record<ComparedField, Text>> = {
  mode: text('方式', 'Mode'),
  referredOn: text('委派（委托）日期', 'Referred on'),
  organisation: text('调解组织', 'Organisation'),
  result: text('结果', 'Result'),
  returnedOn: text('退回日期', 'Returned on'),
  claimants: text('原告', 'Claimants'),
  respondents: text('被告', 'Respondents'),
  parties: text('当事人', 'Parties'),
};

export const answerLabels: Readonly<Record<ReferralView['answer'], Text>> = {
  inTime: text('按期', 'In time'),
  late: text('逾期', 'Late'),
  waiting: text('待确认', 'Waiting'),
  overdue: text('逾期未确认', 'Overdue'),
  notCounted: text('不计期', 'Not counted'),
};

export const openLabels = { open: text('未了结', 'Open'), closed: text('已了结', 'Closed') } as const;

/** Why a row cannot be read. */
export function reasonLabel(code: string | null): Text | null {
  const reasons: Readonly<Record<string, Text>> = unreadableReasons;
  return code === null ? null : (reasons[code] ?? null);
}

/** A side of a difference in words; null where there is nothing to show. */
export function differingValue(
  { field }: Pick<FieldDifference, 'field'>,
  value: string | null,
  organisations: Readonly<Record<string, Organisation>>,
): Text | null {
  if (value === null || value === '') return null;
  const tables: Readonly<Partial<Record<ComparedField, Readonly<Record<string, Text>>>>> = {
    mode: referralModes,
    result: referralStages,
  };
  const known = field === 'organisation' ? organisations[value]?.shortName : tables[field]?.[value];
  return known ?? { zh: value, en: value };
}
