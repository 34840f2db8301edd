import type { Sentence } from '../sentence.ts';
import { givenNames } from '../vocabulary/given-names.ts';
import { months } from '../vocabulary/time.ts';
import { isGiven } from './name-candidates.ts';

/** A word that is written as a name is, and says nothing else. */
const isNamelike = ({ tokens, meanings, shouted }: Sentence, at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' || !token.capital || token.acronym || shouted || months.has(token.word)) return false;
  return isGiven(token.word) || meanings[at]?.length === 0;
};

/** Everybody who is named: a given name and, with a capital, what follows it. Each once and at most in full, in order. */
export const peopleNamed = (sentence: Sentence): string[] => {
  const { tokens } = sentence;
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isNamelike(sentence, at) || !isGiven(tokens[at]?.word ?? '')) continue;
    let to = at + 1;
    while (isNamelike(sentence, to) && tokens[to]?.opens === false) to += 1;
    found.add(
      tokens
        .slice(at, to)
        .map(({ raw, word }) => (givenNames.has(word) ? raw : raw.replace(/['’]?s$/, '')))
        .join(' '),
    );
    at = to - 1;
  }
  return [...found].filter((name) => ![...found].some((other) => other.startsWith(`${name} `)));
};
