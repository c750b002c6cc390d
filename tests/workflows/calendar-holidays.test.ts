import { describe, expect, it } from 'vitest';
import { withNotice, yantaiCalendar } from '../../seeds/reference/holidays.ts';
import { dueOf, type HolidayYear, holidaysComputed, isWorkingDay } from '../../workflows/calendar.ts';

const calendar = yantaiCalendar();

/** A made-up notice of the usual shape for 2027: Spring Festival with the days given back, and a longer New Year. */
const notice2027: HolidayYear = {
  year: 2027,
  off: [
    ...holidaysComputed(2027).off,
    '2026-12-31',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-10-04',
    '2027-10-05',
  ],
  work: ['2027-02-14', '2027-10-09'],
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  basis: 'official',
};

describe('The calendar of published notices', () => {
  it('holds every year from 2004 to 2026 as official and nothing later', () => {
    const years = Object.values(calendar.years);
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(new Set(years.map(({ basis }) => basis))).toEqual(new Set(['official']));
  });

  it('has for 2026 the days of the State Council notice', () => {
    expect(calendar.years[2026]?.off).toEqual([
      ...days('2026-01', 1, 3),
      ...days('2026-02', 15, 23),
      ...days('2026-04', 4, 6),
      ...days('2026-05', 1, 5),
      ...days('2026-06', 19, 21),
      ...days('2026-09', 25, 27),
      ...days('2026-10', 1, 7),
    ]);
    expect(calendar.years[2026]?.work).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('names the notice each year rests on', () => {
    expect(calendar.years[2026]?.source).toContain('国务院办公厅关于2026年部分节假日安排的通知');
  });

  it('has make-up workdays on weekends only, and no day that is both', () => {
    for (const { off, work } of Object.values(calendar.years)) {
      expect(work.filter((day) => Temporal.PlainDate.from(day).dayOfWeek <= 5)).toEqual([]);
      expect(work.filter((day) => off.includes(day))).toEqual([]);
    }
  });

  it('has a version that stays the same as long as the days do', () => {
    expect(yantaiCalendar().version).toBe(calendar.version);
    expect(calendar.version).toMatch(/^2004-2026-[0-9a-f]{12}$/);
  });
});

describe('A year whose notice is not published', () => {
  it('has the thirteen statutory days, for 2027 those of the almanac', () => {
    expect(holidaysComputed(2027)).toMatchObject({ year: 2027, basis: 'computed', work: [] });
    expect(holidaysComputed(2027).off).toEqual([
      '2027-01-01',
      ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
      '2027-04-05',
      ...['2027-05-01', '2027-05-02'],
      '2027-06-09',
      '2027-09-15',
      ...['2027-10-01', '2027-10-02', '2027-10-03'],
    ]);
  });

  it('counts a day once when Mid-Autumn falls into National Day, as in 2028', () => {
    expect(holidaysComputed(2028).off).toHaveLength(12);
  });

  it('would have been computed within the official days off of every year since 2008, New Year’s Eve aside where it was no holiday', () => {
    for (let year = 2008; year <= 2026; year += 1) {
      const { off } = holidaysComputed(year);
      const springEve = off[1];
      const unknown = off.filter((day) => isWorkingDay(day, calendar).working && day !== springEve);
      // 2 May is a statutory holiday since 2025 only.
      expect(unknown.filter((day) => year >= 2025 || !day.endsWith('05-02'))).toEqual([]);
    }
  });

  it('answers provisionally for a holiday, a weekend and an ordinary day alike', () => {
    expect(isWorkingDay('2027-02-05', calendar)).toEqual({ working: false, provisional: true, why: 'holiday' });
    expect(isWorkingDay('2027-03-06', calendar)).toEqual({ working: false, provisional: true, why: 'weekend' });
    expect(isWorkingDay('2027-03-08', calendar)).toEqual({ working: true, provisional: true, why: 'weekday' });
  });

  it('leaves the last three days of December before it open as well, because its notice may move them', () => {
    expect(isWorkingDay('2026-12-28', calendar).provisional).toBe(false);
    expect(isWorkingDay('2026-12-29', calendar)).toEqual({ working: true, provisional: true, why: 'weekday' });
    expect(isWorkingDay('2025-12-31', calendar).provisional).toBe(false);
  });

  it('is refused outside the years for which the almanac is known', () => {
    for (const year of [1948, 2100, 2026.5, Number.NaN]) expect(() => holidaysComputed(year)).toThrow(RangeError);
  });
});

describe('A new official notice', () => {
  const loaded = withNotice(calendar, notice2027);

  it('makes the results of its year final and may move them', () => {
    const term = { trigger: '2027-02-04', amount: 3, unit: 'workingDay' } as const;
    expect(dueOf(term, calendar)).toMatchObject({ due: '2027-02-11', provisional: true });
    expect(dueOf(term, loaded)).toMatchObject({ due: '2027-02-15', provisional: false });
  });

  it('decides about the end of the December before it', () => {
    expect(isWorkingDay('2026-12-31', loaded)).toEqual({ working: false, provisional: false, why: 'holiday' });
    expect(isWorkingDay('2026-12-30', loaded)).toEqual({ working: true, provisional: false, why: 'weekday' });
  });

  it('gives the calendar another version and leaves the old calendar as it was', () => {
    expect(loaded.version).not.toBe(calendar.version);
    expect(calendar.years[2027]).toBeUndefined();
    expect(withNotice(loaded, notice2027).version).toBe(loaded.version);
  });

  it('replaces the notice its year had, as in 2020 when the Spring Festival was prolonged', () => {
    const [first, ...others] = notice2027.work;
    const corrected = withNotice(loaded, { ...notice2027, work: others });
    expect(isWorkingDay(first ?? '', loaded).working).toBe(true);
    expect(isWorkingDay(first ?? '', corrected).working).toBe(false);
  });

  it.each([
    ['computed instead of official', { basis: 'computed' as const }, /official/],
    ['without a source', { source: ' ' }, /source/],
    ['with a day that does not exist', { off: [...notice2027.off, '2027-02-30'] }, /2027-02-30/],
    ['with a day of another year', { off: [...notice2027.off, '2028-01-03'] }, /2028-01-03/],
    [
      'with a day of the December before that no notice reaches',
      { off: [...notice2027.off, '2026-12-28'] },
      /2026-12-28/,
    ],
    ['with a time instead of a day', { off: [...notice2027.off, '2027-02-12T00:00'] }, /2027-02-12T00:00/],
    ['with a day named twice', { off: [...notice2027.off, '2027-02-09'] }, /2027-02-09/],
    ['with a day both off and worked', { work: ['2027-02-07'] }, /2027-02-07/],
    ['with a make-up workday in the week', { work: ['2027-02-17'] }, /2027-02-17/],
    ['without a statutory holiday', { off: notice2027.off.filter((day) => day !== '2027-06-09') }, /2027-06-09/],
    ['for a year out of reach', { year: 2100, off: [], work: [] }, /2100/],
  ])('is refused %s', (_, change, message) => {
    expect(() => withNotice(calendar, { ...notice2027, ...change })).toThrow(message);
    expect(yantaiCalendar().version).toBe(calendar.version);
  });
});

function days(month: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${month}-${String(first + index).padStart(2, '0')}`);
}
