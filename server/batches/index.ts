/** Lists of cases that are opened row by row: what API, pages and jobs do. */
export {
  type BatchStart,
  batchHolder,
  batchList,
  batchOf,
  batchRows,
  bringBatch,
  checkBatch,
  closeBatch,
  contentLivesDays,
  forgetBatches,
  startBatch,
} from './batches.ts';
export { type Cells, readCells } from './cells.ts';
export { type BatchField, batchFieldNames, batchFields, templateTable } from './columns.ts';
export { runBatches } from './run.ts';
export { type BatchRowView, type BatchView, batchView } from './view.ts';
