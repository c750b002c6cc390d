import { type Batch, type BatchRow, closedBatch, countBatch } from '../../db/batches.ts';
import { commands } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { readList } from '../registers/index.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, mayEverGive, momentOf } from '../write/index.ts';
import type { Cells } from './cells.ts';
import { batchFieldNames, tableOf } from './columns.ts';
import { doubtful, judgeRows, type TypedRow } from './judge.ts';

/** How many rows a list may have. */
export const batchRows = 500;
/** How long what stands in a list is kept for whoever corrects it, and how long it is known which row opened which case. */
export const contentLivesDays = 3;
const resultLivesDays = 90;

/** A viewer who opens cases somewhere. */
export type BatchHolder = Viewer & { readonly organisationId: string };

/** Whoever opens cases at an organisation. Throws `not-allowed` for everybody else. */
export function batchHolder(viewer: Viewer): BatchHolder {
  const { organisationId, roles } = viewer;
  const definition = commands.openCase;
  if (organisationId === null || definition === undefined || !mayEverGive(definition, roles))
    throw new ProblemError('not-allowed');
  return { ...viewer, organisationId };
}

/**
 * Takes a list in and judges its rows; the file itself is not kept, and no case is opened. Returns the id of the list.
 * Throws `not-allowed`, `batch-too-long`, and what reading the list does.
 */
export async function bringBatch(viewer: Viewer, bytes: Buffer, dependencies: Dependencies): Promise<string> {
  const holder = batchHolder(viewer);
  const { store, ids, now } = dependencies;
  const table = tableOf(await readList(bytes));
  if (table.rows.length > batchRows) throw new ProblemError('batch-too-long', { rows: batchRows });
  const typed = table.rows.map(({ row, cell }): TypedRow => ({ number: row, cells: cellsOf(cell) }));
  const id = ids();
  await store.batches.create({
    id,
    organisation: holder.organisationId,
    madeBy: holder.accountId,
    madeAt: momentOf(now()),
    version: 1,
    closed: false,
    rows: await judgeRows(typed, holder, dependencies),
  });
  return id;
}

/** Empty, or one of the marks by which lists say so. */
const isBlank = (typed: string) => /^[-—–/\\无]*$/u.test(typed.trim());

function cellsOf(cell: (field: (typeof batchFieldNames)[number]) => string): Cells {
  const filled = batchFieldNames.map((field) => [field, cell(field).trim()] as const);
  return Object.fromEntries(filled.filter(([, typed]) => !isBlank(typed)));
}

/** A list of the viewer's. Throws `not-found` for any other: it holds names. */
export async function batchOf(viewer: Viewer, id: string, { store }: Dependencies): Promise<Batch> {
  const { organisationId, accountId } = batchHolder(viewer);
  const batch = await store.batches.find(id);
  if (batch === null || batch.madeBy !== accountId || batch.organisation !== organisationId)
    throw new ProblemError('not-found');
  return batch;
}

/** The viewer's latest lists. */
export async function batchList(viewer: Viewer, { store }: Dependencies) {
  const { organisationId, accountId } = batchHolder(viewer);
  const all = await store.batches.ofPerson(accountId, 50);
  return all.filter((one) => one.organisation === organisationId);
}

/** What was read before a list is started: codes of warnings, and rows that are opened though they may be a case already. */
export interface BatchStart {
  readonly acknowledged: readonly string[];
  readonly nonetheless: readonly number[];
}

/**
 * Starts what can be opened of a list; the rest stays as it is. A list that is under way already is left to go on. Throws
 * `acknowledge-warnings`, `batch-nothing-possible`, `stale-revision` and `batch-closed`.
 */
export async function startBatch(
  viewer: Viewer,
  id: string,
  version: number,
  { acknowledged, nonetheless }: BatchStart,
  dependencies: Dependencies,
): Promise<void> {
  if (countBatch((await batchOf(viewer, id, dependencies)).rows).waiting > 0) return;
  const batch = await changeable(viewer, id, version, dependencies);
  const isWanted = (row: BatchRow) =>
    row.state === 'ready' ||
    (row.state === 'duplicate' && row.reason?.code === doubtful && nonetheless.includes(row.number));
  const wanted = batch.rows.filter(isWanted);
  if (wanted.length === 0) throw new ProblemError('batch-nothing-possible');
  // Whoever ticks a doubtful row has read its doubt, and nothing else.
  const isRead = (row: BatchRow, code: string) =>
    acknowledged.includes(code) || (code === doubtful && row.state === 'duplicate');
  if (wanted.some((row) => row.warnings.some((code) => !isRead(row, code))))
    throw new ProblemError('acknowledge-warnings');
  const rows = batch.rows.map((row) =>
    wanted.includes(row) ? { ...row, state: 'waiting' as const, attempts: 0, reason: null } : row,
  );
  await save({ ...batch, rows }, dependencies);
}

/** Judges again what is not open yet: after a round, or when cases have changed. Throws like {@link startBatch}. */
export async function checkBatch(
  viewer: Viewer,
  id: string,
  version: number,
  dependencies: Dependencies,
): Promise<void> {
  const batch = await changeable(viewer, id, version, dependencies);
  const open = batch.rows.flatMap(({ number, cells, state }): readonly TypedRow[] =>
    // The cells were written by `cellsOf`.
    state === 'done' || cells === null ? [] : [{ number, cells: cells as Cells }],
  );
  const judged = await judgeRows(open, batchHolder(viewer), dependencies);
  const rows = batch.rows.map((row) => judged.find(({ number }) => number === row.number) ?? row);
  await save({ ...batch, rows }, dependencies);
}

/** Gives up what is left of a list and forgets what stood in it. Throws like {@link startBatch}. */
export async function closeBatch(
  viewer: Viewer,
  id: string,
  version: number,
  dependencies: Dependencies,
): Promise<void> {
  await save(closedBatch(await changeable(viewer, id, version, dependencies)), dependencies);
}

/** Forgets lists that have grown old. Returns how many it touched. */
export function forgetBatches({ store, now }: Dependencies): Promise<number> {
  const before = (days: number) => momentOf(now().subtract({ hours: days * 24 }));
  return store.batches.forget({ closeBefore: before(contentLivesDays), dropBefore: before(resultLivesDays) });
}

async function changeable(viewer: Viewer, id: string, version: number, dependencies: Dependencies): Promise<Batch> {
  const batch = await batchOf(viewer, id, dependencies);
  if (batch.closed) throw new ProblemError('batch-closed');
  if (countBatch(batch.rows).waiting > 0) throw new ProblemError('batch-running');
  if (batch.version !== version) throw new ProblemError('stale-revision');
  return batch;
}

async function save(batch: Batch, { store, now }: Dependencies): Promise<void> {
  if (!(await store.batches.save(batch, now()))) throw new ProblemError('stale-revision');
}
