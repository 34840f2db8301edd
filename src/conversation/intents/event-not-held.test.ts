import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseRecord } from '../../../test/support/office.ts';
import { type TalkingOffice, openTalk } from '../../../test/support/talk.ts';
import type { MessageView } from '../../cards/views.ts';
import type { Language } from '../../contract/language.ts';

let office: TalkingOffice;
beforeEach(async () => {
  office = await openTalk();
  const named = (id: string, name: string) => office.cases.add(caseRecord('testby', id, { citizen: { name } }));
  await named('TST-2026-00001', 'Karl Vad');
  await named('TST-2026-00002', 'Grethe Holm');
});
afterEach(() => office.store.close());

/** What the chat shows on 1 April 2026; where it is unsure, after its first choice. */
const told = async (text: string, language: Language = 'da'): Promise<MessageView> => {
  const view = await office.say('kirsten', text, 'personal', language);
  if (view.view !== 'message') throw new Error(`a message was expected, not ${view.view}`);
  const recording = view.actions.find(({ verb, data }) => verb === 'choose' && data['intent'] === 'record-event');
  if (recording === undefined) return view;
  const chosen = await office.press('kirsten', view, 'choose', {}, recording.title);
  if (chosen.view !== 'message') throw new Error(`a message was expected, not ${chosen.view}`);
  return chosen;
};
const verbs = ({ actions }: MessageView): string[] => actions.map(({ verb }) => verb);
const text = ({ headline, paragraphs }: MessageView): string => [headline.title, ...paragraphs].join(' ');

const planned: [string, string][] = [
  ['Jeg har aftalt en samtale med Karl Vad d. 20/5', 'onsdag den 20. maj 2026'],
  ['Karl Vad har fået en tid til samtale den 14/4, jeg har booket den', 'tirsdag den 14. april 2026'],
  ['Vi har planlagt en opfølgning med Karl Vad den 3. juni', 'onsdag den 3. juni 2026'],
  ['Jeg har indkaldt Karl Vad til samtale 8. maj', 'fredag den 8. maj 2026'],
  ['Vi har aftalt, at Karl Vad møder til samtale 1. juni', 'mandag den 1. juni 2026'],
];
const plannedInEnglish = [
  'I have scheduled an interview with Karl Vad on 20 May',
  'I booked a talk with Karl Vad for 20 May',
  'We agreed that Karl Vad comes for an interview on 20 May',
];

describe('What is agreed or planned', () => {
  test.each(planned)('is not recorded as held, and the day is not a year back: %s', async (sentence, day) => {
    const view = await told(sentence);
    expect(view.headline.title).toBe('Det registrerer jeg, når det er sket');
    expect(text(view)).toContain(`planlagt til ${day}`);
    expect(verbs(view)).toEqual(['ask', 'ask']);
  });

  test.each(plannedInEnglish)('in English: %s', async (sentence) => {
    const view = await told(sentence, 'en');
    expect(text(view)).toMatch(/20 May 2026|20. maj 2026/);
    expect(verbs(view)).not.toContain('record-event');
  });

  test.each([
    'Jeg holdt den planlagte samtale med Karl Vad i går',
    'Jeg har holdt samtale med Karl Vad i går som aftalt',
    'Holdt samtale med Karl Vad i går, vi aftalte at han søger job',
    'Jeg holdt samtale med Karl Vad i går og aftalte opfølgning den 20/8',
    'Karl Vad var til samtale i går og er indkaldt igen den 20/8',
    'Karl Vad blev henvist til jobkonsulent i går efter aftale',
    'Indsatsen blev aftalt med Karl Vad i går',
    'Jeg vil gerne registrere en samtale med Karl Vad i går',
  ])('is told beside what was held: %s', async (sentence) => {
    const view = await told(sentence);
    expect(view.lines[0]?.text).toContain('tirsdag den 31. marts 2026');
    expect(verbs(view)).toContain('record-event');
  });
});

describe('A day without a year', () => {
  test.each(['Samtale med Karl Vad 20/5', 'Jeg holdt samtale med Karl Vad den 2. juli'])(
    'that lies ahead is not looked for a year back, but asked about: %s',
    async (sentence) => {
      const view = await told(sentence);
      expect(text(view)).toContain('2026, og den dag er ikke kommet endnu');
      expect(verbs(view)).not.toContain('record-event');
    },
  );

  test('that is nearer behind is the day', async () => {
    const view = await told('Jeg holdt samtale med Karl Vad den 20/12');
    expect(view.lines[0]?.text).toContain('lørdag den 20. december 2025');
  });
});

describe('What came to nothing', () => {
  test.each([
    'Jeg har ikke holdt samtalen med Karl Vad i går',
    'Samtalen med Karl Vad blev aflyst i går',
    'Samtalen med Karl Vad i går blev desværre ikke til noget',
    'Karl Vad mødte ikke op til samtalen i går',
    'Karl Vad udeblev fra samtalen i går',
    'Jeg skulle have holdt samtale med Karl Vad i går, men han udeblev',
    'Karl Vad afslog samtalen i går',
    'Jeg glemte at holde samtale med Karl Vad i går',
    'Vi nåede ikke samtalen med Karl Vad i går',
    'Jeg talte i telefon med Karl Vad i går, ikke en samtale',
    'Karl Vad blev ikke tilbudt jobformidler i går',
    'Samtalen med Karl Vad i går er udskudt',
    'Jeg ringede til Karl Vad i går, men han svarede ikke',
    'Jeg fik ikke fat i Karl Vad i går',
  ])('is not offered for recording: %s', async (sentence) => {
    const view = await told(sentence);
    expect(view.headline.title).toBe('Det er der ikke noget at registrere af');
    expect(text(view)).toContain('Havde I kontakt på en anden måde');
    expect(verbs(view)).toEqual(['ask', 'ask']);
  });

  test.each([
    'I did not hold the interview with Karl Vad yesterday',
    'The interview with Karl Vad yesterday was cancelled',
    'Karl Vad did not show up for the interview yesterday',
    'I forgot to hold the interview with Karl Vad yesterday',
  ])('nor in English: %s', async (sentence) => {
    const view = await told(sentence, 'en');
    expect(view.headline.title).toBe('There is nothing to record');
  });

  test.each([
    'Holdt samtale med Karl Vad i går uden hjemrejsevejledning',
    'Karl Vad fik tilbudt jobformidler i går, men takkede nej',
    'Jeg fik ikke registreret samtalen med Karl Vad i går',
    'Holdt samtale med Karl Vad i går om, at han ikke vil i praktik',
    'Holdt samtale med Karl Vad i går uden tolk',
  ])('is none of what was left out or turned down at it: %s', async (sentence) => {
    expect(verbs(await told(sentence))).toContain('record-event');
  });
});

describe('A question', () => {
  test.each([
    'Har Karl Vad fået tilbudt jobformidler?',
    'Fik jeg registreret samtalen med Karl Vad i går?',
    'Blev der holdt samtale med Karl Vad i går',
    'Samtalen med Karl Vad i går, er den registreret?',
    'Did I log the interview with Karl Vad yesterday?',
  ])('records nothing: %s', async (sentence) => {
    expect(verbs(await told(sentence))).not.toContain('record-event');
  });

  test('is answered with what stands in the case', async () => {
    const view = await told('Jeg har holdt samtale med Karl Vad i går');
    await office.press('kirsten', view, 'record-event');
    const there = await told('Fik jeg registreret samtalen med Karl Vad i går?');
    expect(there.headline).toMatchObject({ title: 'Det står der i sagen', about: 'TST-2026-00001 · Karl Vad' });
    expect(there.lines.map(({ text: line }) => line)).toEqual(['Samtale med borgeren, tirsdag den 31. marts 2026']);
    const none = await told('Fik jeg registreret samtalen med Grethe Holm i går?');
    expect(none.paragraphs).toContain('Det er ikke registreret i sagen: Samtale med borgeren.');
  });

  test.each([
    'Vil du registrere, at jeg holdt samtale med Karl Vad i går?',
    'Jeg holdt samtale med Karl Vad i går, kan du skrive det ind?',
  ])('that asks for it to be recorded is none: %s', async (sentence) => {
    expect(verbs(await told(sentence))).toContain('record-event');
  });
});

describe('A day that does not exist', () => {
  test.each([
    ['Jeg holdt samtale med Karl Vad den 31. februar', '31. februar findes ikke i kalenderen.'],
    ['Jeg holdt samtale med Karl Vad 30/2', '30/2 findes ikke i kalenderen.'],
    ['Jeg holdt samtale med Karl Vad den 31. april 2025', '31. april 2025 findes ikke i kalenderen.'],
    ['Jeg holdt samtale med Karl Vad den 29. februar 2026', '29. februar 2026 findes ikke i kalenderen.'],
  ])('is said to be none, and the day is asked for: %s', async (sentence, says) => {
    const view = await told(sentence);
    expect(view.paragraphs).toContain(says);
    expect(view.inputs.map(({ id }) => id)).toEqual(['on']);
    expect(verbs(view)).not.toContain('record-event');
  });
});

describe('Where two citizens are named', () => {
  test.each([
    'Karl Vad hos Grethe Holm har haft samtale i går',
    'Henvist Grethe Holm til jobkonsulent i går, ikke Karl Vad',
    'Jeg holdt samtale med Karl Vad og Grethe Holm i går',
  ])('it is asked which case is meant, whatever was spoken of before: %s', async (sentence) => {
    await told('vis sag TST-2026-00002');
    const view = await told(sentence);
    expect(view.headline.title).toBe('Hvilken sag gælder det?');
    expect(view.actions.map(({ title }) => title).toSorted()).toEqual([
      'TST-2026-00001 · Karl Vad',
      'TST-2026-00002 · Grethe Holm',
    ]);
  });

  test('the case that is chosen is the one', async () => {
    const view = await told('Karl Vad hos Grethe Holm har haft samtale i går');
    const chosen = await office.press('kirsten', view, 'choose', {}, 'Karl Vad');
    expect(chosen.headline).toMatchObject({ title: 'Skal jeg registrere det?', about: 'TST-2026-00001 · Karl Vad' });
  });

  test('whoever has no case is not offered', async () => {
    const view = await told('Jeg holdt samtale med Karl Vad i går sammen med Birthe Skov');
    expect(view.actions.map(({ title }) => title)).toEqual(['TST-2026-00001 · Karl Vad']);
  });
});
