import type { DeadlinesView, DecisionView } from '../../src/cards/views.ts';
import { caseData, source } from './sample-parts.ts';

/** Realistic Danish views of an invented municipality, for looking at cards and for tests that need any card. */
export const needsApproval: DecisionView = {
  view: 'decision',
  headline: {
    symbol: '◔',
    title: 'Ja, når funktionslederen har godkendt det',
    tone: 'accent',
    about: 'Mette Sørensen · TST-2023-00417 · Ekstern mentor hos Sporskifte ApS',
  },
  reading: 'Jeg læser »til udgangen af august« som torsdag den 31. august 2023.',
  notes: [],
  findings: [
    {
      symbol: '✓',
      text: 'Prisen på 1.850 kr. om ugen ligger under grænsen på 2.200 kr.',
      place: source('RULE-31', 68),
      tone: 'good',
    },
    {
      symbol: '✓',
      text: 'Forløbet har et beskæftigelsesrettet mål.',
      place: source('RULE-05', 21),
      tone: 'good',
    },
    {
      symbol: 'i',
      text: 'Vurdér, om ordinære løntimer kan afløse mentoren i perioden.',
      place: source('RULE-12', 40),
    },
  ],
  approvals: [
    {
      symbol: '○',
      text: 'En forlængelse af ekstern mentor ud over 3 måneder skal drøftes med funktionslederen, før den sættes i gang. Kan gives af: Karen Holm eller Jens Bro',
      place: source('RULE-33', 72),
    },
  ],
  dates: [
    { symbol: '!', label: 'Forløbet slutter', date: '31. maj 2023', left: 'om 12 dage', tone: 'warning' },
    { symbol: '→', label: 'Seneste slutdato, reglerne tillader', date: '31. august 2023', left: 'om 104 dage' },
    { symbol: '✕', label: 'Opfølgning i forløbet', date: '16. maj 2023', left: '3 dage over', tone: 'attention' },
  ],
  todo: [],
  ways: [],
  reminders: {
    shown: [
      { symbol: 'i', text: 'Spørg til ordinære timer, når I taler om mentoren.', place: source('RULE-41', 88) },
      { symbol: 'i', text: 'Aftal, hvem der følger op hos virksomheden.', place: source('RULE-42', 90) },
      { symbol: 'i', text: 'Se, om CV’et er nyt.', place: source('RULE-43', 92) },
    ],
    more: [{ symbol: 'i', text: 'Overvej en samtale sammen med a-kassen.', place: source('RULE-44', 95) }],
  },
  inputs: [],
  reference: 'Svarets nummer: testby~TST-2023-00417~bcdfghjkmnpqrstvbcdf',
  actions: [
    { title: 'Anmod om godkendelse', verb: 'request-approval', data: caseData, style: 'positive' },
    { title: 'Vis reglen', verb: 'show-rule', data: { rule: 'RULE-33' }, checksInputs: false },
    {
      title: 'Hvad skal jeg nå i sagen?',
      verb: 'ask',
      data: { question: 'deadlines', ...caseData },
      checksInputs: false,
    },
  ],
};

export const denied: DecisionView = {
  view: 'decision',
  headline: {
    symbol: '✕',
    title: 'Nej, ikke efter kommunens regler',
    tone: 'attention',
    about: 'Jonas Østergård · TST-2023-00388 · Digital jobsøgning hos Jobvejen',
  },
  notes: ['Planens periode sluttede den 31. december 2023. Svaret bygger på den, indtil kommunen har vedtaget en ny.'],
  findings: [
    {
      symbol: '✕',
      text: 'Tilbuddet er rødt for borgere på sygedagpenge og må ikke sættes i gang.',
      place: source('RULE-26', 58),
      tone: 'attention',
    },
    {
      symbol: '✕',
      text: 'Prisen på 2.450 kr. om ugen er over grænsen på 2.200 kr.',
      place: source('RULE-31', 68),
      tone: 'attention',
    },
  ],
  approvals: [],
  dates: [],
  todo: [],
  ways: [
    { symbol: '→', text: 'Vælg et grønt tilbud: »Kom videre« eller »Fodfæste«.', place: source('RULE-27', 60) },
    { symbol: '→', text: 'Virksomhedspraktik i op til 13 uger kræver ingen godkendelse.' },
  ],
  assessment:
    'En funktionsleder kan foretage en konkret individuel vurdering og fravige reglerne, hvis det er det rigtige for borgeren.',
  inputs: [],
  actions: [
    { title: 'Anmod om en konkret vurdering', verb: 'request-approval', data: caseData },
    { title: 'Vis reglen', verb: 'show-rule', data: { rule: 'RULE-26' }, checksInputs: false },
  ],
};

export const needsInfo: DecisionView = {
  view: 'decision',
  headline: {
    symbol: '?',
    title: 'Det kommer an på tre ting, jeg ikke ved endnu',
    tone: 'warning',
    about: 'Amina Yusuf · TST-2023-00402 · Øvrig vejledning, start 5. juni 2023',
  },
  reading: 'Jeg læser »næste mandag« som mandag den 5. juni 2023.',
  notes: [],
  findings: [
    {
      symbol: '?',
      text: 'Prisen afgør, om tilbuddet er grønt eller gult, og om der skal være to tilbudsgivere.',
      place: source('RULE-31', 68),
      tone: 'warning',
    },
  ],
  approvals: [],
  dates: [],
  todo: [
    {
      symbol: '1',
      text: 'Indhent et tilbud fra en leverandør mere, så der er to at vælge imellem.',
      place: source('RULE-32', 70),
    },
    {
      symbol: '2',
      text: 'Overvej virksomhedspraktik, og skriv i sagen, hvorfor den ikke er mulig.',
      place: source('RULE-11', 38),
    },
  ],
  ways: [],
  inputs: [
    {
      id: 'offer.pricePerWeek',
      type: 'number',
      label: 'Hvad koster tilbuddet om ugen?',
      unit: 'kr.',
      min: 0,
      max: 50000,
    },
    {
      id: 'offer.assessment.companyOfferPossible',
      type: 'choice',
      label: 'Er et virksomhedsrettet tilbud muligt?',
      choices: [
        { title: 'Ja', value: 'true' },
        { title: 'Nej', value: 'false' },
      ],
    },
    {
      id: 'readiness.category',
      type: 'choice',
      label: 'Hvad er borgeren visiteret til?',
      choices: ['Jobparat', 'Aktivitetsparat', 'Uddannelsesparat', 'Aktivitetsparat ung', 'Ikke visiteret endnu'].map(
        (title) => ({
          title,
          value: title.toLowerCase(),
        }),
      ),
    },
    { id: 'firstAbsenceOn', type: 'date', label: 'Hvornår var første sygedag?' },
  ],
  actions: [
    { title: 'Svar med det, jeg har udfyldt', verb: 'answer-facts', data: caseData, style: 'positive' },
    { title: 'Vis reglen', verb: 'show-rule', data: { rule: 'RULE-31' }, checksInputs: false },
  ],
};

export const deadlines: DeadlinesView = {
  view: 'deadlines',
  headline: {
    symbol: '!',
    title: '2 frister er overskredet, og 2 er på vej',
    tone: 'attention',
    about: 'Mette Sørensen · TST-2023-00417',
  },
  notes: ['Lørdage, søndage og helligdage er talt med.'],
  entries: [
    {
      symbol: '✕',
      label: 'Opfølgning i virksomhedspraktikken',
      date: '16. maj 2023',
      left: '3 dage over',
      tone: 'attention',
      place: source('RULE-44', 91),
    },
    {
      symbol: '✕',
      label: 'Henvisning til jobkonsulent',
      date: '18. maj 2023',
      left: '1 dag over',
      tone: 'attention',
      place: source('RULE-41', 86),
    },
    {
      symbol: '!',
      label: 'Næste jobsamtale',
      date: '24. maj 2023',
      left: 'om 5 dage',
      tone: 'warning',
      place: source('RULE-38', 80),
    },
    {
      symbol: '○',
      label: 'Ordinære løntimer skal være overvejet',
      date: '1. september 2023',
      left: 'om 105 dage',
      place: source('RULE-17', 47),
    },
  ],
  inputs: [],
  findings: [{ symbol: 'i', text: 'A-kassen har kontakten de første tre måneder.', place: source('RULE-60', 118) }],
  missing: ['Visitationsdatoen mangler, så jeg kan ikke regne ud, hvornår rehabiliteringsplanen skal være færdig.'],
  actions: [{ title: 'Hvad bør jeg gøre først?', verb: 'ask', data: { question: 'next-step', ...caseData } }],
};

export const nextStep: DecisionView = {
  view: 'decision',
  headline: {
    symbol: '!',
    title: 'Næste skridt efter planen – og 1 frist er overskredet',
    tone: 'attention',
    about: 'TST-2023-00417 · Mette Sørensen – næste skridt',
  },
  notes: [],
  steps: [
    { symbol: '1', text: 'Først: ordinært job eller uddannelse.', place: source('RULE-24', 207) },
    { symbol: '2', text: 'Dernæst: et virksomhedsrettet tilbud.', place: source('RULE-24', 207) },
    { symbol: '3', text: 'Til sidst: vejledning og opkvalificering.', place: source('RULE-25', 209) },
  ],
  findings: [],
  approvals: [],
  dates: [
    { symbol: '✕', label: 'Opfølgning i forløbet', date: '16. maj 2023', left: '3 dage over tiden', tone: 'attention' },
  ],
  running: [{ symbol: '▶', text: 'Sporskifte (o-1), 6. marts 2023 – 31. maj 2023' }],
  todo: [],
  ways: [],
  reminders: {
    shown: [{ symbol: 'i', text: 'Spørg til ordinære timer, når I taler om mentoren.', place: source('RULE-41', 88) }],
    more: [],
  },
  inputs: [],
  reference: 'Svarets nummer: testby~TST-2023-00417~bcdfghjkmnpqrstvbcdf',
  actions: [
    { title: 'Vis RULE-24', verb: 'show-rule', data: { rule: 'RULE-24' }, checksInputs: false },
    {
      title: 'Frister i sagen',
      verb: 'ask',
      data: { intent: 'deadlines', caseId: 'TST-2023-00417' },
      checksInputs: false,
    },
  ],
};
