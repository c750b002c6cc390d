import type { Id } from '../../workflows/case-file.ts';
import type { LetterDraft } from '../../workflows/letters/letter.ts';
import type { CommitLetters, LetterOutcome, LetterRow, LetterState, Letters } from '../letters.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import type { GroupWriter } from './writer.ts';

/** The outbox of a SQLite database; it writes through the one writer, so that a lease meets no half commit. */
export function sqliteLetters(db: SqliteDatabase, writer: GroupWriter): Letters {
  return {
    queue: (drafts, now) =>
      writer.run(() => drafts.reduce((count, draft) => count + insert(db, draft, now.epochMilliseconds), 0)),
    lease: (request) => writer.run(() => lease(db, request)),
    settle: (row, outcome, now) => writer.run(() => settle(db, row, outcome, now)),
    ofCase: async (caseId) =>
      statement<[Id], StoredLetter>(db, `${selected} WHERE case_id = ? ORDER BY number`).all(caseId).map(read),
  };
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

const selected = `SELECT draft, state, round, attempts, queued_at_ms AS queuedAtMs, next_at_ms AS nextAtMs,
  settled_at_ms AS settledAtMs, note FROM letter`;

interface StoredLetter {
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

function lease(db: SqliteDatabase, { now, until, limit }: Parameters<Letters['lease']>[0]): readonly LetterRow[] {
  const nowMs = now.epochMilliseconds;
  const due = statement<[number, number, number], StoredLetter>(
    db,
    `${selected} WHERE state = 'queued' AND next_at_ms <= ? AND leased_until_ms <= ?
     ORDER BY next_at_ms, number LIMIT ?`,
  ).all(nowMs, nowMs, limit);
  return due.map((row) => {
    const letter = read({ ...row, attempts: row.attempts + 1 });
    statement(db, 'UPDATE letter SET attempts = ?, leased_until_ms = ? WHERE id = ?').run(
      letter.attempts,
      until.epochMilliseconds,
      letter.draft.id,
    );
    return letter;
  });
}

/** The round and the count of attempts are the fence: a sender whose lease ran out changes nothing any more. */
function settle(db: SqliteDatabase, row: LetterRow, outcome: LetterOutcome, now: Temporal.Instant): boolean {
  const fence = [row.draft.id, row.round, row.attempts] as const;
  const where = `WHERE id = ? AND round = ? AND attempts = ? AND state = 'queued'`;
  const { changes } =
    outcome.kind === 'again'
      ? statement(db, `UPDATE letter SET next_at_ms = ?, note = ?, leased_until_ms = 0 ${where}`).run(
          outcome.nextAt.epochMilliseconds,
          outcome.note,
          ...fence,
        )
      : statement(db, `UPDATE letter SET state = ?, settled_at_ms = ?, note = ?, leased_until_ms = 0 ${where}`).run(
          outcome.state,
          now.epochMilliseconds,
          outcome.note,
          ...fence,
        );
  return changes === 1;
}

function read({ draft, queuedAtMs, nextAtMs, settledAtMs, ...row }: StoredLetter): LetterRow {
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
