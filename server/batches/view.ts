import { type Batch, type BatchCounts, type BatchRow, countBatch } from '../../db/batches.ts';
import { type CellProblem, type Cells, readCells } from './cells.ts';
import { doubtful } from './judge.ts';

/** A row of a list as its maker sees it. */
export interface BatchRowView
  extends Pick<BatchRow, 'number' | 'state' | 'warnings' | 'reason' | 'caseId' | 'caseCode'> {
  /** What stands in it; null when that is forgotten. */
  readonly cells: Cells | null;
  readonly problems: readonly CellProblem[];
  /** Whether it can be opened all the same. */
  readonly doubtful: boolean;
}

export interface BatchView extends Pick<Batch, 'id' | 'madeAt' | 'version' | 'closed'> {
  readonly counts: BatchCounts;
  readonly rows: readonly BatchRowView[];
}

/** A list with its rows, what is wrong with them at each cell, and how far it is. It is over when every row is open. */
export function batchView({ id, madeAt, version, closed: givenUp, rows }: Batch): BatchView {
  const counts = countBatch(rows);
  const closed = givenUp || counts.done === rows.length;
  return { id, madeAt, version, closed, counts, rows: rows.map((row) => rowView(row, closed)) };
}

function rowView(
  { number, state, warnings, reason, caseId, caseCode, ...row }: BatchRow,
  closed: boolean,
): BatchRowView {
  // The cells were written when the list was read.
  const cells = row.cells as Cells | null;
  const problems = cells === null || state !== 'refused' ? [] : readCells(cells).problems;
  const isDoubtful = !closed && state === 'duplicate' && reason?.code === doubtful;
  return { number, state, warnings, reason, caseId, caseCode, cells, problems, doubtful: isDoubtful };
}
