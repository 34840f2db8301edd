import type { Language } from '../../contract/language.ts';
import { compound, compoundEnd, unstuck } from './compound.ts';
import { createSpelling } from './spelling.ts';
import type { Token } from './tokens.ts';
import { commonWords } from './vocabulary/common-words.ts';
import { endings } from './vocabulary/endings.ts';
import { vocabularyOf } from './vocabulary/index.ts';

/** Words found together that mean something: `concept` over the tokens `from` up to, not including, `to`. */
export interface Hit {
  concept: string;
  from: number;
  to: number;
}

export interface ReadWord {
  /** The numbers of the vocabulary words it is. */
  numbers: number[];
  /** How it was recognised; `unknown` words may be names. */
  how: 'plain' | 'common' | 'compound' | 'typo' | 'unknown';
}

export interface Lexicon {
  /** Recognises one word; `mayBeTypo` allows a slip. */
  read(token: Token, mayBeTypo: boolean): ReadWord;
  /** What two words mean that are one word split in two ("ressource forløb"); undefined when they are not. */
  joined(first: Token, second: Token): string[] | undefined;
  /** The phrases in a row of recognised words, the longest at each place, none inside another. */
  phrases(words: readonly ReadWord[]): Hit[];
}

interface Node {
  concepts: string[];
  next: Map<number, Node>;
}

const newNode = (): Node => ({ concepts: [], next: new Map() });
const nothing: ReadWord = { numbers: [], how: 'common' };
/** The dot of an abbreviation stands inside a phrase ("ekst. mentor"). */
const dot: ReadWord = { numbers: [], how: 'common' };
const cacheSize = 5000;
/** No word of the language is longer. */
const longestWord = 60;
const unreadable: ReadWord = { numbers: [], how: 'unknown' };
const longestEnding = 7;
/** Of a word that is split in two. */
const shortestHalf = 3;

/** Builds the lexicon of a vocabulary: concept → phrases, a word ending in `~` being a stem. */
const createLexicon = (vocabulary: readonly [string, string[]][]): Lexicon => {
  const root = newNode();
  const whole = new Map<string, number>();
  const stems = new Map<string, number>();
  const canCompound = new Set<number>();
  let numbers = 0;

  const numberOf = (pattern: string): number => {
    const isStem = pattern.endsWith('~');
    const word = isStem ? pattern.slice(0, -1) : pattern;
    const map = isStem ? stems : whole;
    let number = map.get(word);
    if (number === undefined) map.set(word, (number = numbers += 1));
    return number;
  };

  for (const [concept, phrases] of vocabulary)
    for (const phrase of phrases) {
      let node = root;
      for (const word of phrase.split(' ')) {
        const number = numberOf(word);
        if (phrase.endsWith('~') && word.length > 4) canCompound.add(number);
        let next = node.next.get(number);
        if (next === undefined) node.next.set(number, (next = newNode()));
        node = next;
      }
      if (!node.concepts.includes(concept)) node.concepts.push(concept);
    }

  const plain = (word: string): number[] => {
    const found: number[] = [];
    const exact = whole.get(word);
    if (exact !== undefined) found.push(exact);
    for (let cut = word.length; cut >= 3 && cut >= word.length - longestEnding; cut -= 1) {
      const stem = stems.get(word.slice(0, cut));
      if (stem !== undefined && (cut === word.length || endings.has(word.slice(cut)))) found.push(stem);
    }
    if (found.length > 0 || commonWords.has(word)) return found;
    if (word.endsWith("'s")) return plain(word.slice(0, -2));
    return word.length > 4 && word.endsWith('s') ? plain(word.slice(0, -1)) : found;
  };
  const part = (word: string): number[] => plain(word).filter((number) => canCompound.has(number));
  const spelling = createSpelling([...whole.keys()], [...stems.keys()], endings);

  const look = (word: string, mayBeTypo: boolean): ReadWord => {
    if (word.length > longestWord) return unreadable;
    const known = plain(word);
    if (known.length > 0) return { numbers: known, how: 'plain' };
    if (commonWords.has(word)) return { numbers: [], how: 'common' };
    if (word.includes('-')) {
      const joined = plain(word.replaceAll('-', ''));
      const parts = joined.length > 0 ? joined : word.split('-').flatMap((piece) => plain(piece));
      if (parts.length > 0) return { numbers: parts, how: 'compound' };
    }
    const parts = compound(word, part);
    if (parts.length > 0) return { numbers: parts, how: 'compound' };
    const meant = mayBeTypo ? spelling(word) : undefined;
    const corrected = meant === undefined ? [] : plain(meant);
    if (corrected.length > 0) return { numbers: corrected, how: 'typo' };
    const end = compoundEnd(word, part);
    const rest = end.length > 0 ? end : unstuck(word, plain);
    return rest.length > 0 ? { numbers: rest, how: 'compound' } : { numbers: [], how: 'unknown' };
  };

  const cache = new Map<string, ReadWord>();
  return {
    read: (token, mayBeTypo) => {
      if (token.kind !== 'word') return token.raw === '.' ? dot : nothing;
      const key = mayBeTypo ? token.word : `${token.word} `;
      let read = cache.get(key);
      if (read === undefined) {
        if (cache.size >= cacheSize) cache.clear();
        cache.set(key, (read = look(token.word, mayBeTypo)));
      }
      return read;
    },
    joined: (first, second) => {
      if (first.kind !== 'word' || second.kind !== 'word' || second.start !== first.end + 1) return undefined;
      if (first.word.length < shortestHalf || second.word.length < shortestHalf) return undefined;
      const concepts = plain(first.word + second.word).flatMap((number) => root.next.get(number)?.concepts ?? []);
      return concepts.length > 0 ? concepts : undefined;
    },
    phrases: (words) => {
      const hits: Hit[] = [];
      let reached = 0;
      for (let from = 0; from < words.length;) {
        let longest = from;
        let concepts: Set<string> = new Set();
        const walk = (node: Node, at: number): void => {
          if (node.concepts.length > 0 && at >= longest) {
            if (at > longest) concepts = new Set();
            longest = at;
            for (const concept of node.concepts) concepts.add(concept);
          }
          const word = words[at];
          if (word === dot && at > from && words[at - 1] !== dot) walk(node, at + 1);
          for (const number of word?.numbers ?? []) {
            const next = node.next.get(number);
            if (next !== undefined) walk(next, at + 1);
          }
        };
        walk(root, from);
        if (longest > reached) for (const concept of concepts) hits.push({ concept, from, to: longest });
        reached = Math.max(reached, longest);
        from += 1;
      }
      return hits;
    },
  };
};

const made = new Map<Language, Lexicon>();
/** The lexicon for sentences in a language. */
export const lexiconOf = (language: Language): Lexicon => {
  let lexicon = made.get(language);
  if (lexicon === undefined) made.set(language, (lexicon = createLexicon(vocabularyOf(language))));
  return lexicon;
};
