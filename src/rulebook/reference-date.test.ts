import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { add, dayOf, isoOf, lastDayOfPeriod, type Day, type DurationUnit } from './calendar.ts';
import { ReferenceDate, type MovingDay } from './reference-date.ts';

const asked = (today: string, ask: (date: ReferenceDate) => unknown): string | undefined => {
  const date = new ReferenceDate(dayOf(today));
  ask(date);
  return date.turnsOn === undefined ? undefined : isoOf(date.turnsOn);
};

describe('What is asked of the reference date turns', () => {
  test('on the day that is waited for, and never when it has come', () => {
    expect(asked('2026-03-01', (date) => date.hasCome(dayOf('2026-04-05')))).toBe('2026-04-05');
    expect(asked('2026-04-05', (date) => date.hasCome(dayOf('2026-04-05')))).toBeUndefined();
  });

  test('when the first of several replies does', () => {
    const both = (date: ReferenceDate) => [date.hasCome(dayOf('2026-09-01')), date.hasCome(dayOf('2026-06-01'))];
    expect(asked('2026-03-01', both)).toBe('2026-06-01');
  });

  test('tomorrow, for whoever wants the date itself', () => {
    expect(asked('2026-02-28', (date) => date.itself())).toBe('2026-03-01');
  });

  test('with the next month, for whoever wants the month', () => {
    expect(asked('2026-12-31', (date) => date.month())).toBe('2027-01-01');
  });

  test('on the next birthday, in a common year on 28 February for who was born on the 29th', () => {
    const born = dayOf('2000-02-29');
    expect(asked('2026-02-27', (date) => date.age(born, (today) => today))).toBe('2026-02-28');
    expect(asked('2026-02-28', (date) => date.age(born, (today) => today))).toBe('2027-02-28');
  });

  test('never, where nothing was asked', () => {
    expect(asked('2026-03-01', () => undefined)).toBeUndefined();
  });
});

const day = fc.integer({ min: dayOf('2019-01-01'), max: dayOf('2027-12-31') });
const length = fc.record({
  n: fc.integer({ min: 0, max: 40 }),
  unit: fc.constantFrom<DurationUnit>('days', 'weeks', 'months', 'years'),
});
const moving: fc.Arbitrary<MovingDay> = fc
  .array(fc.tuple(length, fc.constantFrom('plus', 'minus', 'lastDayOf')), { maxLength: 3 })
  .map(
    (steps) => (today) =>
      steps.reduce<Day>((at, [by, way]) => {
        if (way === 'lastDayOf') return lastDayOfPeriod(at, by);
        return add(at, by, way === 'plus' ? 1 : -1);
      }, today),
  );

/** The first day after another on which a reply is another one. */
const firstTurn = (today: Day, reply: (date: ReferenceDate) => unknown): Day => {
  const now = reply(new ReferenceDate(today));
  for (let on = today + 1; ; on += 1) if (reply(new ReferenceDate(on)) !== now) return on;
};

describe('A day that moves along with the reference date, by months of every length,', () => {
  test('has come to another day from exactly the day that is noted', () => {
    fc.assert(
      fc.property(day, moving, fc.integer({ min: -400, max: 400 }), (today, move, ahead) => {
        const reply = (date: ReferenceDate) => date.hasBrought(move, move(today) + ahead);
        const date = new ReferenceDate(today);
        expect(reply(date)).toBe(ahead <= 0);
        expect(date.turnsOn).toBe(ahead <= 0 ? undefined : firstTurn(today, reply));
      }),
    );
  });

  test('has somebody a year older from exactly the day that is noted', () => {
    fc.assert(
      fc.property(day, moving, day, (today, move, birth) => {
        const reply = (date: ReferenceDate) => date.age(birth, move);
        const date = new ReferenceDate(today);
        reply(date);
        expect(date.turnsOn).toBe(firstTurn(today, reply));
      }),
    );
  });
});
