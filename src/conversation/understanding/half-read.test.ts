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

describe('a price that is no price a week is asked about, and taken for none', () => {
  test.each([
    '275 kr pr. time',
    '275 kr/t',
    '275 kr i timen',
    '275 an hour',
    'timepris 275 kr',
    '900 kr om dagen',
    '6.500 kr pr. måned',
    '7000 om måneden',
    '3200 kr i alt',
    'i alt 3200 kr',
    '3200 kr altogether',
    '180 euro om ugen',
    '$250 a week',
  ])('%s', (written) => {
    const { asked, entities } = read('start-offer', `må han få vejledning og opkvalificering, ${written}`);
    expect(asked).toBe(true);
    expect(entities).not.toHaveProperty('price');
    expect(entities).not.toHaveProperty('hours');
    expect(read('what-if', `hvad hvis prisen er ${written}`).entities).not.toHaveProperty('set');
  });

  test('nor is it the answer to what it costs a week', () => {
    const asked = { lastIntent: 'start-offer', asked: 'offer.pricePerWeek' };
    expect(read('start-offer', '7000 om måneden', asked)).toMatchObject({ asked: true, entities: {} });
  });

  test('with the hours of a week an hour has a week’s price', () => {
    const { asked, entities } = read('start-offer', 'opkvalificering til 250 kr i timen, 6 timer om ugen');
    expect(asked).toBe(false);
    expect(entities).toMatchObject({ price: 1500, hours: 6 });
  });
});

describe('a length that is not what is added is asked about', () => {
  test.each([
    'så den i alt bliver 20 uger',
    'til 20 uger i alt',
    'til 20 uger',
    'so that it lasts 20 weeks',
    'to 20 weeks in total',
  ])('in all: %s', (written) => {
    const { asked, entities } = read('extend-offer', `må praktikken forlænges ${written}`);
    expect(entities).not.toHaveProperty('weeks');
    expect(asked).toBe(true);
  });

  test.each(['med 6 uger til 1. juli', 'med to måneder, til den 20. august', 'by another month until 20 August'])(
    'beside an end: %s',
    (written) => {
      expect(read('extend-offer', `må praktikken forlænges ${written}`).asked).toBe(true);
    },
  );

  test.each(['i et par måneder', 'i nogle uger', 'for a few weeks', 'i adskillige uger', 'i ti dage'])(
    'that nobody can count: %s',
    (written) => {
      expect(read('start-offer', `må hun komme i praktik ${written}`).asked).toBe(true);
    },
  );

  test.each([
    ['extend-offer', 'må praktikken forlænges med 4 uger', 4],
    ['extend-offer', 'må den vare tre uger længere', 3],
    ['extend-offer', 'kan hun få 5 uger til', 5],
    ['start-offer', 'praktik i alt 13 uger', 13],
    ['start-offer', 'hun har været syg i flere måneder, må hun få praktik i 4 uger', 4],
  ] as const)('%s: "%s" says how much', (intent, text, weeks) => {
    const { asked, entities } = read(intent, text);
    expect(asked).toBe(false);
    expect(entities.weeks).toBe(weeks);
  });
});

describe('what is told by the way is not what is asked for', () => {
  test.each([
    ['hun skylder 3.400 kr i husleje og har en restance, må hun få vejledning', 'price'],
    ['hendes mand arbejder 37 timer om ugen, må hun få praktik', 'hours'],
    ['his wife works 25 hours a week, may he start a placement', 'hours'],
    ['hun var i praktik i 6 uger, må hun få løntilskud', 'weeks'],
    ['han fik praktik sidste år, må han få løntilskud', 'date'],
    ['må han få løntilskud, hvor han var i praktik 1/2-1/3', 'date'],
  ])('%s', (text, name) => {
    const { asked, entities } = read('start-offer', text);
    expect(asked).toBe(false);
    expect(entities).not.toHaveProperty(name);
    expect(entities).not.toHaveProperty('until');
  });

  test('the offer is the one that is asked for', () => {
    expect(read('start-offer', 'han fik praktik sidste år, må han få løntilskud').entities.offer).toBe('wage-subsidy');
    expect(read('start-offer', 'må han få løntilskud, hvor han var i praktik').entities.offer).toBe('wage-subsidy');
  });

  test.each([
    'vi fik aftalt praktik 20 timer om ugen, må han starte',
    'der er fundet en praktik på 20 timer om ugen, må hun få den',
    'hans kone er syg, må han få praktik 20 timer om ugen',
  ])('what is arranged is: %s', (text) => {
    expect(read('start-offer', text).entities).toMatchObject({ hours: 20, offer: 'internship' });
  });
});
