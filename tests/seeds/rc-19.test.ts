import { beforeAll, describe, expect, it } from 'vitest';
import { rc19 } from '../../seeds/stories/rc-19.ts';
import { assertJournal } from '../support/invariants.ts';
import { rc19Assertions } from '../support/story-rc-19.ts';
import { type Told, toldInMemory } from '../support/told-in-memory.ts';

describe('RC-19, an arbitration of the WIPO centre in Shanghai', () => {
  let told: Told;
  beforeAll(async () => {
    told = await toldInMemory(rc19);
  });

  it.each(rc19Assertions)('%s', (_, check) => check(told));

  it('ends in the same state when it is told twice, and its chain verifies', async () => {
    const again = await toldInMemory(rc19);
    expect(again.end).toEqual(told.end);
    assertJournal(told.end, told.journal);
  });

  it('leaves no reaction that was impossible', () => {
    expect(told.journal.filter(({ envelope }) => envelope.type === 'noteImpossibleReaction')).toEqual([]);
  });
});
