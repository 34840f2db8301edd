import { describe, expect, test } from '@jest/globals';
import { entitiesOf } from './entities.ts';
import { isHalfRead } from './half-read.ts';
import type { Intent } from './intents.ts';
import { readSlots } from './read-slots.ts';
import { readSentence } from './sentence.ts';
import type { Entities, UnderstandContext } from './understanding.ts';

/** Whether a sentence is asked about, and what it holds, when it is known what it asks. Read on a Wednesday. */
const read = (
  intent: Intent,
  text: string,
  context: UnderstandContext = {},
): { asked: boolean; entities: Entities } => {
  const sentence = readSentence(text, { today: '2023-05-10', context });
  const { slots, tags } = readSlots(sentence, []);
  return { asked: isHalfRead(sentence, slots, tags, intent), entities: entitiesOf(sentence, slots, tags, intent) };
};

describe('a day that does not exist is asked about, and never another day', () => {
  test.each([
    'til 31. september',
    'til den 31. november',
    'til 30. februar',
    'til 29. februar 2023',
    'til 40. juni',
    'til 35/6',
    'til 12/14/2023',
    'until June 31',
    'until the 31st of September',
    'til uge 53',
    'til onsdag den 15. juni',
    'til den femte tirsdag i juni',
    'until Monday 6 June',
  ])('%s', (written) => {
    const { asked, entities } = read('extend-offer', `praktikken ${written}`);
    expect(asked).toBe(true);
    expect(entities).not.toHaveProperty('until');
    expect(entities).not.toHaveProperty('date');
  });

  test('the answer to a question is no exception', () => {
    const { asked, entities } = read('extend-offer', '31. september', {
      lastIntent: 'extend-offer',
      asked: 'offer.until',
    });
    expect(asked).toBe(true);
    expect(entities).not.toHaveProperty('until');
  });

  test.each([
    ['til 30. september', '2023-09-30'],
    ['til 29. februar', '2024-02-29'],
    ['til uge 52', '2023-12-31'],
    ['til torsdag den 22. juni', '2023-06-22'],
    ['until Tuesday 6 June', '2023-06-06'],
  ])('%s is one', (written, until) => {
    const { asked, entities } = read('extend-offer', `praktikken ${written}`);
    expect(asked).toBe(false);
    expect(entities.until).toBe(until);
  });
});

describe('an offer that would end before it begins is asked about', () => {
  test.each(['fra 1. september til 1. august', 'fra den 15. juni til den 1. juni', 'from 1 July to 1 June'])(
    '%s',
    (written) => {
      const { asked, entities } = read('start-offer', `praktik ${written}`);
      expect(asked).toBe(true);
      expect(entities).not.toHaveProperty('until');
    },
  );

  test('over new year it is not', () => {
    const { asked, entities } = read('start-offer', 'praktik fra 1. december til 1. februar');
    expect(asked).toBe(false);
    expect(entities).toMatchObject({ date: '2023-12-01', until: '2024-02-01' });
  });
});

describe('a day that may not be passed is not the day itself', () => {
  test.each([
    ['extend-offer', 'må praktikken forlænges, dog højst til 1. september'],
    ['extend-offer', 'forlæng praktikken, men ikke ud over juli'],
    ['extend-offer', 'extend the placement, no later than 1 September'],
    ['start-offer', 'praktik tidligst den 5. juni'],
    ['start-offer', 'praktik, men ikke før 1. juli'],
    ['start-offer', 'a placement on 5 June at the earliest'],
  ] as const)('%s: %s', (intent, text) => {
    const { asked, entities } = read(intent, text);
    expect(asked).toBe(true);
    expect(entities).not.toHaveProperty('until');
    expect(entities).not.toHaveProperty('date');
  });
});
