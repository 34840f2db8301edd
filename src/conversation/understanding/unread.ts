import type { Sentence } from './sentence.ts';
import { onlyDanish, onlyEnglish } from './vocabulary/common-words.ts';

/** Shorter words hold a sentence together; they seldom turn its meaning. */
const shortest = 4;

/** Longer words that seldom do either. */
const light = new Set(
  `have haft over gerne siden sammen sidder klar timers ugentlig ugentligt kommunen ligger tage tager sige siger before
  weekly thinking problem somebody someone anybody with because actually really`.split(/\s+/),
);

/**
 * How many of a sentence's weighty words nothing has made sense of: no phrase, no name, date or amount. Each of them may
 * turn the meaning ("skal jeg lukke den?"), so a reading that passes over them is worth less.
 */
export const unreadWords = (sentence: Sentence): number => {
  const read = [...sentence.claimed];
  for (const { from, to } of sentence.hits) read.fill(true, from, to);
  return sentence.tokens.filter(
    ({ kind, word }, at) =>
      kind === 'word' &&
      word.length >= shortest &&
      read[at] !== true &&
      !light.has(word) &&
      !onlyDanish.has(word) &&
      !onlyEnglish.has(word),
  ).length;
};

/** Whether a sentence is a name or a number and nothing else: a word beside it ("ring til …") asks for something. */
export const isBare = (sentence: Sentence): boolean => {
  const read = [...sentence.claimed];
  for (const { from, to } of sentence.hits) read.fill(true, from, to);
  return sentence.tokens.every(({ kind }, at) => kind !== 'word' || read[at] === true);
};
