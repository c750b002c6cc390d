import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yantaiCalendar } from '../../seeds/reference/holidays.ts';
import {
  countBack,
  dueOf,
  holidaysComputed,
  isWorkingDay,
  type Term,
  workingDaysLeft,
} from '../../workflows/calendar.ts';
import {
  countBackByOracle,
  dayNumber,
  dayText,
  dueByOracle,
  thirteenDays,
  workingDaysByOracle,
} from '../support/calendar-oracle.ts';

const calendar = yantaiCalendar();
const anyDay = fc.integer({ min: dayNumber('2004-01-01'), max: dayNumber('2028-12-31') });
const anySpan = fc.oneof(
  fc.record({ unit: fc.constant('workingDay' as const), amount: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant('calendarDay' as const), amount: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ unit: fc.constant('month' as const), amount: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ unit: fc.constant('year' as const), amount: fc.integer({ min: 1, max: 3 }) }),
);

/** Tolls around a trigger: before it, overlapping, empty, adjacent, and now and then one that still runs. */
function anyTolling(trigger: number, latestStart: number, longest: number) {
  const toll = fc
    .tuple(
      fc.integer({ min: -40, max: latestStart }),
      fc.integer({ min: 0, max: longest }),
      fc.integer({ min: 0, max: 7 }),
    )
    .map(([start, length, open]) => ({
      from: dayText(trigger + start),
      to: open === 0 ? null : dayText(trigger + start + length),
      reason: 'stay',
    }));
  return fc.array(toll, { maxLength: 4 });
}

const anyDayTerm = anyDay.chain((trigger) =>
  fc.record({
    trigger: fc.constant(dayText(trigger)),
    span: anySpan,
    tolling: anyTolling(trigger, 150, 90),
    extensions: fc.array(
      anySpan.map((span) => ({ ...span, reason: 'approved' })),
      { maxLength: 3 },
    ),
  }),
);

const anyHourTerm = anyDay.chain((trigger) =>
  fc.record({
    trigger: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 59 })))
      .map(
        ([hour, minute]) => `${dayText(trigger)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
      ),
    amount: fc.integer({ min: 1, max: 72 }),
    tolling: anyTolling(trigger, 6, 8),
    extensions: fc.array(
      fc.record({
        unit: fc.constant('hour' as const),
        amount: fc.integer({ min: 1, max: 24 }),
        reason: fc.constant('ok'),
      }),
      {
        maxLength: 2,
      },
    ),
    hourReading: fc.constantFrom('nextFullHour' as const, 'exact' as const),
  }),
);

describe('any term triggered between 2004 and 2028', () => {
  it('ends, in days, months or years, on the day on which somebody who lives it day by day would end it', () => {
    fc.assert(
      fc.property(anyDayTerm, ({ span, ...rest }) => {
        const term = { ...rest, ...span };
        expect(opinionOf(term)).toEqual(dueByOracle(term));
      }),
      { numRuns: 2000 },
    );
  });

  it('ends, in hours, at the minute at which somebody who lives it minute by minute would end it', () => {
    fc.assert(
      fc.property(anyHourTerm, (rest) => {
        const term = { ...rest, unit: 'hour' as const };
        expect(opinionOf(term)).toEqual(dueByOracle(term));
      }),
      { numRuns: 300 },
    );
  });

  it('shows a proof whose days add up: the bare term, its extensions and the days tolled make the unmoved last day', () => {
    fc.assert(
      fc.property(anyDayTerm, fc.integer({ min: 1, max: 400 }), ({ trigger, tolling }, amount) => {
        const { due, earliestDue, steps } = dueOf({ trigger, amount, unit: 'calendarDay', tolling }, calendar);
        const moved = steps.find(({ kind }) => kind === 'movedToWorkingDay');
        const unmoved = dayNumber(moved?.from ?? due ?? earliestDue ?? '');
        const tolled = steps.filter(
          (step) => step.kind === 'tolled' && step.to && step.from && dayNumber(step.from) <= unmoved,
        );
        const daysTolled = tolled.reduce((sum, { days }) => sum + (days ?? 0), 0);
        expect(unmoved).toBe(dayNumber(trigger) + amount + daysTolled);
      }),
    );
  });

  it('never ends earlier for being tolled or extended', () => {
    fc.assert(
      fc.property(anyDayTerm, ({ trigger, span, tolling, extensions }) => {
        const bare = dueOf({ trigger, ...span }, calendar);
        const longer = dueOf({ trigger, ...span, tolling, extensions }, calendar);
        expect((longer.due ?? longer.earliestDue ?? '') >= (bare.due ?? '')).toBe(true);
      }),
    );
  });
});

describe('any lead time', () => {
  it('is counted back as somebody would who walks back day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), fc.boolean(), (day, amount, working) => {
        const { due, provisional } = countBack(dayText(day), amount, working ? 'workingDay' : 'calendarDay', calendar);
        const opinion = countBackByOracle(dayText(day), amount, working);
        expect({ due, provisional }).toEqual({ due: opinion.due, provisional: opinion.provisional });
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves exactly its working days between the latest day and the event', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, amount) => {
        const { due } = countBack(dayText(day), amount, 'workingDay', calendar);
        const dayBefore = dayText(day - 1);
        expect(workingDaysLeft(dayBefore, dayText(dayNumber(due ?? '') - 1), calendar)).toBe(amount);
      }),
    );
  });
});

describe('any two days', () => {
  it('have as many working days between them as somebody counts day by day, negative when the last day has passed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (day, distance) => {
        const [today, due] = [dayText(day), dayText(day + distance)];
        const count = workingDaysByOracle(today, due);
        expect(workingDaysLeft(due, today, calendar)).toBe(count);
        expect(workingDaysLeft(today, due, calendar)).toBe(count === 0 ? 0 : -count);
      }),
    );
  });
});

describe('every year the calendar covers', () => {
  it('has the statutory holidays that the moon and the sun give it', () => {
    for (let year = 1949; year <= 2099; year += 1) {
      expect(holidaysComputed(year).off, String(year)).toEqual([...thirteenDays(year)].sort());
    }
  });

  it('is certain on every day whose notices are known, and on no other', () => {
    for (let day = dayNumber('2003-01-01'); day <= dayNumber('2028-12-31'); day += 1) {
      const text = dayText(day);
      expect(isWorkingDay(text, calendar).provisional, text).toBe(text < '2004-01-01' || text > '2026-12-28');
    }
  });
});

function opinionOf(term: Term) {
  const { due, earliestDue, provisional } = dueOf(term, calendar);
  return { due, earliestDue, provisional };
}
