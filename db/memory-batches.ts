import type { Id } from '../workflows/case-file.ts';
import { type Batch, type BatchKeeper, type BatchRow, closedBatch, countBatch, settledBatchRow } from './batches.ts';

/** Lists that are forgotten when the process ends. */
export function memoryBatches(): BatchKeeper {
  const kept = new Map<Id, Batch>();
  const due = new Map<string, number>();
  const key = (batch: Id, { number }: BatchRow) => `${batch} ${number}`;
  const isDue = (batch: Id, row: BatchRow, nowMs: number) =>
    row.state === 'waiting' && (due.get(key(batch, row)) ?? 0) <= nowMs;
  const replace = (batch: Batch, row: BatchRow): Batch => ({
    ...batch,
    version: batch.version + 1,
    rows: batch.rows.map((one) => (one.number === row.number ? row : one)),
  });
  return {
    create: async (batch) => {
      if (kept.has(batch.id)) throw new Error(`${batch.id} is kept already`);
      kept.set(batch.id, batch);
    },
    find: async (id) => kept.get(id) ?? null,
    ofPerson: async (madeBy, limit) =>
      [...kept.values()]
        .filter((one) => one.madeBy === madeBy)
        .reverse()
        .slice(0, limit)
        .map(({ rows, ...head }) => ({ ...head, counts: countBatch(rows) })),
    save: async (batch) => {
      const known = kept.get(batch.id);
      if (known?.version !== batch.version || known.rows.some(({ state }) => state === 'waiting')) return false;
      for (const row of batch.rows) due.delete(key(batch.id, row));
      kept.set(batch.id, { ...batch, version: batch.version + 1 });
      return true;
    },
    lease: async ({ now, until }) => {
      for (const batch of kept.values()) {
        const row = batch.rows.find((one) => isDue(batch.id, one, now.epochMilliseconds));
        if (row === undefined) continue;
        const taken = { ...row, attempts: row.attempts + 1 };
        due.set(key(batch.id, row), until.epochMilliseconds);
        const after = replace(batch, taken);
        kept.set(batch.id, after);
        const { rows: _rows, ...head } = after;
        return { batch: head, row: taken };
      }
      return null;
    },
    settle: async ({ batch: { id }, row }, outcome) => {
      const batch = kept.get(id);
      const current = batch?.rows.find(({ number }) => number === row.number);
      if (batch === undefined || current?.state !== 'waiting' || current.attempts !== row.attempts) return false;
      if (outcome.kind === 'again') due.set(key(id, row), outcome.nextAt.epochMilliseconds);
      kept.set(id, replace(batch, outcome.kind === 'again' ? current : settledBatchRow(current, outcome)));
      return true;
    },
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
