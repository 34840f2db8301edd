import type { SegmentsView, TargetsView } from '../../src/cards/views.ts';
import { source } from './sample-parts.ts';

export const targets: TargetsView = {
  view: 'targets',
  headline: {
    symbol: '✕',
    title: '1 af 5 måltal er nået',
    tone: 'attention',
    about: 'Indsatsstrategi 2023 · 19. maj 2023',
  },
  notes: ['1 måltal mangler et tal, som sagerne ikke kan vise.', 'Viser nr. 1–5 af 12, de værste først.'],
  rows: [
    {
      symbol: '✕',
      tone: 'attention',
      name: 'Borgere med mere end tre års ledighed',
      bar: { filled: '████████████│███', rest: '' },
      value: '31. december 2022: 1.430 borgere. Kilde: Jobindsats, udtræk 12. januar 2023',
      goal: 'Mål: højst 1.150 borgere · senest 31. december 2022',
      state: 'Ikke nået til tiden',
      details: [
        'Udgangspunkt: 1.200 borgere (31. december 2020)',
        'I dag ifølge sagerne: 1.371 borgere',
        'Viser kun de sager, der er læst ind i Makker.',
      ],
      place: source('RULE-60', 112),
    },
    {
      symbol: '◔',
      tone: 'warning',
      name: 'Borgere i virksomhedsrettede tilbud',
      bar: { filled: '███████████', rest: '░░░░░' },
      value: 'I dag ifølge sagerne: 1.102 borgere',
      goal: 'Mål: mindst 1.500 borgere · senest 31. december 2023',
      state: 'Ikke nået endnu',
      details: ['I 12 sager mangler en oplysning, så de er ikke talt med.'],
      place: source('RULE-57', 108),
    },
    {
      symbol: '?',
      tone: 'default',
      name: 'Virksomheder med en samarbejdsaftale',
      goal: 'Mål: mindst 35 % · senest 31. december 2023',
      state: 'Mangler et tal udefra',
      details: [],
      place: source('RULE-59', 110),
    },
    {
      symbol: '○',
      tone: 'default',
      name: 'Andel i praktik, der er delvist raskmeldt',
      value: 'I dag ifølge sagerne: for få personer til, at tallet kan vises',
      goal: 'Mål: over 15 % (31. december 2021)',
      state: 'For få personer til at sige, om målet er nået',
      details: [],
      place: source('RULE-62', 114),
    },
    {
      symbol: '✓',
      tone: 'good',
      name: 'Andel af tilbud, der er virksomhedspraktik',
      bar: { filled: '████████████████', rest: '' },
      value: 'I dag ifølge sagerne: 40 %',
      goal: 'Mål: omkring 40 %',
      state: 'Nået',
      details: [],
      place: source('RULE-14', 52),
    },
  ],
  actions: [
    { title: 'Vis flere', verb: 'show-targets', data: { from: 5 }, checksInputs: false },
    { title: 'Indtast et tal', verb: 'enter-figure', data: {}, checksInputs: false },
  ],
};

export const segments: SegmentsView = {
  view: 'segments',
  headline: { symbol: 'i', title: 'Planens grupper', tone: 'default', about: 'Team: Jobparate · 19. maj 2023' },
  notes: ['Er der færre end 5 i en gruppe, viser jeg ikke tallet, så ingen kan genkendes.'],
  rows: [
    {
      name: 'kernearbejdskraft',
      count: '64 borgere',
      bar: { filled: '████████████████', rest: '' },
      statement: 'Borgere i kernearbejdskraften har været på offentlig forsørgelse i under 6 måneder.',
      place: source('RULE-13', 210),
    },
    {
      name: 'i risiko',
      count: '22 borgere',
      bar: { filled: '█████', rest: '░░░░░░░░░░░' },
      statement: 'Borgere i risiko kan ende som langtidsforsørgede, hvis de ikke får en fokuseret indsats.',
      place: source('RULE-14', 212),
    },
    {
      name: 'på kanten',
      count: 'under 5 borgere',
      statement: 'Borgere på kanten af arbejdsmarkedet har fået offentlig forsørgelse de sidste tre år.',
      place: source('RULE-20', 219),
    },
  ],
  actions: [],
};
