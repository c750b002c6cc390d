import { describe, expect, it } from 'vitest';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { dueOf, type Term } from '../../workflows/calendar.ts';

const calendar = yantaiCalendar();
const dayOf = (term: Term) => dueOf(term, calendar).due;
const stepsOf = (term: Term, kind: string) => dueOf(term, calendar).steps.filter((step) => step.kind === kind);

describe('A tolled term', () => {
  const ruling: Term = { trigger: '2021-11-05', amount: 3, unit: 'month' };
  const stay = { from: '2021-12-15', to: '2022-05-16', reason: 'invalidation' };

  it('loses the 152 days of a stay from 2021-12-15 to 2022-05-16', () => {
    expect(dayOf({ ...ruling, tolling: [stay] })).toBe('2022-07-07');
    expect(stepsOf({ ...ruling, tolling: [stay] }, 'tolled')).toEqual([{ kind: 'tolled', ...stay, days: 152 }]);
  });

  it('is pushed on from its own end, not from the working day to which that end would have moved', () => {
    // Bare, the three months end on Saturday 2022-02-05 and move to Monday 2022-02-07.
    expect(dayOf(ruling)).toBe('2022-02-07');
    expect(dayOf({ ...ruling, tolling: [{ from: '2021-12-01', to: '2021-12-02', reason: 'testing' }] })).toBe(
      '2022-02-07',
    );
    expect(dayOf({ ...ruling, tolling: [{ from: '2021-12-01', to: '2021-12-04', reason: 'testing' }] })).toBe(
      '2022-02-08',
    );
  });

  it('loses a day tolled twice only once', () => {
    const tolling = [
      stay,
      { from: '2022-05-10', to: '2022-05-20', reason: 'appraisal' },
      { from: '2022-01-01', to: '2022-01-10', reason: 'testing' },
    ];
    expect(stepsOf({ ...ruling, tolling }, 'tolled')).toEqual([
      { kind: 'tolled', ...stay, days: 152 },
      { kind: 'tolled', from: '2022-05-16', to: '2022-05-20', days: 4, reason: 'appraisal' },
    ]);
    expect(dayOf({ ...ruling, tolling })).toBe('2022-07-11');
  });

  it('loses nothing by a toll that was over before it began to run', () => {
    const tolling = [{ from: '2026-10-20', to: '2026-11-03', reason: 'notice' }];
    expect(dayOf({ trigger: '2026-11-02', amount: 15, unit: 'calendarDay', tolling })).toBe('2026-11-17');
  });

  it('loses only the part of an earlier toll that lies within it', () => {
    const tolling = [{ from: '2026-10-20', to: '2026-11-06', reason: 'notice' }];
    expect(dayOf({ trigger: '2026-11-02', amount: 15, unit: 'calendarDay', tolling })).toBe('2026-11-20');
  });

  it('is pushed by a toll that is reached only because of an earlier one', () => {
    const first = { from: '2026-11-05', to: '2026-11-10', reason: 'testing' };
    const second = { from: '2026-11-20', to: '2026-11-24', reason: 'appraisal' };
    const term: Term = { trigger: '2026-11-02', amount: 15, unit: 'calendarDay' };
    expect(dayOf({ ...term, tolling: [second] })).toBe('2026-11-17');
    expect(dayOf({ ...term, tolling: [first, second] })).toBe('2026-11-26');
  });

  it('is pushed by a toll that begins on its last day, and not by one that begins the day after', () => {
    const term: Term = { trigger: '2026-11-02', amount: 15, unit: 'calendarDay' };
    expect(dayOf({ ...term, tolling: [{ from: '2026-11-17', to: '2026-11-19', reason: 'stay' }] })).toBe('2026-11-19');
    expect(dayOf({ ...term, tolling: [{ from: '2026-11-18', to: '2026-12-18', reason: 'stay' }] })).toBe('2026-11-17');
  });

  it('does not end inside a toll that began on the weekend to which its last day fell', () => {
    const term: Term = { trigger: '2026-11-06', amount: 15, unit: 'calendarDay' };
    expect(dayOf(term)).toBe('2026-11-23');
    expect(dayOf({ ...term, tolling: [{ from: '2026-11-23', to: '2026-11-26', reason: 'stay' }] })).toBe('2026-11-26');
  });

  it('in working days loses the working days of the toll only', () => {
    const term: Term = {
      trigger: '2026-11-02',
      amount: 5,
      unit: 'workingDay',
      tolling: [{ from: '2026-11-05', to: '2026-11-09', reason: 'stay' }],
    };
    expect(dayOf(term)).toBe('2026-11-11');
    expect(stepsOf(term, 'tolled')).toEqual([
      { kind: 'tolled', from: '2026-11-05', to: '2026-11-09', days: 2, reason: 'stay' },
    ]);
  });

  it('in working days loses nothing by a toll over a weekend', () => {
    const term: Term = {
      trigger: '2026-11-02',
      amount: 5,
      unit: 'workingDay',
      tolling: [{ from: '2026-11-07', to: '2026-11-09', reason: 'stay' }],
    };
    expect(dayOf(term)).toBe('2026-11-09');
    expect(stepsOf(term, 'tolled')).toEqual([]);
  });

  it('has no due date while a toll is open, but a day before which it cannot end', () => {
    const due = dueOf({ ...ruling, tolling: [{ ...stay, to: null }] }, calendar);
    expect(due).toMatchObject({ due: null, earliestDue: '2022-02-07' });
    expect(due.steps).toContainEqual({ kind: 'tolled', from: '2021-12-15', reason: 'invalidation' });
  });

  it('has no due date either when the open toll began on its last day', () => {
    const due = dueOf({ ...ruling, tolling: [{ from: '2022-02-07', to: null, reason: 'stay' }] }, calendar);
    expect(due).toMatchObject({ due: null, earliestDue: '2022-02-07' });
  });

  it('keeps its due date when the open toll began after it', () => {
    const due = dueOf({ ...ruling, tolling: [{ from: '2022-02-08', to: null, reason: 'stay' }] }, calendar);
    expect(due.due).toBe('2022-02-07');
    expect(due).not.toHaveProperty('earliestDue');
  });
});

describe('An extended term', () => {
  it('is one sum from the trigger: three months and one more from 2026-11-30 end on 2027-03-30', () => {
    const extensions = [{ amount: 1, unit: 'month' as const, reason: 'complex' }];
    expect(dayOf({ trigger: '2026-11-30', amount: 3, unit: 'month', extensions })).toBe('2027-03-30');
  });

  it('of 15 and 30 days for an entrusted mediation ends on the 45th day, wherever the first part would have moved to', () => {
    const term: Term = {
      trigger: '2026-11-07',
      amount: 15,
      unit: 'calendarDay',
      extensions: [{ amount: 30, unit: 'calendarDay', reason: 'consent' }],
    };
    expect(dayOf(term)).toBe('2026-12-22');
    expect(stepsOf(term, 'extended')).toEqual([
      { kind: 'extended', from: '2026-11-22', to: '2026-12-22', reason: 'consent' },
    ]);
  });

  it('shows each extension of a ruling of its own: three months, one, and two', () => {
    const extensions = [
      { amount: 1, unit: 'month' as const, reason: 'complex' },
      { amount: 2, unit: 'month' as const, reason: 'speciallyComplex' },
    ];
    const term: Term = { trigger: '2026-01-31', amount: 3, unit: 'month', extensions };
    expect(dayOf(term)).toBe('2026-07-31');
    expect(stepsOf(term, 'extended').map(({ to }) => to)).toEqual(['2026-05-31', '2026-07-31']);
  });

  it('runs its own unit first, then what was added in another', () => {
    const extensions = [
      { amount: 10, unit: 'calendarDay' as const, reason: 'approved' },
      { amount: 1, unit: 'month' as const, reason: 'approved' },
    ];
    expect(dayOf({ trigger: '2026-01-31', amount: 1, unit: 'month', extensions })).toBe('2026-04-10');
  });
});

describe('A tolled or extended term in hours', () => {
  it('stands still on tolled days and adds its extensions', () => {
    const tolling = [{ from: '2026-04-11', to: '2026-04-13', reason: 'testing' }];
    const extensions = [{ amount: 2, unit: 'hour' as const, reason: 'approved' }];
    expect(dayOf({ trigger: '2026-04-10T10:05', amount: 24, unit: 'hour', tolling, extensions })).toBe(
      '2026-04-13T13:00',
    );
  });

  it('has no due moment while a toll is open', () => {
    const tolling = [{ from: '2026-04-11', to: null, reason: 'testing' }];
    expect(dueOf({ trigger: '2026-04-10T10:05', amount: 24, unit: 'hour', tolling }, calendar)).toMatchObject({
      due: null,
      earliestDue: '2026-04-11T11:00',
    });
  });

  it('is not touched by a toll that begins at the midnight at which it ends', () => {
    const term: Term = { trigger: '2026-04-10T10:05', amount: 13, unit: 'hour' };
    expect(dayOf(term)).toBe('2026-04-11T00:00');
    for (const to of ['2026-04-13', null]) {
      expect(dayOf({ ...term, tolling: [{ from: '2026-04-11', to, reason: 'testing' }] })).toBe('2026-04-11T00:00');
    }
  });
});
