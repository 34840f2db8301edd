import { within } from '../distance.ts';
import type { Sentence } from '../sentence.ts';

const shortest = 6;
/** In English an s without an apostrophe makes it several. */
const genitive = { da: /'?s$/, en: /'s$/ };

/** A word of the calendar by its own spelling, or one slip away where nothing else knows the word: "septmber". */
export const calendarWord = (
  sentence: Sentence,
  at: number,
  table: ReadonlyMap<string, number>,
): number | undefined => {
  if (sentence.claimed[at] === true) return undefined;
  const token = sentence.tokens[at];
  if (token === undefined) return undefined;
  const known = table.get(token.word) ?? table.get(token.word.replace(genitive[sentence.language], ''));
  if (known !== undefined || token.kind !== 'word' || token.word.length < shortest) return known;
  if (/dage(?:ne)?$/.test(token.word)) return undefined;
  if (sentence.words[at]?.how !== 'unknown' || token.capital) return undefined;
  for (const [word, number] of table) {
    if (word.length < shortest || word.charAt(0) !== token.word.charAt(0)) continue;
    if (within(token.word, word, 1) !== undefined) return number;
  }
  return undefined;
};
