import type { ChartBar, WeekView } from '../../src/cards/views.ts';

const bar = (blocks: number, text: string): ChartBar => ({
  filled: '█'.repeat(blocks),
  rest: '░'.repeat(16 - blocks),
  text,
});

/** Two teams' week: one that is behind, one that is not. */
export const week: WeekView = {
  view: 'week',
  headline: {
    symbol: '!',
    title: 'Ugens overblik: 14 punkter er over tiden',
    tone: 'warning',
    about: 'Jobparate og Sygedagpenge · mandag den 22. maj 2023',
  },
  notes: ['Overblikket skulle være kommet kl. 8.00.'],
  sections: [
    {
      title: 'Jobparate',
      chart: {
        caption: 'Over tiden, hver mandag',
        bars: [
          bar(8, '7 · man. 24.4'),
          bar(10, '9 · man. 1.5'),
          bar(12, '11 · man. 8.5'),
          bar(13, '12 · man. 15.5'),
          bar(16, '14 · i dag'),
        ],
      },
      lines: [
        {
          symbol: '!',
          tone: 'attention',
          text: 'Over tiden: 14 · Forfalder snart: 9 · Uden dato: 3',
          place:
            '2 flere over tiden end for en uge siden · Over tiden dag for dag: man. 15.5: 12, tirs. 16.5: 12, ons. 17.5: 13, fre. 19.5: 15',
        },
        {
          symbol: '◔',
          tone: 'warning',
          text: '4 anmodninger venter på svar, den ældste i 6 arbejdsdage · 2 har brugt over halvdelen af tiden',
          place:
            'Ældst: TST-2023-00417, spurgt af Kirsten Opdigtet · Venter på funktionslederen (3) og fagkonsulenten (1)',
        },
        {
          symbol: '✕',
          tone: 'attention',
          text: '2 anmodninger blev ikke besluttet til tiden de seneste 7 dage',
          place: 'TST-2023-00398 udløb tors. 18.5 uden svar · TST-2023-00402 udløb ons. 17.5 uden svar',
        },
        {
          symbol: 'i',
          text: 'Teamets egne tal: Øvrig vejledning og opkvalificering 42 %, Virksomhedsrettede tilbud 31 %',
          place: 'Planens mål gælder hele kommunen og står nederst.',
        },
      ],
    },
    {
      title: 'Sygedagpenge',
      lines: [
        { symbol: '✓', tone: 'good', text: 'Over tiden: 0 · Forfalder snart: 2 · Uden dato: 0' },
        { symbol: '✓', tone: 'good', text: 'Ingen anmodninger venter på svar' },
        { symbol: '✓', tone: 'good', text: 'Ingen anmodninger udløb uden svar de seneste 7 dage' },
      ],
    },
    {
      title: 'Planens mål for hele kommunen',
      lines: [
        {
          symbol: '◔',
          tone: 'warning',
          text: 'Virksomhedsrettede tilbud: Ikke nået endnu',
          place: 'I dag ifølge sagerne: 38 % · Mål: over 45 % (31. december 2022)',
        },
        {
          symbol: '✓',
          tone: 'good',
          text: 'Ordinær uddannelse: Nået',
          place: 'I dag ifølge sagerne: 15 % · Mål: omkring 15 %',
        },
        { symbol: '→', text: 'Der er 7 mål mere.' },
      ],
    },
  ],
  actions: [
    {
      title: 'Få det hver mandag kl. 8',
      verb: 'ask',
      data: { text: 'send mig ugens overblik mandag kl. 8' },
      checksInputs: false,
    },
    { title: 'Vis målene', verb: 'show-targets', data: { from: 0 }, checksInputs: false },
  ],
};
