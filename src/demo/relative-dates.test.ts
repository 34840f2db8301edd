import { describe, expect, test } from '@jest/globals';
import { relativeDate, relativeInstant, sentenceWithDates, withDates } from './relative-dates.ts';

describe('a relative date', () => {
  test.each([
    ['today', '2026-03-31'],
    ['today - 1 day', '2026-03-30'],
    ['today + 5 weeks', '2026-05-05'],
    ['today - 1 month', '2026-02-28'],
    ['today + 1 year - 1 day', '2027-03-30'],
    ['today - 3 months + 10 days', '2026-01-10'],
  ])('%s is %s when today is the last of March', (text, date) => {
    expect(relativeDate(text, '2026-03-31')).toBe(date);
  });

  test.each(['2026-03-31', 'today 3 weeks', 'today - three weeks', 'from today', 'today-1 day'])(
    '%s is none',
    (text) => {
      expect(relativeDate(text, '2026-03-31')).toBeUndefined();
    },
  );

  test('is found at every depth of a record, and nothing else is touched', () => {
    const record = {
      name: 'Dags dato',
      offers: [{ starts: 'today', hours: 3, followUps: [{ on: 'today - 1 week' }] }],
    };
    expect(withDates(record, '2026-03-31')).toEqual({
      name: 'Dags dato',
      offers: [{ starts: '2026-03-31', hours: 3, followUps: [{ on: '2026-03-24' }] }],
    });
  });

  test('is written out inside a sentence, and a slip of the pen is left standing', () => {
    const spoken = (iso: string) => `<${iso}>`;
    expect(sentenceWithDates('til {today + 1 week}?', '2026-03-31', spoken)).toBe('til <2026-04-07>?');
    expect(sentenceWithDates('til {today + one week}?', '2026-03-31', spoken)).toBe('til {today + one week}?');
  });
});

describe('a time on a relative date', () => {
  test.each([
    ['today at 09:30', '2026-03-31T09:30:00+02:00'],
    ['today - 3 days at 23:05', '2026-03-28T23:05:00+01:00'],
  ])('%s is %s, by Danish clocks', (text, instant) => {
    expect(relativeInstant(text, '2026-03-31')).toBe(instant);
  });

  test.each(['today', 'today at nine', 'Monday at 09:30'])('%s is none', (text) => {
    expect(relativeInstant(text, '2026-03-31')).toBeUndefined();
  });
});
