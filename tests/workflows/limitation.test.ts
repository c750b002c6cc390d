/** The ledger of limitation: what interrupts the three years, and since when they run again (CC 188, 195, 196; LIM 10-13). */
import { describe, expect, it } from 'vitest';
import { limitationOf } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { complained, suit } from '../support/desk-court.ts';
import { agreed, applied, openedCase } from '../support/desk-stages.ts';
import { matter, matterId, partyId, proceeding } from '../support/desk-words.ts';

const ledger = (desk: Desk) => limitationOf(desk.file, matterId(desk.file, 0), desk.calendar, desk.reference);
const kinds = (desk: Desk) => ledger(desk).interruptions.map(({ kind, on }) => [kind, on]);

/** A screening that says since when the infringement is known. */
async function screened(desk: Desk, knownSince: string): Promise<Desk> {
  await desk.gives('limin', 'screenDispute', proceeding('intake'), {
    mediability: 'mediable',
    arbitrationAgreement: 'no',
    suitPending: 'no',
    earlierOutcome: 'no',
    knownSince,
  });
  return desk;
}

describe('a request to a mediation committee', () => {
  it('interrupts limitation from its day, and time stands still while the procedure lasts', async () => {
    const desk = await screened(await openedCase(), '2024-03-10');
    expect(ledger(desk).knownSince).toBe('2024-03-10');
    expect(kinds(desk)).toEqual([['request', '2026-09-01']]);
    expect(ledger(desk)).toMatchObject({ applies: true, runsFrom: null, expiresOn: null });
  });

  it('that the committee declines lets three new years run from the end of the procedure', async () => {
    const desk = await applied();
    await desk.gives(
      'limin',
      'declineMediation',
      proceeding('peopleMediation'),
      { reason: 'outsideRemit', routesTold: '起诉' },
      { at: '2026-09-10T10:00' },
    );
    expect(ledger(desk)).toMatchObject({ runsFrom: '2026-09-10', expiresOn: '2029-09-10' });
  });

  it('is none when the committee began by itself', async () => {
    const desk = openDesk();
    await desk.gives('limin', 'openCase', (c) => ({ kind: 'case', id: c.id }), {
      claimant: { name: '甲', telephone: '13800000001' },
      summary: '一句话',
      source: 'committeeInitiative',
    });
    expect(kinds(desk)).toEqual([]);
  });
});

describe('a suit', () => {
  it('interrupts limitation from the day the complaint was handed in, and holds it until it ends', async () => {
    const desk = await complained();
    expect(kinds(desk)).toEqual([['suit', '2026-09-01']]);
    expect(ledger(desk).runsFrom).toBeNull();
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' }, { at: '2026-09-15T09:00' });
    expect(ledger(desk)).toMatchObject({ runsFrom: '2026-09-15', expiresOn: '2029-09-17' });
  });
});

describe('a demand, a promise, a report', () => {
  it('stand in the ledger with their days, and the last one counts', async () => {
    const desk = await complained();
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' }, { at: '2026-09-15T09:00' });
    desk.at('2026-11-20T09:00');
    const record = (kind: string, day: string) =>
      desk.gives('liu', 'recordLimitationEvent', matter(0), { kind }, { occurredOn: day });
    await record('demand', '2026-10-12');
    await record('report', '2026-11-02');
    await record('promise', '2026-10-20');
    expect(kinds(desk).slice(1)).toEqual([
      ['demand', '2026-10-12'],
      ['promise', '2026-10-20'],
      ['report', '2026-11-02'],
    ]);
    expect(ledger(desk).runsFrom).toBe('2026-11-02');
  });

  it('that was recorded by mistake and amended moves the ledger with its date', async () => {
    const desk = await complained();
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' }, { at: '2026-09-15T09:00' });
    desk.at('2026-11-20T09:00');
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'demand' }, { occurredOn: '2026-11-12' });
    expect(ledger(desk)).toMatchObject({ runsFrom: '2026-11-12', expiresOn: '2029-11-12' });
  });
});

describe('an agreement', () => {
  it('is a promise of the obligor, and the three years run from the day the last clause is due', async () => {
    const desk = await agreed();
    expect(kinds(desk).map(([kind]) => kind)).toContain('promise');
    // Payment due on 30 November 2026; 30 November 2029 is a Friday.
    expect(ledger(desk)).toMatchObject({ runsFrom: '2026-11-30', expiresOn: '2029-11-30' });
  });

  it('performed in part is a promise again', async () => {
    const desk = await agreed();
    await desk.gives(
      'sun',
      'recordPerformance',
      proceeding('peopleMediation'),
      (c) => ({ party: partyId(c, 'respondent'), result: 'part' }),
      { at: '2026-12-10T09:00' },
    );
    expect(ledger(desk).runsFrom).toBe('2026-12-10');
  });
});

describe('a claim to stop alone', () => {
  it('has no limitation', async () => {
    const desk = await complained(undefined, 1, { relief: ['stop'] });
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' });
    expect(ledger(desk)).toMatchObject({ applies: false, runsFrom: null, expiresOn: null });
  });
});
