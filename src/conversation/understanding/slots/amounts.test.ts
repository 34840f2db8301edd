import { describe, expect, test } from '@jest/globals';
import { entitiesOf } from '../entities.ts';
import { readSlots } from '../read-slots.ts';
import { readSentence } from '../sentence.ts';
import type { Entities, UnderstandContext } from '../understanding.ts';

const read = (text: string, context: UnderstandContext = {}): Entities => {
  const sentence = readSentence(text, { today: '2023-05-10', context });
  const { slots, tags } = readSlots(sentence, []);
  return entitiesOf(sentence, slots, tags, 'start-offer');
};

describe('lengths', () => {
  test.each([
    ['½ år', 6],
    ['i 1/2 år', 6],
    ['et halvt års tid', 6],
    ['halvandet år', 18],
    ['a year and a half', 18],
    ['1½ md', 1.5],
    ['another month and a half', 1.5],
    ['et kvartal', 3],
    ['et kvart år', 3],
    ['tre kvart år', 9],
    ['tremåneders', 3],
  ])('%s is %d months', (written, months) => {
    expect(read(`praktik ${written}`).months).toBe(months);
  });

  test.each([
    ['a fortnight', 2],
    ['14 dg', 2],
    ['fjorten dage', 2],
    ['six-week', 6],
    ['trettenugers', 13],
    ['seks uer', 6],
  ])('%s is %d weeks', (written, weeks) => {
    expect(read(`praktik ${written}`).weeks).toBe(weeks);
  });

  test('how long something has been is told by the way', () => {
    const found = read('hun har været sygemeldt i 9 måneder, praktik i 4 uger');
    expect(found).toMatchObject({ weeks: 4 });
    expect(found).not.toHaveProperty('months');
  });
});

describe('prices', () => {
  test.each([
    ['nitten hundrede om ugen', 1900],
    ['attenhundrede kr', 1800],
    ['tyve hundrede kroner', 2000],
    ['twenty-one hundred kroner a week', 2100],
    ['nineteen fifty a week', 1950],
    ['2.2k a week', 2200],
    ['2 t.kr. om ugen', 2000],
    ['2 150 kr om ugen', 2150],
    ['vejledning til 1900', 1900],
    ['prisen er 1550, nej undskyld det er 1650', 1650],
  ])('%s is %d', (written, price) => {
    expect(read(written).price).toBe(price);
  });

  test('a bare number is the price that was asked for', () => {
    const asked = { asked: 'offer.pricePerWeek' };
    expect(read('nitten hundrede', asked).price).toBe(1900);
    expect(read('nej undskyld det er 1650', asked).price).toBe(1650);
  });
});

describe('hours a week', () => {
  test.each([
    ['12½ time om ugen', 12.5],
    ['ti løntimer om ugen', 10],
    ['10 normal paid hours each week', 10],
    ['løntimer, seks af dem om ugen', 6],
    ['ti, sorry, elve timer', 11],
    ['fem og tyve timer', 25],
    ['fuld tid', 37],
  ])('%s', (written, hours) => {
    expect(read(written).hours).toBe(hours);
  });

  test.each([
    ['5 timer 3 dage om ugen', 15],
    ['3 timer om dagen 4 dage i ugen', 12],
    ['3 dage om ugen à 5 timer', 15],
    ['mandag, onsdag og fredag, 4 timer hver gang', 12],
    ['mandag til torsdag 5 timer', 20],
    ['4 timer tirsdag og 5 timer torsdag', 9],
    ['6 hours on two days, so 12', 12],
    ['four hours on Mondays, Wednesdays and Fridays', 12],
    ['2 x 4 timer om ugen', 8],
    ['man-tors 5 timer om dagen', 20],
  ])('told day by day: %s', (written, hours) => {
    const found = read(written);
    expect(found.hours).toBe(hours);
    expect(found).not.toHaveProperty('date');
  });

  test.each([
    ['3 dage om ugen, 18 timer', 18],
    ['15 timer om ugen fordelt på 3 dage', 15],
    ['25 timer om ugen, fordelt på mandag, onsdag og fredag', 25],
  ])('told for the whole week: %s', (written, hours) => {
    const found = read(written);
    expect(found.hours).toBe(hours);
    expect(found).not.toHaveProperty('date');
  });

  test('a day beside the hours may be the first one', () => {
    expect(read('starter mandag, 20 timer')).toMatchObject({ hours: 20, date: '2023-05-15' });
  });

  test('full time that is too much is none, and hours that are counted stand over it', () => {
    expect(read('for syg til fuld tid')).not.toHaveProperty('hours');
    expect(read('for syg til fuld tid, men 10 timer om ugen').hours).toBe(10);
  });

  test.each([
    ['tyve', 20],
    ['no more than eight', 8],
  ])('a number in words is the answer to what was asked: %s', (written, hours) => {
    expect(read(written, { asked: 'offer.hoursPerWeek' }).hours).toBe(hours);
  });
});
