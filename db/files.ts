import type { Readable } from 'node:stream';

/** A stored file. `hash` names its algorithm (`sha-256:…`) and is its address; `createdAt` is an RFC 3339 instant. */
export interface StoredFile {
  readonly hash: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly createdAt: string;
}

/** Bytes on the disk that no commit refers to yet: pass it to the store's commit, which records it. */
export type SavedBytes = Omit<StoredFile, 'createdAt'>;

/** What became of an upload. A refused upload leaves nothing behind. */
export type SaveResult =
  | { readonly ok: true; readonly file: SavedBytes }
  | { readonly ok: false; readonly code: 'file-too-large'; readonly limitBytes: number }
  | { readonly ok: false; readonly code: 'file-empty' };

/** Content-addressed files. Bytes are written and flushed before the commit that refers to them, never after. */
export interface Files {
  /**
   * Writes a stream of at most `limitBytes` bytes and returns its address. The same content is kept once.
   * Throws {@link StorageFull} when the disk is full.
   */
  readonly save: (
    content: Readable,
    about: { readonly mediaType: string; readonly limitBytes: number },
  ) => Promise<SaveResult>;
  /** What is recorded about a file that a commit refers to; undefined for others. */
  readonly find: (hash: string) => Promise<StoredFile | undefined>;
  /** The bytes of a recorded file; undefined for others. */
  readonly read: (hash: string) => Promise<Readable | undefined>;
  /** Deletes bytes that no commit ever recorded and that have lain for `olderThanMinutes`. Returns how many files went. */
  readonly sweepUnrecorded: (olderThanMinutes: number) => Promise<number>;
}

/** The disk, the quota or the database is full. Nothing was written; the caller may try again when there is room. */
export class StorageFull extends Error {
  readonly code = 'storage-full';

  constructor(cause?: unknown) {
    super('存储空间不足，未写入任何内容。 No room to store this; nothing was written.', { cause });
    this.name = 'StorageFull';
  }
}

/** Whether an error of the file system, of SQLite or of this store says that there is no room left. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return fullCodes.has(String(error.code));
}

const fullCodes = new Set(['storage-full', 'ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
