import { describe, expect, test } from '@jest/globals';
import { EVENT_TYPES, type EventType } from '../../../contract/vocabulary.ts';
import { understand } from '../understand.ts';

const read = (text: string) => understand(text, { today: '2023-05-10' });

const told: Record<EventType, { da: string; en: string }> = {
  interview: { da: 'jeg har holdt samtalen med Mette i går', en: 'I held the interview with Mette yesterday' },
  contact: { da: 'jeg ringede til Mette i går', en: 'I called Mette yesterday' },
  'referral-job-consultant': {
    da: 'Mette blev visiteret til jobkonsulent i går',
    en: 'Mette was referred to the job consultant yesterday',
  },
  'job-broker-offered': { da: 'Mette blev tilbudt jobformidler i går', en: 'Mette was offered a job broker yesterday' },
  'job-broker-assigned': {
    da: 'Mette fik tilknyttet jobformidler i går',
    en: 'Mette was assigned a job broker yesterday',
  },
  'follow-up': { da: 'der er holdt opfølgning med Mette i går', en: 'held a follow-up with Mette yesterday' },
  'follow-up-job-consultant': {
    da: 'jobkonsulenten holdt opfølgning med Mette i går',
    en: 'follow-up with the job consultant held with Mette yesterday',
  },
  'repatriation-talk': {
    da: 'repatrieringssamtale holdt med Mette i går',
    en: 'held a repatriation talk with Mette yesterday',
  },
  'cv-updated': { da: 'Mettes CV blev opdateret i går', en: "Mette's CV was updated yesterday" },
  'education-plan': { da: 'Mettes uddannelsesplan blev lavet i går', en: 'education plan made yesterday for Mette' },
  'internship-considered': {
    da: 'vi har overvejet virksomhedspraktik for Mette i går',
    en: 'we considered an internship for Mette yesterday',
  },
  'literacy-screening': {
    da: 'Mette blev screenet for ordblindhed i går',
    en: 'literacy screening done yesterday for Mette',
  },
  'counsellor-assigned': {
    da: 'Mette fik tilknyttet en fast rådgiver i går',
    en: 'Mette was assigned a counsellor yesterday',
  },
  'fleksjob-ambassador-assigned': {
    da: 'Mette fik en fleksjobambassadør i går',
    en: 'Mette got a fleksjob ambassador yesterday',
  },
  'rehabilitation-started': {
    da: 'rehabiliteringen startede i går for Mette',
    en: 'rehabilitation has started yesterday for Mette',
  },
  'effort-agreed': { da: 'indsatsen blev aftalt med Mette i går', en: 'the effort was agreed with Mette yesterday' },
  'danish-offered': { da: 'Mette blev tilbudt danskundervisning i går', en: 'Mette was offered Danish yesterday' },
  note: { da: 'jeg har skrevet et notat i sagen i går', en: 'noted in the case yesterday: she is better' },
};

describe('What has happened', () => {
  test.each(EVENT_TYPES.flatMap((type) => [[told[type].da, type] as const, [told[type].en, type] as const]))(
    '»%s« is %s',
    (text, event) => {
      expect(read(text)).toMatchObject({
        intent: 'record-event',
        needsClarification: false,
        entities: { event, date: '2023-05-09' },
      });
    },
  );

  test.each([
    ['jobkonsulenten er sat på fra i dag', 'referral-job-consultant', {}],
    ['vi har vejledt om hjemrejse ved samtalen', 'interview', { repatriationInfo: true }],
    ['hjemrejsevejledning givet ved samtalen med Mette i går', 'interview', { repatriationInfo: true }],
    ['registrer samtale i dag uden hjemrejsevejledning', 'interview', { repatriationInfo: false }],
    ['we gave repatriation guidance at the interview yesterday', 'interview', { repatriationInfo: true }],
    ['registrer samtale i går, jeg fortalte hvor der er ledige stillinger', 'interview', { vacanciesTold: true }],
    ['samtalen blev holdt af repatrieringsmedarbejderen i går', 'repatriation-talk', { byRepatriationStaff: true }],
    ['notér i sagen at jeg har talt med Mette i dag', 'interview', {}],
  ])('»%s« is %s, with what was said and done', (text, event, flags) => {
    const { intent, entities } = read(text);
    expect(intent).toBe('record-event');
    expect(entities.event).toBe(event);
    expect(entities.set ?? {}).toEqual(flags);
  });

  test.each(['hvad siger reglerne om hjemrejsevejledning?', 'hvornår skal der være samtale med Mette?'])(
    '»%s« tells of nothing that has happened',
    (text) => {
      expect(read(text).intent).not.toBe('record-event');
    },
  );
});
