import { describe, expect, it } from 'vitest';
import { gathering } from '../../db/sqlite/gathering.ts';

describe('what is noted in passing', () => {
  it('is written in order and in pieces, with what was noted meanwhile', async () => {
    const pieces: number[][] = [];
    const { note, flush } = gathering<number>(async (piece) => {
      if (pieces.length === 0) note(250);
      pieces.push([...piece]);
    });
    for (let one = 0; one < 250; one += 1) note(one);
    await Promise.all([flush(), flush()]);
    expect(pieces.flat()).toEqual(Array.from({ length: 251 }, (_, index) => index));
    expect(pieces.map(({ length }) => length)).toEqual([200, 51]);
  });

  it('is not forgotten when it could not be written: it stands before what came later', async () => {
    const written: string[] = [];
    let full = true;
    const { note, flush } = gathering<string>(async (piece) => {
      if (full) throw new Error('disk full');
      written.push(...piece);
    });
    note('first');
    await expect(flush()).rejects.toThrow('disk full');
    note('second');
    full = false;
    await flush();
    expect(written).toEqual(['first', 'second']);
  });
});
