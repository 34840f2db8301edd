import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { TeamWeek, Week } from '../../agenda/week.ts';
import { plainText } from '../../cards/plain-text.ts';
import { createCards } from '../../cards/render.ts';
import { loadTexts } from '../../cards/texts.ts';
import type { Language } from '../../contract/language.ts';
import type { TargetFigure } from '../../rulebook/targets.ts';
import type { FigureStanding } from '../../targets/standing.ts';
import { casesNamed, weekView } from './week-view.ts';

const dir = join(import.meta.dirname, '../../../cards');
const texts = loadTexts(join(dir, 'texts'));
const cards = createCards(dir);
// A Wednesday.
const today = '2026-04-22';

const counts = (overdue: number) => ({ overdue, soon: 2, undated: 1 });
const past = (day: string, overdue: number) => ({ day, counts: counts(overdue) });
const none = { count: 0, pastHalf: 0, for: [] };

const teamOf = (name: string, more: Partial<TeamWeek> = {}): TeamWeek => ({
  id: name,
  name,
  now: counts(8),
  weeks: [],
  days: [],
  waiting: none,
  late: [],
  figures: [],
  ...more,
});
const weekOf = (teams: TeamWeek[], more: Partial<Week> = {}): Week => ({
  day: today,
  counts: counts(8),
  teams,
  targets: [],
  ...more,
});
const view = (week: Week, language: Language = 'da') =>
  weekView(week, { name: (id) => `${id} Opdigtet`, subscribed: true }, { say: texts(language), language, today });
const [da, en] = (['da', 'en'] as const).map((language) => (team: Partial<TeamWeek>) => {
  const { sections } = view(weekOf([teamOf('Nord', team)]), language);
  return sections.flatMap(({ lines }) => lines.map(({ text, place = '' }) => `${text} | ${place}`));
});

const figure: TargetFigure = {
  id: 'company-based',
  name: { da: 'Andel virksomhedsrettede tilbud', en: 'Share of company-based offers' },
  unit: 'percent',
  goal: { atLeast: 40 },
};
const standing: FigureStanding = {
  target: {
    id: 'RULE-1',
    statement: figure.name,
    source: { document: 'Opdigtet plan', section: 'Mål', line: 1 },
    keywords: [],
    figures: [figure],
  },
  figure,
  state: 'not-reached',
  measures: [{ value: 25, on: today, few: false }],
  gap: 0.4,
};

describe('A team’s week', () => {
  test('draws the same day of each week there was a digest on, up to today', () => {
    const weeks = [past('2026-04-08', 16), past('2026-04-15', 4)];
    const [section] = view(weekOf([teamOf('Nord', { weeks })])).sections;
    expect(section?.chart?.caption).toBe('Over tiden, hver onsdag');
    expect(section?.chart?.bars).toEqual([
      { filled: '█'.repeat(16), rest: '', text: '16 · ons. 8.4' },
      { filled: '█'.repeat(4), rest: '░'.repeat(12), text: '4 · ons. 15.4' },
      { filled: '█'.repeat(8), rest: '░'.repeat(8), text: '8 · i dag' },
    ]);
    expect(view(weekOf([teamOf('Nord')])).sections[0]?.chart).toBeUndefined();
  });

  test.each([
    [6, '2 flere over tiden end for en uge siden', '2 more overdue than a week ago'],
    [9, '1 færre over tiden end for en uge siden', '1 fewer overdue than a week ago'],
    [8, 'Lige så mange over tiden som for en uge siden', 'As many overdue as a week ago'],
  ])('against %i a week ago says so', (before, danish, english) => {
    const team = { weeks: [past('2026-04-15', before)], days: [past('2026-04-20', 7), past('2026-04-21', 7)] };
    expect(da?.(team)[0]).toBe(
      `Over tiden: 8 · Forfalder snart: 2 · Uden dato: 1 | ${danish} · Over tiden dag for dag: man. 20.4: 7, tirs. 21.4: 7`,
    );
    expect(en?.(team)[0]).toContain(english);
  });

  test('says how long requests have waited, whose they are, and for whom they wait', () => {
    const waiting = {
      count: 3,
      pastHalf: 1,
      oldest: { caseId: 'C-1', askedBy: 'kirsten', workingDays: 6 },
      for: [
        { roles: ['functional-lead' as const], count: 2 },
        { roles: ['specialist' as const, 'team-lead' as const], count: 1 },
      ],
    };
    expect(da?.({ waiting })[1]).toBe(
      '3 anmodninger venter på svar, den ældste i 6 arbejdsdage · 1 har brugt over halvdelen af tiden | Ældst: C-1, spurgt af kirsten Opdigtet · Venter på funktionslederen (2) og fagkonsulenten eller lederen (1)',
    );
    const fresh = { ...waiting, count: 1, pastHalf: 0, oldest: { ...waiting.oldest, workingDays: 0 } };
    expect(en?.({ waiting: fresh })[1]).toContain('1 request is waiting for an answer, for less than a working day |');
  });

  test('names three of the late decisions and counts the rest', () => {
    const late = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5'].map((caseId, index) => ({
      caseId,
      state: index === 0 ? ('approved' as const) : ('expired' as const),
      expiresOn: '2026-04-17',
      endedOn: '2026-04-19',
    }));
    expect(da?.({ late })[2]).toBe(
      '5 anmodninger blev ikke besluttet til tiden de seneste 7 dage | C-1 blev besluttet 2 dage efter fristen · C-2 udløb fre. 17.4 uden svar · C-3 udløb fre. 17.4 uden svar · og 2 mere',
    );
    expect(casesNamed(weekOf([teamOf('Nord', { late })]))).toEqual(['C-1', 'C-2', 'C-3']);
  });

  test('tells the team’s part of a target, unless too few people are counted', () => {
    const share = { standing, value: 31.5, few: false, unknown: 0 };
    expect(da?.({ figures: [share] })[3]).toContain('Teamets egne tal: Andel virksomhedsrettede tilbud 31,5 %');
    expect(da?.({ figures: [{ ...share, few: true }] })).toHaveLength(3);
  });
});

describe('The whole card', () => {
  test.each(['da', 'en'] as const)('fits, in %s, however much there is to tell', (language) => {
    const long = 'Virksomhedsrettet indsats for unge uden uddannelse '.repeat(3);
    const teams = Array.from({ length: 6 }, (_, index) =>
      teamOf(`${long}${index}`, {
        now: counts(999),
        weeks: ['2026-03-25', '2026-04-01', '2026-04-08', '2026-04-15'].map((day) => past(day, 998)),
        days: ['2026-04-15', '2026-04-16', '2026-04-17', '2026-04-20', '2026-04-21'].map((day) => past(day, 997)),
        waiting: {
          count: 400,
          pastHalf: 200,
          oldest: { caseId: 'TESTBY-2026-00417', askedBy: 'kirsten', workingDays: 60 },
          for: Array.from({ length: 6 }, () => ({ roles: ['functional-lead', 'specialist'], count: 60 })),
        },
        late: Array.from({ length: 300 }, () => ({
          caseId: 'TESTBY-2026-00398',
          state: 'expired',
          expiresOn: '2026-04-17',
          endedOn: '2026-04-18',
        })),
        figures: Array.from({ length: 8 }, () => ({ standing, value: 31.5, few: false, unknown: 0 })),
      }),
    );
    const targets = Array.from({ length: 40 }, () => standing);
    const others = { teams: 34, counts: counts(4000) };
    const shown = plainText(cards.render(view(weekOf(teams, { targets, others }), language), language).card);
    for (const { name } of teams) expect(shown.replaceAll('\u200b', '')).toContain(name);
    expect(shown).toContain(language === 'da' ? 'Der er 35 mål mere.' : 'There are 35 more targets.');
  });

  test('is green when nothing is overdue', () => {
    const quiet = view(weekOf([teamOf('Nord', { now: counts(0) })], { counts: counts(0) }));
    expect(quiet.headline).toMatchObject({ symbol: '✓', title: 'Ugens overblik: intet er over tiden' });
  });
});
