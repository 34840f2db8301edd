import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { dayOf, isoOf } from './calendar.ts';
import { isPublicHoliday, isWorkingDay, nextWorkingDay } from './working-days.ts';

const oracle = new Holidays('DK', { timezone: 'Europe/Copenhagen' });

/** Days the oracle keeps as public, but which are none by law. */
const fixedDays = ['06-05', '12-24', '12-31'];

const publicDays = (year: number): string[] =>
  oracle
    .getHolidays(year)
    .filter(({ type, rule }) => type === 'public' && !fixedDays.some((day) => rule.startsWith(day)))
    .map(({ date }) => date.slice(0, 10));

describe('Danish public holidays', () => {
  test('agree with an independent list, every year from 1999 to 2040', () => {
    for (let year = 1999; year <= 2040; year += 1) {
      const ours: string[] = [];
      for (let day = dayOf(`${year}-01-01`); day <= dayOf(`${year}-12-31`); day += 1)
        if (isPublicHoliday(day)) ours.push(isoOf(day));
      expect(ours).toEqual([...new Set(publicDays(year))].toSorted());
    }
  });

  test('store bededag is one until 2023 and none from 2024 on', () => {
    expect(isPublicHoliday(dayOf('2023-05-05'))).toBe(true);
    expect(isPublicHoliday(dayOf('2024-04-26'))).toBe(false);
  });

  test.each(['2024-05-01', '2024-06-05', '2024-12-24', '2024-12-31'])('%s is a working day', (date) => {
    expect(isWorkingDay(dayOf(date))).toBe(true);
  });
});

describe('A municipality that is closed', () => {
  test('every year on a day, or on one date', () => {
    const closed = ['12-24', '2024-06-05'];
    expect(isWorkingDay(dayOf('2024-12-24'), closed)).toBe(false);
    expect(isWorkingDay(dayOf('2025-12-24'), closed)).toBe(false);
    expect(isWorkingDay(dayOf('2024-06-05'), closed)).toBe(false);
    expect(isWorkingDay(dayOf('2025-06-05'), closed)).toBe(true);
  });

  test('the next working day lies behind the weekend, the holidays and the closing days', () => {
    expect(isoOf(nextWorkingDay(dayOf('2024-03-27')))).toBe('2024-04-02');
    expect(isoOf(nextWorkingDay(dayOf('2024-12-23'), ['12-24', '12-27']))).toBe('2024-12-30');
  });
});
