import { describe, expect, it } from 'vitest';
import { StoreBusy } from '../../db/store.ts';
import { turns } from '../../db/turns.ts';

/** Work that is under way until it is told to end. */
function endless() {
  let end: () => void = () => {};
  const work = () =>
    new Promise<void>((resolve) => {
      end = resolve;
    });
  return { work, end: () => end() };
}

describe('work that takes turns', () => {
  it('begins in the order in which it came, so many at a time', async () => {
    const { inTurn, queueLength } = turns(1, 10);
    const begun: string[] = [];
    const one = endless();
    const first = inTurn(one.work);
    const rest = ['second', 'third'].map((name) => inTurn(async () => void begun.push(name)));
    expect([begun, queueLength()]).toEqual([[], 2]);
    one.end();
    await Promise.all([first, ...rest]);
    expect([begun, queueLength()]).toEqual([['second', 'third'], 0]);
  });

  it('is refused and not begun when too much waits; a failure frees its place', async () => {
    const { inTurn } = turns(1, 1);
    const one = endless();
    const first = inTurn(one.work);
    const failing = inTurn(() => Promise.reject(new Error('no')));
    const begun: string[] = [];
    await expect(inTurn(async () => begun.push('too late'))).rejects.toThrow(StoreBusy);
    one.end();
    await first;
    await expect(failing).rejects.toThrow('no');
    expect(begun).toEqual([]);
    expect(await inTurn(async () => 'goes on')).toBe('goes on');
  });

  it('begins one at a time of those that waited, so that others get in between', async () => {
    const { inTurn } = turns(2, 10);
    const ends = [endless(), endless()];
    const first = ends.map(({ work }) => inTurn(work));
    const seen: string[] = [];
    const rest = ['third', 'fourth'].map((name) => inTurn(async () => void seen.push(name)));
    for (const { end } of ends) end();
    await Promise.all(first);
    const between = new Promise<void>((resolve) => {
      setImmediate(() => {
        seen.push('a reader');
        resolve();
      });
    });
    await Promise.all([...rest, between]);
    expect(seen).toEqual(['third', 'a reader', 'fourth']);
  });
});
