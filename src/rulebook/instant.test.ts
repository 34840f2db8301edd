import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isoOf } from './calendar.ts';
import { instantAt, instantOf, isoInstantOf, localTimeOf } from './instant.ts';

const hour = 3_600_000;

describe('what Danish clocks show', () => {
  test('agrees with Temporal, every third hour from 2015 to 2030', () => {
    for (let instant = Date.UTC(2015, 0, 1); instant < Date.UTC(2030, 11, 31); instant += 3 * hour) {
      const oracle = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Copenhagen');
      const { day, ms } = localTimeOf(instant);
      const shown = `${isoOf(day)} ${ms / hour}`;
      if (shown !== `${oracle.toPlainDate().toString()} ${oracle.hour}`) expect(shown).toBe(oracle.toString());
      const back = instantAt({ day, ms });
      if (back !== instant) expect(isoInstantOf(back).slice(0, 19)).toBe(isoInstantOf(instant).slice(0, 19));
    }
  });

  test('the hours around both changes to summer time and back', () => {
    expect(isoInstantOf(instantOf('2024-03-31T00:59:59Z'))).toBe('2024-03-31T01:59:59+01:00');
    expect(isoInstantOf(instantOf('2024-03-31T01:00:00Z'))).toBe('2024-03-31T03:00:00+02:00');
    expect(isoInstantOf(instantOf('2024-10-27T00:59:59Z'))).toBe('2024-10-27T02:59:59+02:00');
    expect(isoInstantOf(instantOf('2024-10-27T01:00:00Z'))).toBe('2024-10-27T02:00:00+01:00');
  });
});

describe('an instant as it comes in', () => {
  test.each([
    ['2024-05-08T14:30:00+02:00', '2024-05-08T14:30:00+02:00'],
    ['2024-05-08T12:30:00Z', '2024-05-08T14:30:00+02:00'],
    ['2024-05-08T12:30Z', '2024-05-08T14:30:00+02:00'],
    ['2024-05-08T12:30:05.25Z', '2024-05-08T14:30:05+02:00'],
    ['2024-01-08T03:30:00-05:00', '2024-01-08T09:30:00+01:00'],
    ['2024-01-01T00:30:00+02:00', '2023-12-31T23:30:00+01:00'],
  ])('%s is %s', (given, shown) => {
    expect(instantOf(given)).toBe(Temporal.Instant.from(given).epochMilliseconds);
    expect(isoInstantOf(instantOf(given))).toBe(shown);
  });
});
