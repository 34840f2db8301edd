import type { Sentence } from '../sentence.ts';
import { givenNames } from '../vocabulary/given-names.ts';

/** A row of words that may be a name: the tokens `from` up to, not including, `to`. */
export interface NameSpan {
  from: number;
  to: number;
}

/** No name is longer. */
const longest = 5;
/** No question has more rows of words that may be names; of noise that has, the rest is not looked at. */
const most = 100;

const withoutGenitive = (word: string): string => word.replace(/['’´`]?s$/, '');

/** A given name, or one with a genitive s. */
export const isGiven = (word: string): boolean => givenNames.has(word) || givenNames.has(withoutGenitive(word));

/** Part of a phrase of the field ("CV blev opdateret"), which is no name, however it is written. */
const inPhrase = ({ hits }: Sentence, at: number): boolean =>
  hits.some(({ from, to }) => to - from > 1 && from <= at && at < to);

/** Whether a word can begin or end a name by itself: by its capital, as a given name, or as a word nobody knows. */
export const isNameable = (sentence: Sentence, at: number): boolean => {
  const { tokens, words, claimed, shouted } = sentence;
  const token = tokens[at];
  const how = words[at]?.how;
  if (token?.kind !== 'word' || claimed[at] === true) return false;
  if (isGiven(token.word)) return true;
  if (inPhrase(sentence, at) || sentence.meanings[at]?.some((concept) => concept.startsWith('out:')) === true)
    return false;
  if (how === 'unknown' || how === 'typo' || how === 'compound') return true;
  return token.capital && !shouted && !token.opens;
};

const isInitial = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]?.kind === 'word' && tokens[at].raw.length === 1;

/** A surname that is an everyday word, in small letters after a given name: "mette lund", "bo skov". */
const isPlainSurname = ({ tokens, words }: Sentence, at: number, from: number): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    !token.capital &&
    token.word.length > 2 &&
    words[at]?.how === 'common' &&
    isGiven(tokens[from]?.word ?? '')
  );
};

/** Every row of words that may be a name, overlapping ones too. */
export const nameCandidates = (sentence: Sentence): NameSpan[] => {
  const { tokens, claimed } = sentence;
  const spans: NameSpan[] = [];
  for (let from = 0; from < tokens.length && spans.length < most; from += 1) {
    if (!isNameable(sentence, from)) continue;
    for (let last = from; last < Math.min(tokens.length, from + longest); last += 1) {
      const token = tokens[last];
      if (token === undefined || claimed[last] === true) break;
      if (token.raw === '.' && last > from && isInitial(sentence, last - 1)) continue;
      if (token.kind !== 'word' || (last > from && token.opens && tokens[last - 1]?.raw !== '.')) break;
      const ends =
        isNameable(sentence, last) ||
        (last > from &&
          ((isInitial(sentence, last) && (token.capital || isGiven(tokens[from]?.word ?? ''))) ||
            isPlainSurname(sentence, last, from)));
      if (ends) spans.push({ from, to: last + 1 });
    }
  }
  return spans;
};
