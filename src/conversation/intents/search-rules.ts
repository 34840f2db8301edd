import { foldedWords } from '../../cases/name-keys.ts';
import type { Language } from '../../contract/language.ts';
import type { RuleInfo } from '../../rulebook/rulebook.ts';

/** What a rule is looked for by. */
export interface RuleSearch {
  words: string;
  /** Words that any question about rules has. */
  common: string;
  kind?: string;
}

/** Words shorter than this say nothing about which rule is meant. */
const SHORTEST = 4;
const KIND = 3;
const KEYWORD = 4;

/** A word and its inflections: "priser" finds "pris", "forlænges" finds "forlængelse". */
const alike = (a: string, b: string): boolean => {
  const shared = Math.min(a.length, b.length);
  return (
    shared >= SHORTEST &&
    (a.startsWith(b.slice(0, Math.max(SHORTEST, b.length - 2))) ||
      b.startsWith(a.slice(0, Math.max(SHORTEST, a.length - 2))))
  );
};

/** How many rules have a word like this one: a word that most rules have tells them apart no more. */
const rarity = (word: string, texts: string[][]): number => {
  const having = texts.filter((text) => text.some((known) => alike(word, known))).length;
  return having === 0 ? 0 : Math.log(1 + texts.length / having);
};

/** The rules that speak of what was asked, best first. */
export const searchRules = (rules: RuleInfo[], search: RuleSearch, language: Language): RuleInfo[] => {
  const common = new Set(foldedWords(search.common));
  const asked = [...new Set(foldedWords(search.words))].filter((word) => word.length >= SHORTEST && !common.has(word));
  const statements = rules.map(({ statement }) => foldedWords(statement[language]));
  const weight = new Map(asked.map((word) => [word, rarity(word, statements)]));
  const scoreOf = (rule: RuleInfo, statement: string[]): number => {
    const keywords = foldedWords(rule.keywords.join(' '));
    const byWords = asked.reduce((sum, word) => {
      if (keywords.some((known) => alike(word, known))) return sum + KEYWORD;
      return statement.some((known) => alike(word, known)) ? sum + (weight.get(word) ?? 0) : sum;
    }, 0);
    return byWords + (isAbout(rule) ? KIND : 0);
  };
  const isAbout = (rule: RuleInfo) => rule.offerKinds.some((kind) => kind === search.kind);
  const scored = rules.map((rule, at) => ({ rule, score: scoreOf(rule, statements[at] ?? []) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  // A rule about the kind of offer asked for belongs to the answer, however much better another one fits the words.
  return scored
    .filter(({ rule, score }) => score > 0 && (score >= best / 2 || isAbout(rule)))
    .toSorted((a, b) => b.score - a.score)
    .map(({ rule }) => rule);
};
