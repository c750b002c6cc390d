import type { CaseFile, Id } from '../../workflows/case-file.ts';
import { caseHead, loadCase } from './cases.ts';
import type { SqliteDatabase } from './connection.ts';

/** Case files that were read or written lately. */
export interface CaseCache {
  /** As `loadCase`, without reading again what has not changed since: the stored version says so, whoever wrote it. */
  readonly load: (caseId: Id) => CaseFile | null;
  /** Keeps a case file that was just committed. */
  readonly keep: (caseFile: CaseFile) => void;
}

/**
 * Remembers at most `limit` case files; the one that was asked for longest ago goes first. Case files are never changed in
 * place, so every reader can have the same one.
 */
export function caseCache(db: SqliteDatabase, limit = 128): CaseCache {
  const known = new Map<Id, CaseFile>();
  const keep = (caseFile: CaseFile) => {
    // A map keeps the order of insertion: out and in again makes it the youngest.
    known.delete(caseFile.id);
    known.set(caseFile.id, caseFile);
    if (known.size <= limit) return;
    for (const eldest of known.keys()) {
      known.delete(eldest);
      return;
    }
  };
  return {
    load: (caseId) => {
      const cached = known.get(caseId);
      const isCurrent = cached !== undefined && caseHead(db, caseId)?.version === cached.version;
      const caseFile = isCurrent ? cached : loadCase(db, caseId);
      if (caseFile !== null) keep(caseFile);
      return caseFile;
    },
    keep,
  };
}
