import { expect, test } from '@jest/globals';
import { toldApart } from './told-apart.ts';

test('choices that are called the same are told apart by their dates, and on one day by a number', () => {
  const titles = toldApart([
    { title: 'Opfølgning', value: 'a', apart: '1. maj' },
    { title: 'Opfølgning', value: 'b', apart: '2. maj' },
    { title: 'Opfølgning', value: 'c', apart: '2. maj' },
    { title: 'Samtale', value: 'd', apart: '2. maj' },
  ]).map(({ title }) => title);
  expect(titles).toEqual(['Opfølgning · 1. maj', 'Opfølgning · 2. maj (1)', 'Opfølgning · 2. maj (2)', 'Samtale']);
});
