import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../contract/case.ts';
import { dayOf, isoOf, monthIndexOf } from '../calendar.ts';
import { monthsWith, unbrokenSince } from './benefit-time.ts';

type Benefit = Case['benefit'];
const record = (benefit: Benefit): Case => ({
  id: 'C-1',
  municipality: 'testby',
  team: 'a',
  caseworker: 'ida',
  citizen: { name: 'Opdigtet Borger' },
  benefit,
});

describe('months with a benefit', () => {
  const months = (benefit: Benefit, today = '2024-03-15') =>
    monthsWith(record(benefit), ['kontanthjaelp', 'shy'], 12, monthIndexOf(dayOf(today)));

  test('are counted before the month of the reference date, which is not among them', () => {
    expect(months({ type: 'kontanthjaelp', since: '2024-03-01' })).toBe(0);
    expect(months({ type: 'kontanthjaelp', since: '2024-02-01' })).toBe(1);
  });

  test('a month counts if any day of it is covered', () => {
    expect(months({ type: 'kontanthjaelp', since: '2024-01-31' })).toBe(2);
    expect(
      months({
        type: 'fleksjob',
        since: '2024-01-02',
        history: [{ type: 'shy', from: '2023-12-31', to: '2024-01-01' }],
      }),
    ).toBe(2);
  });

  test('no more than were asked for', () => {
    expect(months({ type: 'kontanthjaelp', since: '2010-01-01' })).toBe(12);
  });

  test('a month with two of the benefits is one month, one with none of them is none', () => {
    expect(
      months({
        type: 'kontanthjaelp',
        since: '2024-02-15',
        history: [
          { type: 'shy', from: '2024-02-01', to: '2024-02-14' },
          { type: 'sygedagpenge', from: '2023-06-01', to: '2024-01-31' },
        ],
      }),
    ).toBe(1);
  });

  test('an earlier period without an end lasts until the present benefit begins', () => {
    expect(months({ type: 'fleksjob', since: '2024-01-01', history: [{ type: 'shy', from: '2023-11-10' }] })).toBe(2);
  });
});

describe('unbroken benefit time', () => {
  const since = (benefit: Benefit) => {
    const day = unbrokenSince(record(benefit), ['selvforsoergende', 'seniorpension']);
    return day === undefined ? undefined : isoOf(day);
  };

  test('begins with the present benefit where nothing came before', () => {
    expect(since({ type: 'kontanthjaelp', since: '2024-02-01' })).toBe('2024-02-01');
  });

  test('is joined with periods that end the day before the next begins, in whatever order they stand', () => {
    expect(
      since({
        type: 'kontanthjaelp',
        since: '2024-02-01',
        history: [
          { type: 'sygedagpenge', from: '2023-06-01' },
          { type: 'a-dagpenge', from: '2022-01-01', to: '2023-05-31' },
        ],
      }),
    ).toBe('2022-01-01');
  });

  test('is broken by a single day between', () => {
    expect(
      since({
        type: 'kontanthjaelp',
        since: '2024-02-01',
        history: [{ type: 'shy', from: '2023-01-01', to: '2024-01-30' }],
      }),
    ).toBe('2024-02-01');
  });

  test('is broken by a kind that breaks it, and there is none on such a kind', () => {
    expect(
      since({
        type: 'kontanthjaelp',
        since: '2024-02-01',
        history: [{ type: 'selvforsoergende', from: '2023-01-01' }],
      }),
    ).toBe('2024-02-01');
    expect(since({ type: 'seniorpension', since: '2024-02-01' })).toBeUndefined();
  });
});
