import type { BatchKeeper, BatchOutcome, BatchReason, LeasedBatchRow } from '../../db/batches.ts';
import { StorageFull, StoreBusy } from '../../db/store.ts';
import { type ProblemCode, ProblemError, problems } from '../errors.ts';
import { makerOf } from '../series/index.ts';
import { type Dependencies, execute } from '../write/index.ts';
import { type Cells, readCells } from './cells.ts';
import { doubtful, openedBefore, openingRequest, reasonOf } from './judge.ts';

/** How many rows one turn deals with before it lets other jobs run. */
const perTurn = 200;
const leaseMinutes = 2;
/** How often a fault of ours is tried again. */
const attemptsOfARow = 5;

/**
 * Opens what waits, one row after the other, each by the ordinary command. May be called at any time, by several at once
 * and again after a stop: a row is leased by one, and its command is derived from what it says, so that what was given
 * twice is done once. Who calls while it runs here waits for that, and looks again. Returns how many rows it dealt with.
 */
export function runBatches(dependencies: Dependencies): Promise<number> {
  const { batches } = dependencies.store;
  const before = running.get(batches) ?? Promise.resolve(0);
  const run = before.then(
    () => dealWithWaiting(dependencies),
    () => dealWithWaiting(dependencies),
  );
  running.set(batches, run);
  return run;
}

const running = new WeakMap<BatchKeeper, Promise<number>>();

async function dealWithWaiting(dependencies: Dependencies): Promise<number> {
  const { store, now } = dependencies;
  for (let count = 0; count < perTurn; count += 1) {
    const moment = now();
    const leased = await store.batches.lease({ now: moment, until: moment.add({ minutes: leaseMinutes }) });
    if (leased === null) return count;
    const { outcome, fault } = await outcomeOf(leased, dependencies);
    await store.batches.settle(leased, outcome);
    // Costs this row an attempt; whoever runs the job is told.
    if (fault !== null) throw fault;
  }
  return perTurn;
}

async function outcomeOf(
  leased: LeasedBatchRow,
  dependencies: Dependencies,
): Promise<{ readonly outcome: BatchOutcome; readonly fault: unknown }> {
  const again = (seconds: number): BatchOutcome => ({ kind: 'again', nextAt: dependencies.now().add({ seconds }) });
  try {
    return { outcome: (await openRow(leased, dependencies)) ?? again(5), fault: null };
  } catch (error) {
    if (error instanceof StoreBusy || error instanceof StorageFull) return { outcome: again(30), fault: null };
    if (error instanceof ProblemError) return { outcome: refused(error.problem.code), fault: null };
    const outcome = leased.row.attempts < attemptsOfARow ? again(60) : refused('internal');
    return { outcome, fault: error };
  }
}

/** Null: others were faster, several times. */
async function openRow({ batch, row }: LeasedBatchRow, dependencies: Dependencies): Promise<BatchOutcome | null> {
  const viewer = await makerOf(batch, dependencies);
  if (viewer === null || row.cells === null) return refused('not-allowed');
  const known = await dependencies.store.batches.openedBy(batch.organisation, row.digest);
  if (known !== null) return settled('duplicate', openedBefore(known.caseCode));
  // The cells were written when the list was read.
  const request = openingRequest(readCells(row.cells as Cells), row);
  const outcome = await execute(request, viewer, dependencies);
  if (outcome.kind === 'busy') return null;
  if (outcome.kind === 'done')
    return { kind: 'settled', state: 'done', caseId: outcome.caseId, caseCode: outcome.code };
  if (outcome.kind !== 'refused') return refused(outcome.kind === 'keyReused' ? 'idempotency-key-reused' : 'not-found');
  // What other rows opened meanwhile may be the same dispute.
  const { refusal } = outcome;
  const isDoubtful = refusal.status === 'acknowledge' && refusal.warnings.some(({ code }) => code === doubtful);
  return settled(isDoubtful ? 'duplicate' : 'refused', reasonOf(refusal));
}

function settled(state: 'duplicate' | 'refused', reason: BatchReason): BatchOutcome {
  return { kind: 'settled', state, reason };
}

function refused(code: string): BatchOutcome {
  const { title, instead } = problems[code as ProblemCode] ?? problems.internal;
  return settled('refused', { code, text: title, instead });
}
