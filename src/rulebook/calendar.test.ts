import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  add,
  addMonths,
  ageOn,
  dayOf,
  firstDayOfMonth,
  isoOf,
  lastDayOfPeriod,
  monthIndexOf,
  weekdayOf,
} from './calendar.ts';

const first = Temporal.PlainDate.from('1999-01-01');
const last = Temporal.PlainDate.from('2040-12-31');

/** Every day of the span, as the oracle has it. */
const everyDay: { date: Temporal.PlainDate; day: number }[] = [];
for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
  everyDay.push({ date, day: dayOf(date.toString()) });

/** The first day on which the calendar and the oracle disagree, with what each says. */
const firstDisagreement = (
  ours: (day: number) => unknown,
  oracle: (date: Temporal.PlainDate) => unknown,
): string | undefined => {
  for (const { date, day } of everyDay) {
    const [mine, theirs] = [ours(day), oracle(date)];
    if (mine !== theirs) return `${date.toString()}: ${String(mine)}, but Temporal says ${String(theirs)}`;
  }
  return undefined;
};

describe('every day from 1999 to 2040 agrees with Temporal', () => {
  test('there are 15,341 of them, one after the other', () => {
    expect(everyDay.length).toBe(15_341);
    expect(dayOf('1970-01-01')).toBe(0);
    expect(everyDay.every(({ day }, index) => day === dayOf('1999-01-01') + index)).toBe(true);
  });

  test('a date read and written again is the same date', () => {
    expect(
      firstDisagreement(
        (day) => isoOf(day),
        (date) => date.toString(),
      ),
    ).toBeUndefined();
  });

  test('the weekday', () => {
    expect(firstDisagreement(weekdayOf, (date) => date.dayOfWeek)).toBeUndefined();
  });

  test('the month, counted from year 0, and its first day', () => {
    expect(firstDisagreement(monthIndexOf, (date) => date.year * 12 + date.month - 1)).toBeUndefined();
    expect(
      firstDisagreement(
        (day) => isoOf(firstDayOfMonth(monthIndexOf(day))),
        (date) => date.with({ day: 1 }).toString(),
      ),
    ).toBeUndefined();
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])('%i months later, clamped', (months) => {
    expect(
      firstDisagreement(
        (day) => isoOf(addMonths(day, months)),
        (date) => date.add({ months }).toString(),
      ),
    ).toBeUndefined();
  });

  test.each([
    { n: 55, unit: 'days' },
    { n: 13, unit: 'weeks' },
    { n: 1, unit: 'months' },
    { n: 5, unit: 'years' },
  ] as const)('$n $unit later and earlier', ({ n, unit }) => {
    expect(
      firstDisagreement(
        (day) => isoOf(add(day, { n, unit })),
        (date) => date.add({ [unit]: n }).toString(),
      ),
    ).toBeUndefined();
    expect(
      firstDisagreement(
        (day) => isoOf(add(day, { n, unit }, -1)),
        (date) => date.subtract({ [unit]: n }).toString(),
      ),
    ).toBeUndefined();
  });

  test.each([3, 6])('the last day of a period of %i months', (n) => {
    expect(
      firstDisagreement(
        (day) => isoOf(lastDayOfPeriod(day, { n, unit: 'months' })),
        (date) => {
          const month = date.with({ day: 1 }).add({ months: n });
          return date.day > month.daysInMonth
            ? month.with({ day: month.daysInMonth }).toString()
            : month.with({ day: date.day }).subtract({ days: 1 }).toString();
        },
      ),
    ).toBeUndefined();
  });

  test.each([13])('%i weeks are that many times seven days, the first one counted', (n) => {
    expect(
      firstDisagreement(
        (day) => isoOf(lastDayOfPeriod(day, { n, unit: 'weeks' })),
        (date) => date.add({ days: 7 * n - 1 }).toString(),
      ),
    ).toBeUndefined();
  });

  test.each(['1980-02-29', '1988-12-31'])('the age of someone born %s', (born) => {
    const birth = Temporal.PlainDate.from(born);
    expect(
      firstDisagreement(
        (day) => ageOn(dayOf(born), day),
        (date) => {
          const years = date.year - birth.year;
          return Temporal.PlainDate.compare(birth.add({ years }), date) <= 0 ? years : years - 1;
        },
      ),
    ).toBeUndefined();
  });
});

describe('the phrases of a plan', () => {
  const months = (n: number) => ({ n, unit: 'months' }) as const;
  const weeks = (n: number) => ({ n, unit: 'weeks' }) as const;

  test.each([
    ['3 months from 13 March end on 12 June', '2023-03-13', months(3), '2023-06-12'],
    ['3 months from 30 November end on the last day of February', '2022-11-30', months(3), '2023-02-28'],
    ['and in a leap year on the 29th', '2023-11-30', months(3), '2024-02-29'],
    ['3 months from 29 November end on 28 February, there being no 29th', '2022-11-29', months(3), '2023-02-28'],
    ['but on 28 February in a leap year too, the day before the 29th', '2023-11-29', months(3), '2024-02-28'],
    ['6 months from 31 August end on the last day of February', '2022-08-31', months(6), '2023-02-28'],
    ['1 month from 1 January is January', '2023-01-01', months(1), '2023-01-31'],
    ['2 weeks from 1 March end on 14 March', '2023-03-01', weeks(2), '2023-03-14'],
    ['13 weeks from 1 March are 91 days', '2023-03-01', weeks(13), '2023-05-30'],
  ])('%s', (_, starts, length, ends) => {
    expect(isoOf(lastDayOfPeriod(dayOf(starts), length))).toBe(ends);
  });

  test('a month before 31 March is the last day of February', () => {
    expect(isoOf(add(dayOf('2023-03-31'), months(1), -1))).toBe('2023-02-28');
    expect(isoOf(add(dayOf('2024-03-31'), months(1), -1))).toBe('2024-02-29');
  });

  test('a year after 29 February is 28 February', () => {
    expect(isoOf(add(dayOf('2024-02-29'), { n: 1, unit: 'years' }))).toBe('2025-02-28');
  });

  test('someone born on 29 February comes of age on 28 February in a common year', () => {
    expect(ageOn(dayOf('2004-02-29'), dayOf('2022-02-27'))).toBe(17);
    expect(ageOn(dayOf('2004-02-29'), dayOf('2022-02-28'))).toBe(18);
  });
});
