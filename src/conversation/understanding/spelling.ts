import { within } from './distance.ts';

const shortest = 5;
const shortestForTwo = 9;

/** Which letters a word has, as bits: words one slip apart differ in at most two of them. */
const lettersOf = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};

const countBits = (bits: number): number => {
  let rest = bits;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
};

/** One letter for each of æ, ø and å, however they are written: leaving one out, or a vowel in its place, is one slip. */
const compact = (word: string): string =>
  word.replace(/ae|oe|aa/g, (pair) => (pair === 'ae' ? 'æ' : pair === 'oe' ? 'ø' : 'å'));

interface Shelf {
  words: string[];
  whole: string[];
  letters: number[];
}

/**
 * Finds the vocabulary word a mistyped one stands for: one slip from five letters on, two from nine, never in the first
 * letter except a swap. Words of the same length class are compared by their letters first, so it stays fast.
 */
export const createSpelling = (
  words: readonly string[],
  stems: readonly string[],
  endings: ReadonlySet<string>,
): ((word: string) => string | undefined) => {
  const shelves = new Map<number, Shelf>();
  const put = (whole: string): void => {
    const word = compact(whole);
    let shelf = shelves.get(word.length);
    if (shelf === undefined) shelves.set(word.length, (shelf = { words: [], whole: [], letters: [] }));
    shelf.words.push(word);
    shelf.whole.push(whole);
    shelf.letters.push(lettersOf(word));
  };
  for (const word of words) if (word.length >= shortest) put(word);
  for (const stem of stems) {
    if (stem.length < shortest - 1) continue;
    put(stem);
    for (const ending of endings) if (ending.length <= 5) put(stem + ending);
  }
  return (written) => {
    if (written.length < shortest || written.length > 40) return undefined;
    const slips = written.length >= shortestForTwo ? 2 : 1;
    const word = compact(written);
    const letters = lettersOf(word);
    let best: string | undefined;
    let bestSlips = slips + 1;
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      const shelf = shelves.get(length);
      if (shelf === undefined) continue;
      for (let at = 0; at < shelf.words.length; at += 1) {
        if (countBits((shelf.letters[at] ?? 0) ^ letters) > 2 * slips) continue;
        const candidate = shelf.words[at] ?? '';
        if (candidate.charCodeAt(0) !== word.charCodeAt(0) && candidate.charCodeAt(0) !== word.charCodeAt(1)) continue;
        const found = within(word, candidate, bestSlips - 1);
        if (found === undefined) continue;
        bestSlips = found;
        best = shelf.whole[at];
        if (found === 1) return best;
      }
    }
    return best;
  };
};
