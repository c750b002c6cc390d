import { type Text, text } from '../text.ts';
import type { ClockRule } from './clock-rule.ts';
import { adminMediationClocks } from './clocks-admin-mediation.ts';
import { administrativeSuitClocks } from './clocks-administrative-suit.ts';
import { appealClocks } from './clocks-appeal.ts';
import { arbitrationClocks, arbitrationClocksBefore2026 } from './clocks-arbitration.ts';
import { confirmationClocks } from './clocks-confirmation.ts';
import { courtMediationClocks } from './clocks-court-mediation.ts';
import { criminalClocks } from './clocks-criminal.ts';
import { enforcementClocks } from './clocks-enforcement.ts';
import { enforcementOfTrademarksClocks } from './clocks-enforcement-of-trademarks.ts';
import { invalidationClocks, invalidationClocksOf2027 } from './clocks-invalidation.ts';
import { limitationClocks } from './clocks-limitation.ts';
import { trialClocks } from './clocks-litigation.ts';
import { mediationClocks } from './clocks-mediation.ts';
import { opinionClocks } from './clocks-opinions.ts';
import { paymentOrderClocks } from './clocks-payment-order.ts';
import { rulingClocks } from './clocks-ruling.ts';
import { sourceClocks } from './clocks-sources.ts';

/** Every time limit the program knows, by the id of the reading notes. A count of days that is a rule stands nowhere else. */
export const clockRules = {
  ...mediationClocks,
  ...courtMediationClocks,
  ...confirmationClocks,
  ...trialClocks,
  ...appealClocks,
  ...administrativeSuitClocks,
  ...limitationClocks,
  ...enforcementOfTrademarksClocks,
  ...criminalClocks,
  ...sourceClocks,
  ...opinionClocks,
  ...arbitrationClocks,
  ...enforcementClocks,
  ...paymentOrderClocks,
  ...rulingClocks,
  ...adminMediationClocks,
  ...invalidationClocks,
} as const satisfies Record<string, ClockRule>;

export type ClockRuleId = keyof typeof clockRules;

/** A clock rule and, where the text of that day was not recorded, the mark to show beside it. */
export interface RuleInForce {
  readonly rule: ClockRule;
  /** Null: the row was in force on the day asked for. */
  readonly toConfirm: Text | null;
}

/** Rows that were in force before or will be after the current one, by id; the current row stands in {@link clockRules}. */
const otherVersions: { readonly [id in ClockRuleId]?: readonly ClockRule[] } = {
  ...arbitrationClocksBefore2026,
  'tminvalid.review': [invalidationClocksOf2027['tminvalid.review']],
  'tminvalid.sue': [invalidationClocksOf2027['tminvalid.sue']],
};

const oldLaw = text('适用旧法待核实', 'Law then in force to be confirmed');

/**
 * The version of a rule in force on the legal date `date` ('YYYY-MM-DD'), the date its `appliesBy` asks for.
 * Where no row covers that date the nearest one answers and carries the mark 适用旧法待核实.
 */
export function ruleInForce(id: ClockRuleId, date: string): RuleInForce {
  const versions: readonly ClockRule[] = [clockRules[id], ...(otherVersions[id] ?? [])];
  const covering = versions.find((rule) => covers(rule, date));
  if (covering !== undefined) return { rule: covering, toConfirm: null };
  return { rule: nearest(versions, date), toConfirm: oldLaw };
}

function covers(rule: ClockRule, date: string): boolean {
  return (rule.effectiveFrom ?? '') <= date && (rule.effectiveTo === null || date <= rule.effectiveTo);
}

/** The row whose period of force begins soonest after the date, or failing that the one that ended last before it. */
function nearest(versions: readonly ClockRule[], date: string): ClockRule {
  const later = versions.filter((rule) => (rule.effectiveFrom ?? '') > date);
  const [first, ...rest] = later.length > 0 ? later : versions;
  if (first === undefined) throw new Error('a clock rule without any version');
  const closer = (one: ClockRule, other: ClockRule) =>
    later.length > 0
      ? (one.effectiveFrom ?? '') < (other.effectiveFrom ?? '')
      : (one.effectiveTo ?? '') > (other.effectiveTo ?? '');
  return rest.reduce((best, rule) => (closer(rule, best) ? rule : best), first);
}
