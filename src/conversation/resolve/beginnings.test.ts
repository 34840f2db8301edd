import { describe, expect, test } from '@jest/globals';
import { asWritten, attemptsFor } from './beginnings.ts';

describe('What a name is looked up by', () => {
  test('one word: more letters first; a last s may be a genitive', () => {
    expect(attemptsFor('Todben')).toEqual([[['todb']], [['tod']], [['to']]]);
    expect(attemptsFor('Bos')).toEqual([[['bo']], [['bo']], [['bo']]]);
  });

  test('an initial narrows the word beside it', () => {
    expect(attemptsFor('Lone F.')[0]).toEqual([['lone', 'f']]);
  });

  test('several words: two letters of each, else more of one and the first of the others', () => {
    expect(attemptsFor('Åse Sørensen')).toEqual([
      [['aa', 'so']],
      [
        ['aase', 's'],
        ['a', 'soer'],
      ],
      [
        ['aa', 's'],
        ['a', 'so'],
      ],
    ]);
  });

  test('as written, where there is more than one word', () => {
    expect(asWritten('Åse Sørensen-Holm')).toEqual(['aase', 'soerensen', 'holm']);
    expect(asWritten('Åse')).toBeUndefined();
    expect(attemptsFor('?!')).toEqual([]);
  });
});
