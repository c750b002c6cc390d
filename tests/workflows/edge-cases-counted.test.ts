/** Every rule of the reading notes (§7, §8, §10, §11) is held by a test that exists, or says why it is not. */
import { describe, expect, it } from 'vitest';
import { numbersRead, rulesRead, testsNamed } from '../proof/edge-cases/index.ts';

const all = Object.entries(rulesRead);
const numberOf = (id: string) => id.replace(/[a-z]$/, '');

describe('the rules of the reading notes', () => {
  it('are all there, under their numbers and under no other', () => {
    expect([...new Set(all.map(([id]) => numberOf(id)))]).toEqual(numbersRead);
  });

  it('are said in both languages, and no two alike', () => {
    const said = all.map(([, { says }]) => says);
    for (const { zh, en } of said)
      expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/[a-z]/)]);
    expect(new Set(said.map(({ zh }) => zh)).size).toBe(said.length);
  });

  it.each(all)('%s is held by tests that exist, or says why it is not', (_, rule) => {
    if ('because' in rule) expect(rule.because.zh).not.toBe('');
    else {
      expect(rule.heldBy.length).toBeGreaterThan(0);
      for (const one of rule.heldBy) expect(testsNamed(one), one).toHaveLength(1);
    }
  });
});
