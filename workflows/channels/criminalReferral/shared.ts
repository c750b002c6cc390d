import { type CaseFile, type Handoff, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import type { FactDraft } from '../../command.ts';

/** What every command of this channel says of itself: police, procuratorate and court act, we record. */
export const here = { target: 'proceeding', machine: 'criminalReferral', relation: 'custodian' } as const;
export const liaison = ['criminalLiaison', 'courtLiaison'] as const;

/** The handoff by which the case came to the police; null when it was opened otherwise. */
export function transferOf(caseFile: CaseFile, referral: Proceeding): Handoff | null {
  return caseFile.handoffs[referral.openedByHandoff ?? ''] ?? null;
}

/** The proceeding of the authority (or court) that transferred the case. */
export function originOf(caseFile: CaseFile, referral: Proceeding): Proceeding | null {
  return caseFile.proceedings[transferOf(caseFile, referral)?.fromProceeding ?? ''] ?? null;
}

/** The enforcement case that waits for the police; null when none does. */
export function waitingCaseOf(caseFile: CaseFile, referral: Proceeding): Proceeding | null {
  const origin = originOf(caseFile, referral);
  return origin?.channel === 'trademarkEnforcement' && String(origin.slot.value) === 'withPolice' ? origin : null;
}

/** A fact on this proceeding and on the one it came from: each side's clocks start from its own. */
export function onBothSides(caseFile: CaseFile, referral: Proceeding, draft: FactDraft): readonly FactDraft[] {
  const origin = originOf(caseFile, referral);
  return origin === null ? [draft] : [draft, { ...draft, proceeding: origin.id }];
}

/** A fact on the proceedings at the police that came from an authority's. */
export function atThePolice(caseFile: CaseFile, origin: Proceeding, draft: FactDraft): readonly FactDraft[] {
  return Object.values(caseFile.proceedings)
    .filter((one) => one.channel === 'criminalReferral' && originOf(caseFile, one)?.id === origin.id)
    .map(({ id }) => ({ ...draft, proceeding: id }));
}

/** The case is over for police and prosecution; limitation of the civil claim runs anew from that day (LIM 13). */
export function ended(
  caseFile: CaseFile,
  referral: Proceeding,
  how: string,
): { readonly caseFile: CaseFile; readonly facts: readonly FactDraft[] } {
  return {
    caseFile: patchPart(caseFile, 'proceedings', referral.id, {
      outcomes: Object.fromEntries(referral.matters.map((id: Id) => [id, how])),
    }),
    facts: [{ type: 'criminalReferralEnded', values: { how } }],
  };
}
