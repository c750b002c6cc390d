import { chanceOf } from './chance.ts';
import type { Way } from './course.ts';
import { type CaseKind, kinds, shares } from './mix.ts';

/** What is known of a case before its life is made up. */
export interface Planned {
  readonly kind: CaseKind;
  readonly opensOn: string;
  /** The number of the series it belongs to; null for a quarrel of its own. */
  readonly series: number | null;
  /** Ways that its life takes for sure; none: by chance. */
  readonly wants: readonly Way[];
}

/** How many cases the town has when nobody says otherwise: those of two years. */
export const standardSize = Object.values(kinds).reduce((sum, { value }) => sum + value, 0);

/** The years of the town end the day before the day it is told. */
const span = 730;
/** Series that go on at a time, and how long one takes. */
const seriesPerStandardTown = 40;
const seriesDays = 75;

/**
 * The cases of a town in the order in which they come in: exactly so many of each kind as the mix says, in proportion to
 * `size`, so that a larger town is the same town with more people.
 */
export function planOf(seed: string, size: number, today: string): readonly Planned[] {
  const chance = chanceOf(`${seed}:plan`);
  const end = Temporal.PlainDate.from(today);
  const days = Array.from({ length: span }, (_, back) => end.subtract({ days: back + 1 }).toString());
  const seriesCount = Math.max(2, Math.round((seriesPerStandardTown * size) / standardSize));
  const seriesBegin = Array.from({ length: seriesCount }, () => chance.between(0, span - 1));
  const planned: Planned[] = [];
  for (const [kind, count] of Object.entries(counts(size)) as [CaseKind, number][]) {
    for (let index = 0; index < count; index += 1) {
      const example = examples.filter((one) => one.kind === kind)[index];
      if (example !== undefined) {
        planned.push({ kind, opensOn: days[example.daysAgo - 1]!, series: null, wants: example.wants });
        continue;
      }
      const isSeries = chance.happens(seriesShares[kind] ?? 0);
      const series = isSeries ? Math.floor(seriesCount * chance.next() ** 2) : null;
      // A series is brought within weeks; everything else comes in as it comes.
      const back =
        series === null
          ? chance.between(0, span - 1)
          : seriesBegin[series]! - chance.between(0, Math.min(seriesDays, seriesBegin[series]!));
      planned.push({ kind, opensOn: days[back]!, series, wants: [] });
    }
  }
  // Sorted by the day; within a day the order stays as drawn.
  return planned.sort((one, other) => (one.opensOn < other.opensOn ? -1 : Number(one.opensOn > other.opensOn)));
}

/** What even a small town has, so that no list of it is empty; the first cases of their kinds. */
const examples: readonly { readonly kind: CaseKind; readonly daysAgo: number; readonly wants: readonly Way[] }[] = [
  { kind: 'windowMediation', daysAgo: 500, wants: ['agreed', 'confirmation', 'notKept'] },
  { kind: 'windowMediation', daysAgo: 55, wants: ['stuck'] },
  { kind: 'windowMediation', daysAgo: 450, wants: ['agreed', 'notary'] },
  { kind: 'windowMediation', daysAgo: 420, wants: ['agreed', 'paymentOrder'] },
  { kind: 'windowMediation', daysAgo: 380, wants: ['agreed', 'award'] },
  { kind: 'centreMediation', daysAgo: 12, wants: ['unanswered'] },
  { kind: 'stationMediation', daysAgo: 20, wants: ['silent'] },
  { kind: 'suit', daysAgo: 8, wants: ['referred', 'delegated', 'unanswered'] },
  { kind: 'suit', daysAgo: 520, wants: ['referred', 'delegated', 'agreed'] },
  { kind: 'suit', daysAgo: 480, wants: ['referred', 'agreed'] },
  { kind: 'suit', daysAgo: 600, wants: ['enforced'] },
  { kind: 'ruling', daysAgo: 400, wants: ['attacked'] },
  { kind: 'penalty', daysAgo: 350, wants: ['crime'] },
  { kind: 'penalty', daysAgo: 320, wants: ['damages', 'agreed'] },
];

const seriesShares: Partial<Record<CaseKind, number>> = {
  suit: shares.suitsInSeries,
  windowMediation: 0.2,
  stationMediation: 0.2,
  penalty: 0.25,
};

/** Cases of each kind, by the largest remainders; a kind that would have none gets one where there is room. */
function counts(size: number): Readonly<Record<CaseKind, number>> {
  // The keys of the table are the kinds; Object.entries forgets that.
  const rows = (Object.entries(kinds) as [CaseKind, { value: number }][]).map(([kind, { value }]) => {
    const exact = (size * value) / standardSize;
    return { kind, whole: Math.floor(exact), rest: exact % 1 };
  });
  const missing = size - rows.reduce((sum, { whole }) => sum + whole, 0);
  const raised = new Set(
    rows
      .toSorted((one, other) => Number(one.whole > 0) - Number(other.whole > 0) || other.rest - one.rest)
      .slice(0, missing)
      .map(({ kind }) => kind),
  );
  return Object.fromEntries(rows.map(({ kind, whole }) => [kind, whole + Number(raised.has(kind))])) as Record<
    CaseKind,
    number
  >;
}
