import type { Id } from '../workflows/case-file.ts';

/** A paper that was printed from a case and comes back signed. Names nobody. */
export interface Paper {
  readonly caseId: Id;
  readonly proceeding: Id;
  /** Its kind, as items name it. */
  readonly document: string;
  /** The letter or handoff that it is; null for a paper of which there is one. */
  readonly thing: Id | null;
}

/** A photo that somebody sent and that lies in no case yet. */
export interface UnfiledPhoto {
  readonly person: Id;
  /** Bare digest in hex, as items keep it. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** What its sender's device called it. */
  readonly name: string;
  readonly arrivedAtMs: number;
}

/** What is remembered of printed papers and of photos on their way into a case. Marks come as keyed hashes. */
export interface Papers {
  /** Which generation of marks a proceeding prints now; each revocation begins another. */
  readonly generation: (proceeding: Pick<Paper, 'caseId' | 'proceeding'>) => Promise<number>;
  readonly keep: (mark: string, paper: Paper, generation: number) => Promise<void>;
  /** The paper of a mark; null for one that is unknown or revoked. */
  readonly find: (mark: string) => Promise<Paper | null>;
  /** Revokes every mark of a proceeding. */
  readonly revoke: (proceeding: Pick<Paper, 'caseId' | 'proceeding'>) => Promise<void>;
  /** Keeps a photo for its sender; one that is there stays. */
  readonly keepPhoto: (photo: UnfiledPhoto) => Promise<void>;
  /** The photos of a person, latest first. */
  readonly photos: (person: Id) => Promise<readonly UnfiledPhoto[]>;
  readonly dropPhoto: (person: Id, sha256: string) => Promise<void>;
  readonly sweepPhotos: (beforeMs: number) => Promise<void>;
}
