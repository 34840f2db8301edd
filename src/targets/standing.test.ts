import { describe, expect, test } from '@jest/globals';
import type { Goal, Target, TargetFigure, Unit } from '../rulebook/targets.ts';
import type { EnteredFigure } from './entered-figure.ts';
import { standingOf } from './standing.ts';

const today = '2026-04-01';
const name = { da: 'Borgere i tilbud', en: 'Citizens in offers' };

const figureOf = (goal: Goal, unit: Unit = 'citizens', more: Partial<TargetFigure> = {}): TargetFigure => ({
  id: 'citizens',
  name,
  unit,
  goal,
  ...more,
});
const targetOf = (figure: TargetFigure, by?: string): Target => ({
  id: 'PLAN-1',
  statement: name,
  source: { document: 'Plan', section: 'Mål', line: 1 },
  keywords: [],
  figures: [figure],
  ...(by === undefined ? {} : { by }),
});
const entered = (value: number, on: string): EnteredFigure => ({
  id: `PLAN-1~citizens~${on}`,
  municipality: 'testby',
  target: 'PLAN-1',
  figure: 'citizens',
  on,
  value,
  source: 'Rapport',
  by: 'lone',
  at: '2026-03-31T09:00:00Z',
  before: [],
});
const cases = (value: number, few = value < 5) => ({ value, few, unknown: 0 });

const standing = (
  figure: TargetFigure,
  { count, figures = [], by }: { count?: ReturnType<typeof cases>; figures?: EnteredFigure[]; by?: string },
) => standingOf(targetOf(figure, by), figure, count, figures, today);

describe('Whether a goal is reached', () => {
  test.each<[string, Goal, number, string]>([
    ['at least, exactly on it', { atLeast: 100 }, 100, 'reached'],
    ['at least, one below', { atLeast: 100 }, 99, 'not-reached'],
    ['at most, exactly on it', { atMost: 100 }, 100, 'reached'],
    ['at most, one above', { atMost: 100 }, 101, 'not-reached'],
    ['about, a tenth below', { about: 100 }, 90, 'reached'],
    ['about, more than a tenth below', { about: 100 }, 89, 'not-reached'],
    ['about, a tenth above', { about: 100 }, 110, 'reached'],
    ['about, more than a tenth above', { about: 100 }, 111, 'not-reached'],
    ['the plan sets no figure', { none: true }, 100, 'followed'],
  ])('%s', (_, goal, value, state) => {
    expect(standing(figureOf(goal), { count: cases(value) }).state).toBe(state);
  });

  test.each<[string, Goal, number, string]>([
    ['up, above where it started', { up: true }, 56, 'reached'],
    ['up, where it started', { up: true }, 55, 'not-reached'],
    ['down, below where it started', { down: true }, 54, 'reached'],
    ['down, where it started', { down: true }, 55, 'not-reached'],
  ])('%s', (_, goal, value, state) => {
    const figure = figureOf(goal, 'companies', { baseline: { value: 55, on: '2025-12-31' } });
    expect(standing(figure, { figures: [entered(value, today)] }).state).toBe(state);
  });

  test('a trend without a start is not judged; the first figure entered becomes its start', () => {
    const figure = figureOf({ up: true }, 'companies');
    expect(standing(figure, { figures: [entered(60, '2026-03-01')] }).state).toBe('needs-baseline');
    const two = standing(figure, { figures: [entered(60, '2026-03-01'), entered(50, '2026-01-01')] });
    expect(two).toMatchObject({ state: 'reached', baseline: { value: 50, on: '2026-01-01' } });
  });
});

describe('The day of the goal', () => {
  const figure = figureOf({ atLeast: 100 });

  test('lies ahead or is today: not reached yet', () => {
    expect(standing(figure, { count: cases(50), by: '2026-04-02' }).state).toBe('not-reached');
    expect(standing(figure, { count: cases(50), by: today }).state).toBe('not-reached');
  });

  test('has passed: missed', () => {
    expect(standing(figure, { count: cases(50), by: '2026-03-31' }).state).toBe('missed');
  });

  test('has passed: the first figure entered for it or later is judged, not what the cases show now', () => {
    const figures = [entered(130, '2026-03-20'), entered(120, '2026-03-31'), entered(90, '2026-04-01')];
    const stands = standing(figure, { count: cases(50), figures, by: '2026-03-31' });
    expect(stands.state).toBe('reached');
    expect(stands.measures.map(({ value }) => value)).toEqual([120, 50, 90]);
  });

  test('has passed and all figures are from before it: a newer one is needed, good or bad', () => {
    for (const value of [50, 150])
      expect(standing(figure, { figures: [entered(value, '2026-03-20')], by: '2026-03-31' }).state).toBe(
        'needs-figure',
      );
  });
});

describe('Computed and entered figures', () => {
  const figure = figureOf({ atLeast: 100 });

  test('stand beside one another, what the cases show today before an older entry', () => {
    const stands = standing(figure, { count: cases(120), figures: [entered(80, '2026-03-01')] });
    expect(stands.measures).toMatchObject([
      { value: 120, on: today },
      { value: 80, on: '2026-03-01' },
    ]);
    expect(stands.state).toBe('reached');
  });

  test('of the same day: the entered one is judged', () => {
    const stands = standing(figure, { count: cases(120), figures: [entered(80, today)] });
    expect(stands.measures.map(({ value }) => value)).toEqual([80, 120]);
    expect(stands.state).toBe('not-reached');
  });

  test('for days to come are not looked at yet', () => {
    expect(standing(figure, { figures: [entered(80, '2026-04-02')] })).toMatchObject({
      state: 'needs-figure',
      measures: [],
    });
  });
});

describe('Fewer than five people', () => {
  test('do not show through the state: it is told only where it is the same for none to four', () => {
    expect(standing(figureOf({ atLeast: 1600 }), { count: cases(3) }).state).toBe('not-reached');
    expect(standing(figureOf({ atMost: 4 }), { count: cases(3) }).state).toBe('reached');
    for (const value of [0, 3, 4])
      expect(standing(figureOf({ atMost: 3 }), { count: cases(value) }).state).toBe('too-few');
  });

  test('leave a share unjudged', () => {
    expect(standing(figureOf({ atLeast: 20 }, 'percent'), { count: cases(90, true) }).state).toBe('too-few');
  });

  test('are hidden in what was entered, too, but five companies or three agreements are not people', () => {
    const few = (unit: Unit) => standing(figureOf({ atLeast: 100 }, unit), { figures: [entered(3, today)] });
    expect(few('citizens').measures[0]?.few).toBe(true);
    expect(few('people').measures[0]?.few).toBe(true);
    expect(few('agreements').measures[0]?.few).toBe(false);
  });
});
