import type { Id, JsonObject } from '../workflows/case-file.ts';

/** A form that its writer means to finish later. What was typed may be about people: it is kept sealed, and not for long. */
export interface Draft {
  readonly id: Id;
  /** Whose it is; nobody else gets it. */
  readonly person: Id;
  /** RFC 3339 in Asia/Shanghai. */
  readonly savedAt: string;
  /** The form as it was sent. */
  readonly sent: JsonObject;
}

/** What is kept in this way, each apart from the others: cases to be opened, and words that were looked for. */
export type DraftShelf = 'opening' | 'search';

/** The drafts of one shelf, each known to its writer only. */
export interface Drafts {
  /** Keeps a draft, or puts it in the place of the one of the same person and id. */
  readonly save: (draft: Draft) => Promise<void>;
  /** Null when there is none of this person. */
  readonly find: (person: Id, id: Id) => Promise<Draft | null>;
  /** Latest first. */
  readonly ofPerson: (person: Id, limit: number) => Promise<readonly Draft[]>;
  /** Removes a draft for good; nothing happens when it is not there. */
  readonly remove: (person: Id, id: Id) => Promise<void>;
  /** Removes what was saved before (RFC 3339). Returns how many. */
  readonly sweep: (before: string) => Promise<number>;
}
