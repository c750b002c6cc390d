/** Limitation near its end is a task of whoever holds the matter, and of nobody who may not know the day (CC 188, 194, 195). */
import { describe, expect, it } from 'vitest';
import { isShownOn } from '../../db/desk-tasks.ts';
import { derive } from '../../workflows/index.ts';
import { failedOver } from '../proof/travels-mediation.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { complained, suit } from '../support/desk-court.ts';
import { agreed, applied, offeredByCentre, openedCase } from '../support/desk-stages.ts';
import { handoff, matter, proceeding } from '../support/desk-words.ts';

const tasksOf = (desk: Desk) =>
  derive(desk.file, desk.calendar, desk.reference).tasks.filter(({ source }) => source === 'limitation');

describe('limitation that runs', () => {
  it('is on the desk of who held the matter last, shown from ninety days before its last day', async () => {
    const desk = await failedOver({ rightKind: 'trademark' });
    const [task] = tasksOf(desk);
    expect(task).toMatchObject({
      organisation: 'yantaiMediationCommittee',
      role: 'committeeClerk',
      dueOn: '2029-09-03',
      shownFrom: '2029-06-05',
    });
    expect(task!.text.zh).toContain('民法典第一百八十八条');
    expect(['2029-06-04', '2029-06-05', '2029-09-04'].map((day) => isShownOn(task!, day))).toEqual([false, true, true]);
  });

  it('moves with a demand that interrupts it', async () => {
    const desk = await failedOver({ rightKind: 'trademark' });
    await desk.gives('limin', 'recordLimitationEvent', matter(0), { kind: 'demand' }, { at: '2027-03-01T10:00' });
    expect(tasksOf(desk).map(({ dueOn }) => dueOn)).toEqual(['2030-03-01']);
  });

  it('is taken to stand still under an obstacle, and comes back when that has ceased', async () => {
    const desk = await failedOver({ rightKind: 'trademark' });
    desk.at('2029-04-10T10:00');
    const obstacle = { cause: 'noRepresentative' };
    await desk.gives('limin', 'recordLimitationObstacle', matter(0), obstacle, { occurredOn: '2029-04-02' });
    expect(tasksOf(desk)).toEqual([]);
    const which = (c: Desk['file']) => ({
      obstacle: Object.values(c.facts).findLast(({ type }) => type === 'recordLimitationObstacle')!.id,
    });
    await desk.gives('limin', 'endLimitationObstacle', matter(0), which, { at: '2029-05-02T10:00' });
    expect(tasksOf(desk).map(({ dueOn }) => dueOn)).toEqual(['2029-11-02']);
  });
});

describe('there is no such task', () => {
  it.each<[string, () => Promise<Desk>]>([
    ['while a mediation holds the period', () => applied()],
    ['while a suit holds it', () => complained()],
    ['while nothing is known of when it began', () => openedCaseByInitiative()],
  ])('%s', async (_why, told) => {
    expect(tasksOf(await told())).toEqual([]);
  });

  it('over a claim to stop alone', async () => {
    const desk = await complained(undefined, 1, { relief: ['stop'] });
    await desk.gives('liu', 'withdrawSuit', suit, { how: 'allowed' });
    expect(tasksOf(desk)).toEqual([]);
  });

  it('once the matter is over', async () => {
    const desk = await failedOver({ rightKind: 'trademark' });
    await desk.gives('limin', 'finishMatter', matter(0), { reason: 'settledWithoutPaper' });
    expect(tasksOf(desk)).toEqual([]);
  });

  it('at a body that may not read what the day is counted from: a promise made in another one', async () => {
    const desk = await agreed();
    expect(tasksOf(desk).map(({ organisation }) => organisation)).toEqual(['yantaiMediationCommittee']);
    const elsewhere = await offeredByCentre();
    await elsewhere.gives('wang', 'recordLimitationEvent', matter(0), { kind: 'demand' });
    await elsewhere.gives('limin', 'receiveHandoff', handoff);
    await elsewhere.gives('limin', 'acceptHandoff', handoff);
    const mediation = proceeding('peopleMediation');
    const declined = { reason: 'outsideRemit', routesTold: '起诉' };
    await elsewhere.gives('limin', 'declineMediation', mediation, declined);
    expect(tasksOf(elsewhere)).toEqual([]);
  });
});

/** The committee began by itself: nobody asked anybody for protection, and nothing says when the harm was known. */
async function openedCaseByInitiative(): Promise<Desk> {
  return openedCase(openDesk(), 1, { source: 'committeeInitiative' });
}
