import { describe, expect, test } from '@jest/globals';
import { matchNames } from './match-name.ts';

const people = [
  { id: '1', name: 'Lone Fjordager' },
  { id: '2', name: 'Lone Møllegaard' },
  { id: '3', name: 'Søren Ægirsen' },
  { id: '4', name: 'Anne Marie Kildevang' },
  { id: '5', name: 'Hans Kildevang' },
];
const ids = (asked: string): string[] => matchNames(asked, people).map(({ id }) => id);

describe('a name as written', () => {
  test('in full means one person, exactly', () => {
    expect(matchNames('Lone Fjordager', people)).toEqual([{ id: '1', name: 'Lone Fjordager', exactness: 1 }]);
  });

  test.each([
    ['soeren aegirsen', ['3']],
    ['Søren Ægirsens', ['3']],
    ['Lone Fjordagr', ['1']],
    ['Lone F.', ['1']],
    ['Møllegård', ['2']],
    ['Anne Kildevang', ['4']],
    ['Kildevang, Hans', ['5']],
  ])('%s finds who is meant', (asked, found) => {
    expect(ids(asked)).toEqual(found);
  });

  test('a given name alone finds everybody of that name', () => {
    expect(ids('Lone')).toEqual(['1', '2']);
  });

  test('another surname is another person', () => {
    expect(ids('Lone Kildevang')).toEqual([]);
    expect(ids('')).toEqual([]);
  });
});
