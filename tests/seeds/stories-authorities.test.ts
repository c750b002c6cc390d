/** Stories before patent authorities, told through `decide`; what they must show stands in tests/support/claims-authorities.ts. */
import { describe, expect, it } from 'vitest';
import { castMember } from '../../seeds/cast.ts';
import { authorityClaims } from '../support/claims-authorities.ts';
import { assertJournal } from '../support/invariants.ts';
import { toldInMemory } from '../support/told-in-memory.ts';

describe.each(authorityClaims)('the story $story.id', ({ story, claims }) => {
  it.each(Object.entries(claims))('%s', async (_, claim) => {
    claim(await toldInMemory(story));
  });

  it('ends in the same state when it is told twice, and its chain verifies', async () => {
    const [one, two] = [await toldInMemory(story), await toldInMemory(story)];
    expect(two.end).toEqual(one.end);
    assertJournal(one.end, one.journal);
  });

  it('moves between organisations only by handoffs that were offered and accepted', async () => {
    const { end } = await toldInMemory(story);
    for (const handoff of Object.values(end.handoffs)) {
      expect(handoff.offeredOn).not.toBeNull();
      expect(String(handoff.slot.value)).toBe('accepted');
    }
  });

  it('says of its organisations that they are not of Yantai, and leaves no reaction that was impossible', async () => {
    const { reference, journal } = await toldInMemory(story);
    for (const { by } of story.steps)
      expect(reference.organisations[castMember(by).organisation ?? '']?.shortName.zh).toContain('非烟台');
    expect(journal.filter(({ envelope }) => envelope.type === 'noteImpossibleReaction')).toEqual([]);
  });
});
