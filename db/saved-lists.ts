import type { Id } from '../workflows/case-file.ts';

/** A list that a person comes back to: a name, and what its address asks for. Holds nothing of a case. */
export interface SavedList {
  readonly name: string;
  /** The query of the list's address, without its page. */
  readonly query: string;
}

/** What each person keeps for herself; nobody sees another's. */
export interface SavedLists {
  /** By name. */
  readonly of: (person: Id) => Promise<readonly SavedList[]>;
  /** A name that is used already then stands for the new list. False when the person has {@link savedListLimit} others. */
  readonly save: (person: Id, list: SavedList) => Promise<boolean>;
  readonly forget: (person: Id, name: string) => Promise<void>;
}

/** How many a person keeps at most: more are no help. */
export const savedListLimit = 20;
