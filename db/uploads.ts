/** A file that somebody uploaded and no commit refers to yet. */
export interface Upload {
  readonly person: string;
  /** Bare digest in hex, as items keep it. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/**
 * Who uploaded what. Only the person who brought a file's bytes may put it on a case's file: whoever merely knows the
 * hash of a paper (from a manifest) must not get at the paper.
 */
export interface Uploads {
  readonly add: (upload: Upload) => Promise<void>;
  readonly find: (person: string, sha256: string) => Promise<Upload | undefined>;
  /** Forgets uploads older than this; the bytes are the file store's to sweep. */
  readonly sweep: (olderThanMinutes: number) => Promise<void>;
}
