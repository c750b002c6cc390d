/** The ledger of limitation: what interrupts the three years, and since when they run again (CC 188, 195, 196; LIM 10-13). */
import { describe, expect, it } from 'vitest';
import { limitationOf } from '../../workflows/index.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { complained, suit } from '../support/desk-court.ts';
import { agreed, applied, openedCase } from '../support/desk-stages.ts';
import { clocksBy, dueOfClock, matter, matterId, partyId, proceeding } from '../support/desk-words.ts';

const ledger = (desk: Desk) =>
  limitationOf(desk.file, matterId(desk.file, 0), desk.calendar, desk.reference, desk.given('liu').today);
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

describe('the rest of a claim', () => {
  const waives = (desk: Desk, data: Record<string, unknown> = {}) =>
    desk.gives('liu', 'recordRestWaived', matter(0), { claimedFen: 5_000_000, how: 'written', ...data });

  /** A suit over 100,000 yuan was withdrawn on 15 September; on 12 October half of it was demanded and the rest waived. */
  async function waived(): Promise<Desk> {
    const desk = await complained(undefined, 1, { amountFen: 10_000_000 });
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' }, { at: '2026-09-15T09:00' });
    desk.at('2026-10-12T09:00');
    await waives(desk);
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'demand' });
    return desk;
  }

  it('that was expressly waived is not interrupted by asserting the part that is left', async () => {
    const desk = await waived();
    expect(ledger(desk)).toMatchObject({ runsFrom: '2026-10-12', expiresOn: '2029-10-12' });
    expect(ledger(desk).waivedRest).toMatchObject({
      on: '2026-10-12',
      claimedFen: 5_000_000,
      runsFrom: '2026-09-15',
      expiresOn: '2029-09-17',
    });
    desk.at('2026-12-01T09:00');
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'promise' });
    expect(ledger(desk).runsFrom).toBe('2026-12-01');
    expect(ledger(desk).waivedRest?.expiresOn).toBe('2029-09-17');
  });

  it('that a suit still held when it was waived runs from the waiver', async () => {
    const desk = await complained(undefined, 1, { amountFen: 10_000_000 });
    desk.at('2026-09-10T09:00');
    await waives(desk, { how: 'onRecord' });
    expect(ledger(desk)).toMatchObject({ runsFrom: null, expiresOn: null });
    expect(ledger(desk).waivedRest).toMatchObject({ runsFrom: '2026-09-10', expiresOn: '2029-09-10' });
  });

  it('is none where all is claimed, where only a stop is asked for, or where it was waived before', async () => {
    const desk = await waived();
    const again = { claimedFen: 5_000_000, how: 'written' };
    await desk.refuses('rest-already-waived', 'liu', 'recordRestWaived', matter(0), again);
    const whole = await complained(undefined, 1, { amountFen: 5_000_000 });
    const refusal = await whole.refuses('waiver-leaves-no-rest', 'liu', 'recordRestWaived', matter(0), again);
    expect(refusal).toMatchObject({ field: 'claimedFen', basis: [{ instrument: 'LIM', article: '第九条' }] });
    await whole.refuses('field-missing', 'liu', 'recordRestWaived', matter(0), { claimedFen: 1 });
    const stop = await complained(undefined, 1, { relief: ['stop'] });
    await stop.refuses('stop-has-no-limitation', 'liu', 'recordRestWaived', matter(0), again);
  });
});

describe('a claim to stop alone', () => {
  it('has no limitation', async () => {
    const desk = await complained(undefined, 1, { relief: ['stop'] });
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' });
    expect(ledger(desk)).toMatchObject({ applies: false, runsFrom: null, expiresOn: null });
  });
});

/** A suit that was withdrawn on 15 September 2026: limitation runs from then and ends on 17 September 2029. */
async function withdrawn(): Promise<Desk> {
  const desk = await complained();
  await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' }, { at: '2026-09-15T09:00' });
  return desk;
}

/** An obstacle from one day to another; null: it still stands. */
async function obstructed(desk: Desk, from: string, to: string | null, now: string): Promise<Desk> {
  desk.at(`${now}T09:00`);
  await desk.gives('liu', 'recordLimitationObstacle', matter(0), { cause: 'forceMajeure' }, { occurredOn: from });
  if (to === null) return desk;
  const [obstacle] = desk.choices('liu', 'endLimitationObstacle', matter(0), 'obstacle');
  await desk.gives('liu', 'endLimitationObstacle', matter(0), { obstacle: obstacle!.value }, { occurredOn: to });
  return desk;
}

describe('an obstacle that keeps the holder from exercising its claim', () => {
  it('suspends limitation while it stands in the last six months', async () => {
    const desk = await obstructed(await withdrawn(), '2029-05-10', null, '2029-06-01');
    expect(ledger(desk)).toMatchObject({ suspended: true, expiresOn: null, runsFrom: '2026-09-15' });
    expect(ledger(desk).obstacles).toMatchObject([{ cause: 'forceMajeure', from: '2029-05-10', to: null }]);
  });

  it('lets the period end six months after it ceased', async () => {
    const desk = await obstructed(await withdrawn(), '2029-05-10', '2029-08-20', '2029-09-03');
    expect(ledger(desk)).toMatchObject({ suspended: false, expiresOn: '2030-02-20' });
    expect(ledger(desk).obstacles).toMatchObject([{ suspends: true, to: '2029-08-20' }]);
  });

  it('changes nothing when it ceased before the last six months began', async () => {
    const desk = await obstructed(await withdrawn(), '2027-01-04', '2029-03-16', '2029-04-02');
    expect(ledger(desk)).toMatchObject({ suspended: false, expiresOn: '2029-09-17' });
    expect(ledger(desk).obstacles).toMatchObject([{ suspends: false }]);
  });

  it('that began long before suspends as soon as the last six months begin, and not earlier', async () => {
    const desk = await obstructed(await withdrawn(), '2028-01-10', null, '2029-03-16');
    expect(ledger(desk)).toMatchObject({ suspended: false, expiresOn: '2029-09-17' });
    desk.at('2029-03-17T09:00');
    expect(ledger(desk)).toMatchObject({ suspended: true, expiresOn: null });
  });

  it('suspends again in the months that remain after another', async () => {
    const desk = await obstructed(await withdrawn(), '2029-05-10', '2029-08-20', '2029-09-03');
    await obstructed(desk, '2029-12-03', '2030-01-14', '2030-01-15');
    expect(ledger(desk).expiresOn).toBe('2030-07-15');
  });

  it('that began after the period had ended comes too late', async () => {
    const desk = await obstructed(await withdrawn(), '2029-10-08', null, '2029-10-09');
    expect(ledger(desk)).toMatchObject({ suspended: false, expiresOn: '2029-09-17' });
  });

  it('means nothing for the new period after an interruption', async () => {
    const desk = await obstructed(await withdrawn(), '2029-05-10', '2029-08-20', '2029-09-03');
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'demand' }, { occurredOn: '2029-09-03' });
    expect(ledger(desk)).toMatchObject({ runsFrom: '2029-09-03', expiresOn: '2032-09-03' });
  });

  it('cannot cease before it began, nor when none stands', async () => {
    const desk = await withdrawn();
    const offer = desk.offers('liu', matter(0)).find(({ definition }) => definition.type === 'endLimitationObstacle');
    expect(offer?.refusal?.code).toBe('no-obstacle-standing');
    await obstructed(desk, '2029-05-10', null, '2029-06-01');
    const obstacle = desk.choices('liu', 'endLimitationObstacle', matter(0), 'obstacle')[0]!.value;
    const early = { occurredOn: '2029-05-09' };
    await desk.refuses(
      'obstacle-ceased-before-it-began',
      'liu',
      'endLimitationObstacle',
      matter(0),
      { obstacle },
      early,
    );
  });
});

describe('what happened before the case came in', () => {
  it('stands in the ledger with its own day: knowledge, a demand, an obstacle', async () => {
    const desk = await openedCase();
    const knownSince = '2024-03-11';
    await desk.gives('limin', 'recordLimitationStart', matter(0), { knownSince });
    await desk.gives('limin', 'recordLimitationEvent', matter(0), { kind: 'demand' }, { occurredOn: '2025-02-10' });
    expect(ledger(desk).knownSince).toBe(knownSince);
    expect(kinds(desk)).toEqual([
      ['demand', '2025-02-10'],
      ['request', '2026-09-01'],
    ]);
  });

  it('needs a date, and harm that lies before its knowledge', async () => {
    const desk = await openedCase();
    await desk.refuses('limitation-start-without-date', 'limin', 'recordLimitationStart', matter(0), {});
    const dates = { knownSince: '2024-03-11', harmedOn: '2024-03-12' };
    await desk.refuses('known-before-harmed', 'limin', 'recordLimitationStart', matter(0), dates);
  });
});

describe('knowledge that turns out to be older than was first said', () => {
  const begun = '2024-03-10';
  const earlier = '2023-02-01';

  it('counts from the earliest day on record, in whichever order the days were recorded', async () => {
    for (const days of [
      [begun, earlier],
      [earlier, begun],
    ]) {
      const desk = await withdrawn();
      for (const knownSince of days)
        await desk.gives('liu', 'recordLimitationStart', matter(0), { knownSince, harmedOn: knownSince });
      expect(ledger(desk)).toMatchObject({ knownSince: earlier, harmedOn: earlier });
    }
  });

  it('is corrected by its date, though the day lies before the case was opened, and moves the period', async () => {
    const desk = await screened(await openedCase(), begun);
    const fact = Object.values(desk.file.facts).find(({ type }) => type === 'infringementKnown')!.id;
    const amended = { fact, occurredOn: earlier, reason: '律师函' };
    await desk.gives('limin', 'amendFact', (c) => ({ kind: 'case', id: c.id }), amended);
    expect(ledger(desk).knownSince).toBe(earlier);
    expect(desk.file.facts[fact]!.amendedFrom.map(({ occurredOn }) => occurredOn)).toEqual([begun]);
  });
});

describe('a matter that was split off', () => {
  it('keeps what was known, asked for and preserved before the split, and has its own ledger afterwards', async () => {
    const desk = await complained(undefined, 2);
    const taken = { takenOn: '2026-09-01' };
    await desk.gives('liu', 'recordPreservation', matter(0), taken, { occurredOn: '2026-09-01T09:00' });
    const split = (c: Desk['file']) => ({
      matter: matterId(c, 0),
      respondents: [partyId(c, 'respondent', 1)],
      reason: '分别处理',
    });
    await desk.gives('liu', 'splitMatter', (c) => ({ kind: 'case', id: c.id }), split, { at: '2026-09-02T09:00' });
    const off = () => limitationOf(desk.file, matterId(desk.file, 1), desk.calendar, desk.reference, '2026-09-30');
    expect(off().interruptions.map(({ kind, on }) => [kind, on])).toEqual([['suit', '2026-09-01']]);
    expect(clocksBy(desk, 'lit.prefiling_preservation.sue')).toHaveLength(2);
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'demand' }, { at: '2026-09-03T09:00' });
    expect(off().interruptions).toHaveLength(1);
  });
});

describe('the twenty years from the harm', () => {
  it('end limitation whatever interrupted it', async () => {
    const desk = await withdrawn();
    const dates = { knownSince: '2026-03-02', harmedOn: '2008-03-03' };
    await desk.gives('liu', 'recordLimitationStart', matter(0), dates);
    expect(ledger(desk)).toMatchObject({ longestOn: '2028-03-03', expiresOn: '2028-03-03' });
  });

  it('mean nothing while three years end earlier', async () => {
    const desk = await withdrawn();
    await desk.gives('liu', 'recordLimitationStart', matter(0), { harmedOn: '2025-03-03' });
    expect(ledger(desk)).toMatchObject({ longestOn: '2045-03-03', expiresOn: '2029-09-17' });
  });
});

describe('a warned party that demands to be sued', () => {
  it('may sue itself two months after sending, or one month after receipt', async () => {
    const desk = await openedCase();
    await desk.gives(
      'limin',
      'recordWarningDemand',
      matter(0),
      { receivedOn: '2026-08-14' },
      { occurredOn: '2026-08-03' },
    );
    expect(dueOfClock(desk, 'lit.noninfringement.received')).toBe('2026-09-14');
    expect(dueOfClock(desk, 'lit.noninfringement.sent')).toBe('2026-10-08');
  });

  it('waits for nothing once the warning was withdrawn', async () => {
    const desk = await openedCase();
    await desk.gives('limin', 'recordWarningDemand', matter(0), {}, { occurredOn: '2026-08-03' });
    await desk.gives('limin', 'withdrawWarning', matter(0), {}, { occurredOn: '2026-08-20' });
    expect(clocksBy(desk, 'lit.noninfringement.sent')).toEqual([]);
  });

  it('cannot have been heard before it wrote', async () => {
    const desk = await openedCase();
    const early = { receivedOn: '2026-08-02' };
    const sent = { occurredOn: '2026-08-03' };
    await desk.refuses('demand-received-before-sent', 'limin', 'recordWarningDemand', matter(0), early, sent);
  });
});
