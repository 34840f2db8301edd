import type { MessageView } from '../../src/cards/views.ts';
import { source } from './sample-parts.ts';

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

const [objectId, tenantId] = ['00000000-aaaa-bbbb-cccc-000000000001', '00000000-aaaa-bbbb-cccc-000000000002'];

export const strangerNote: MessageView = {
  view: 'message',
  headline: { symbol: '?', title: 'En, jeg ikke kender, har henvendt sig', tone: 'accent' },
  paragraphs: [
    'Vedkommende har skrevet til mig eller trykket på et kort, men er ikke oprettet i Makker. Skal personen bruge Makker, så kør kommandoen her med det rigtige id, navn og rolle. Ellers skal du ikke gøre noget.',
    "I Teams hedder vedkommende »Ny Kollega«. Det har jeg ikke kontrolleret, så slå objekt-id'et op, før du opretter nogen.",
  ],
  lines: [],
  inputs: [
    { id: 'aadObjectId', type: 'text', label: 'Objekt-id', value: objectId },
    { id: 'tenantId', type: 'text', label: 'Lejer-id (tenant)', value: tenantId },
    {
      id: 'command',
      type: 'text',
      label: 'Kommando',
      multiline: true,
      value: `npm run -s makker -- people add ID --municipality testby --name "NAVN" --role ROLLE@TEAM --aad ${objectId} --tenant ${tenantId}`,
    },
  ],
  actions: [],
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
