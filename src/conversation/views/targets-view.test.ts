import { describe, expect, test } from '@jest/globals';
import { texts } from '../../../test/support/talk.ts';
import type { Goal, Target, Unit } from '../../rulebook/targets.ts';
import { standingOf, type FigureStanding } from '../../targets/standing.ts';
import { targetRow, targetsView } from './targets-view.ts';

const today = '2026-04-01';
const wording = { say: texts('da'), language: 'da' as const, today };

const targetOf = (id: string, goal: Goal, unit: Unit, figures: string[]): Target => ({
  id,
  statement: { da: 'Et mål.', en: 'A target.' },
  source: { document: 'Opdigtet plan', section: 'Mål', line: 7 },
  keywords: [],
  figures: figures.map((figure) => ({
    id: figure,
    name: { da: `Tallet ${figure}`, en: `The figure ${figure}` },
    unit,
    goal,
  })),
});

/** A figure that the cases show to be so much. */
const standing = (goal: Goal, value: number, unit: Unit = 'citizens'): FigureStanding => {
  const target = targetOf('TAL-1', goal, unit, ['tal']);
  const [figure] = target.figures;
  if (figure === undefined) throw new Error('the target has a figure');
  return standingOf(target, figure, { value, few: value < 5, unknown: 0 }, [], today);
};
/** Targets nobody knows the figures of, each with so many. */
const unknown = (...sizes: number[]): FigureStanding[] =>
  sizes.flatMap((size, index) => {
    const figures = Array.from({ length: size }, (_, nth) => `${index}-${nth}`);
    const target = targetOf(`TAL-${index}`, { atLeast: 9 }, 'count', figures);
    return target.figures.map((figure) => standingOf(target, figure, undefined, [], today));
  });

const rulebook = { document: 'Opdigtet plan', validTo: '2026-12-31' };
const view = (standings: FigureStanding[], from = 0, mayEnter = false) =>
  targetsView(standings, rulebook, { from, rows: 8, mayEnter }, wording);
const buttons = (standings: FigureStanding[], from = 0) =>
  view(standings, from).actions.map(({ title, data }) => [title, data['from']]);
const bar = (goal: Goal, value: number) => {
  const drawn = targetRow(standing(goal, value), wording).bar;
  return drawn && drawn.filled + drawn.rest;
};

describe('The bar of a figure', () => {
  test('is as long for every value, filled in proportion, and full only when the goal is met', () => {
    expect(bar({ atLeast: 1000 }, 5)).toBe('░'.repeat(16));
    expect(bar({ atLeast: 1000 }, 500)).toBe('█'.repeat(8) + '░'.repeat(8));
    expect(bar({ atLeast: 1000 }, 999)).toBe('█'.repeat(15) + '░');
    expect(bar({ atLeast: 1000 }, 1000)).toBe('█'.repeat(16));
  });

  test('has a mark at the goal where the value goes beyond it', () => {
    expect(bar({ atMost: 1000 }, 2000)).toBe('████████│███████');
    expect(bar({ atMost: 1000 }, 1001)).toBe('██████████████│█');
    expect(bar({ atMost: 1000 }, 900_000)).toBe('│███████████████');
  });

  test('is not drawn where there is no goal to draw it against', () => {
    expect(bar({ none: true }, 500)).toBeUndefined();
    expect(bar({ up: true }, 500)).toBeUndefined();
  });
});

describe('The card of the targets', () => {
  test('says how many are reached, in the tone of the worst', () => {
    const reached = standing({ atLeast: 10 }, 10);
    const open = standing({ atLeast: 10 }, 9);
    const followed = standing({ none: true }, 9);
    expect(view([open, reached, followed]).headline).toMatchObject({
      title: '1 af 2 måltal er nået',
      tone: 'warning',
      symbol: '◔',
    });
    expect(view([reached]).headline).toMatchObject({ title: '1 af 1 måltal er nået', tone: 'good' });
    expect(view([...unknown(1), reached]).headline).toMatchObject({ tone: 'default' });
    expect(view([followed]).headline.title).toBe('Tallene, som planen følger');
  });

  test('holds about eight figures; the rest comes with a click, and one goes back', () => {
    const many = unknown(...Array.from({ length: 20 }, () => 1));
    expect(view(many).rows).toHaveLength(8);
    expect(buttons(many)).toEqual([['Vis flere', 8]]);
    expect(view(many, 8).notes).toContain('Viser nr. 9–16 af 20, de værste først.');
    expect(buttons(many, 8)).toEqual([
      ['Vis flere', 16],
      ['Vis de forrige', 0],
    ]);
    expect(view(many, 16).rows).toHaveLength(4);
    expect(buttons(many, 16)).toEqual([['Vis de forrige', 8]]);
  });

  test('does not tear a target apart', () => {
    const sizes = unknown(3, 3, 3, 12, 1);
    expect([0, 6, 9, 21].map((from) => view(sizes, from).rows.length)).toEqual([6, 3, 12, 1]);
  });

  test('asked for a page that is not there any more shows the last', () => {
    expect(view(unknown(9, 1), 400).rows).toHaveLength(1);
  });

  test('says once the plan has ended', () => {
    const late = targetsView(
      unknown(1),
      { ...rulebook, validTo: '2025-12-31' },
      { from: 0, rows: 8, mayEnter: false },
      wording,
    );
    expect(late.notes[0]).toContain('31. december 2025');
    expect(view(unknown(1)).notes.join()).not.toContain('31. december');
  });

  test('tells a fraction of a percent, kroner, and one of a thing in their own words', () => {
    const goal = (value: number, unit: Unit) => targetRow(standing({ atMost: value }, 5, unit), wording).goal;
    expect(goal(18.5, 'percent')).toBe('Mål: højst 18,5 %');
    expect(goal(2_200_000, 'kr')).toBe('Mål: højst 2.200.000 kr.');
    expect(goal(1, 'companies')).toBe('Mål: højst 1 virksomhed');
    expect(goal(2, 'companies')).toBe('Mål: højst 2 virksomheder');
  });
});
