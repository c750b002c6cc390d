import type { Id } from '../../workflows/case-file.ts';
import type { LetterDraft } from '../../workflows/letters/letter.ts';
import type { KeyRing } from '../keys.ts';
import type { CommitLetters, LetterRow, LetterState, Letters } from '../letters.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import type { Writer } from './writer.ts';

/** The outbox of a SQLite database; it writes through the one writer, so that a lease meets no half commit. */
export function sqliteLetters(db: SqliteDatabase, writer: Writer): Letters {
  return {
    queue: (drafts, now) => writer.run('queueLetters', { drafts, nowMs: now.epochMilliseconds }),
    lease: async ({ now, until, limit }) => {
      const times = { nowMs: now.epochMilliseconds, untilMs: until.epochMilliseconds };
      return (await writer.run('leaseLetters', { ...times, limit })).map(read);
    },
    settle: ({ draft, round, attempts }, outcome, now) =>
      writer.run('settleLetter', {
        fence: [draft.id, round, attempts],
        nowMs: now.epochMilliseconds,
        nextAtMs: outcome.kind === 'again' ? outcome.nextAt.epochMilliseconds : null,
        state: outcome.kind === 'again' ? 'queued' : outcome.state,
        note: outcome.note,
      }),
    ofCase: async (caseId) =>
      statement<[Id], StoredLetter>(db, `${selected} WHERE case_id = ? ORDER BY number`).all(caseId).map(read),
  };
}

/** Adds letters of the calendar inside the caller's transaction; returns how many are new. */
export function queueLetters(
  db: SqliteDatabase,
  _keys: KeyRing,
  { drafts, nowMs }: { readonly drafts: readonly LetterDraft[]; readonly nowMs: number },
): number {
  return drafts.reduce((count, draft) => count + insert(db, draft, nowMs), 0);
}

/** Takes due letters inside the caller's transaction. */
export function leaseLetters(
  db: SqliteDatabase,
  _keys: KeyRing,
  { nowMs, untilMs, limit }: { readonly nowMs: number; readonly untilMs: number; readonly limit: number },
): readonly StoredLetter[] {
  const due = statement<[number, number, number], StoredLetter>(
    db,
    `${selected} WHERE state = 'queued' AND next_at_ms <= ? AND leased_until_ms <= ?
     ORDER BY next_at_ms, number LIMIT ?`,
  ).all(nowMs, nowMs, limit);
  return due.map((row) => {
    const attempts = row.attempts + 1;
    statement(db, 'UPDATE letter SET attempts = ?, leased_until_ms = ? WHERE id = ?').run(attempts, untilMs, row.id);
    return { ...row, attempts };
  });
}

/** What an attempt came to. The round and the count of attempts are the fence: whose lease ran out changes nothing any more. */
interface Settling {
  readonly fence: readonly [id: Id, round: number, attempts: number];
  readonly nowMs: number;
  /** Null: the letter is done with. */
  readonly nextAtMs: number | null;
  readonly state: LetterState;
  readonly note: string | null;
}

/** Records what an attempt came to inside the caller's transaction; false when somebody else has the letter. */
export function settleLetter(
  db: SqliteDatabase,
  _keys: KeyRing,
  { fence, nowMs, nextAtMs, state, note }: Settling,
): boolean {
  const { changes } = statement(
    db,
    `UPDATE letter SET state = ?, next_at_ms = coalesce(?, next_at_ms), settled_at_ms = ?, note = ?, leased_until_ms = 0
     WHERE id = ? AND round = ? AND attempts = ? AND state = 'queued'`,
  ).run(state, nextAtMs, nextAtMs === null ? nowMs : null, note, ...fence);
  return changes === 1;
}

/** Writes the letters of a commit inside its savepoint. */
export function writeLetters(db: SqliteDatabase, { drafts, again }: CommitLetters, now: Temporal.Instant): void {
  for (const draft of drafts) insert(db, draft, now.epochMilliseconds);
  for (const id of again) {
    statement(
      db,
      `UPDATE letter SET state = 'queued', round = round + 1, attempts = 0, next_at_ms = ?, leased_until_ms = 0,
       settled_at_ms = NULL, note = NULL WHERE id = ?`,
    ).run(now.epochMilliseconds, id);
  }
}

const selected = `SELECT id, draft, state, round, attempts, queued_at_ms AS queuedAtMs, next_at_ms AS nextAtMs,
  settled_at_ms AS settledAtMs, note FROM letter`;

interface StoredLetter {
  readonly id: Id;
  readonly draft: string;
  readonly state: LetterState;
  readonly round: number;
  readonly attempts: number;
  readonly queuedAtMs: number;
  readonly nextAtMs: number;
  readonly settledAtMs: number | null;
  readonly note: string | null;
}

function insert(db: SqliteDatabase, draft: LetterDraft, nowMs: number): number {
  return statement(
    db,
    `INSERT INTO letter (id, case_id, draft, state, round, attempts, queued_at_ms, next_at_ms, leased_until_ms)
     VALUES (?, ?, ?, 'queued', 1, 0, ?, ?, 0) ON CONFLICT (id) DO NOTHING`,
  ).run(draft.id, draft.caseId, JSON.stringify(draft), nowMs, nowMs).changes;
}

function read({ id: _inDraft, draft, queuedAtMs, nextAtMs, settledAtMs, ...row }: StoredLetter): LetterRow {
  const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
  return {
    // The text was written from a LetterDraft by `insert`.
    draft: JSON.parse(draft) as LetterDraft,
    ...row,
    queuedAt: instant(queuedAtMs),
    nextAt: instant(nextAtMs),
    settledAt: settledAtMs === null ? null : instant(settledAtMs),
  };
}
