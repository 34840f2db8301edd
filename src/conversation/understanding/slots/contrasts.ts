import type { Sentence } from '../sentence.ts';
import { clausesOf, type Stretch } from './clauses.ts';
import { phrasePattern } from './phrase-pattern.ts';

/** What stands after these is what is replaced, and not supposed. */
const inPlaceOf = phrasePattern(
  `i stedet for, istedet for, istedetfor, istf, frem for, fremfor, snarere end, hellere end, og ikke, eller ikke, instead of, rather than, in place of, and not, as opposed to, over for`,
);
/** "Målet er job, ikke uddannelse." */
const notThat = /^(?:ikke|ik|not)$/;
/** What is replaced follows within so many words. */
const reach = 6;

/** The words of a sentence that name what another value replaces: "en fast plads i stedet for [en individuel]". */
export const replacedIn = (sentence: Sentence): Stretch[] => {
  const clauses = clausesOf(sentence);
  const { tokens } = sentence;
  const upTo = (from: number): Stretch => {
    let to = from;
    while (to < tokens.length && to < from + reach && clauses.clauseOf(to) === clauses.clauseOf(from)) to += 1;
    return { from, to };
  };
  return [
    ...clauses.find(inPlaceOf).map(({ to }) => upTo(to)),
    ...tokens.flatMap(({ word }, at) => (notThat.test(word) && tokens[at - 1]?.raw === ',' ? [upTo(at + 1)] : [])),
  ];
};
