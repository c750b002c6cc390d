/** The sessions and hearings of a case as a calendar has them. */
import { describe, expect, it } from 'vitest';
import { clashesOf, derive, meetingsOf, type PlacedMeeting } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { assigned, inSession } from '../support/desk-stages.ts';
import { partyId, proceeding } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const sets = (desk: Desk, at: string, more: object = {}) =>
  desk.gives('sun', 'scheduleSession', mediation, { at, place: '调解室', ...more });
const listed = (desk: Desk) =>
  meetingsOf(desk.file)
    .map(({ at, state }) => `${at} ${state}`)
    .toSorted();

describe('A session that is set', () => {
  it('stands with its officers and parties, and without a name', async () => {
    const desk = await assigned();
    await sets(desk, '2026-11-24T09:30');
    const [meeting] = derive(desk.file, desk.calendar, desk.reference).meetings;
    expect(meeting).toMatchObject({ kind: 'session', state: 'planned', at: '2026-11-24T09:30' });
    expect(meeting?.officers).toContain('sun-lihua');
    expect(meeting?.persons).toContain(desk.file.parties[partyId(desk.file, 'respondent')]?.person);
  });

  it('that was moved stands only where it is now, and one that was held when it was held', async () => {
    const desk = await inSession();
    const before = listed(desk);
    expect(before.every((one) => one.endsWith('held'))).toBe(true);
    await sets(desk, '2026-11-24T09:30');
    const replaces = Object.keys(desk.file.facts).at(-1);
    await sets(desk, '2026-11-26T14:00', { replaces });
    expect(listed(desk)).toEqual([...before, '2026-11-26T14:00 planned'].toSorted());
  });

  it('ahead of another stands when the first of them has been held, on the calendar and on the desk', async () => {
    const desk = await inSession();
    for (const at of ['2026-11-24T09:30', '2026-12-01T09:30']) await sets(desk, at);
    await desk.gives('sun', 'adjournMediation', mediation, {}, { at: '2026-09-02T11:00' });
    await desk.gives('sun', 'openSession', mediation, { mode: 'inPerson' }, { at: '2026-11-24T09:30' });
    expect(listed(desk).slice(-2)).toEqual(['2026-11-24T09:30 held', '2026-12-01T09:30 planned']);
    const { tasks } = derive(desk.file, desk.calendar, desk.reference);
    expect(tasks.flatMap(({ source, dueOn }) => (source === 'session' ? [dueOn] : []))).toEqual(['2026-12-01']);
  });
});

describe('Two meetings', () => {
  const one: PlacedMeeting = { at: '2026-11-24T09:30', officers: ['a'], persons: ['p'], place: '二楼调解室' };
  const other: PlacedMeeting = { at: '2026-11-24T10:15', officers: ['b'], persons: ['q'], place: '一楼' };

  it.each([
    ['have nothing in common', {}, []],
    ['share an officer', { officers: ['a', 'c'] }, ['officer']],
    ['share a room, however it is written', { place: ' 二楼 调解室' }, ['place']],
    ['share a party', { persons: ['p'] }, ['party']],
    ['are on line', { place: '线上' }, []],
    ['are an hour apart', { ...one, at: '2026-11-24T10:30' }, []],
    ['have no hour', { ...one, at: '2026-11-24' }, []],
  ])('that %s', (_what, change, clashes) => {
    const here = 'place' in change && change.place === '线上' ? { ...one, place: '线上' } : one;
    expect(clashesOf(here, { ...other, ...change })).toEqual(clashes);
  });
});
