import { bornOn, contradictsItself, plainKinds, saysOnlyYesOrNo } from './plain-answer.ts';
import type { Sentence } from './sentence.ts';
import { leftOut } from './slots/not-own.ts';
import type { GoingOn } from './understanding.ts';

const unsure =
  /\b(?:ved (?:det |jeg |det jeg |jeg det )?(?:faktisk |ikke|ik\b)|ikke sikker|aner (?:det )?ikke|maaske|muligvis|vistnok|formentlig|formodentlig|nok|sikkert|tror|mener|vel|haaber|don't know|dont know|do not know|not sure|no idea|maybe|perhaps|probably|possibly|think|guess|might|hope|not yet|ikke endnu|eller)\b/;
/** A question word or a supposition: nothing is stated. */
const asking =
  /^(?:og |and |men |but |saa |so )?(?:hvad|hva|hvor|hvordan|hvornaar|hvorfor|hvem|hvis|hvilke|hvilken|hvilket|what|how|when|why|who|which|if|har|er|kan|maa|skal|vil|has|is|are|can|may|must|does|do)\b/;
const otherOne =
  /\b(?:den|det|the|min|mit|my) (?:anden|andet|andre|other) (?<what>sag|borger|case|citizen|client|one|tilbud|forloeb|praktik|offer|course|internship)/;
/** A choice that is denied or left open is none. */
const unchosen = /\b(?:ikke|ik|ikk|ej|ingen|hverken|not|neither|none|never|undtagen|except|eller|or)\b/;
/** "Den første" is one of those shown, and no day; which of them stood first is not known here. */
const byPlace =
  /^(?:(?:den|det|the) )?(?:foerste|anden|andet|tredje|fjerde|femte|sidste|oeverste|nederste|midterste|first|second|third|fourth|fifth|last)(?: one)?(?: [.!])?$/;
const offers = /^(?:tilbud|forloeb|praktik|offer|course|internship)/;
const waiting =
  /\b(?:vente|venter|ventede|udskyde|udskyder|udskydes|udskudt|wait|waits|waited|postpone|postponed|delay)\b/;
/** A start that is so much later is waited for as well. */
const startsLater =
  /\b(?:start|opstart|begynd|begin|began)\p{L}*\b.*\b(?:senere|later)\b|\b(?:rykkes|flyttes|skubbes|forskydes|vi (?:rykker|flytter|skubber)|push(?:es|ed)?|moved? it|put it back)\b(?!.*\b(?:til|to|tidligere|earlier|frem)\b).*\b(?:uger?|dage?|maaned(?:er)?|weeks?|days?|months?)\b/u;
const born = /\b(?:foedt|foedselsdag|foedselsdato|born|birth|birthday)\b/;

/** The marks of a sentence that names what it speaks of: a fact by its word, an amount by its unit or its noun. */
const naming = ['fact', 'price', 'hours', 'price-word', 'hours-word', 'attend-word', 'no-progress', 'not-agreed'];

const textOf = (sentence: Sentence): string => sentence.tokens.map(({ word }) => word).join(' ');

/** What a sentence means by "the other one", if it does. */
export const otherMeant = (sentence: Sentence): 'case' | 'offer' | undefined => {
  const what = otherOne.exec(textOf(sentence))?.groups?.['what'];
  if (what === undefined) return undefined;
  return offers.test(what) ? 'offer' : 'case';
};

/** How a sentence goes on with the talk before. `answers`: it could be the answer to what was asked. */
export const goingOn = (
  sentence: Sentence,
  tags: ReadonlySet<string>,
  carried: { answers: boolean } | undefined,
): GoingOn => {
  const text = textOf(sentence);
  const other = otherMeant(sentence);
  const birthDate = bornOn(sentence);
  const asks = tags.has('question') || tags.has('follow') || tags.has('if') || tags.has('what-if') || asking.test(text);
  return {
    carried: carried !== undefined,
    answers: carried?.answers === true && !asks && !tags.has('first:and'),
    states: !asks,
    named: naming.some((tag) => tags.has(tag)) || born.test(text),
    plain: sentence.context.asked === undefined ? new Set() : plainKinds(sentence),
    contradicts: contradictsItself(sentence),
    onlyYesOrNo: saysOnlyYesOrNo(sentence),
    chooses: !unchosen.test(text) && !byPlace.test(text),
    leavesOut: leftOut(sentence) && !tags.has('question'),
    unsure: unsure.test(text),
    waits: waiting.test(text) || (sentence.context.lastIntent === 'start-offer' && startsLater.test(text)),
    born: born.test(text),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(other === undefined ? {} : { other }),
  };
};
