import type { Sentence } from '../sentence.ts';
import { clauseWords, englishDenials, factDenials, notDenying } from '../vocabulary/denials.ts';

/** Words from `from` up to, not including, `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** A sentence as its clauses: one text in which no phrase reaches from a clause into the next, and where it denies. */
export interface Clauses {
  /** The words where a phrase stands. */
  find: (pattern: RegExp) => Stretch[];
  /** Which clause a word stands in. */
  clauseOf: (at: number) => number;
  /** Whether "og" stands between two words. */
  joins: (from: number, to: number) => boolean;
  /** How often what stands there is denied; `reach`: the denial stands at most so many words before it. */
  denialsOf: (stretch: Stretch, inside: readonly Stretch[], reach?: number) => number;
}

const joining = /^(?:og|and|samt|plus|men|but)$/;
/** "Målet er ikke uddannelse men job": what comes before is not denied of what comes after. */
const turning = /^(?:men|but)$/;
const ending = /^[.?!;:,()–]$/;
/** After these a comma ends nothing: "ikke sandsynligt, at det ender i job". */
const goesOn = /^(?:at|that|som|which|men|but)$/;

const isDenial = (sentence: Sentence, at: number): boolean => {
  const word = sentence.tokens[at]?.word ?? '';
  if (!factDenials.has(word) && !word.endsWith("n't")) return false;
  if (englishDenials.has(word) && sentence.language !== 'en') return false;
  const next = sentence.tokens[at + 1]?.word ?? '';
  return !notDenying.has(`${word} ${next}`);
};

/** A denial that is a word of the phrase itself; between its words it denies the phrase. */
const belongsTo = (at: number, { from, to }: Stretch): boolean => at === from || at === to - 1;

const readClauses = (sentence: Sentence): Clauses => {
  const { tokens } = sentence;
  let text = ' ';
  let clause = 0;
  const clauses: number[] = [];
  const starts = new Map<number, number>();
  const denied: number[] = [];
  for (const [at, { word, raw, kind }] of tokens.entries()) {
    const before = tokens[at - 1];
    const short = before?.kind === 'number' || (before?.word.length ?? 0) < 3;
    const dotOfWord = raw === '.' && short && at < tokens.length - 1 && tokens[at + 1]?.capital !== true;
    const breaks = kind === 'mark' && ending.test(raw) && !dotOfWord;
    const opens = clauseWords.has(word);
    if ((breaks && !(raw === ',' && goesOn.test(tokens[at + 1]?.word ?? ''))) || opens) {
      clause += 1;
      text += '| ';
    }
    clauses.push(clause);
    if (kind === 'mark' && raw !== '/' && raw !== '+') continue;
    starts.set(text.length, at);
    text += `${word} `;
    if (isDenial(sentence, at)) denied.push(at);
  }
  const startOf = (offset: number): number => starts.get(offset) ?? tokens.length;
  const clauseOf = (at: number): number => clauses[at] ?? clause;
  const joinedAt = tokens.flatMap(({ word }, at) => (joining.test(word) ? [at] : []));
  return {
    find: (pattern) => {
      const found: Stretch[] = [];
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const last = match.index + match[0].lastIndexOf(' ') + 1;
        found.push({ from: startOf(match.index + 1), to: startOf(last) + 1 });
      }
      return found;
    },
    clauseOf,
    joins: (from, to) => joinedAt.some((at) => at > from && at < to),
    denialsOf: ({ from, to }, inside, reach = Infinity) => {
      const own = clauseOf(from);
      const opened =
        joinedAt.findLast(
          (at) => clauseOf(at) === own && (at < from || (at < to && turning.test(tokens[at]?.word ?? ''))),
        ) ?? -1;
      const counting = denied.filter(
        (at) =>
          clauseOf(at) === own &&
          at > opened &&
          at >= from - reach &&
          at <= to &&
          !inside.some((phrase) => belongsTo(at, phrase)),
      );
      // "Ikke … hverken" denies once.
      return counting.filter(
        (at, nth) => nth === 0 || !/^(?:hverken|nogensinde|neither|nor)$/.test(tokens[at]?.word ?? ''),
      ).length;
    },
  };
};

const read = new WeakMap<Sentence, Clauses>();

/** The clauses of a sentence, read once. */
export const clausesOf = (sentence: Sentence): Clauses => {
  let clauses = read.get(sentence);
  if (clauses === undefined) read.set(sentence, (clauses = readClauses(sentence)));
  return clauses;
};

/** Whether what stands from `from` up to `to` is denied: an odd number of times. */
export const isDenied = (sentence: Sentence, from: number, to: number): boolean =>
  clausesOf(sentence).denialsOf({ from, to }, [], 6) % 2 === 1;
