import type { Sentence } from '../sentence.ts';
import { type FrameWords, frames } from '../vocabulary/fact-frames.ts';
import { valueFrames } from '../vocabulary/value-frames.ts';
import { type Clauses, clausesOf, type Stretch } from './clauses.ts';
import { phrasePattern } from './phrase-pattern.ts';

/** A fact as words tell it. */
interface ToldFact extends Stretch {
  /** Where the word stands that decides. */
  at: number;
  name: string;
  value: string | boolean;
  /** One of several values that is said not to be the one. */
  denied?: true;
}

interface Frame {
  topic: RegExp;
  told?: RegExp;
  against?: RegExp;
}

const frameOf = ({ topic, told, against }: FrameWords): Frame => ({
  topic: phrasePattern(topic),
  ...(told === undefined ? {} : { told: phrasePattern(told) }),
  ...(against === undefined ? {} : { against: phrasePattern(against) }),
});

const factFrames = Object.entries(frames).map(([name, words]) => ({ name, ...frameOf(words) }));
const choiceFrames = Object.entries(valueFrames).map(([name, all]) => ({
  name,
  all: all.map((words) => ({ value: words.value, alone: words.told === undefined, ...frameOf(words) })),
}));

const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;
const around = (one: Stretch, other: Stretch): Stretch => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
});

/** How far two phrases of a clause are apart; what an "og" parts is further apart than what it does not. */
const distance = (clauses: Clauses, one: Stretch, other: Stretch): number => {
  if (overlap(one, other)) return 0;
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  return second.from - first.to + (clauses.joins(first.to - 1, second.from) ? 100 : 0);
};

/** The phrase nearest to a topic in its clause. */
const nearest = (clauses: Clauses, topic: Stretch, phrases: readonly Stretch[]): Stretch | undefined => {
  let best: Stretch | undefined;
  for (const phrase of phrases) {
    if (clauses.clauseOf(phrase.from) !== clauses.clauseOf(topic.from)) continue;
    if (best === undefined || distance(clauses, topic, phrase) < distance(clauses, topic, best)) best = phrase;
  }
  return best;
};

interface Pair extends Stretch {
  parts: Stretch[];
  apart: number;
}

/** Topic and what is said of it, the nearest of each clause. */
const pairsOf = (clauses: Clauses, topics: readonly Stretch[], told: readonly Stretch[]): Pair[] => {
  const best = new Map<number, Pair>();
  for (const topic of topics) {
    const said = nearest(clauses, topic, told);
    if (said === undefined) continue;
    const apart = distance(clauses, topic, said);
    const clause = clauses.clauseOf(topic.from);
    if (apart >= (best.get(clause)?.apart ?? Infinity)) continue;
    const span = around(topic, said);
    // Whatever else says the same within reach belongs to it: "usandsynligt, at det fører til job".
    const more = told.filter(
      (phrase) =>
        clauses.clauseOf(phrase.from) === clause &&
        distance(clauses, span, phrase) < 6 &&
        !overlap(phrase, said) &&
        !overlap(phrase, topic),
    );
    const parts = [topic, said, ...more];
    best.set(clause, { ...parts.reduce(around), parts, apart });
  }
  return [...best.values()];
};

/** Whether it is so: every denial and every word that says the contrary turns it once. */
const holds = (clauses: Clauses, { parts, ...span }: Pair, against: readonly Stretch[]): boolean => {
  const contrary = against.filter((phrase) => overlap(phrase, span)).length;
  return (clauses.denialsOf(span, parts) + contrary) % 2 === 0;
};

const alone = (topic: Stretch): Pair => ({ ...topic, parts: [topic], apart: 0 });

/** The yes-or-no facts that the clauses tell by their frames. */
export const factsByFrame = (sentence: Sentence, wanted: (name: string) => boolean): ToldFact[] => {
  const clauses = clausesOf(sentence);
  // A programme may be called "Klar til Job".
  const unclaimed = ({ from }: Stretch): boolean => sentence.claimed[from] !== true;
  const needs = sentence.hits.filter(({ concept }) => concept === 'fact:verySpecialNeeds');
  return factFrames.flatMap(({ name, topic, told, against }): ToldFact[] => {
    const topics = wanted(name) ? clauses.find(topic).filter(unclaimed) : [];
    if (topics.length === 0) return [];
    const contrary = against === undefined ? [] : clauses.find(against);
    const said = [...(told === undefined ? [] : clauses.find(told)), ...contrary].filter(
      (phrase) => !needs.some((hit) => overlap(hit, phrase)),
    );
    const pairs = pairsOf(clauses, topics, said);
    if (told === undefined)
      pairs.push(
        ...topics
          .filter(({ from }) => !pairs.some((pair) => clauses.clauseOf(pair.from) === clauses.clauseOf(from)))
          .map(alone),
      );
    return pairs.map((pair) => {
      const { from, to, parts } = pair;
      return { at: parts[0]?.from ?? from, from, to, name, value: holds(clauses, pair, contrary) };
    });
  });
};

/** The facts with one of several values that the clauses tell by their frames; a value that is denied is marked. */
export const choicesByFrame = (sentence: Sentence): ToldFact[] => {
  const clauses = clausesOf(sentence);
  return choiceFrames.flatMap(({ name, all }) =>
    all.flatMap(({ value, topic, told, alone: byItself }): ToldFact[] => {
      const topics = clauses.find(topic).filter(({ from }) => sentence.claimed[from] !== true);
      if (topics.length === 0) return [];
      const pairs = byItself || told === undefined ? topics.map(alone) : pairsOf(clauses, topics, clauses.find(told));
      return pairs.map((pair) => {
        const { from, to, parts } = pair;
        const said = { at: parts[0]?.from ?? from, from, to, name, value };
        // "Intet mål" is denied by its own words.
        return clauses.denialsOf(pair, parts) % 2 === 1 && value !== 'none' ? { ...said, denied: true } : said;
      });
    }),
  );
};
