/**
 * When figures suggest a crime against intellectual property (IPC25). Hints, never conditions: reasonable suspicion is enough
 * for a transfer (TRR 3), and the police decide. Patent infringement is no crime and has no row; passing off a patent has.
 */
import type { LegalDate } from '../case-file.ts';
import type { RightKind } from '../reference.ts';
import { type Text, text } from '../text.ts';
import type { Basis, Verified } from './law.ts';

interface CrimeRow {
  readonly label: Text;
  /** Kinds of right against which it can be committed. */
  readonly rights: readonly RightKind[];
  readonly basis: readonly Basis[];
}

const marks: readonly RightKind[] = ['trademark', 'wellKnownMark', 'geographicalIndication'];
const patents: readonly RightKind[] = ['inventionPatent', 'utilityModel', 'designPatent'];
const works: readonly RightKind[] = ['copyright', 'software'];
const article = (at: string): readonly Basis[] => [{ instrument: 'IPC25', article: at }];

/** Crimes that may be suspected. */
export const crimes = {
  counterfeitMark: { label: text('假冒注册商标', 'Counterfeiting a mark'), rights: marks, basis: article('第三条') },
  sellingCounterfeits: {
    label: text('销售假冒注册商标的商品', 'Selling goods with a counterfeit mark'),
    rights: marks,
    basis: article('第五条'),
  },
  counterfeitLabels: {
    label: text('非法制造、销售非法制造的注册商标标识', 'Making or selling illegal mark labels'),
    rights: marks,
    basis: article('第六条'),
  },
  fakePatent: { label: text('假冒专利', 'Passing off a patent'), rights: patents, basis: article('第十条') },
  piracy: { label: text('侵犯著作权', 'Piracy'), rights: works, basis: article('第十三条') },
  sellingPirated: {
    label: text('销售侵权复制品', 'Selling infringing copies'),
    rights: works,
    basis: article('第十四条'),
  },
  tradeSecret: { label: text('侵犯商业秘密', 'Trade secret'), rights: ['tradeSecret'], basis: article('第十七条') },
} as const satisfies Record<string, CrimeRow>;
export type CrimeId = keyof typeof crimes;

/** Figures of an investigation; money in integer fen, null: not known. */
export interface CrimeFigures {
  readonly gainFen: number | null;
  readonly turnoverFen: number | null;
  readonly lossFen: number | null;
  /** Mark labels, or copies and works. */
  readonly pieces: number | null;
}

/** One figure from which a crime is suggested. */
export interface CrimeThreshold {
  readonly crime: CrimeId;
  readonly figure: keyof CrimeFigures;
  readonly atLeast: number;
  readonly basis: readonly Basis[];
  /** By the day of the act. */
  readonly effectiveFrom: LegalDate | null;
  readonly effectiveTo: LegalDate | null;
  readonly verified: Verified;
}

const yuan = 100;
const row = (crime: CrimeId, figure: keyof CrimeFigures, atLeast: number): CrimeThreshold => ({
  crime,
  figure,
  atLeast,
  basis: crimes[crime].basis,
  effectiveFrom: '2025-04-26',
  effectiveTo: null,
  verified: 'text',
});

/** The figures of the interpretation in force since 2025-04-26; those before it were not read. */
export const crimeThresholds: readonly CrimeThreshold[] = [
  row('counterfeitMark', 'gainFen', 30_000 * yuan),
  row('counterfeitMark', 'turnoverFen', 50_000 * yuan),
  row('sellingCounterfeits', 'gainFen', 30_000 * yuan),
  row('sellingCounterfeits', 'turnoverFen', 50_000 * yuan),
  row('counterfeitLabels', 'pieces', 10_000),
  row('fakePatent', 'gainFen', 100_000 * yuan),
  row('fakePatent', 'turnoverFen', 200_000 * yuan),
  row('fakePatent', 'lossFen', 300_000 * yuan),
  row('piracy', 'gainFen', 30_000 * yuan),
  row('piracy', 'turnoverFen', 50_000 * yuan),
  row('piracy', 'pieces', 500),
  row('sellingPirated', 'gainFen', 50_000 * yuan),
  row('sellingPirated', 'turnoverFen', 100_000 * yuan),
  row('tradeSecret', 'lossFen', 300_000 * yuan),
  row('tradeSecret', 'gainFen', 300_000 * yuan),
];

/** A threshold that figures reach; `toConfirm`: the act lies before the rows that were read (适用旧法待核实). */
export interface CrimeHint {
  readonly threshold: CrimeThreshold;
  readonly toConfirm: boolean;
}

/** Thresholds that the figures of acts on a day reach. Equal is enough: the text says 以上. */
export function crimeHints(crime: CrimeId, figures: CrimeFigures, actedOn: LegalDate): readonly CrimeHint[] {
  return crimeThresholds
    .filter((one) => one.crime === crime && (figures[one.figure] ?? 0) >= one.atLeast)
    .map((threshold) => ({
      threshold,
      toConfirm: actedOn < (threshold.effectiveFrom ?? '') || actedOn > (threshold.effectiveTo ?? '9999'),
    }));
}

/** Whether a crime can be committed against a right of this kind; unknown kinds are not ruled out. */
export function canConcern(crime: CrimeId, right: RightKind | null): boolean {
  const { rights }: CrimeRow = crimes[crime];
  return right === null || rights.includes(right);
}
