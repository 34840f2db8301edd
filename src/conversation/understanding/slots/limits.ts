import type { Sentence } from '../sentence.ts';
import type { Stretch } from './clauses.ts';

const ends = /^(?:[,;?!:()]|men|but)$/;
const reach = 7;
/** Between what makes it a limit and the date itself. */
const small =
  '(?: (?:end|than|til|fra|from|until|to|ud|over|den|d|the|end|slutningen|udgangen|of|af|on|paa|og|med|and|\\.))*';
/** "Ikke længere end til", "not past", "tidligst", "at most until". */
const before = new RegExp(
  `(?:^| )(?:(?:ikke|ik|not|no|never|aldrig)(?: \\p{L}+){0,2} (?:laengere end|laengere|past|beyond|over|senere|later|foer|before|tidligere|earlier|efter|after)|tidligst|earliest|hoejst|hoejest|maks|max|maksimalt|maximum|laengst|at most|latest until)${small}$`,
  'u',
);
const after =
  /^(?:som )?(?:tidligst|det tidligste|at the earliest|earliest|hoejst|at most|maks|max|eller senere|or later|eller foer|or earlier)(?: |$)/;

/** Whether a date is one that may not be passed, or not be come before: "not past August", "tidligst 1. august". */
export const isLimit = (sentence: Sentence, { from, to }: Stretch): boolean => {
  let start = from;
  while (start > 0 && from - start < reach && !ends.test(sentence.tokens[start - 1]?.word ?? '')) start -= 1;
  const text = (first: number, end: number): string =>
    sentence.tokens
      .slice(first, end)
      .map(({ word }) => word)
      .join(' ');
  return before.test(text(start, from)) || after.test(text(to, to + 3));
};
