import { describe, expect, it } from 'vitest';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import {
  countBack,
  daysLeft,
  dueOf,
  isInTime,
  isWorkingDay,
  type Term,
  workingDaysLeft,
} from '../../workflows/calendar.ts';

const calendar = yantaiCalendar();
const dayOf = (term: Term) => dueOf(term, calendar).due;
const stepsOf = (term: Term, kind: string) => dueOf(term, calendar).steps.filter((step) => step.kind === kind);

describe('A working day', () => {
  it('is any Monday to Friday that is no holiday', () => {
    expect(isWorkingDay('2026-11-20', calendar)).toEqual({ working: true, provisional: false, why: 'weekday' });
    expect(isWorkingDay('2026-10-05', calendar)).toEqual({ working: false, provisional: false, why: 'holiday' });
  });

  it('is a weekend only when the notice makes it a workday', () => {
    expect(isWorkingDay('2026-02-14', calendar)).toEqual({ working: true, provisional: false, why: 'makeUpWorkday' });
    expect(isWorkingDay('2026-02-07', calendar)).toEqual({ working: false, provisional: false, why: 'weekend' });
  });
});

describe('A term in calendar days', () => {
  it('does not count the day that starts it', () => {
    expect(dayOf({ trigger: '2026-11-02', amount: 1, unit: 'calendarDay' })).toBe('2026-11-03');
    expect(dayOf({ trigger: '2026-11-02', amount: 30, unit: 'calendarDay' })).toBe('2026-12-02');
  });

  it('starts the next day whatever the time of day of its trigger', () => {
    expect(dayOf({ trigger: '2026-11-02T23:59', amount: 15, unit: 'calendarDay' })).toBe('2026-11-17');
  });

  it('runs through a holiday: the 30 days to ask for confirmation from 2020-09-29 contain National Day and end on 2020-10-29', () => {
    const due = dueOf({ trigger: '2020-09-29', amount: 30, unit: 'calendarDay' }, calendar);
    expect(due).toMatchObject({ due: '2020-10-29', provisional: false });
    expect(isInTime('2020-10-20', '2020-10-29')).toBe(true);
    expect(daysLeft('2020-10-29', '2020-10-20')).toBe(30 - 21);
  });

  it('that ends on a Sunday moves to Monday', () => {
    expect(dayOf({ trigger: '2026-11-07', amount: 15, unit: 'calendarDay' })).toBe('2026-11-23');
  });

  it('that ends within a holiday moves to the first working day after all of it', () => {
    expect(dayOf({ trigger: '2026-09-16', amount: 15, unit: 'calendarDay' })).toBe('2026-10-08');
    expect(dayOf({ trigger: '2026-02-10', amount: 5, unit: 'calendarDay' })).toBe('2026-02-24');
  });

  it('that ends on a make-up workday does not move', () => {
    expect(dayOf({ trigger: '2026-01-29', amount: 30, unit: 'calendarDay' })).toBe('2026-02-28');
    expect(dayOf({ trigger: '2026-09-25', amount: 15, unit: 'calendarDay' })).toBe('2026-10-10');
  });

  it('moves to a make-up workday when that is the first working day', () => {
    expect(dayOf({ trigger: '2026-01-01', amount: 2, unit: 'calendarDay' })).toBe('2026-01-04');
  });

  it('shows each step of its proof', () => {
    expect(dueOf({ trigger: '2026-11-07', amount: 15, unit: 'calendarDay' }, calendar).steps).toEqual([
      { kind: 'trigger', from: '2026-11-07' },
      { kind: 'startsNextDay', from: '2026-11-08' },
      { kind: 'counted', from: '2026-11-08', to: '2026-11-22', days: 15 },
      { kind: 'movedToWorkingDay', from: '2026-11-22', to: '2026-11-23', reason: 'weekend' },
    ]);
  });
});

describe('A term in months or years', () => {
  it('ends on the corresponding day of the trigger', () => {
    expect(dayOf({ trigger: '2026-03-18', amount: 6, unit: 'month' })).toBe('2026-09-18');
    expect(dayOf({ trigger: '2024-11-25', amount: 2, unit: 'year' })).toBe('2026-11-25');
  });

  it('ends on the month’s end where there is no such day', () => {
    expect(dayOf({ trigger: '2026-03-31', amount: 3, unit: 'month' })).toBe('2026-06-30');
    expect(dayOf({ trigger: '2023-12-29', amount: 2, unit: 'month' })).toBe('2024-02-29');
    expect(dayOf({ trigger: '2024-02-29', amount: 1, unit: 'year' })).toBe('2025-02-28');
  });

  it('of three months from 2026-11-30 ends on Sunday 2027-02-28 and therefore on Monday 2027-03-01, provisionally', () => {
    const due = dueOf({ trigger: '2026-11-30', amount: 3, unit: 'month' }, calendar);
    expect(due).toMatchObject({ due: '2027-03-01', provisional: true });
    expect(due.steps.slice(-2)).toEqual([
      { kind: 'movedToWorkingDay', from: '2027-02-28', to: '2027-03-01', reason: 'weekend' },
      { kind: 'provisional', from: '2027-02-28', to: '2027-03-01', days: 2, reason: 'noticeNotKnown' },
    ]);
  });

  it('gives the three and the six months of an award received on 2026-02-20 their own last days', () => {
    expect(dayOf({ trigger: '2026-02-20', amount: 3, unit: 'month' })).toBe('2026-05-20');
    expect(dayOf({ trigger: '2026-02-20', amount: 6, unit: 'month' })).toBe('2026-08-20');
  });

  it('takes the corresponding day from the trigger, not from a start day moved to the next month', () => {
    expect(dayOf({ trigger: '2026-08-31', amount: 1, unit: 'month' })).toBe('2026-09-30');
  });
});

describe('A term in working days', () => {
  it('skips the Spring Festival and counts its make-up workdays', () => {
    const due = dueOf({ trigger: '2026-02-12', amount: 3, unit: 'workingDay' }, calendar);
    expect(due).toMatchObject({ due: '2026-02-24', provisional: false });
    expect(due.steps).toContainEqual({ kind: 'counted', from: '2026-02-13', to: '2026-02-24', days: 3 });
  });

  it('may end on a make-up workday', () => {
    expect(dayOf({ trigger: '2026-02-12', amount: 2, unit: 'workingDay' })).toBe('2026-02-14');
  });

  it('starts with the first working day when its trigger falls into a holiday', () => {
    expect(dayOf({ trigger: '2026-10-03', amount: 1, unit: 'workingDay' })).toBe('2026-10-08');
  });

  it('of ten days from Friday counts two weeks', () => {
    expect(dayOf({ trigger: '2026-11-06', amount: 10, unit: 'workingDay' })).toBe('2026-11-20');
  });
});

describe('A term in hours', () => {
  it('runs from the next full hour: a complaint complete at 10:05 is passed on by 11:00 the next day', () => {
    expect(dayOf({ trigger: '2026-04-10T10:05', amount: 24, unit: 'hour' })).toBe('2026-04-11T11:00');
  });

  it('does not count the hour that starts it, even when that hour has just begun', () => {
    expect(dayOf({ trigger: '2026-04-10T10:00', amount: 24, unit: 'hour' })).toBe('2026-04-11T11:00');
  });

  it('runs from the exact moment in the other reading, and the proof names the reading taken', () => {
    const term: Term = { trigger: '2026-04-10T10:05', amount: 24, unit: 'hour', hourReading: 'exact' };
    expect(dayOf(term)).toBe('2026-04-11T10:05');
    expect(stepsOf(term, 'counted')).toEqual([
      { kind: 'counted', from: '2026-04-10T10:05', to: '2026-04-11T10:05', reason: 'exact' },
    ]);
    const { hourReading: _, ...taken } = term;
    expect(stepsOf(taken, 'counted')).toEqual([
      { kind: 'counted', from: '2026-04-10T11:00', to: '2026-04-11T11:00', reason: 'nextFullHour' },
    ]);
  });

  it('never moves for a holiday and is never provisional', () => {
    expect(dueOf({ trigger: '2026-09-30T16:20', amount: 48, unit: 'hour' }, calendar)).toMatchObject({
      due: '2026-10-02T17:00',
      provisional: false,
    });
    expect(dueOf({ trigger: '2027-02-05T09:00', amount: 24, unit: 'hour' }, calendar).provisional).toBe(false);
  });

  it('runs over midnight, the month and the year', () => {
    expect(dayOf({ trigger: '2026-12-31T23:30', amount: 24, unit: 'hour' })).toBe('2027-01-02T00:00');
  });
});

describe('A provisional result', () => {
  it('is one whose last day lies in a year without a notice: 30 days from 2026-12-20 end in January 2027', () => {
    expect(dueOf({ trigger: '2026-12-20', amount: 30, unit: 'calendarDay' }, calendar)).toMatchObject({
      due: '2027-01-19',
      provisional: true,
    });
  });

  it('is one whose last day may be moved by the notice of the next year', () => {
    expect(dueOf({ trigger: '2026-12-16', amount: 15, unit: 'calendarDay' }, calendar)).toMatchObject({
      due: '2026-12-31',
      provisional: true,
    });
    expect(dueOf({ trigger: '2026-12-13', amount: 15, unit: 'calendarDay' }, calendar)).toMatchObject({
      due: '2026-12-28',
      provisional: false,
    });
  });

  it('is any number of working days counted across such a year', () => {
    expect(dueOf({ trigger: '2026-12-25', amount: 5, unit: 'workingDay' }, calendar).steps.at(-1)).toEqual({
      kind: 'provisional',
      from: '2026-12-29',
      to: '2027-01-04',
      days: 7,
      reason: 'noticeNotKnown',
    });
  });

  it('is not one that only began in a year without a notice', () => {
    expect(dueOf({ trigger: '2003-12-20', amount: 30, unit: 'calendarDay' }, calendar)).toMatchObject({
      due: '2004-01-19',
      provisional: false,
    });
  });
});

describe('A lead time', () => {
  it('of three working days before a hearing on Friday ends on Tuesday', () => {
    expect(countBack('2026-11-27', 3, 'workingDay', calendar)).toMatchObject({ due: '2026-11-24', provisional: false });
  });

  it('is counted back over the Spring Festival and its make-up workdays', () => {
    expect(countBack('2026-02-25', 3, 'workingDay', calendar).due).toBe('2026-02-13');
  });

  it('shows how it was counted and which days are not certain yet', () => {
    expect(countBack('2027-01-05', 2, 'workingDay', calendar).steps).toEqual([
      { kind: 'trigger', from: '2027-01-05' },
      { kind: 'counted', from: '2027-01-04', to: '2026-12-31', days: 2 },
      { kind: 'provisional', from: '2026-12-31', to: '2027-01-04', days: 5, reason: 'noticeNotKnown' },
    ]);
  });

  it('in calendar days does not move off a rest day', () => {
    expect(countBack('2026-11-25', 10, 'calendarDay', calendar)).toMatchObject({
      due: '2026-11-15',
      provisional: false,
    });
  });

  it('in calendar days is certain even in a year without a notice, in working days it is not', () => {
    expect(countBack('2027-03-10', 10, 'calendarDay', calendar).provisional).toBe(false);
    expect(countBack('2027-03-10', 10, 'workingDay', calendar).provisional).toBe(true);
  });
});

describe('Today', () => {
  it('is not overdue on its own day', () => {
    expect(daysLeft('2026-11-23', '2026-11-23')).toBe(0);
    expect(workingDaysLeft('2026-11-23', '2026-11-23', calendar)).toBe(0);
  });

  it('has days left before the last day and is overdue after it', () => {
    expect(daysLeft('2026-11-23', '2026-11-20')).toBe(3);
    expect(daysLeft('2026-11-23', '2026-12-01')).toBe(-8);
  });

  it('counts the working days left over a holiday', () => {
    expect(workingDaysLeft('2026-10-10', '2026-09-30', calendar)).toBe(3);
    expect(workingDaysLeft('2026-09-30', '2026-10-10', calendar)).toBe(-3);
    expect(workingDaysLeft('2026-11-22', '2026-11-20', calendar)).toBe(0);
  });

  it('leaves the time of day of an hour term aside', () => {
    expect(daysLeft('2026-04-11T11:00', '2026-04-11')).toBe(0);
  });
});

describe('A filing', () => {
  it('is in time when it was posted on the last day, however late it is looked at', () => {
    expect(isInTime('2026-11-23', '2026-11-23')).toBe(true);
    expect(isInTime('2026-11-24', '2026-11-23')).toBe(false);
    expect(isInTime('2026-11-23T23:59', '2026-11-23')).toBe(true);
  });

  it('under an hour term is in time up to its minute, and on its day when no time was recorded', () => {
    expect(isInTime('2026-04-11T11:00', '2026-04-11T11:00')).toBe(true);
    expect(isInTime('2026-04-11T11:01', '2026-04-11T11:00')).toBe(false);
    expect(isInTime('2026-04-11', '2026-04-11T11:00')).toBe(true);
  });
});

describe('Input that cannot be meant', () => {
  const term: Term = { trigger: '2026-11-02', amount: 1, unit: 'calendarDay' };

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '2026-11-02T24:00',
    '2026-11-02T10:00+08:00',
    '1948-12-31',
    '2100-01-01',
    '',
  ])('is refused as a date: %s', (date) => {
    expect(() => dueOf({ ...term, trigger: date }, calendar)).toThrow(RangeError);
    expect(() => countBack(date, 1, 'workingDay', calendar)).toThrow(RangeError);
    expect(() => isWorkingDay(date, calendar)).toThrow(RangeError);
    expect(() => daysLeft('2026-11-02', date)).toThrow(RangeError);
    expect(() => workingDaysLeft(date, '2026-11-02', calendar)).toThrow(RangeError);
    expect(() => isInTime(date, '2026-11-02')).toThrow(RangeError);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is refused as an amount: %s', (amount) => {
    expect(() => dueOf({ ...term, amount }, calendar)).toThrow(RangeError);
    expect(() =>
      dueOf({ ...term, extensions: [{ amount, unit: 'calendarDay', reason: 'consent' }] }, calendar),
    ).toThrow(RangeError);
    expect(() => countBack('2026-11-02', amount, 'calendarDay', calendar)).toThrow(RangeError);
  });

  it('is refused as a term that runs out of the calendar', () => {
    for (const unit of ['workingDay', 'calendarDay', 'month', 'year'] as const) {
      expect(() => dueOf({ ...term, amount: 100_000, unit }, calendar)).toThrow(RangeError);
    }
    expect(() => dueOf({ trigger: '2026-11-02T10:00', amount: 10_000_000, unit: 'hour' }, calendar)).toThrow(
      RangeError,
    );
  });

  it('is refused as hours without a moment, and as hours mixed with days', () => {
    expect(() => dueOf({ ...term, unit: 'hour' }, calendar)).toThrow(/moment/);
    expect(() => dueOf({ ...term, extensions: [{ amount: 1, unit: 'hour', reason: 'consent' }] }, calendar)).toThrow(
      /hours and days/,
    );
  });

  it('is refused as a toll that ends before it begins or has no date', () => {
    expect(() =>
      dueOf({ ...term, tolling: [{ from: '2026-11-05', to: '2026-11-04', reason: 'stay' }] }, calendar),
    ).toThrow(/before it begins/);
    expect(() => dueOf({ ...term, tolling: [{ from: '2026-11-31', to: null, reason: 'stay' }] }, calendar)).toThrow(
      /2026-11-31/,
    );
  });
});
