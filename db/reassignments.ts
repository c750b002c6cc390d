/** One proceeding of a leaving person and who gets it: one command. */
export interface ReassignmentRow {
  readonly number: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly proceeding: string;
  readonly officer: string;
  readonly deputies: readonly string[];
  readonly state: 'waiting' | 'done' | 'refused';
  /** Why it was refused; null otherwise. */
  readonly code: string | null;
}

/** Proceedings given to others in one go: those of a person who leaves, or those that were ticked in a list. */
export interface Reassignment {
  readonly id: string;
  readonly organisationId: string;
  /** Who leaves; of what was ticked in a list, who gets it. */
  readonly person: string;
  readonly startedBy: string;
  /** The day from which the others are in charge; kept, so that giving a command again says the same. */
  readonly from: string;
  /** When the job was started, in milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly reason: string | null;
  readonly rows: readonly ReassignmentRow[];
}

/** A job in a list, with how far it is. */
export type ReassignmentSummary = Omit<Reassignment, 'rows'> & {
  readonly waiting: number;
  readonly done: number;
  readonly refused: number;
};

/** Jobs of re-assigning. A job is over when no row waits; a row that was refused may be put back to waiting. */
export interface Reassignments {
  readonly start: (
    job: Omit<Reassignment, 'rows'>,
    rows: readonly Omit<ReassignmentRow, 'number' | 'state' | 'code'>[],
  ) => Promise<void>;
  readonly find: (id: string) => Promise<Reassignment | undefined>;
  readonly settle: (id: string, number: number, state: 'done' | 'refused', code: string | null) => Promise<void>;
  /** Lets refused rows be tried again. */
  readonly retry: (id: string) => Promise<void>;
  /** Latest first. */
  readonly list: (organisationId: string, limit: number) => Promise<readonly ReassignmentSummary[]>;
  /** Ids of jobs with rows that wait, oldest first. */
  readonly unfinished: () => Promise<readonly string[]>;
}
