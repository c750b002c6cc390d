import type { RightKind } from '../reference.ts';
import { text } from '../text.ts';
import type { LegalRule } from './law.ts';

interface ReachRule extends LegalRule {
  readonly years: number;
}

const forPatents = {
  years: 3,
  basis: [{ instrument: 'PDR', article: '第十七条' }],
  appliesBy: 'filing',
  effectiveFrom: '2021-01-01',
  effectiveTo: null,
  verified: 'text',
} as const satisfies ReachRule;

const patents: readonly RightKind[] = ['inventionPatent', 'utilityModel', 'designPatent'];

/**
 * How far back damages reach where somebody sued after limitation over an infringement that went on (PDR 17). For rights other
 * than patents no text was read: the rule for patents answers, as an inference to be confirmed.
 */
export function reachRuleOf(right: RightKind | null): ReachRule {
  return right !== null && patents.includes(right) ? forPatents : { ...forPatents, verified: 'inference' };
}

/** Said beside the day where the rule is only inferred. */
export const reachInferred = text(
  '该规定针对专利；其他权利的相应规定待核实。',
  'That rule is about patents; what is said of other rights is to be confirmed.',
);
