import { foldedWords } from '../../cases/name-keys.ts';

/** A beginning for every word of a name: the cases in which each of them begins some word. */
export type LookUp = string[];

/** A word's first letters; without the last s, which may be a genitive's: a short name ends before it. */
const beginning = (word: string, letters: number): string =>
  (word.length > 1 && word.endsWith('s') ? word.slice(0, -1) : word).slice(0, letters);

const unique = (words: string[]): string[] => [...new Set(words)];

/**
 * Look-ups for a name, to be tried one attempt after the other until somebody fits. What differs behind the beginnings
 * may be a genitive, a slip or shortened; nothing is taken for a slip that differs in its first letter. An initial
 * stands beside a word as a rule. Of several words all agree in two letters, else one in more and the others in their
 * first: the slip is near the beginning then.
 */
export const attemptsFor = (name: string): LookUp[][] => {
  const words = unique(foldedWords(name));
  const whole = words.filter(({ length }) => length > 1);
  const cut = (letters: (word: string) => number): LookUp =>
    unique(words.map((word) => beginning(word, letters(word))));
  if (words.length === 0) return [];
  if (whole.length <= 1) return [4, 3, 2].map((letters) => [cut(() => letters)]);
  const oneSure = (letters: number): LookUp[] => whole.map((sure) => cut((word) => (word === sure ? letters : 1)));
  return [[cut(() => 2)], oneSure(4), oneSure(2)];
};

/** The look-up for a name just as written; of a single word there is none, as nobody has but one. */
export const asWritten = (name: string): LookUp | undefined => {
  const words = unique(foldedWords(name));
  return words.length > 1 ? words : undefined;
};
