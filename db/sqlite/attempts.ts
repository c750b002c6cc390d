import type { Accounts, AttemptSource } from '../accounts.ts';
import { keyedHash } from '../keys.ts';
import type { AccountStoreContext } from './account-rows.ts';
import { statement } from './connection.ts';

/**
 * Counts failed attempts in the database, so that a restart forgives nothing. An attempt is counted as failed before it
 * is checked and forgiven when it succeeds: a hundred guesses sent at once count as a hundred.
 */
export function attempts(
  context: AccountStoreContext,
): Pick<Accounts, 'beginAttempt' | 'attemptSucceeded'> & { readonly sweepAttempts: () => void } {
  const { db, nowMs } = context;
  return {
    beginAttempt: async (sources) => db.transaction(() => begin(context, sources)).immediate(),
    // Immediate, like all that read before they write: who holds a look cannot wait for the thread that writes, and fails.
    attemptSucceeded: async (sources, stage) =>
      db
        .transaction(() => {
          for (const source of sources) forgive(context, source, source.kind === 'login' && stage === 'signedIn');
        })
        .immediate(),
    sweepAttempts: () => {
      statement(db, 'DELETE FROM login_attempt WHERE last_failure_at_ms <= ?').run(nowMs() - forgottenAfterMs);
    },
  };
}

/** Failures are forgotten a day after the last of them. */
const forgottenAfterMs = 24 * 3_600_000;

interface AttemptRow {
  readonly failures: number;
  readonly lastFailureAtMs: number;
  readonly lockedUntilMs: number;
}

function begin(context: AccountStoreContext, sources: readonly AttemptSource[]): number {
  const nowMs = context.nowMs();
  const rows = sources.map((source) => ({ source, row: current(context, source) }));
  const waitMs = Math.max(...rows.map(({ row }) => row.lockedUntilMs - nowMs));
  // What is locked is not counted on: waiting patiently must end.
  if (waitMs > 0) return Math.ceil(waitMs / 1000);
  for (const { source, row } of rows) {
    const failures = row.failures + 1;
    write(context, source, { failures, lastFailureAtMs: nowMs, lockedUntilMs: nowMs + lockMs(source, failures) });
  }
  return 0;
}

function forgive(context: AccountStoreContext, source: AttemptSource, everything: boolean): void {
  const row = current(context, source);
  const failures = everything ? 0 : Math.max(0, row.failures - 1);
  write(context, source, { ...row, failures, lockedUntilMs: 0 });
}

/** No lock for the free failures, then one minute, two, four … up to the longest. */
function lockMs(source: AttemptSource, failures: number): number {
  const beyond = failures - source.freeFailures;
  return beyond < 0 ? 0 : Math.min(2 ** beyond, source.longestLockMinutes) * 60_000;
}

function current({ db, keys, nowMs }: AccountStoreContext, source: AttemptSource): AttemptRow {
  const row = statement<[string], AttemptRow>(
    db,
    `SELECT failures, last_failure_at_ms AS lastFailureAtMs, locked_until_ms AS lockedUntilMs
     FROM login_attempt WHERE source_hash = ?`,
  ).get(hashOf(keys.signIn, source));
  const forgotten = !row || row.lastFailureAtMs <= nowMs() - forgottenAfterMs;
  return forgotten ? { failures: 0, lastFailureAtMs: 0, lockedUntilMs: 0 } : row;
}

function write({ db, keys }: AccountStoreContext, source: AttemptSource, row: AttemptRow): void {
  statement(
    db,
    `INSERT OR REPLACE INTO login_attempt (source_hash, failures, last_failure_at_ms, locked_until_ms) VALUES (?, ?, ?, ?)`,
  ).run(hashOf(keys.signIn, source), row.failures, row.lastFailureAtMs, row.lockedUntilMs);
}

function hashOf(key: Buffer, source: AttemptSource): string {
  return keyedHash(key, `${source.kind}\0${source.value}`);
}
