import type { Sentence } from './sentence.ts';
import type { GoingOn } from './understanding.ts';

const unsure =
  /\b(?:ved (?:det |jeg |det jeg |jeg det )?(?:faktisk |ikke|ik\b)|ikke sikker|aner (?:det )?ikke|maaske|muligvis|vistnok|formentlig|formodentlig|nok|sikkert|tror|mener|vel|haaber|don't know|dont know|do not know|not sure|no idea|maybe|perhaps|probably|possibly|think|guess|might|hope|not yet|ikke endnu|eller)\b/;
/** A question word or a supposition: nothing is stated. */
const asking =
  /^(?:og |and |men |but |saa |so )?(?:hvad|hva|hvor|hvordan|hvornaar|hvorfor|hvem|hvis|hvilke|hvilken|hvilket|what|how|when|why|who|which|if|har|er|kan|maa|skal|vil|has|is|are|can|may|must|does|do)\b/;
const otherOne =
  /\b(?:den|det|the|min|mit|my) (?:anden|andet|andre|other) (?<what>sag|borger|case|citizen|client|one|tilbud|forloeb|praktik|offer|course|internship)/;
const offers = /^(?:tilbud|forloeb|praktik|offer|course|internship)/;
const waiting =
  /\b(?:vente|venter|ventede|udskyde|udskyder|udskydes|udskudt|wait|waits|waited|postpone|postponed|delay)\b/;
/** A start that is so much later is waited for as well. */
const startsLater =
  /\b(?:start|opstart|begynd|begin|began)\p{L}*\b.*\b(?:senere|later)\b|\b(?:rykkes|flyttes|skubbes|forskydes|vi (?:rykker|flytter|skubber)|push(?:es|ed)?|moved? it|put it back)\b(?!.*\b(?:til|to|tidligere|earlier|frem)\b).*\b(?:uger?|dage?|maaned(?:er)?|weeks?|days?|months?)\b/u;
const born = /\b(?:foedt|foedselsdag|foedselsdato|born|birth|birthday)\b/;

/** The marks of a sentence that names what it speaks of: a fact by its word, an amount by its unit or its noun. */
const naming = ['fact', 'price', 'hours', 'price-word', 'hours-word', 'attend-word', 'no-progress', 'not-agreed'];

/** Words that hold a plain answer together; any other beside the fact may turn it. */
const plainWords = new Set(
  `ja jo jep yes yep yeah nej nae niks no nope nah ikke ik not ingen intet uden hun han she he borgeren den det der it
  er is har has does doesn't doesnt hasn't hasnt isn't isnt koster koste costs cost prisen pris price tilbuddet
  forloebet foedt born was i on d en et a an the om ugen week per pr kr kan can moede moeder klare deltage attend fra
  from til until siden since timer hours`.split(/\s+/),
);

/** Whether every word is part of a fact, an amount or a date, or holds them together. */
const isPlain = (sentence: Sentence): boolean => {
  const read = [...sentence.claimed];
  for (const { concept, from, to } of sentence.hits)
    if (concept.startsWith('fact:') || concept === 'no-progress' || concept === 'not-agreed') read.fill(true, from, to);
  return sentence.tokens.every(({ kind, word }, at) => kind === 'mark' || read[at] === true || plainWords.has(word));
};

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
  const asks = tags.has('question') || tags.has('follow') || tags.has('if') || tags.has('what-if') || asking.test(text);
  return {
    carried: carried !== undefined,
    answers: carried?.answers === true && !asks && !tags.has('first:and'),
    states: !asks,
    named: naming.some((tag) => tags.has(tag)) || born.test(text),
    plain: isPlain(sentence),
    unsure: unsure.test(text),
    waits: waiting.test(text) || (sentence.context.lastIntent === 'start-offer' && startsLater.test(text)),
    born: born.test(text),
    ...(other === undefined ? {} : { other }),
  };
};
