import type { MessageView, RequestView } from '../../src/cards/views.ts';
import { source } from './sample-parts.ts';

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
