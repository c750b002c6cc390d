import {
  codesKeptMs,
  type Door,
  type DoorLimits,
  type HeldCode,
  type OneTimeCode,
  type Rating,
  sumOf,
} from './door.ts';

interface MemorySession {
  readonly openedAtMs: number;
  readonly seenAtMs: number;
  readonly held: readonly HeldCode[];
  readonly account: string | null;
}

type KeptCode = Omit<OneTimeCode, 'atMost'> & { readonly isOpen: boolean };

/** A parties' door that is forgotten when the process ends. */
export function memoryDoor(): Door & { readonly endOfAccount: (account: string) => void } {
  const sessions = new Map<string, MemorySession>();
  let codes: readonly KeptCode[] = [];
  const ratings = new Map<string, Rating>();
  const isOver = ({ openedAtMs, seenAtMs }: MemorySession, { nowMs, idleMs, absoluteMs }: DoorLimits) =>
    nowMs - seenAtMs >= idleMs || nowMs - openedAtMs >= absoluteMs;
  return {
    endOfAccount: (account) => {
      for (const [session, one] of sessions) if (one.account === account) sessions.delete(session);
    },
    open: async (session, nowMs, account) => {
      sessions.set(session, { openedAtMs: nowMs, seenAtMs: nowMs, held: [], account: account ?? null });
    },
    held: async (session, limits) => {
      const found = sessions.get(session);
      if (found === undefined || isOver(found, limits)) return null;
      sessions.set(session, { ...found, seenAtMs: limits.nowMs });
      return { codes: found.held, account: found.account };
    },
    add: async (session, queryCode) => {
      const found = sessions.get(session);
      if (found === undefined || found.held.some((one) => one.queryCode === queryCode)) return;
      sessions.set(session, { ...found, held: [...found.held, { queryCode, checkedUntilMs: null }] });
    },
    end: async (session) => {
      sessions.delete(session);
    },
    keepCode: async ({ atMost, ...code }) => {
      const recent = codes.filter((one) => one.queryCode === code.queryCode && one.nowMs > atMost.sinceMs);
      if (recent.length >= atMost.count) return false;
      codes = [...codes.map((one) => (isSame(one, code) ? { ...one, isOpen: false } : one)), { ...code, isOpen: true }];
      return true;
    },
    tryCode: async ({ session, queryCode, hash, nowMs, checkedUntilMs }) => {
      const found = codes.find((one) => isSame(one, { session, queryCode }) && one.isOpen && one.expiresAtMs > nowMs);
      if (found === undefined) return 'gone';
      const isRight = found.hash === hash;
      const after = { ...found, tries: found.tries - 1, isOpen: !isRight && found.tries > 1 };
      codes = codes.map((one) => (one === found ? after : one));
      const mine = sessions.get(session);
      if (isRight && mine !== undefined) {
        const isThere = mine.account === null || mine.held.some((one) => one.queryCode === queryCode);
        const before = isThere ? mine.held : [...mine.held, { queryCode, checkedUntilMs: null }];
        const held = before.map((one) => (one.queryCode === queryCode ? { ...one, checkedUntilMs } : one));
        sessions.set(session, { ...mine, held });
      }
      return isRight ? 'right' : 'wrong';
    },
    rate: async (rating) => {
      if (ratings.has(rating.rater)) return false;
      ratings.set(rating.rater, rating);
      return true;
    },
    hasRated: async (rater) => ratings.has(rater),
    ratings: async (organisation) => sumOf([...ratings.values()].filter((one) => one.organisation === organisation)),
    sweep: async (limits) => {
      for (const [session, one] of sessions) if (isOver(one, limits)) sessions.delete(session);
      codes = codes.filter(({ nowMs }) => nowMs > limits.nowMs - codesKeptMs);
    },
  };
}

function isSame(one: Pick<OneTimeCode, 'session' | 'queryCode'>, other: Pick<OneTimeCode, 'session' | 'queryCode'>) {
  return one.session === other.session && one.queryCode === other.queryCode;
}
