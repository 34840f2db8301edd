import { expect, test } from '@jest/globals';
import { readStartOptions } from './start-options.ts';

test('without options there are Playgrounds, of whichever municipality comes first', () => {
  expect(readStartOptions([])).toEqual({ municipality: undefined, withPlaygrounds: true });
});

test('a municipality can be chosen, and the Playgrounds left out', () => {
  expect(readStartOptions(['--municipality', 'testby', '--no-playground'])).toEqual({
    municipality: 'testby',
    withPlaygrounds: false,
  });
});

test.each([['--playground'], ['--municipality'], ['testby'], ['--no-playground=yes']])('%s is not taken', (arg) => {
  expect(readStartOptions([arg])).toBeUndefined();
});
