/** How far damages reach where somebody sues after limitation over an infringement that goes on (PDR 17). */
import { describe, expect, it } from 'vitest';
import { damagesReachOf, infringementPeriodOf, limitationOf } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { complained } from '../support/desk-court.ts';
import { matter, matterId } from '../support/desk-words.ts';

const ledger = (desk: Desk) =>
  limitationOf(desk.file, matterId(desk.file, 0), desk.calendar, desk.reference, desk.given('liu').today);

describe('a suit later than three years over an infringement that goes on', () => {
  const since = { claimedFrom: '2021-05-01' };
  const reach = (desk: Desk) => {
    const id = matterId(desk.file, 0);
    const today = desk.given('liu').today;
    return damagesReachOf(desk.file, id, infringementPeriodOf(desk.file, id)!, {
      ledger: ledger(desk),
      calendar: desk.calendar,
      today,
    });
  };
  const knew = (desk: Desk, knownSince: string) =>
    desk.gives('liu', 'recordLimitationStart', matter(0), { knownSince });
  const period = (desk: Desk, data: Record<string, unknown>, acknowledged: string[] = []) =>
    desk.gives('liu', 'recordInfringementPeriod', matter(0), data, { acknowledged });

  it('may bring an order to stop, and damages for three years back from the filing; a claim for more is warned of', async () => {
    const desk = await complained(undefined, 1, { rightKind: 'designPatent' });
    await knew(desk, '2021-05-01');
    const refusal = await desk.refuses('acknowledge-warnings', 'liu', 'recordInfringementPeriod', matter(0), since);
    expect(refusal.warnings).toMatchObject([
      { code: 'damages-claimed-too-early', basis: [{ instrument: 'PDR', article: '第十七条' }] },
    ]);
    expect(refusal.warnings[0]!.text.zh).toContain('2023-09-01');
    await period(desk, since, ['damages-claimed-too-early']);
    expect(reach(desk)).toMatchObject({
      filedOn: '2026-09-01',
      lapsedOn: '2024-05-06',
      reachesFrom: '2023-09-01',
      mayBeStopped: true,
      claimedTooEarly: true,
      toConfirm: false,
    });
    await period(desk, { claimedFrom: '2023-09-01' });
    expect(reach(desk)?.claimedTooEarly).toBe(false);
  });

  it('is cut off nowhere when something interrupted limitation in time, and everywhere the rule was not read it says so', async () => {
    const timely = await complained(undefined, 1, { rightKind: 'designPatent' });
    await knew(timely, '2021-05-01');
    await timely.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'demand' }, { occurredOn: '2024-03-04' });
    await period(timely, since);
    expect(reach(timely)).toMatchObject({ lapsedOn: null, reachesFrom: null, claimedTooEarly: false });
    const mark = await complained();
    await knew(mark, '2021-05-01');
    await period(mark, { claimedFrom: '2024-01-02' });
    expect(reach(mark)).toMatchObject({ reachesFrom: '2023-09-01', toConfirm: true });
  });

  it('does not reach back where the infringement had ended, nor brings a stop when the right has expired', async () => {
    const desk = await complained(undefined, 1, { rightKind: 'designPatent' });
    await knew(desk, '2021-05-01');
    await period(desk, { ...since, endedOn: '2025-12-31' });
    expect(reach(desk)).toMatchObject({ reachesFrom: null, mayBeStopped: false, lapsedOn: '2024-05-06' });
    await period(desk, { ...since, rightUntil: '2026-08-31' }, ['damages-claimed-too-early']);
    expect(reach(desk)).toMatchObject({ reachesFrom: '2023-09-01', mayBeStopped: false });
    await desk.refuses('infringement-ends-before-it-begins', 'liu', 'recordInfringementPeriod', matter(0), {
      ...since,
      endedOn: '2021-04-30',
    });
  });

  it('is not revived by a demand that came too late, though the obligor’s promise revives it', async () => {
    const desk = await complained();
    await knew(desk, '2020-05-01');
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'demand' }, { occurredOn: '2024-03-04' });
    expect(ledger(desk).lapsedOn).toBe('2023-05-04');
    await desk.gives('liu', 'recordLimitationEvent', matter(0), { kind: 'promise' }, { occurredOn: '2025-03-04' });
    expect(ledger(desk).lapsedOn).toBeNull();
  });
});
