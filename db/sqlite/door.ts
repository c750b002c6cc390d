import {
  codesKeptMs,
  type Door,
  type DoorLimits,
  type HeldCode,
  type OneTimeCode,
  type Rating,
  sumOf,
  type TriedCode,
} from '../door.ts';
import type { KeyRing } from '../keys.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import type { Writer } from './writer.ts';

/** A use is noted once a minute: every page of a party would otherwise write. */
const notedEveryMs = 60_000;

/** The parties' door of a SQLite database, written through the one writer. */
export function sqliteDoor(db: SqliteDatabase, writer: Writer): Door {
  return {
    open: (session, nowMs, account) => writer.run('doorOpen', { session, nowMs, account: account ?? null }),
    held: async (session, limits) => {
      const found = statement<[string], { openedAtMs: number; seenAtMs: number; account: string | null }>(
        db,
        'SELECT opened_at_ms AS openedAtMs, seen_at_ms AS seenAtMs, account FROM door_session WHERE session = ?',
      ).get(session);
      const { nowMs, idleMs, absoluteMs } = limits;
      if (found === undefined || nowMs - found.seenAtMs >= idleMs || nowMs - found.openedAtMs >= absoluteMs)
        return null;
      if (nowMs - found.seenAtMs >= notedEveryMs) await writer.run('doorSeen', { session, nowMs });
      const codes = statement<[string], HeldCode>(
        db,
        `SELECT query_code AS queryCode, checked_until_ms AS checkedUntilMs FROM door_held
         WHERE session = ? ORDER BY place`,
      ).all(session);
      return { codes, account: found.account };
    },
    add: (session, queryCode) => writer.run('doorAdd', { session, queryCode }),
    end: (session) => writer.run('doorEnd', { session }),
    keepCode: (code) => writer.run('doorKeepCode', code),
    tryCode: (attempt) => writer.run('doorTryCode', attempt),
    rate: (rating) => writer.run('doorRate', rating),
    hasRated: async (rater) => statement(db, 'SELECT 1 FROM door_rating WHERE rater = ?').get(rater) !== undefined,
    ratings: async (organisation) =>
      sumOf(
        statement<[string], Pick<Rating, 'score' | 'words'>>(
          db,
          'SELECT score, words FROM door_rating WHERE organisation = ?',
        ).all(organisation),
      ),
    sweep: (limits) => writer.run('doorSweep', limits),
  };
}

interface OfSession {
  readonly session: string;
}

/** What the writer does for the door; each runs inside the caller's transaction. */
export const doorJobs = {
  doorOpen: (
    db: SqliteDatabase,
    _keys: KeyRing,
    { session, nowMs, account }: OfSession & { readonly nowMs: number; readonly account: string | null },
  ): void => {
    statement(db, 'INSERT INTO door_session (session, opened_at_ms, seen_at_ms, account) VALUES (?, ?, ?, ?)').run(
      session,
      nowMs,
      nowMs,
      account,
    );
  },
  doorSeen: (db: SqliteDatabase, _keys: KeyRing, { session, nowMs }: OfSession & { readonly nowMs: number }): void => {
    statement(db, 'UPDATE door_session SET seen_at_ms = max(seen_at_ms, ?) WHERE session = ?').run(nowMs, session);
  },
  doorAdd: (db: SqliteDatabase, _keys: KeyRing, held: OfSession & { readonly queryCode: string }): void => {
    statement(
      db,
      `INSERT INTO door_held (session, place, query_code)
       SELECT session, (SELECT count(*) FROM door_held WHERE session = @session), @queryCode
       FROM door_session WHERE session = @session ON CONFLICT DO NOTHING`,
    ).run(held);
  },
  doorEnd: (db: SqliteDatabase, _keys: KeyRing, { session }: OfSession): void => {
    statement(db, 'DELETE FROM door_session WHERE session = ?').run(session);
  },
  doorKeepCode: (db: SqliteDatabase, _keys: KeyRing, code: OneTimeCode): boolean => {
    const { session, queryCode, hash, nowMs, expiresAtMs, tries, atMost } = code;
    const recent = statement<[string, number], { count: number }>(
      db,
      'SELECT count(*) AS count FROM door_code WHERE query_code = ? AND made_at_ms > ?',
    ).get(queryCode, atMost.sinceMs);
    if ((recent?.count ?? 0) >= atMost.count) return false;
    statement(db, 'UPDATE door_code SET is_open = 0 WHERE session = ? AND query_code = ?').run(session, queryCode);
    statement(
      db,
      `INSERT INTO door_code (session, query_code, hash, made_at_ms, expires_at_ms, tries, is_open)
       VALUES (?, ?, ?, ?, ?, ?, 1)`,
    ).run(session, queryCode, hash, nowMs, expiresAtMs, tries);
    return true;
  },
  doorTryCode: (
    db: SqliteDatabase,
    _keys: KeyRing,
    { session, queryCode, hash, nowMs, checkedUntilMs }: Parameters<Door['tryCode']>[0],
  ): TriedCode => {
    const found = statement<[string, string, number], { number: number; hash: string; tries: number }>(
      db,
      `SELECT number, hash, tries FROM door_code
       WHERE session = ? AND query_code = ? AND is_open = 1 AND expires_at_ms > ?`,
    ).get(session, queryCode, nowMs);
    if (found === undefined) return 'gone';
    const isRight = found.hash === hash;
    const isOpen = !isRight && found.tries > 1 ? 1 : 0;
    statement(db, 'UPDATE door_code SET tries = tries - 1, is_open = ? WHERE number = ?').run(isOpen, found.number);
    if (!isRight) return 'wrong';
    // In an account the case is there without a code of its own: this is where it is noted as checked.
    statement(
      db,
      `INSERT INTO door_held (session, place, query_code)
       SELECT session, (SELECT count(*) FROM door_held WHERE session = @session), @queryCode
       FROM door_session WHERE session = @session AND account IS NOT NULL ON CONFLICT DO NOTHING`,
    ).run({ session, queryCode });
    statement(db, 'UPDATE door_held SET checked_until_ms = ? WHERE session = ? AND query_code = ?').run(
      checkedUntilMs,
      session,
      queryCode,
    );
    return 'right';
  },
  doorRate: (db: SqliteDatabase, _keys: KeyRing, rating: Rating): boolean =>
    statement(
      db,
      `INSERT INTO door_rating (rater, organisation, score, words)
       VALUES (@rater, @organisation, @score, @words) ON CONFLICT DO NOTHING`,
    ).run(rating).changes === 1,
  doorSweep: (db: SqliteDatabase, _keys: KeyRing, { nowMs, idleMs, absoluteMs }: DoorLimits): void => {
    statement(db, 'DELETE FROM door_session WHERE seen_at_ms <= ? OR opened_at_ms <= ?').run(
      nowMs - idleMs,
      nowMs - absoluteMs,
    );
    statement(db, 'DELETE FROM door_code WHERE made_at_ms <= ?').run(nowMs - codesKeptMs);
  },
} as const;
