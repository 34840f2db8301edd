import { describe, expect, test } from '@jest/globals';
import { entitiesOf } from '../entities.ts';
import type { Intent } from '../intents.ts';
import { readSlots } from '../read-slots.ts';
import { readSentence } from '../sentence.ts';
import type { Entities, UnderstandContext } from '../understanding.ts';

/** What a sentence holds when it is known what it asks. Read on a Wednesday. */
const read = (intent: Intent, text: string, context: UnderstandContext = {}): Entities => {
  const sentence = readSentence(text, { today: '2023-05-10', context });
  const { slots, tags } = readSlots(sentence, []);
  return entitiesOf(sentence, slots, tags, intent);
};

describe('the last day of an extension', () => {
  test.each([
    ['til jul', '2023-12-24'],
    ['til nytår', '2023-12-31'],
    ['året ud', '2023-12-31'],
    ['resten af måneden', '2023-05-31'],
    ['til den sidste i måneden', '2023-05-31'],
    ['til sidste dag i august', '2023-08-31'],
    ['til første mandag i august', '2023-08-07'],
    ['until the last Friday in June', '2023-06-30'],
    ['until mid-June', '2023-06-15'],
    ['up to and including week 28', '2023-07-16'],
    ['til 14 juli, øh nej lad os sige 21 juli', '2023-07-21'],
    ['til torsdag d. 25.', '2023-05-25'],
    ['ikke til 1. august, men 1. september', '2023-09-01'],
  ])('%s', (written, until) => {
    expect(read('extend-offer', `praktikken ${written}`).until).toBe(until);
  });

  test('the day on which it ends as it is now is told by the way', () => {
    const found = read('extend-offer', 'forløbet slutter på fredag, kan vi give hende 4 uger til');
    expect(found).toMatchObject({ weeks: 4 });
    expect(found).not.toHaveProperty('until');
    expect(read('extend-offer', 'praktikken udløber 31/5, må jeg forlænge til 30/6').until).toBe('2023-06-30');
  });
});

describe('a day in another year, or weeks away', () => {
  test.each([
    ['til 15. maj næste år', '2024-05-15'],
    ['til oktober næste år', '2024-10-31'],
    ['til udgangen af juni næste år', '2024-06-30'],
    ['until the end of March next year', '2024-03-31'],
    ['until 3 June of next year', '2024-06-03'],
    ['til jul næste år', '2024-12-24'],
    ['til 30. september i år', '2023-09-30'],
    ['til torsdag om 14 dage', '2023-05-25'],
    ['til torsdag om otte dage', '2023-05-18'],
    ['until Tuesday in 21 days', '2023-06-06'],
    ['until a week on Tuesday', '2023-05-23'],
    ['until a fortnight on Thursday', '2023-05-25'],
  ])('%s', (written, until) => {
    expect(read('extend-offer', `praktikken ${written}`).until).toBe(until);
  });

  test('hours a week from a day on are no weeks', () => {
    expect(read('start-offer', 'may she start a placement, six hours a week from Thursday')).toMatchObject({
      hours: 6,
      date: '2023-05-11',
    });
  });
});

describe('the first day of an offer', () => {
  test.each([
    ['en måned fra nu', '2023-06-10'],
    ['a month from now', '2023-06-10'],
    ['d. 1. i næste måned', '2023-06-01'],
    ['om en uges tid', '2023-05-17'],
    ['fra mandag om en uge', '2023-05-22'],
    ['fra i morgn', '2023-05-11'],
    ['from tmrw', '2023-05-11'],
    ['on Tuesday 23 May', '2023-05-23'],
    ['allerede på torsdag', '2023-05-11'],
    ['på lageret fra uge 21', '2023-05-22'],
    ['med opstart i uge 24', '2023-06-12'],
    ['starting mid-August', '2023-08-15'],
    ['fra den 8/9 – nej vent – den 15/9', '2023-09-15'],
  ])('%s', (written, date) => {
    expect(read('start-offer', `praktik ${written}`).date).toBe(date);
  });

  test('what has been is told by the way', () => {
    expect(read('start-offer', 'han har siddet hjemme siden november og kan få praktik fra på mandag').date).toBe(
      '2023-05-15',
    );
    expect(read('start-offer', 'off sick since January, a placement from the 29th of May').date).toBe('2023-05-29');
    expect(read('start-offer', 'sygemeldt siden januar, 8 timer om ugen')).not.toHaveProperty('date');
  });

  test.each([
    ['d. 19.6-11.8', '2023-06-19', '2023-08-11'],
    ['fra den 15. til den 30. juni', '2023-06-15', '2023-06-30'],
    ['uge 24-32', '2023-06-12', '2023-08-13'],
    ['mellem 5. og 30. juni', '2023-06-05', '2023-06-30'],
    ['fra 1.6 til jul', '2023-06-01', '2023-12-24'],
  ])('with the last one: %s', (written, date, until) => {
    expect(read('start-offer', `praktik ${written}`)).toMatchObject({ date, until });
  });
});

describe('which way a date lies', () => {
  test('what began lies behind', () => {
    expect(read('deadlines', 'sygemeldt 2. januar - hvad er fristen').date).toBe('2023-01-02');
    expect(read('deadlines', '28 November', { asked: 'firstAbsenceOn' }).date).toBe('2022-11-28');
    expect(read('start-offer', '14/3-96', { asked: 'citizen.birthDate' }).date).toBe('1996-03-14');
  });

  test('a meeting is moved to a day, not held until it', () => {
    expect(read('agenda', 'mødet er rykket til den 23. maj')).toMatchObject({ date: '2023-05-23' });
    expect(read('agenda', "Tuesday's meeting").date).toBe('2023-05-16');
    expect(read('agenda', "next week's meeting").period).toEqual({ from: '2023-05-15', to: '2023-05-21' });
  });

  test('what is asked or told of after "om" is no day', () => {
    const found = read('extend-offer', 'de beder om en måned til');
    expect(found).toMatchObject({ months: 1 });
    expect(found).not.toHaveProperty('until');
  });

  test('the other one is no second of the month, and a given name no month', () => {
    expect(read('case', 'den sag eller den anden')).not.toHaveProperty('date');
    expect(read('deadlines', 'frister for jan peder holm')).not.toHaveProperty('period');
  });
});
