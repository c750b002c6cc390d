import { memoryRows } from './memory-rows.ts';
import { countSeries, type Series, type SeriesKeeper, type SeriesRow, settledRow } from './series.ts';

/** Series that are forgotten when the process ends. */
export function memorySeries(): SeriesKeeper {
  const { create, find, ofPerson, save, lease, settle } = memoryRows<SeriesRow, Series>();
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
    settle: async ({ series: { id }, row }, outcome) =>
      settle(id, row, outcome.kind === 'again' ? outcome.nextAt : null, (current) => settledRow(current, outcome)),
  };
}
