import { memoryRows } from './memory-rows.ts';
import {
  closedSeries,
  countSeries,
  isAllDone,
  type Series,
  type SeriesKeeper,
  type SeriesRow,
  settledRow,
} from './series.ts';

/** Series that are forgotten when the process ends. */
export function memorySeries(): SeriesKeeper {
  const { kept, create, find, ofPerson, save, lease, settle } = memoryRows<SeriesRow, Series>();
  return {
    create,
    find,
    ofPerson: async (madeBy, limit) =>
      ofPerson(madeBy, limit).map(({ rows, terms: _terms, ...head }) => ({ ...head, counts: countSeries(rows) })),
    save,
    lease: async ({ now, until }) => {
      const leased = lease(now, until);
      return leased && { series: leased.whole, row: leased.row };
    },
    settle: async ({ series: { id }, row }, outcome) => {
      const nextAt = outcome.kind === 'again' ? outcome.nextAt : null;
      if (!settle(id, row, nextAt, (current) => settledRow(current, outcome))) return false;
      const series = kept.get(id);
      if (series !== undefined && isAllDone(series)) kept.set(id, closedSeries(series));
      return true;
    },
  };
}
