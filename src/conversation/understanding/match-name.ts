import { within } from './distance.ts';
import { nameWords } from './name-words.ts';

export interface Candidate {
  id: string;
  name: string;
}

interface NameMatch extends Candidate {
  /** 1: the whole name as written. Less for a part of it, an initial, a genitive or a slip. */
  exactness: number;
}

/** Made once: a common given name is compared with its hundreds of namesakes. */
const { compare } = new Intl.Collator('da');

const least = 0.5;
const shortestWithSlip = 4;

/** How well one asked word fits one word of a name: 1 as written, less for a genitive, a slip or an initial, else 0. */
const wordFit = (asked: string, word: string): number => {
  if (asked === word) return 1;
  if (asked === `${word}s`) return 0.97;
  if (asked.length === 1) return word.startsWith(asked) ? 0.8 : 0;
  if (asked.length >= 3 && word.length > asked.length && word.startsWith(asked)) return 0.7;
  if (asked.length < shortestWithSlip || asked.charAt(0) !== word.charAt(0)) return 0;
  const slips = within(asked, word, asked.length > 7 ? 2 : 1);
  if (slips !== undefined) return slips === 1 ? 0.85 : 0.7;
  const bare = asked.endsWith('s') && asked.length > shortestWithSlip ? within(asked.slice(0, -1), word, 1) : undefined;
  return bare === undefined ? 0 : 0.8;
};

/** Fits every asked word to a word of the name, in order; a name's words may be left out, an asked word may not. */
const nameFit = (asked: readonly string[], name: readonly string[]): number => {
  let from = 0;
  let total = 0;
  for (const word of asked) {
    let best = 0;
    let bestAt = -1;
    for (let at = from; at < name.length; at += 1) {
      const fit = wordFit(word, name[at] ?? '');
      if (fit <= best) continue;
      best = fit;
      bestAt = at;
    }
    if (bestAt < 0) return 0;
    total += best;
    from = bestAt + 1;
  }
  const whole = total / asked.length;
  const leftOut = name.length - asked.length;
  return leftOut === 0 ? whole : whole * (leftOut === 1 ? 0.9 : 0.85);
};

/**
 * The candidates a name as written can mean, best first: forgives slips, æ/ae spellings, the genitive, initials
 * ("Lone F."), a given name or a surname alone. Every word asked for must be found, so that no other person is meant.
 */
export const matchNames = (asked: string, candidates: readonly Candidate[]): NameMatch[] => {
  const words = nameWords(asked);
  if (words.length === 0) return [];
  const reversed = words.length > 1 ? [...words.slice(1), words[0] ?? ''] : words;
  return candidates
    .map(({ id, name }) => {
      const own = nameWords(name);
      const exactness = Math.max(nameFit(words, own), words.length > 1 ? 0.95 * nameFit(reversed, own) : 0);
      return { id, name, exactness: Math.round(exactness * 1000) / 1000 };
    })
    .filter(({ exactness }) => exactness >= least)
    .toSorted((a, b) => b.exactness - a.exactness || compare(a.name, b.name));
};
