import { type CaseFile, type Id, type LegalDate, type Party, type Proceeding, patchPart } from '../../case-file.ts';
import type { FactDraft } from '../../command.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { latestFact } from '../../facts.ts';
import { legalDate, partyOf, rowsOf } from '../../fields.ts';
import type { CrimeFigures, CrimeId } from '../../rules/crime-thresholds.ts';
import type { EndingWithoutPenalty } from '../../rules/penalty-terms.ts';
import { text } from '../../text.ts';

/** What every command of this channel says of itself. A patent department's officers may handle what is theirs (T38). */
export const here = { target: 'proceeding', machine: 'trademarkEnforcement', relation: 'custodian' } as const;
export const officers = ['enforcementOfficer', 'rulingOfficer'] as const;

/** What became of the matters of an enforcement case. */
export type EnforcementOutcome = 'notFiled' | 'penalised' | 'transferred' | EndingWithoutPenalty;

/** The authority has said what becomes of its matters. */
export function withOutcome(caseFile: CaseFile, proceeding: Proceeding, outcome: EnforcementOutcome): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding.id, {
    outcomes: Object.fromEntries(proceeding.matters.map((matter) => [matter, outcome])),
  });
}

/** The same, with the fact that ends the case for the paths of its matters (path/reactions.ts). */
export function ended(
  caseFile: CaseFile,
  proceeding: Proceeding,
  outcome: EnforcementOutcome,
): { readonly caseFile: CaseFile; readonly facts: readonly FactDraft[] } {
  return {
    caseFile: withOutcome(caseFile, proceeding, outcome),
    facts: [{ type: 'penaltyCaseEnded', values: { how: outcome } }],
  };
}

/** The case is open again: nothing is decided. */
export function reopened(caseFile: CaseFile, proceeding: Proceeding): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding.id, { outcomes: {} });
}

/** Those against whom the case runs. */
export function respondentsOf(caseFile: CaseFile, proceeding: Proceeding): readonly Party[] {
  return partiesOfMatters(caseFile, proceeding.matters).filter((party) => party.side === 'respondent');
}

/** What the officers found out last, as figures; null before anything was. */
export function findingsOf(
  caseFile: CaseFile,
  proceeding: Id,
): {
  readonly crime: CrimeId | null;
  readonly figures: CrimeFigures;
  readonly reached: boolean;
  readonly seq: number;
} | null {
  const fact = latestFact(caseFile, 'recordFindings', { proceeding });
  if (fact === null) return null;
  const figure = (name: string) => (typeof fact.values[name] === 'number' ? Number(fact.values[name]) : null);
  return {
    // The field of that command is the list of crimes; the fact carries one of them.
    crime: (fact.values.crime ?? null) as CrimeId | null,
    figures: {
      gainFen: figure('gainFen'),
      turnoverFen: figure('turnoverFen'),
      lossFen: figure('lossFen'),
      pieces: figure('pieces'),
    },
    reached: fact.values.reached === true,
    seq: fact.seq,
  };
}

/** The law the case was filed under; null before that. */
export function lawOf(caseFile: CaseFile, proceeding: Id): string | null {
  const law = latestFact(caseFile, 'fileEnforcementCase', { proceeding })?.values.law;
  return typeof law === 'string' ? law : null;
}

export const servedRows = rowsOf({
  label: text('送达各方（可稍后补记）', 'Served on (may follow later)'),
  of: {
    party: partyOf({ label: text('当事人', 'Party') }),
    servedOn: legalDate({ label: text('送达日期', 'Served on') }),
  },
});

/** Service of the penalty on a party; a fine is due from that day. */
export function penaltyServed(party: Id, servedOn: LegalDate, fineFen: number | null): readonly FactDraft[] {
  const served: FactDraft = { type: 'penaltyServed', party, occurredOn: servedOn };
  return fineFen === null ? [served] : [served, { type: 'fineDue', party, occurredOn: servedOn }];
}
