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

/** What comes after a length on top of what there is. */
const onTop = /^(?:mere|flere|ekstra|yderligere|laengere|endnu|more|extra|further|longer|oveni)$/;

const textOf = ({ tokens }: Sentence, from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), to)
    .map(({ word }) => word)
    .join(' ');

/** Whether a length is how long something is to be in all, and not what is added to it: "i alt 26 uger", "til 26 uger". */
export const isTotal = (sentence: Sentence, { from, to }: Stretch): boolean => {
  if (onTop.test(sentence.tokens[to]?.word ?? '')) return false;
  if (/^(?:i alt|ialt|in all|in total|altogether|samlet|totalt|all in all)(?: |$)/.test(textOf(sentence, to, to + 3)))
    return true;
  const lead = textOf(sentence, from - 4, from);
  if (
    /(?:^| )(?:i alt|ialt|in all|in total|altogether|samlet|totalt|total of|varer|vare|lasts?|fylder)(?: (?:paa|of|med|i|bliver|blive|er|kommer|op|til|is))*$/.test(
      lead,
    )
  )
    return true;
  const reaches = sentence.language === 'en' ? /(?:^| )(?:to|until|till)$/ : /(?:^| )til$/;
  if (/(?:op til|up to)$/.test(lead)) return false;
  return reaches.test(lead);
};

/** Whether a date is one that may not be passed, or not be come before: "not past August", "tidligst 1. august". */
export const isLimit = (sentence: Sentence, { from, to }: Stretch): boolean => {
  let start = from;
  while (start > 0 && from - start < reach && !ends.test(sentence.tokens[start - 1]?.word ?? '')) start -= 1;
  return before.test(textOf(sentence, start, from)) || after.test(textOf(sentence, to, to + 3));
};
