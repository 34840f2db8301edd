import { expect, test } from '@jest/globals';
import { mayBeSentAt } from './read-time.ts';

test('Only a time of day may be sent at, and none by night', () => {
  const times = ['07:30', '05:00', '20:00', '04:59', '20:01', '07:99', '19:60', '7:30', '07.30'];
  expect(times.filter(mayBeSentAt)).toEqual(['07:30', '05:00', '20:00']);
});
