import type { InstrumentId } from './instruments.ts';
import type { Basis, Verified } from './law.ts';

/** What a law lets an authority order against an infringement. Money in integer fen. */
export interface PenaltyLimits {
  readonly instrument: InstrumentId;
  /** From this illegal turnover on the fine is a multiple of it. */
  readonly multipleFromFen: number;
  readonly timesTurnover: number;
  /** Below it, or without any turnover. */
  readonly otherwiseAtMostFen: number;
  readonly mayDestroy: boolean;
  readonly basis: readonly Basis[];
  readonly verified: Verified;
}

/** Limits of the Trademark Law, before and after 2027-01-01; other laws have no row and are not checked. */
export const penaltyLimits: readonly PenaltyLimits[] = [
  {
    instrument: 'TM19',
    multipleFromFen: 5_000_000,
    timesTurnover: 5,
    otherwiseAtMostFen: 25_000_000,
    mayDestroy: true,
    basis: [{ instrument: 'TM19', article: '第六十条第二款' }],
    verified: 'text',
  },
  {
    instrument: 'TM26',
    multipleFromFen: 5_000_000,
    timesTurnover: 5,
    otherwiseAtMostFen: 25_000_000,
    mayDestroy: false,
    basis: [{ instrument: 'TM26', article: '第七十四条' }],
    verified: 'text',
  },
];

/** The highest fine under a law for this illegal turnover; null where the law has no row. */
export function highestFine(instrument: string, turnoverFen: number | null): number | null {
  const limits = penaltyLimits.find((one) => one.instrument === instrument);
  if (limits === undefined) return null;
  const turnover = turnoverFen ?? 0;
  return turnover >= limits.multipleFromFen ? turnover * limits.timesTurnover : limits.otherwiseAtMostFen;
}
