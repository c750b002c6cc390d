/** Lists of cases brought to a served house. */
import { type Cells, csvList, sendList } from './referrals.ts';
import type { Reply, ServedHouse } from './server.ts';

export const batchHeadings = ['权利人', '权利人电话', '店铺', '店铺类型', '店铺电话', '事由', '权利号', '案号'];

/** One row of a right holder's list of shops. */
export function shopRow(number: number, change: Readonly<Record<number, string>> = {}): readonly string[] {
  const row = [
    '烟台海岳电器有限公司',
    '0535-6000137',
    `名单第${number}商行`,
    '',
    `1380000${2000 + number}`,
    '销售侵权商品',
    `第77${number}号`,
    '',
  ];
  return row.map((cell, column) => change[column] ?? cell);
}

/** Brings rows under the usual headings. */
export function bring(house: ServedHouse, login: string | null, rows: Cells, url = '/api/batches'): Promise<Reply> {
  return sendList(house, login, { content: csvList([batchHeadings, ...rows]) }, url);
}

export interface ShownRow {
  readonly number: number;
  readonly state: string;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly reason: { readonly code: string; readonly text: { readonly zh: string } } | null;
  readonly problems: readonly { readonly field: string }[];
  readonly cells: unknown;
}

export const rowsIn = (reply: Reply) => reply.body.rows as unknown as readonly ShownRow[];
export const statesIn = (reply: Reply) => rowsIn(reply).map(({ state }) => state);
