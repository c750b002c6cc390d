/** What one measurement gave. Times in milliseconds. */
export interface Figure {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Rate and percentiles of finished requests; `tookMs` is the time in which all of them were finished. */
export function figureOf(timesMs: readonly number[], tookMs: number): Figure {
  const sorted = timesMs.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: (timesMs.length * 1000) / tookMs, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** The middle value; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** The median of several rounds, each value by itself. */
export function medianFigure(rounds: readonly Figure[]): Figure {
  const of = (name: keyof Figure) => median(rounds.map((figure) => figure[name]));
  return { perSecond: of('perSecond'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms') };
}
