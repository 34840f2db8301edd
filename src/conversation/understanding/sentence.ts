import type { Language } from '../../contract/language.ts';
import { type Day, dayOf } from '../../rulebook/calendar.ts';
import { languageOf } from './language-of.ts';
import { type Hit, type Lexicon, lexiconOf, type ReadWord } from './lexicon.ts';
import { type Token, tokenise } from './tokens.ts';
import type { UnderstandContext, UnderstandOptions } from './understanding.ts';
import { denials } from './vocabulary/denials.ts';
import { givenNames } from './vocabulary/given-names.ts';

/** A sentence taken apart: what each word is, and which words a slot has claimed. */
export interface Sentence {
  tokens: readonly Token[];
  words: readonly ReadWord[];
  hits: Hit[];
  language: Language;
  today: Day;
  context: UnderstandContext;
  /** Tokens that a slot has taken; no other slot reads them. */
  claimed: boolean[];
  /** What the phrases over each token mean. */
  meanings: readonly (readonly string[])[];
  /** All letters are capitals: then a capital says nothing. */
  shouted: boolean;
}

/** A word that looks like a name by its capital is not taken for a slip of the keyboard. */
const mayBeTypo = (token: Token, before: Token | undefined, shouted: boolean): boolean =>
  !givenNames.has(token.word) &&
  !(before !== undefined && before.kind === 'word' && givenNames.has(before.word) && before.word.length > 3) &&
  (shouted || !token.capital || token.opens);

/** What a denial before it turns round: "der er ikke rigtig sket fremskridt". */
const opposites: ReadonlyMap<string, string> = new Map([
  ['progress', 'no-progress'],
  ['agreed', 'not-agreed'],
]);
/** A denial reaches forward over this many words, up to the next comma. */
const reach = 5;

const turned = (tokens: readonly Token[], hit: Hit): Hit => {
  const opposite = opposites.get(hit.concept);
  if (opposite === undefined) return hit;
  for (let at = hit.from - 1; at >= hit.from - reach && at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.raw === ',' || token.raw === '.') break;
    if (denials.has(token.word)) return { ...hit, concept: opposite };
  }
  return hit;
};

/** Puts what a word means that is split in two in the place of what its halves mean. */
const withSplitWords = (lexicon: Lexicon, tokens: readonly Token[], hits: readonly Hit[]): Hit[] => {
  let all = [...hits];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (next === undefined || all.some(({ from, to }) => from <= at && to > at + 1)) continue;
    const concepts = lexicon.joined(token, next);
    if (concepts === undefined) continue;
    all = all.filter(({ from }) => from !== at && from !== at + 1);
    all.push(...concepts.map((concept) => ({ concept, from: at, to: at + 2 })));
  }
  return all.toSorted((a, b) => a.from - b.from);
};

/** Takes a text apart. */
export const readSentence = (text: string, options: UnderstandOptions): Sentence => {
  const tokens = tokenise(text);
  const letters = tokens.filter((token) => token.kind === 'word');
  const shouted = letters.length > 2 && letters.every((token) => token.raw === token.raw.toUpperCase());
  const language = languageOf(tokens, options.language ?? 'da');
  const lexicon = lexiconOf(language);
  const words = tokens.map((token, at) => lexicon.read(token, mayBeTypo(token, tokens[at - 1], shouted)));
  const hits = withSplitWords(lexicon, tokens, lexicon.phrases(words)).map((hit) => turned(tokens, hit));
  const meanings = tokens.map((): string[] => []);
  for (const { concept, from, to } of hits) for (let at = from; at < to; at += 1) meanings[at]?.push(concept);
  return {
    tokens,
    words,
    hits,
    meanings,
    language,
    today: dayOf(options.today),
    context: options.context ?? {},
    claimed: tokens.map(() => false),
    shouted,
  };
};

/** Takes tokens for a slot. */
export const claim = (sentence: Sentence, from: number, to: number): void => {
  for (let at = from; at < to; at += 1) sentence.claimed[at] = true;
};

/** The folded word at a place, or '' where there is none or it is taken. */
export const wordAt = (sentence: Sentence, at: number): string =>
  sentence.claimed[at] === true ? '' : (sentence.tokens[at]?.word ?? '');
