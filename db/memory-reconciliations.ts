import type { Id } from '../workflows/case-file.ts';
import { readCursor, writeCursor } from './commit-rules.ts';
import type { Reconciliation, Reconciliations } from './reconciliations.ts';

/** Reconciliations that are forgotten when the process ends. */
export function memoryReconciliations(): Reconciliations {
  const kept: Reconciliation[] = [];
  return {
    keep: async (reconciliation) => {
      if (kept.some(({ id }) => id === reconciliation.id)) throw new Error(`${reconciliation.id} is kept already`);
      kept.push(reconciliation);
    },
    find: async (id: Id) => kept.find((one) => one.id === id) ?? null,
    page: async (organisation, after, limit) => {
      const before = after === null ? kept.length : Number(readCursor(after)[1]);
      const found = kept
        .map((one, number) => ({ one, number }))
        .filter(({ one, number }) => one.organisation === organisation && number < before)
        .reverse();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map(({ one: { rows: _rows, ...head } }) => head),
        next: found.length > limit && last !== undefined ? writeCursor(['', String(last.number)]) : null,
      };
    },
  };
}
