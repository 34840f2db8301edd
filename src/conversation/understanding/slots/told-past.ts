import type { Sentence } from '../sentence.ts';

/** A clause ends here, as far as the words that govern a date reach. */
const clauseEnds =
  /^(?:[,;?!–—:()]|og|men|saa|and|but|so|at|that|kan|maa|skal|vil|can|may|must|should|could|will|starter|starte|begynder|begynde|start|starts|starting|begin)$/;
const reach = 6;
/** Between a governing word and its date. */
const small = /^(?:d|den|the|dag|dato|\.|of|on|i|uge|sidste|last)$/;
const plannedBy = /^(?:fra|from|pr|per|til|until|till|to|inden|before|senest|by|foerst|as)$/;
const sinceWords = /^(?:siden|since)$/;
/** Somebody's absence, birth or dismissal is told of as it began. */
const began =
  /^(?:sygemeldt|sygmeldt|syg|sick|ill|foedt|born|fyret|opsagt|indlagt|opereret|fravaerende|ledig|unemployed|gik|went|fell|faldt|broke|braekkede|mistede|lost)$/;
const participles =
  /^(?:\p{L}{3,}(?:eret|erede|ated|rred)|holdt|afholdt|sendt|startet|startede|begyndt|begyndte|henvist|tilbudt|held|sent|started|began)$/u;
/** Spelt like participles. */
const noParticiples = /^(?:allerede|kvarteret|teateret|\p{L}*(?:lageret|centeret|registeret|kontoret|ministeriet))$/u;
const prepositions = /^(?:paa|i|hos|ved|fra|til|at|the|det)$/;
/** Narrated past, where nothing is planned. */
const narrated = /^(?:blev|fik|kom|var|havde|meldte|ringede|talte|moedte|was|were|got|had|came|called|met)$/;

/** The words of the clause before a place, nearest first. */
export const clauseBefore = (sentence: Sentence, from: number): string[] => {
  const words: string[] = [];
  for (let at = from - 1; at >= 0 && at >= from - reach; at -= 1) {
    const word = sentence.tokens[at]?.word ?? '';
    const abbreviates = word === '.' && (sentence.tokens[at - 1]?.word ?? '').length <= 2;
    if (clauseEnds.test(word) || (word === '.' && !abbreviates)) break;
    words.push(word);
  }
  return words;
};

const openerOf = (words: readonly string[]): string => words.find((word) => !small.test(word)) ?? '';

/** Whether a date tells since when something is so: "sygemeldt siden november", "hun gik ned med stress den 3/1". */
export const tellsSince = (sentence: Sentence, from: number): boolean => {
  const words = clauseBefore(sentence, from);
  const opener = openerOf(words);
  if (sinceWords.test(opener)) return true;
  const start = words.findIndex((word) => began.test(word));
  // "Sygemeldt fra 2. januar", but not "en sygemeldt fra 2. juni".
  const told = start >= 0 && !/^(?:en|et|den|a|an|the)$/.test(words[start + 1] ?? '');
  return told && (!plannedBy.test(opener) || words.indexOf(opener) === start - 1);
};

/** Whether the words before a date tell that it is past; `storytelling` also where verbs only narrate. */
export const followsPast = (sentence: Sentence, from: number, storytelling: boolean): boolean => {
  if (tellsSince(sentence, from)) return true;
  const words = clauseBefore(sentence, from);
  if (plannedBy.test(openerOf(words))) return false;
  return words.some(
    (word, back) =>
      (back < 4 && participles.test(word) && !noParticiples.test(word) && !prepositions.test(words[back + 1] ?? '')) ||
      (storytelling && narrated.test(word)),
  );
};

const endsVerb = /^(?:slutter|udloeber|ophoerer|stopper|ends|expires|finishes|stops|udloebet|ud|out|slut|faerdig)$/;
const intended = /^(?:forlaeng\p{L}*|extend\p{L}*|saa|hvis|if|indtil|until)$/u;
const asksOn =
  /^(?:kan|maa|skal|vil|ka|can|may|could|should|do|is|mangler|need|needs|forlaeng\p{L}*|extend\p{L}*|forl|frl)$/u;
const runsOut = /^(?:loeber|runs|run|er|is|vaere|be|was|var)$/;
const besideWhat = /^(?:naar|der|som|when|which|that|hvor)$/;

/**
 * Whether a date tells when something ends as it is now, beside what is asked: "forløbet slutter på fredag, kan vi give
 * hende 4 uger til".
 */
export const tellsPresentEnd = (sentence: Sentence, from: number, to: number): boolean => {
  if (sentence.context.asked !== undefined) return false;
  const words = clauseBefore(sentence, from);
  const verb = words.findIndex((word) => endsVerb.test(word));
  if (verb < 0) return false;
  if (/^(?:ud|out|slut|faerdig)$/.test(words[verb] ?? '') && !words.slice(verb + 1).some((word) => runsOut.test(word)))
    return false;
  const opening = sentence.tokens[from - words.length - 1]?.word ?? '';
  if (
    words.some((word) => intended.test(word)) ||
    /^(?:saa|so|at|that|kan|maa|skal|can|may|must|should)$/.test(opening)
  )
    return false;
  if (words.some((word) => besideWhat.test(word))) return true;
  return sentence.tokens.slice(to).some(({ word }) => asksOn.test(word));
};
