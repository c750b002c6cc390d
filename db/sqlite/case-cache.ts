import type { CaseFile, Id } from '../../workflows/case-file.ts';
import { loadCase } from './cases.ts';
import { dataVersion, type SqliteDatabase, statement } from './connection.ts';

/** Case files that were read or written lately. */
export interface CaseCache {
  /** As `loadCase`, without reading again what has not changed since: the database says so, whoever wrote it. */
  readonly load: (caseId: Id) => CaseFile | null;
  /** The case file and the party that a query code opens, by the code's hash. */
  readonly loadByQueryCode: (hash: string) => OpenedByCode | null;
  /** Keeps a case file that was just committed. */
  readonly keep: (caseFile: CaseFile) => void;
}

interface OpenedByCode {
  readonly caseFile: CaseFile;
  readonly party: Id;
}

/** Whom a code stands for, and the version of the case in which it did. */
interface FoundCode {
  readonly caseId: Id;
  readonly party: Id;
  readonly version: number;
}

/** A file, and the state of the database in which it was last found to be current; null: not looked up yet. */
interface Remembered {
  readonly caseFile: CaseFile;
  readonly currentAt: number | null;
}

/**
 * Remembers at most `limit` case files, and a query code for each; the one that was asked for longest ago goes first. Case
 * files are never changed in place, so every reader can have the same one.
 */
export function caseCache(db: SqliteDatabase, limit = 128): CaseCache {
  const files = latest<Remembered>(limit);
  // A code is replaced by a commit to its case: what it opened in one version it opens as long as that version stands.
  const codes = latest<FoundCode>(limit);
  const unchanged = (caseId: Id): CaseFile | null => {
    const known = files.get(caseId);
    return known?.currentAt === dataVersion(db) ? known.caseFile : null;
  };
  // `currentAt` is asked for before `version`: what was committed in between must be noticed later.
  const atVersion = (caseId: Id, version: number, currentAt: number): CaseFile | null => {
    const known = files.get(caseId)?.caseFile;
    const caseFile = known?.version === version ? known : loadCase(db, caseId);
    if (caseFile !== null) files.set(caseId, { caseFile, currentAt });
    return caseFile;
  };
  const byCode = (hash: string): OpenedByCode | null => {
    const currentAt = dataVersion(db);
    const found = findCode(db, hash);
    const caseFile = found === undefined ? null : atVersion(found.caseId, found.version, currentAt);
    if (found === undefined || caseFile === null) return null;
    // Changed between the two looks: the code may have been replaced with it, and a replaced code opens nothing.
    if (caseFile.version !== found.version) return byCode(hash);
    codes.set(hash, found);
    return { caseFile, party: found.party };
  };
  return {
    load: (caseId) => {
      const known = unchanged(caseId);
      if (known !== null) return known;
      const currentAt = dataVersion(db);
      const version = versionOf(db, caseId);
      return version === undefined ? null : atVersion(caseId, version, currentAt);
    },
    loadByQueryCode: (hash) => {
      const known = codes.get(hash);
      const same = known === undefined ? null : unchanged(known.caseId);
      if (known !== undefined && same?.version === known.version) return { caseFile: same, party: known.party };
      return byCode(hash);
    },
    keep: (caseFile) => files.set(caseFile.id, { caseFile, currentAt: null }),
  };
}

function versionOf(db: SqliteDatabase, caseId: Id): number | undefined {
  return statement<[Id], { version: number }>(db, 'SELECT version FROM case_header WHERE case_id = ?').get(caseId)
    ?.version;
}

/** Code and version in one look: the file is then read again only when it has changed. */
function findCode(db: SqliteDatabase, hash: string): FoundCode | undefined {
  return statement<[string], FoundCode>(
    db,
    'SELECT case_id AS caseId, party, version FROM query_code JOIN case_header USING (case_id) WHERE hash = ?',
  ).get(hash);
}

/** The values that were asked for or set last, at most `limit`. */
function latest<Value>(limit: number) {
  const values = new Map<string, Value>();
  const set = (key: string, value: Value) => {
    // A map keeps the order of insertion: out and in again makes it the youngest.
    values.delete(key);
    values.set(key, value);
    if (values.size <= limit) return;
    for (const eldest of values.keys()) {
      values.delete(eldest);
      return;
    }
  };
  return {
    get: (key: string): Value | undefined => {
      const value = values.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
  };
}
