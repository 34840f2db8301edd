import { describe, expect, test } from '@jest/globals';
import { isoInstant } from '../clock.ts';
import { isWeekDay, isWorkday, plannedAt, workingDaysBefore } from './digest-times.ts';

test.each([
  ['in winter', '2026-03-27', '07:30', '2026-03-27T06:30:00.000Z'],
  ['in summer', '2026-03-30', '07:30', '2026-03-30T05:30:00.000Z'],
  ['after summer time has ended', '2026-10-26', '08:05', '2026-10-26T07:05:00.000Z'],
])('A digest %s comes at its time by Danish clocks', (_, day, at, instant) => {
  expect(isoInstant(plannedAt(day, at))).toBe(instant);
});

test('There are no digests at weekends, on public holidays and on closing days', () => {
  const days = ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-06', '2026-04-07', '2026-12-24'];
  expect(days.filter((day) => isWorkday(day, ['12-24']))).toEqual(['2026-04-01', '2026-04-07']);
});

test('A digest looks back upon working days only', () => {
  expect(workingDaysBefore('2026-04-08', 3, [])).toEqual(['2026-03-31', '2026-04-01', '2026-04-07']);
});

describe("The day of the week's overview", () => {
  const monday = (day: string) => isWeekDay(day, 1, []);
  test('is the weekday that was named', () => {
    expect(['2026-04-13', '2026-04-14', '2026-04-15'].filter(monday)).toEqual(['2026-04-13']);
  });
  test('is the working day after it when that is a holiday', () => {
    expect(['2026-04-07', '2026-04-08'].filter(monday)).toEqual(['2026-04-07']);
    expect(['2026-05-15', '2026-05-18'].filter((day) => isWeekDay(day, 4, []))).toEqual(['2026-05-15']);
  });
});
