import { type Sentence, wordAt } from '../sentence.ts';
import { units } from '../vocabulary/time.ts';
import { loneNumeral } from './numbers.ts';
import { clauseBefore } from './told-past.ts';

const vague = /^(?:par|nogle|faa|flere|adskillige|mange|couple|few|some|several|many|kvart)$/;
const been =
  /^(?:vaeret|been|sygemeldt|syg|sick|seneste|sidste|last|past|haft|har|had|has|have|var|was|gennem|ventet|arbejdet|worked|siden)$/;
/** Nothing but a unit stands here. */
const asksLength = /^(?:med|by)$/;

/** How much there is of a unit is said, and no number can be read from it: "et par uger", "a few months". */
const isVague = (sentence: Sentence, at: number): boolean => {
  const before = wordAt(sentence, at - 1);
  const of = before === 'of' ? wordAt(sentence, at - 2) : before;
  return vague.test(of) || loneNumeral(sentence, at - 1) !== undefined;
};

/** Whether a length is written that could not be read: a vague one, or one whose unit nobody knows. */
export const hasUnreadLength = (sentence: Sentence): boolean =>
  sentence.tokens.some(({ word, kind }, at) => {
    if (kind !== 'word' || sentence.claimed[at] === true || clauseBefore(sentence, at).some((one) => been.test(one)))
      return false;
    if (/^(?:siden|ago|gammel|gamle|old)$/.test(wordAt(sentence, at + 1))) return false;
    if (units.has(word)) return isVague(sentence, at);
    const counted = loneNumeral(sentence, at - 1) !== undefined && wordAt(sentence, at - 1) !== '';
    return counted && asksLength.test(wordAt(sentence, at - 2)) && sentence.words[at]?.how === 'unknown';
  });
