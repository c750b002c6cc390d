import type { Page } from './store.ts';

/** What the audit store keeps. Each is a stable code; people see the labels of the audit page. */
export const auditKinds = [
  'signedIn',
  'signInFailed',
  'signInLocked',
  'secondFactorFailed',
  'signedOut',
  'linkUsed',
  'caseRead',
  'fileDownloaded',
  'caseReasonGiven',
  'fieldRevealed',
  'accessRefused',
  'auditExported',
  'accountInvited',
  'workEmailSet',
  'linkIssued',
  'accountSuspended',
  'accountResumed',
  'sessionsRevoked',
  'rolesProposed',
  'rolesGranted',
  'newSignInProposed',
  'newSignInGranted',
  'proposalRejected',
  'proposalWithdrawn',
  'arbitrationRulesProposed',
  'arbitrationRulesDecided',
  'standInNamed',
  'standInEnded',
  'reassignmentStarted',
  'reassignmentFinished',
  'registerExported',
  'listReconciled',
  'partyAccountOpened',
  'partyAccountClosed',
  'partySignedIn',
  'partySignInFailed',
  'partySignInLocked',
  'partyCaseAdded',
  'partyCaseRemoved',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** One thing that happened. Ids and codes only: never a name, a login, an address or a word of a case. */
export interface AuditDraft {
  readonly kind: AuditKind;
  /** RFC 3339 in Asia/Shanghai, to the second. */
  readonly at: string;
  /** The account that did it; null when nobody was signed in. */
  readonly person: string | null;
  /** The account it was done to. */
  readonly account?: string | null;
  readonly caseId?: string | null;
  /** The part, item, field, proposal or job concerned: an id or a code. */
  readonly thing?: string | null;
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
  /** In somebody's own words, where a reason is obligatory. Kept beside the chain, bound to it by a salted digest. */
  readonly reason?: string;
}

/** A record as it is read: what happened, and its place in the chain. */
export interface AuditRecord {
  readonly seq: number;
  readonly kind: AuditKind;
  readonly at: string;
  readonly person: string | null;
  readonly account: string | null;
  readonly caseId: string | null;
  readonly thing: string | null;
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
  readonly reason: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** Null: any. `from` and `to` are days in Asia/Shanghai, both included. */
export interface AuditFilter {
  readonly kind: AuditKind | null;
  readonly person: string | null;
  readonly account: string | null;
  readonly caseId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const everyAuditRecord: AuditFilter = {
  kind: null,
  person: null,
  account: null,
  caseId: null,
  from: null,
  to: null,
};

/** The audit store: records are added and read, and never anything else. */
export interface Audit {
  /** Adds a record; on the disk when it resolves. */
  readonly record: (draft: AuditDraft) => Promise<void>;
  /** Adds a record within a second, outside the reply; what a moment repeats is kept once, with a count. */
  readonly note: (draft: AuditDraft) => void;
  /** Writes what is waiting. */
  readonly flush: () => Promise<void>;
  /** Newest first. `after` is `next` of the page before. Rejects with `CursorInvalid`. */
  readonly page: (filter: AuditFilter, after: string | null, limit: number) => Promise<Page<AuditRecord>>;
  /** Oldest first, from after `seq`; for exports, piece by piece. */
  readonly following: (filter: AuditFilter, seq: number, limit: number) => Promise<readonly AuditRecord[]>;
  /** The reason under which a person may open a case on that day: the number of its record; null when none was given. */
  readonly reasonOf: (person: string, caseId: string, day: string) => Promise<number | null>;
}
