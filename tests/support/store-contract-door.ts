import { describe, expect, it } from 'vitest';
import type { OneTimeCode } from '../../db/door.ts';
import type { StoreUnderTest } from './store-contract.ts';

const minuteMs = 60_000;
const start = 1_000_000_000;
const at = (minutes: number) => ({
  nowMs: start + minutes * minuteMs,
  idleMs: 20 * minuteMs,
  absoluteMs: 60 * minuteMs,
});

function code(change: Partial<OneTimeCode> = {}): OneTimeCode {
  return {
    session: 's1',
    queryCode: 'q1',
    hash: 'right',
    nowMs: start,
    expiresAtMs: start + 10 * minuteMs,
    tries: 3,
    atMost: { count: 3, sinceMs: start - 30 * minuteMs },
    ...change,
  };
}

/** What the parties' door remembers. */
export function describeDoor(open: () => StoreUnderTest): void {
  const opened = async () => {
    const under = open();
    await under.store.door.open('s1', start);
    await under.store.door.add('s1', 'q1');
    const attempt = (hash: string, minutes = 0, session = 's1') =>
      under.store.door.tryCode({
        session,
        queryCode: 'q1',
        hash,
        nowMs: start + minutes * minuteMs,
        checkedUntilMs: start + 30 * minuteMs,
      });
    const codesOf = async (session: string) => (await under.store.door.held(session, at(1)))?.codes;
    return { ...under, attempt, codesOf };
  };

  describe('a session of a party', () => {
    it('holds its codes in their order, each once, also after a restart, and nobody else’s', async () => {
      const { store, reopen } = await opened();
      await store.door.add('s1', 'q2');
      await store.door.add('s1', 'q1');
      await store.door.add('nobody', 'q3');
      const held = await reopen().door.held('s1', at(1));
      expect(held).toEqual({
        account: null,
        codes: [
          { queryCode: 'q1', checkedUntilMs: null },
          { queryCode: 'q2', checkedUntilMs: null },
        ],
      });
      expect(await store.door.held('nobody', at(1))).toBeNull();
    });

    it('is over when it was not used, when its time is up however often it was used, and when it was ended', async () => {
      const { store } = await opened();
      await store.door.open('s2', start);
      expect(await store.door.held('s1', at(20))).toBeNull();
      for (const minutes of [15, 30, 45, 59])
        expect(await store.door.held('s2', at(minutes))).toEqual({ account: null, codes: [] });
      expect(await store.door.held('s2', at(60))).toBeNull();
      await store.door.open('s3', start);
      await store.door.end('s3');
      expect(await store.door.held('s3', at(1))).toBeNull();
    });

    it('is swept when it is over, and stays while it is not', async () => {
      const { store } = await opened();
      await store.door.open('s2', at(19).nowMs);
      await store.door.sweep(at(21));
      expect(await store.door.held('s1', at(1))).toBeNull();
      expect(await store.door.held('s2', at(21))).toEqual({ account: null, codes: [] });
    });
  });

  describe('a one-time code', () => {
    it('checks its own session once, and no other', async () => {
      const { store, attempt, codesOf } = await opened();
      await store.door.open('s2', start);
      await store.door.add('s2', 'q1');
      expect(await store.door.keepCode(code())).toBe(true);
      expect(await attempt('right', 0, 's2')).toBe('gone');
      expect(await attempt('right')).toBe('right');
      expect(await codesOf('s1')).toEqual([{ queryCode: 'q1', checkedUntilMs: start + 30 * minuteMs }]);
      expect(await codesOf('s2')).toEqual([{ queryCode: 'q1', checkedUntilMs: null }]);
      expect(await attempt('right')).toBe('gone');
    });

    it('is gone after its time, after too many tries, and when a later one was made', async () => {
      const { store, attempt, codesOf } = await opened();
      await store.door.keepCode(code());
      expect(await attempt('right', 10)).toBe('gone');
      await store.door.keepCode(code({ hash: 'second' }));
      expect(await attempt('right')).toBe('wrong');
      for (const tried of ['wrong', 'wrong']) expect(await attempt('guess')).toBe(tried);
      expect(await attempt('second')).toBe('gone');
      expect((await codesOf('s1'))?.[0]?.checkedUntilMs).toBeNull();
    });

    it('is not made when too many were asked for, whichever session asks; others still get theirs', async () => {
      const { store } = await opened();
      for (const session of ['s1', 's2', 's3']) expect(await store.door.keepCode(code({ session }))).toBe(true);
      expect(await store.door.keepCode(code({ session: 's4' }))).toBe(false);
      expect(await store.door.keepCode(code({ queryCode: 'q2' }))).toBe(true);
      const later = { nowMs: start + 31 * minuteMs, atMost: { count: 3, sinceMs: start + minuteMs } };
      expect(await store.door.keepCode(code(later))).toBe(true);
    });
  });

  describe('a rating', () => {
    it('counts once per rater, the first one, for its organisation alone', async () => {
      const { store, reopen } = open();
      const rating = { rater: 'r1', organisation: 'o1', score: 4, words: '很快' };
      expect(await store.door.hasRated('r1')).toBe(false);
      expect(await store.door.rate(rating)).toBe(true);
      expect(await store.door.rate({ ...rating, score: 1, words: null })).toBe(false);
      await store.door.rate({ rater: 'r2', organisation: 'o1', score: 5, words: null });
      await store.door.rate({ rater: 'r3', organisation: 'o2', score: 2, words: '慢' });
      expect(await reopen().door.ratings('o1')).toEqual({ scores: [0, 0, 0, 1, 1], words: ['很快'] });
      expect(await store.door.hasRated('r1')).toBe(true);
    });
  });
}
