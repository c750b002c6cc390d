import { describe, expect, it } from 'vitest';
import type { Data, Desk } from '../support/desk.ts';
import { registered, suit } from '../support/desk-court.ts';
import { clocksBy, dueOfClock, partyId, stateOf } from '../support/desk-words.ts';

/** The defendant objected on 10 September; the court ruled on the 14th and served everybody. */
async function ruledOn(result: 'upheld' | 'dismissed'): Promise<Desk> {
  const desk = await registered();
  const party = partyId(desk.file, 'respondent');
  await desk.gives('liu', 'objectJurisdiction', suit, { party }, { at: '2026-09-10T10:00' });
  desk.at('2026-09-14T10:00');
  const served = Object.keys(desk.file.parties).map((one) => ({ party: one, servedOn: '2026-09-14' }));
  const to = result === 'upheld' ? { to: 'yantaiIntermediateCourt' } : {};
  await desk.gives('liu', 'decideJurisdiction', suit, { result, served, ...to });
  return desk;
}

const appeals = (desk: Desk, side: 'claimant' | 'respondent', more: Data = {}, at = '2026-09-18T10:00') =>
  desk.gives('liu', 'appealJurisdictionRuling', suit, (c) => ({ party: partyId(c, side), ...more }), { at });
const decides = (desk: Desk, data: Data) =>
  desk.gives('liu', 'recordJurisdictionAppealResult', suit, data, { at: '2026-10-12T10:00' });
const transfer = { kind: 'H15', to: 'yantaiIntermediateCourt' } as const;

describe('a ruling on jurisdiction under appeal (CPL 157, 171, 183)', () => {
  it('keeps the case where it is, unheard and unsent, until the higher court has ruled', async () => {
    const desk = await ruledOn('dismissed');
    await appeals(desk, 'respondent', { docketedOn: '2026-09-18' });
    expect([stateOf(desk, 'litigation'), dueOfClock(desk, 'lit.appeal.jurisdiction')]).toEqual([
      'jurisdictionOnAppeal',
      '2026-10-19',
    ]);
    await desk.refuses('not-in-this-state', 'liu', 'openTrial', suit, {});
    await desk.refuses('transfer-not-ordered', 'liu', 'prepareHandoff', suit, transfer);
    await decides(desk, { result: 'upheld' });
    expect([stateOf(desk, 'litigation'), clocksBy(desk, 'lit.appeal.jurisdiction')]).toEqual(['registered', []]);
  });

  it('sends the case away where a dismissal is reversed, and to another court only', async () => {
    const desk = await ruledOn('dismissed');
    await appeals(desk, 'respondent');
    const on = { at: '2026-10-12T10:00' };
    for (const to of [{}, { to: 'zhifuCourt' }]) {
      const reversed = { result: 'reversed', ...to };
      await desk.refuses('reversal-needs-court', 'liu', 'recordJurisdictionAppealResult', suit, reversed, on);
    }
    await decides(desk, { result: 'reversed', to: 'yantaiIntermediateCourt' });
    expect(stateOf(desk, 'litigation')).toBe('transferOrdered');
    await desk.gives('liu', 'prepareHandoff', suit, transfer);
  });

  it('keeps the case here where the transfer is reversed, and lets it go where the transfer stands', async () => {
    const kept = await ruledOn('upheld');
    await appeals(kept, 'claimant');
    await decides(kept, { result: 'reversed' });
    expect(stateOf(kept, 'litigation')).toBe('registered');
    await kept.refuses('transfer-not-ordered', 'liu', 'prepareHandoff', suit, transfer);
    const sent = await ruledOn('upheld');
    await appeals(sent, 'claimant');
    await decides(sent, { result: 'upheld' });
    await sent.gives('liu', 'prepareHandoff', suit, transfer);
  });

  it('is not there to appeal before a ruling, after the last word, or over a transfer of the court’s own motion', async () => {
    const refusesAppeal = (desk: Desk) =>
      desk.refuses('no-jurisdiction-ruling-to-appeal', 'liu', 'appealJurisdictionRuling', suit, {
        party: partyId(desk.file, 'respondent'),
      });
    await refusesAppeal(await registered());
    const decided = await ruledOn('dismissed');
    await appeals(decided, 'respondent');
    await decides(decided, { result: 'upheld' });
    await refusesAppeal(decided);
    const ordered = await registered();
    await ordered.gives('liu', 'orderTransfer', suit, { to: 'yantaiIntermediateCourt' });
    await refusesAppeal(ordered);
  });

  it('is doubted when it comes after the ten days: the court decides', async () => {
    const desk = await ruledOn('dismissed');
    const late = { party: partyId(desk.file, 'respondent') };
    const on = { at: '2026-09-25T10:00' };
    const doubt = await desk.refuses('acknowledge-warnings', 'liu', 'appealJurisdictionRuling', suit, late, on);
    expect(doubt.warnings.map(({ code }) => code)).toEqual(['jurisdiction-appeal-late']);
  });

  it('does not count for the trial term, nor does the objection before (CPLI 243)', async () => {
    const desk = await ruledOn('dismissed');
    expect(dueOfClock(desk, 'lit.ordinary')).toBe('2027-03-08');
    await appeals(desk, 'respondent');
    await decides(desk, { result: 'upheld' });
    expect(dueOfClock(desk, 'lit.ordinary')).toBe('2027-03-31');
  });
});
