import type { Accounts, Session, SessionLimits } from '../accounts.ts';
import { keyedHash, newToken } from '../keys.ts';
import { type AccountStoreContext, endSessionsOf, findAccount } from './account-rows.ts';
import { statement } from './connection.ts';

/** Sessions as rows: a session exists as long as its row does, on every server that shares the database. */
export function sessions(context: AccountStoreContext): Pick<
  Accounts,
  'openSession' | 'session' | 'endSession' | 'endSessionsOf'
> & {
  readonly sweepSessions: (limits: SessionLimits) => void;
} {
  const { db, keys, nowMs } = context;
  const end = (token: string) =>
    statement(db, 'DELETE FROM session WHERE token_hash = ?').run(keyedHash(keys.signIn, token));
  return {
    openSession: async ({ accountId, stage, secondFactor, replacing }) =>
      db.transaction(() => {
        if (replacing !== undefined) end(replacing);
        const token = newToken();
        statement(
          db,
          `INSERT INTO session (token_hash, account_id, stage, second_factor, created_at_ms, seen_at_ms)
           VALUES (?, ?, ?, ?, ?, ?)`,
        ).run(keyedHash(keys.signIn, token), accountId, stage, secondFactor ? 1 : 0, nowMs(), nowMs());
        return token;
      })(),
    session: async (token, limits, use = 'used') => findSession(context, token, limits, use),
    endSession: async (token) =>
      statement<[string], { accountId: string }>(
        db,
        'DELETE FROM session WHERE token_hash = ? RETURNING account_id AS accountId',
      ).get(keyedHash(keys.signIn, token))?.accountId ?? null,
    endSessionsOf: async (accountId) => endSessionsOf(db, accountId),
    sweepSessions: (limits) => {
      const { idleSinceMs, openedSinceMs } = bounds(nowMs(), limits);
      statement(db, 'DELETE FROM session WHERE seen_at_ms <= ? OR created_at_ms <= ?').run(idleSinceMs, openedSinceMs);
    },
  };
}

interface SessionRow {
  readonly accountId: string;
  readonly stage: Session['stage'];
  readonly secondFactor: number;
  readonly seenAtMs: number;
}

/** A row is only touched once a minute: reading a page must not cost a flush of the disk. */
const touchEveryMs = 60_000;

function findSession(
  { db, keys, nowMs }: AccountStoreContext,
  token: string,
  limits: SessionLimits,
  use: 'used' | 'unused',
): Session | undefined {
  const tokenHash = keyedHash(keys.signIn, token);
  const { idleSinceMs, openedSinceMs } = bounds(nowMs(), limits);
  const row = statement<[string, number, number], SessionRow>(
    db,
    `SELECT account_id AS accountId, stage, second_factor AS secondFactor, seen_at_ms AS seenAtMs
     FROM session WHERE token_hash = ? AND seen_at_ms > ? AND created_at_ms > ?`,
  ).get(tokenHash, idleSinceMs, openedSinceMs);
  const account = row && findAccount(db, row.accountId);
  if (!row || account?.status !== 'active') return undefined;
  if (use === 'used' && nowMs() - row.seenAtMs >= touchEveryMs) {
    statement(db, 'UPDATE session SET seen_at_ms = ? WHERE token_hash = ?').run(nowMs(), tokenHash);
  }
  return { account, stage: row.stage, secondFactor: row.secondFactor === 1 };
}

function bounds(
  nowMs: number,
  limits: SessionLimits,
): { readonly idleSinceMs: number; readonly openedSinceMs: number } {
  return { idleSinceMs: nowMs - limits.idleMinutes * 60_000, openedSinceMs: nowMs - limits.absoluteHours * 3_600_000 };
}
