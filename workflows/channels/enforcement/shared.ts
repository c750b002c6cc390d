import { type CaseFile, type Id, type Party, type Proceeding, patchPart } from '../../case-file.ts';
import type { FactDraft } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { titleOver } from '../../path/standing.ts';

/** What every command of this channel says of itself: the court acts, its officer or liaison records. */
export const here = { target: 'proceeding', machine: 'enforcement', relation: 'custodian' } as const;
export const officer = ['enforcementJudge', 'courtLiaison'] as const;

/** How an enforcement ended; the matters' paths follow (channels/enforcement/reactions.ts). */
export type EnforcementEnd = 'completed' | 'terminated' | 'titleFell' | 'notEnforced' | 'refused' | 'withdrawn';

/** The enforcement has said what becomes of its matters; with the fact that the paths follow. */
export function ended(caseFile: CaseFile, proceeding: Proceeding, how: EnforcementEnd) {
  const matters = undecided(proceeding);
  const outcomes = { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, how])) };
  const facts: readonly FactDraft[] = [{ type: 'enforcementEnded', matters, values: { how } }];
  return { caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes }), facts };
}

/** The proceeding that left the title being enforced; null where there is none on file. */
export function titleOf(caseFile: CaseFile, enforcement: Proceeding): Proceeding | null {
  return enforcement.matters.map((matter) => titleOver(caseFile, matter)).find((one) => one !== null) ?? null;
}

/** Everybody against whom it may go: the other side of who asked; both sides while that is not known. */
export function debtorsOf(caseFile: CaseFile, enforcement: Proceeding, creditor: Id | null): readonly Party[] {
  return partiesOfMatters(caseFile, enforcement.matters).filter((party) => party.id !== creditor);
}
