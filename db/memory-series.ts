import type { Id } from '../workflows/case-file.ts';
import { countSeries, type Series, type SeriesKeeper, type SeriesRow, settledRow } from './series.ts';

/** Series that are forgotten when the process ends. */
export function memorySeries(): SeriesKeeper {
  const kept = new Map<Id, Series>();
  const due = new Map<string, number>();
  const key = (series: Id, { number }: SeriesRow) => `${series} ${number}`;
  const isDue = (series: Id, row: SeriesRow, nowMs: number) =>
    row.state === 'waiting' && (due.get(key(series, row)) ?? 0) <= nowMs;
  const replace = (series: Series, row: SeriesRow): Series => ({
    ...series,
    version: series.version + 1,
    rows: series.rows.map((one) => (one.number === row.number ? row : one)),
  });
  return {
    create: async (series) => {
      if (kept.has(series.id)) throw new Error(`${series.id} is kept already`);
      kept.set(series.id, series);
    },
    find: async (id) => kept.get(id) ?? null,
    ofPerson: async (madeBy, limit) =>
      [...kept.values()]
        .filter((one) => one.madeBy === madeBy)
        .reverse()
        .slice(0, limit)
        .map(({ rows, terms: _terms, ...head }) => ({ ...head, counts: countSeries(rows) })),
    save: async (series) => {
      const known = kept.get(series.id);
      if (known?.version !== series.version || known.rows.some(({ state }) => state === 'waiting')) return false;
      for (const row of series.rows) due.delete(key(series.id, row));
      kept.set(series.id, { ...series, version: series.version + 1 });
      return true;
    },
    lease: async ({ now, until }) => {
      for (const series of kept.values()) {
        const row = series.rows.find((one) => isDue(series.id, one, now.epochMilliseconds));
        if (row === undefined) continue;
        const taken = { ...row, attempts: row.attempts + 1 };
        due.set(key(series.id, row), until.epochMilliseconds);
        const after = replace(series, taken);
        kept.set(series.id, after);
        return { series: after, row: taken };
      }
      return null;
    },
    settle: async ({ series: { id }, row }, outcome) => {
      const series = kept.get(id);
      const current = series?.rows.find(({ number }) => number === row.number);
      if (series === undefined || current?.state !== 'waiting' || current.attempts !== row.attempts) return false;
      if (outcome.kind === 'again') due.set(key(id, row), outcome.nextAt.epochMilliseconds);
      kept.set(id, replace(series, settledRow(current, outcome)));
      return true;
    },
  };
}
