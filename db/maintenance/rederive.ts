import type { CaseFile, Id, OccurredOn } from '../../workflows/case-file.ts';
import type { Clock, Derived } from '../../workflows/derived.ts';
import { allCaseIds, loadCase } from '../sqlite/cases.ts';
import { applyDerived, derivedChanges, judgeDerived } from '../sqlite/cases-derived.ts';
import { type SqliteDatabase, statement } from '../sqlite/connection.ts';
import { lastRecordedAt } from '../sqlite/journal.ts';
import { forgetStrayWords, outdatedWords, speakNames, writeWords } from '../sqlite/search.ts';
import { withDatabase } from './existing.ts';

/** A due date that is another one now; its custodian must be told. Null: time stood or stands still. */
export interface MovedClock {
  readonly caseId: Id;
  readonly code: string;
  readonly clock: string;
  readonly organisation: Id;
  readonly from: OccurredOn | null;
  readonly to: OccurredOn | null;
}

export interface RederiveResult {
  readonly cases: number;
  /** Every case that is sound. */
  readonly sound: readonly Id[];
  readonly mended: readonly Id[];
  readonly moved: readonly MovedClock[];
  /** Left as they are: a fault is to be looked into first (`npm run db:check`). */
  readonly corrupt: readonly Id[];
}

/**
 * Computes stale derived rows anew, case by case, beside a running server. Truth and journal stay untouched.
 * Throws `MaintenanceRefused` when there is no database.
 */
export function rederive(dataFolder: string, derive: (caseFile: CaseFile) => Derived): Promise<RederiveResult> {
  return withDatabase(dataFolder, (db) => {
    const sound: Id[] = [];
    const mended: Id[] = [];
    const corrupt: Id[] = [];
    const moved: MovedClock[] = [];
    let cases = 0;
    for (const caseId of allCaseIds(db)) {
      cases += 1;
      const outcome = db.transaction(() => mend(db, caseId, derive)).immediate();
      if (outcome === 'corrupt') corrupt.push(caseId);
      else sound.push(caseId);
      if (outcome !== 'corrupt' && outcome !== 'fresh') {
        mended.push(caseId);
        moved.push(...outcome);
      }
    }
    db.transaction(() => forgetStrayWords(db)).immediate();
    return { cases, sound, mended, moved, corrupt };
  });
}

/** A result for people to read, a line each. */
export function rederiveLines({ cases, mended, moved, corrupt }: RederiveResult): readonly string[] {
  return [
    `已核对 ${cases} 个案件，更新 ${mended.length} 个。 Looked at ${cases} cases, computed ${mended.length} anew.`,
    ...moved.map(({ code, clock, from, to }) => {
      const [before, now] = [from ?? '—', to ?? '—'];
      return `${code} ${clock}: 到期日由 ${before} 变为 ${now}。 The due date moved from ${before} to ${now}.`;
    }),
    ...corrupt.map(
      (id) => `✗ ${id}: 数据损坏，未改动，请运行 npm run db:check。 Corrupt and left alone; run npm run db:check.`,
    ),
  ];
}

function mend(
  db: SqliteDatabase,
  caseId: Id,
  derive: (caseFile: CaseFile) => Derived,
): readonly MovedClock[] | 'fresh' | 'corrupt' {
  const caseFile = loadCase(db, caseId);
  if (caseFile === null) return 'fresh';
  const derived = derive(caseFile);
  const changes = derivedChanges(db, caseFile, derived, lastRecordedAt(db, caseId));
  const state = judgeDerived(db, caseFile, derived, changes);
  if (state === 'corrupt') return state;
  const before = storedClocks(db, caseId);
  applyDerived(db, caseId, changes);
  // The search index is evidence of nothing: whatever it says is made again from the rows and names that are there.
  speakNames(db, caseId);
  const words = outdatedWords(db, caseId);
  writeWords(db, words);
  if (state === 'fresh' && words.length === 0) return state;
  return derived.clocks.flatMap((clock) => {
    const known = before.get(clock.id);
    if (known === undefined || known.due === clock.due) return [];
    const { organisation, due } = clock;
    return [{ caseId, code: derived.code, clock: clock.id, organisation, from: known.due, to: due }];
  });
}

function storedClocks(db: SqliteDatabase, caseId: Id): ReadonlyMap<string, Clock> {
  const rows = statement<[Id], { clock: string }>(db, 'SELECT clock FROM clock WHERE case_id = ?').all(caseId);
  // The text was written from a Clock by `cases-derived.ts`.
  const clocks = rows.map(({ clock }) => JSON.parse(clock) as Clock);
  return new Map(clocks.map((clock) => [clock.id, clock]));
}
