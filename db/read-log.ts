/** Somebody saw content of a case. `what` is the kind of view (`case`, `timeline`, `item`), `thing` the id looked at. */
export interface CaseRead {
  readonly person: string;
  readonly caseId: string;
  readonly what: string;
  readonly thing: string | null;
  /** Why, where a reason is obligatory (a centre's head). */
  readonly reason: string | null;
  /** RFC 3339. */
  readonly readAt: string;
}

/** The log of reads for the auditor. Writing is batched and happens outside the reply. */
export interface ReadLog {
  readonly note: (read: CaseRead) => void;
  /** Writes what is waiting; resolves when it is on the disk. */
  readonly flush: () => Promise<void>;
  /** Reads of a case, oldest first. */
  readonly of: (caseId: string) => Promise<readonly CaseRead[]>;
}
