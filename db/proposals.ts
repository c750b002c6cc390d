import type { AccountRole } from './accounts.ts';
import type { AuditDraft } from './audit.ts';

/** `roles`: the complete set an account is to have. `newSignIn`: password and second factor of somebody with roles anew. */
export type ProposalKind = 'roles' | 'newSignIn';

/** What takes two administrators: one proposes, another confirms, and neither for himself. */
export interface Proposal {
  readonly id: string;
  readonly accountId: string;
  readonly kind: ProposalKind;
  /** Empty for a new sign-in. */
  readonly roles: readonly AccountRole[];
  readonly state: 'open' | 'confirmed' | 'rejected' | 'withdrawn';
  readonly proposedBy: string;
  /** RFC 3339. */
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

export type ProposalMade = { readonly ok: true } | { readonly ok: false; readonly code: 'proposal-open-already' };

export type ProposalDecided =
  | { readonly ok: true; readonly proposal: Proposal }
  | { readonly ok: false; readonly code: 'proposal-unknown' | 'proposal-closed' | 'two-needed' | 'self-grant' };

/** Proposals. Every change is written together with its record in the audit store, or not at all. */
export interface Proposals {
  readonly make: (
    proposal: Pick<Proposal, 'id' | 'accountId' | 'kind' | 'roles' | 'proposedBy'>,
    audit: AuditDraft,
  ) => Promise<ProposalMade>;
  /**
   * Confirms and carries out: the roles are the account's from then on, or its sign-in is void (password, second factor,
   * sessions and links gone) until it is set up anew. Rejecting and withdrawing change nothing else.
   */
  readonly decide: (
    id: string,
    as: 'confirmed' | 'rejected' | 'withdrawn',
    by: string,
    audit: (proposal: Proposal) => AuditDraft,
  ) => Promise<ProposalDecided>;
  readonly find: (id: string) => Promise<Proposal | undefined>;
  /** Open ones oldest first, or the latest that were decided. */
  readonly list: (state: 'open' | 'decided', limit: number) => Promise<readonly Proposal[]>;
  readonly ofAccount: (accountId: string) => Promise<readonly Proposal[]>;
}
