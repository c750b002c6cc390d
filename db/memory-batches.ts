import { type Batch, type BatchKeeper, type BatchRow, closedBatch, countBatch, settledBatchRow } from './batches.ts';
import { memoryRows } from './memory-rows.ts';

/** Lists that are forgotten when the process ends. */
export function memoryBatches(): BatchKeeper {
  const { kept, create, find, ofPerson, save, lease, settle } = memoryRows<BatchRow, Batch>();
  return {
    create,
    find,
    ofPerson: async (madeBy, limit) =>
      ofPerson(madeBy, limit).map(({ rows, ...head }) => ({ ...head, counts: countBatch(rows) })),
    save,
    lease: async ({ now, until }) => {
      const leased = lease(now, until);
      if (leased === null) return null;
      const { rows: _rows, ...batch } = leased.whole;
      return { batch, row: leased.row };
    },
    settle: async ({ batch: { id }, row }, outcome) =>
      outcome.kind === 'again'
        ? settle(id, row, outcome.nextAt, (current) => current)
        : settle(id, row, null, (current) => settledBatchRow(current, outcome)),
    openedBy: async (organisation, digest) => {
      const rows = [...kept.values()].filter((one) => one.organisation === organisation).flatMap(({ rows }) => rows);
      const found = rows.find((row) => row.digest === digest && row.state === 'done');
      return found === undefined ? null : { caseId: found.caseId!, caseCode: found.caseCode! };
    },
    forget: async ({ closeBefore, dropBefore }) => {
      let count = 0;
      for (const batch of kept.values()) {
        if (batch.rows.some(({ state }) => state === 'waiting')) continue;
        if (batch.madeAt < dropBefore) kept.delete(batch.id);
        else if (batch.madeAt < closeBefore && !batch.closed)
          kept.set(batch.id, { ...closedBatch(batch), version: batch.version + 1 });
        else continue;
        count += 1;
      }
      return count;
    },
  };
}
