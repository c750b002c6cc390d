import type { Id } from '../workflows/case-file.ts';
import type { LetterDraft } from '../workflows/letters/letter.ts';

/**
 * What became of a letter. `queued` waits for its turn; `sent` a mail server took it; `filed` it was only written to a file;
 * `print` it goes by hand; `failed` no attempt got it through; `unaddressed` it is for a desk without a mailbox; `late` it
 * was of no use any more before its turn: its session was over, or its agent's authority had ended.
 */
export type LetterState = 'queued' | 'sent' | 'filed' | 'print' | 'failed' | 'unaddressed' | 'late';

/** A letter in the outbox: its draft, and how far it got. */
export interface LetterRow {
  readonly draft: LetterDraft;
  readonly state: LetterState;
  /** 1 for the first sending; one more each time somebody sends it again. */
  readonly round: number;
  /** Attempts of this round, the running one included. */
  readonly attempts: number;
  readonly queuedAt: Temporal.Instant;
  /** When it is due next; only of a queued letter. */
  readonly nextAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | null;
  /** What the last attempt came to: the answer of the mail server, or a code. Holds no address. */
  readonly note: string | null;
}

/** What an attempt came to. `again` keeps it queued until `nextAt`. */
export type LetterOutcome =
  | { readonly kind: 'settled'; readonly state: Exclude<LetterState, 'queued'>; readonly note: string | null }
  | { readonly kind: 'again'; readonly nextAt: Temporal.Instant; readonly note: string };

/** The letters a commit writes with everything else: all of it, or nothing. */
export interface CommitLetters {
  readonly drafts: readonly LetterDraft[];
  /** Ids of letters that go once more; unknown ones are left out. */
  readonly again: readonly Id[];
}

/** The outbox. Letters of a case come by its commits; the rest is for whoever sends them. */
export interface Letters {
  /** Adds letters that follow from the calendar, not from a commit. A known id is left as it is; returns how many are new. */
  readonly queue: (drafts: readonly LetterDraft[], now: Temporal.Instant) => Promise<number>;
  /**
   * Takes letters that are due and counts an attempt: nobody else gets them before `until`, when a sender that died is
   * taken for dead. Oldest first.
   */
  readonly lease: (request: {
    readonly now: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly limit: number;
  }) => Promise<readonly LetterRow[]>;
  /** Records what the leased attempt came to; false when somebody else has taken the letter meanwhile: nothing changed then. */
  readonly settle: (row: LetterRow, outcome: LetterOutcome, now: Temporal.Instant) => Promise<boolean>;
  /** Every letter of a case, oldest first. */
  readonly ofCase: (caseId: Id) => Promise<readonly LetterRow[]>;
}
