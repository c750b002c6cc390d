import { type ConfirmationPoint, confirmationPoints } from '../../rules/confirmation-points.ts';
import type { Basis } from '../../rules/law.ts';
import type { Text } from '../../text.ts';

/** One point a court will look at, as far as the file shows it. Advice: the court decides. */
export interface PreflightCheck {
  readonly point: ConfirmationPoint;
  /** The code under which a doubt warns before the packet goes; points of one kind share it. */
  readonly code: string;
  readonly label: Text;
  /** `missing`: what must be there is not; `unknown`: the file does not say. */
  readonly result: 'met' | 'doubtful' | 'missing' | 'unknown';
  readonly finding: Text;
  readonly looksAt: Text;
  /** Positions of the clauses it found wanting, from 1. */
  readonly clauses: readonly number[];
  readonly basis: readonly Basis[];
}

/** A check of one point: label, article and what was looked at come from the table of points. */
export function check(
  point: ConfirmationPoint,
  code: string,
  result: PreflightCheck['result'],
  finding: Text,
  clauses: readonly number[] = [],
): PreflightCheck {
  const { label, looksAt, basis } = confirmationPoints[point];
  return { point, code, label, result, finding, looksAt, clauses, basis };
}
