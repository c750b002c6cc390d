import type { ArbitrationRules } from '../workflows/reference.ts';
import type { AuditDraft } from './audit.ts';

/** Rules of an arbitration institution as one administrator entered them, or the wish to switch known rules on or off. */
export interface RulesProposal {
  readonly id: string;
  /** The rules as they are to be from then on; `active` says whether arbitrations may be taken in by them. */
  readonly rules: ArbitrationRules;
  readonly state: 'open' | 'confirmed' | 'rejected' | 'withdrawn';
  readonly proposedBy: string;
  /** RFC 3339. */
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

export type RulesProposed = { readonly ok: true } | { readonly ok: false; readonly code: 'proposal-open-already' };

export type RulesDecided =
  | { readonly ok: true; readonly proposal: RulesProposal }
  | { readonly ok: false; readonly code: 'proposal-unknown' | 'proposal-closed' | 'two-needed' };

/**
 * Rules of institutions that were entered here, beside those of the reference data. One administrator proposes, another
 * confirms; every change is written together with its record in the audit store, or not at all. What was confirmed stays for
 * good: arbitrations that were taken in by it name it.
 */
export interface InstitutionRules {
  readonly propose: (
    proposal: Pick<RulesProposal, 'id' | 'rules' | 'proposedBy'>,
    audit: AuditDraft,
  ) => Promise<RulesProposed>;
  readonly decide: (
    id: string,
    as: 'confirmed' | 'rejected' | 'withdrawn',
    by: string,
    audit: (proposal: RulesProposal) => AuditDraft,
  ) => Promise<RulesDecided>;
  /** What waits, oldest first. */
  readonly open: () => Promise<readonly RulesProposal[]>;
  /** The last confirmed word on each set of rules; the same list until something is confirmed. */
  readonly confirmed: () => Promise<readonly ArbitrationRules[]>;
}
