import type { Sentence } from '../sentence.ts';

/** What says that the word before was wrong: "den 8/9 – nej vent – den 15/9". */
const correcting = new Set(
  `nej nejnej sorry undskyld rettelse ups hov hovsa vent wait no oops correction mente mener meant mean snarere rather
  actually scratch nope naeh pardon beklager fejl oeh aeh oehm aehm uh uhm`.split(/\s+/),
);
/** What may stand beside it. */
const beside = new Set(
  `den d det de er jeg i the it's its it is that make skal vaere hellere lad os sige let's lets say oeoeh um er hmm
  til fra pr to from until on paa ikke not in stead i stedet for saa so men but altsaa you know well – - — , . ; : … ( ) ! kun only blev bliver
  vi we tager tag take prisen price med with by`.split(/\s+/),
);
/** Nobody needs more words to put something right. */
const most = 9;

interface Stretch {
  from: number;
  to: number;
}

/** Whether the words between two things of a kind say that the second stands in place of the first. */
export const isRetracted = (sentence: Sentence, first: Stretch, second: Stretch): boolean => {
  if (second.from - first.to > most) return false;
  // "Ikke 1. august, men 1. september".
  let corrects = false;
  const denied = [1, 2, 3].some((back) => /^(?:ikke|not)$/.test(sentence.tokens[first.from - back]?.word ?? ''));
  for (let at = first.to; at < second.from; at += 1) {
    const word = sentence.tokens[at]?.word ?? '';
    if (correcting.has(word) || (denied && /^(?:men|but)$/.test(word))) corrects = true;
    else if (!beside.has(word)) return false;
  }
  return corrects;
};
