import { describe, expect, it } from 'vitest';
import { type ItemClass, itemClasses, mayLeaveMediation } from '../../workflows/handoff/item-classes.ts';

describe('an item inside a mediation', () => {
  const classes = Object.keys(itemClasses) as ItemClass[]; // The keys of the table are exactly the classes.

  it('goes to the court without consent only when signed jointly, reported, answered or issued by the organisation', () => {
    const out = classes.filter((itemClass) => mayLeaveMediation(itemClass, 'court', false));
    expect(out.sort()).toEqual(['courtInquiryAnswer', 'jointSigned', 'organisationFile', 'processReport']);
  });

  it('goes elsewhere with consent only when it is no report to the court', () => {
    const out = classes.filter((itemClass) => mayLeaveMediation(itemClass, 'arbitrationInstitution', true));
    expect(out.sort()).toEqual(['jointSigned', 'organisationFile', 'partyFile']);
  });

  it('stays where it is when it is private, whoever asks and agrees', () => {
    expect(mayLeaveMediation('processPrivate', 'court', true)).toBe(false);
    expect(mayLeaveMediation('tradeSecret', 'court', true)).toBe(false);
  });
});
