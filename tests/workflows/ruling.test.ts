import { describe, expect, it } from 'vitest';
import { inEffect, ruled } from '../support/desk-ruling.ts';
import { pathOf, stateOf } from '../support/desk-words.ts';

describe('smoke', () => {
  it('walks', async () => {
    const desk = await inEffect();
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['effective', 'beforeAuthority']);
    await ruled(undefined, 2);
  });
});
