import type {
  DeadlinesView,
  DecisionView,
  MessageView,
  RequestView,
  SegmentsView,
  TargetsView,
} from '../../src/cards/views.ts';

const source = (rule: string, line: number): string => `${rule} · Indsatsstrategi 2023, linje ${line}`;
const caseData = { case: 'TST-2023-00417', decision: 'd-0001' };

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
      symbol: '◔',
      text: 'En forlængelse af ekstern mentor ud over 3 måneder skal drøftes med funktionslederen, før den sættes i gang.',
      place: source('RULE-33', 72),
      tone: 'accent',
    },
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
      text: 'Drøftelse med en funktionsleder – kan gives af Karen Holm eller Jens Bro.',
      place: 'RULE-33',
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

export const choice: MessageView = {
  view: 'message',
  headline: { symbol: '?', title: 'Hvilken Mette mener du?', tone: 'default' },
  paragraphs: ['Du har to borgere, der passer. Vælg den rigtige, så svarer jeg på det, du spurgte om.'],
  lines: [
    { symbol: '1', text: 'Mette Sørensen', place: 'TST-2023-00417 · sygedagpenge' },
    { symbol: '2', text: 'Mette-Marie Krogh Vestergaard-Thomassen', place: 'TST-2023-00391 · jobafklaring' },
  ],
  inputs: [],
  actions: [
    { title: 'Mette Sørensen', verb: 'choose', data: { choice: 'TST-2023-00417' } },
    { title: 'Mette-Marie Krogh', verb: 'choose', data: { choice: 'TST-2023-00391' } },
  ],
};

export const openRequest: RequestView = {
  view: 'request',
  headline: {
    symbol: '◔',
    title: 'Vil du godkende en forlængelse?',
    tone: 'accent',
    about: 'Mette Sørensen · TST-2023-00417',
  },
  facts: [
    { label: 'Tilbud', value: 'Ekstern mentor hos Sporskifte ApS' },
    { label: 'Periode', value: '1. marts 2023 – 31. august 2023 (i dag til 31. maj 2023)' },
    { label: 'Pris', value: '1.850 kr. om ugen' },
    { label: 'Spørger', value: 'Lise Kjær, sygedagpenge' },
    { label: 'Svar senest', value: '31. maj 2023 · om 12 dage' },
  ],
  findings: [
    {
      symbol: '✓',
      text: 'Prisen på 1.850 kr. om ugen ligger under grænsen på 2.200 kr.',
      place: source('RULE-31', 68),
      tone: 'good',
    },
    { symbol: 'i', text: 'Vurdér, om ordinære løntimer kan afløse mentoren i perioden.', place: source('RULE-12', 40) },
  ],
  needs: [
    {
      symbol: '○',
      text: 'Drøftelse med en funktionsleder – kan gives af dig eller Jens Bro.',
      place: source('RULE-33', 72),
    },
    {
      symbol: '✓',
      text: 'Fagkonsulentens vurdering – givet af Bo Lind den 17. maj 2023.',
      place: source('RULE-34', 74),
      tone: 'good',
    },
  ],
  changes: ['Prisen er ændret fra 1.700 kr. til 1.850 kr. om ugen. Dit svar gælder de nye oplysninger.'],
  inputs: [
    {
      id: 'reason',
      type: 'text',
      label: 'Begrundelse (skal med, hvis du afviser)',
      multiline: true,
      required: true,
      error: 'Skriv kort, hvorfor du afviser.',
    },
  ],
  actions: [
    {
      title: 'Godkend',
      verb: 'approve',
      data: { request: 'testby~TST-2023-00417~r1', revision: 2 },
      style: 'positive',
      checksInputs: false,
    },
    {
      title: 'Afvis',
      verb: 'reject',
      data: { request: 'testby~TST-2023-00417~r1', revision: 2 },
      style: 'destructive',
    },
  ],
};

export const endedRequest: RequestView = {
  ...openRequest,
  headline: { symbol: '✓', title: 'Godkendt af Karen Holm', tone: 'good', about: 'Mette Sørensen · TST-2023-00417' },
  ending: 'Karen Holm godkendte forlængelsen den 19. maj 2023 kl. 10.42. Slutdatoen i sagen er nu 31. august 2023.',
  needs: [
    {
      symbol: '✓',
      text: 'Drøftelse med en funktionsleder – givet af Karen Holm den 19. maj 2023.',
      place: source('RULE-33', 72),
      tone: 'good',
    },
    {
      symbol: '✓',
      text: 'Fagkonsulentens vurdering – givet af Bo Lind den 17. maj 2023.',
      place: source('RULE-34', 74),
      tone: 'good',
    },
  ],
  changes: [],
  inputs: [],
  actions: [],
};

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

/** The agenda of a sparring meeting: a request, and an extension nobody has asked for yet. */
export const agenda: MessageView = {
  view: 'message',
  headline: {
    symbol: '◔',
    title: 'Dagsorden: 2 punkter skal drøftes',
    tone: 'accent',
    about: 'Team: Sygedagpenge · 10. maj 2023',
  },
  paragraphs: [
    'Til mødet torsdag den 1. juni 2023.',
    'Her står åbne anmodninger, der mangler en drøftelse, og tilbud, hvor planen vil have en eventuel forlængelse drøftet og besluttet senest 29. juni 2023.',
  ],
  lines: [
    {
      symbol: '◔',
      tone: 'accent',
      text: 'REB-2023-00101 · Mette Sommer – forlængelse af Jobvejen til 31. august 2023. Skal være besluttet senest 2. juni 2023 (om 23 dage).',
      place: 'Anmodning fra Ane Brogaard',
    },
    { symbol: 'i', text: 'Tilbud: Jobvejen (o-1), 3. april 2023 – 2. juli 2023, 1.900 kr. om ugen, 10 timer om ugen' },
    {
      symbol: '○',
      text: 'Drøftelse med fagkonsulenten, lederen eller funktionslederen mangler. Kan gives af: Bo Lindskov eller Erik Tornhøj',
      place: source('RULE-35', 73),
    },
    {
      symbol: '→',
      text: 'REB-2023-00102 · Torben Egelykke – forlængelse af Vejviser, så længe reglerne tillader. Skal være besluttet senest 30. maj 2023 (om 20 dage).',
      place: 'Der er ikke sendt en anmodning endnu. Sagsbehandler: Ane Brogaard',
    },
    { symbol: 'i', text: 'Tilbud: Vejviser (o-1), 3. april 2023 – 30. juni 2023' },
    {
      symbol: '○',
      text: 'Drøftelse med funktionslederen mangler. Kan gives af: Bo Lindskov',
      place: source('RULE-38', 76),
    },
    { symbol: '?', tone: 'warning', text: 'Mangler for et fuldt svar: Er job eller uddannelse sandsynligt?' },
    { symbol: '!', tone: 'warning', text: 'Skal være besluttet før mødet.' },
  ],
  inputs: [],
  actions: [
    { title: 'Skriv referat', verb: 'write-minutes', data: { from: 0 }, style: 'positive', checksInputs: false },
    { title: 'Vis de næste', verb: 'show-agenda', data: { from: 6 }, checksInputs: false },
  ],
};

/** The minutes of the meeting, to be filled in. */
export const minutes: MessageView = {
  view: 'message',
  headline: { symbol: 'i', title: 'Referat af sparringsmødet', tone: 'default' },
  paragraphs: [
    'Markér, hvad I har drøftet. Du ser det samlet, før noget bliver registreret, og det, du ikke markerer, bliver stående.',
  ],
  lines: [],
  inputs: [
    {
      id: 'outcome1',
      type: 'choice',
      label: 'REB-2023-00101 · Mette Sommer – forlængelse af Jobvejen til 31. august 2023 (RULE-35 og RULE-38)',
      choices: [
        { title: 'Ikke drøftet', value: 'open' },
        { title: 'Drøftet, og vi siger ja', value: 'approved' },
        { title: 'Drøftet, og vi siger nej', value: 'declined' },
      ],
      value: 'open',
    },
    { id: 'reason1', type: 'text', label: 'Begrundelse i REB-2023-00101, hvis I siger nej', multiline: true },
  ],
  actions: [
    {
      title: 'Se, hvad der bliver registreret',
      verb: 'check-minutes',
      data: { request1: 'testby~TST-1~r1', revision1: 1 },
      style: 'positive',
    },
  ],
};

/** Names and texts as they should not be, but are. */
export const awkward: MessageView = {
  view: 'message',
  headline: { symbol: '!', title: '*Jobvejen* [klik her](https://example.org) & 1. klasses ${navn}', tone: 'warning' },
  paragraphs: [
    'Leverandøren hedder _Fod_fæste_ **A/S** og skriver: ${pris} {{DATE(2023-05-19T10:00:00Z,SHORT)}} <b>hej</b>',
    '19. maj 2023 – 31. august 2023',
    'Rehabiliteringsteamsmødeforberedelsesskemaudfyldningsvejledningsmappen',
    'https://example.org/' + 'lang'.repeat(60),
  ],
  lines: [
    { symbol: '✓', text: 'שלום עולם – مرحبا', place: 'RULE-1 · \u202Ekilde, linje 1' },
    { symbol: '✓', text: 'x'.repeat(300), place: 'y'.repeat(100) },
  ],
  inputs: [{ id: 'a', type: 'text', label: 'z'.repeat(80) }],
  actions: [
    { title: 'Se reglen om forlængelse af ekstern mentor for sygedagpengemodtagere', verb: 'show-rule', data: {} },
  ],
};

export const happened: MessageView = {
  view: 'message',
  headline: {
    symbol: '?',
    title: 'Skal jeg registrere det?',
    tone: 'default',
    about: 'TST-2023-00417 · Mette Sørensen',
  },
  paragraphs: ['Jeg læser det som tirsdag den 9. maj 2023.', 'Der er ikke registreret noget endnu.'],
  lines: [
    { symbol: 'i', text: 'Samtale med borgeren, tirsdag den 9. maj 2023' },
    { symbol: '✓', tone: 'good', text: 'Fristen er opfyldt: Samtale hver tredje måned', place: 'RULE-20' },
  ],
  inputs: [
    {
      id: 'repatriationInfo',
      type: 'choice',
      label: 'Blev der vejledt om hjemrejse?',
      choices: [
        { title: 'Ja', value: 'true' },
        { title: 'Nej', value: 'false' },
      ],
    },
  ],
  actions: [
    { title: 'Registrér', verb: 'record-event', data: { draft: 'd-0001' }, style: 'positive' },
    { title: 'Fortryd', verb: 'drop-event', data: { draft: 'd-0001' }, checksInputs: false },
  ],
};

export const journalNote: MessageView = {
  view: 'message',
  headline: { symbol: '✓', title: 'Notat til sagen', tone: 'default', about: 'TST-2023-00417 · Mette Sørensen' },
  paragraphs: ['Markér alt i feltet, og kopiér det ind i sagssystemet. Du kan rette i teksten først.'],
  lines: [],
  inputs: [
    {
      id: 'note',
      type: 'text',
      label: 'Notatet',
      multiline: true,
      value: [
        'NOTAT: vejledning fra Makker',
        'Sag: TST-2023-00417, Mette Sørensen',
        'Svar: Ja, når funktionslederen har godkendt det',
        '',
        'Oplysninger, svaret bygger på:',
        '- Hvad koster tilbuddet om ugen? 2.200 kr.',
        '',
        'Regler:',
        `- En forlængelse skal drøftes med funktionslederen. (${source('RULE-33', 72)})`,
        '',
        'Notatet gengiver Makkers vejledning. Det er ikke en afgørelse over for borgeren.',
      ].join('\n'),
    },
  ],
  actions: [],
};

/** All of them, by name. */
export const sampleViews = {
  needsApproval,
  denied,
  needsInfo,
  deadlines,
  choice,
  openRequest,
  endedRequest,
  targets,
  nextStep,
  segments,
  agenda,
  minutes,
  happened,
  journalNote,
  awkward,
};
