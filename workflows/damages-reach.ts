/**
 * How far back damages reach where somebody sues after limitation over an infringement that goes on: the act is stopped while
 * the right lasts, and damages are counted back from the day of filing (PDR 17). Pure; what a court will make of it is shown, never decided.
 */
import type { Calendar } from './calendar.ts';
import { type CaseFile, dayOf, type Id, type LegalDate } from './case-file.ts';
import { latestFact } from './facts.ts';
import { hasLimitation, type Interruption, type Limitation, lapsedBefore } from './limitation.ts';
import { reachRuleOf } from './rules/damages-reach.ts';
import type { Basis } from './rules/law.ts';

/** How long an infringement lasted, from when damages are claimed, and until when the right lasts. */
export interface InfringementPeriod {
  readonly claimedFrom: LegalDate;
  /** Null while it goes on. */
  readonly endedOn: LegalDate | null;
  readonly rightUntil: LegalDate | null;
}

/** What a suit of a certain day reaches, for one matter. */
export interface DamagesReach extends InfringementPeriod {
  /** The day of filing; null where no suit is on record, and today is taken. */
  readonly filedOn: LegalDate | null;
  /** The day on which limitation had run out before; null: it had not, and nothing is cut off. */
  readonly lapsedOn: LegalDate | null;
  /** The first day for which damages reach; null where the rule does not apply. */
  readonly reachesFrom: LegalDate | null;
  /** Whether the act may still be ordered to stop: it goes on, and the right lasts. */
  readonly mayBeStopped: boolean;
  /** Damages are claimed for days before the first that is reached. */
  readonly claimedTooEarly: boolean;
  readonly basis: readonly Basis[];
  /** The rule was read for patents only. */
  readonly toConfirm: boolean;
}

/** The period as recorded last, with the fact that says so; null while nothing is. */
export function infringementPeriodOf(
  caseFile: CaseFile,
  matter: Id,
): (InfringementPeriod & { readonly fact: Id }) | null {
  const fact = latestFact(caseFile, 'recordInfringementPeriod', { matter });
  if (fact === null) return null;
  const day = (name: string) => (typeof fact.values[name] === 'string' ? fact.values[name] : null);
  return {
    fact: fact.id,
    claimedFrom: day('claimedFrom') ?? dayOf(fact.occurredOn),
    endedOn: day('endedOn'),
    rightUntil: day('rightUntil'),
  };
}

/** How far damages reach for a period, by the ledger of its matter; null for claims that know no limitation. */
export function damagesReachOf(
  caseFile: CaseFile,
  matter: Id,
  period: InfringementPeriod,
  { ledger, calendar, today }: { readonly ledger: Limitation; readonly calendar: Calendar; readonly today: LegalDate },
): DamagesReach | null {
  if (!hasLimitation(caseFile.matters[matter])) return null;
  const rule = reachRuleOf(caseFile.matters[matter]?.right.kind ?? null);
  const filedOn = filingDay(caseFile, ledger.interruptions);
  const day = filedOn ?? today;
  const lapsedOn = lapsedBefore(caseFile, matter, ledger, day, calendar);
  const goesOn = period.endedOn === null || period.endedOn >= day;
  const reachesFrom =
    lapsedOn !== null && goesOn ? Temporal.PlainDate.from(day).subtract({ years: rule.years }).toString() : null;
  return {
    ...period,
    filedOn,
    lapsedOn,
    reachesFrom,
    mayBeStopped: goesOn && (period.rightUntil === null || period.rightUntil >= day),
    claimedTooEarly: reachesFrom !== null && period.claimedFrom < reachesFrom,
    basis: rule.basis,
    toConfirm: rule.verified !== 'text',
  };
}

/** The day of the latest suit, at a court here or elsewhere; an arbitration is none. */
function filingDay(caseFile: CaseFile, interruptions: readonly Interruption[]): LegalDate | null {
  const suits = interruptions.filter(
    ({ kind, procedure }) =>
      kind === 'suit' && (procedure === null || caseFile.proceedings[procedure]?.channel === 'litigation'),
  );
  return suits.at(-1)?.on ?? null;
}
