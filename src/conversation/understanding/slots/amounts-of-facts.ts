import type { Sentence } from '../sentence.ts';
import type { AmountSlot } from './amounts.ts';
import { movingWords } from '../vocabulary/fact-dates.ts';
import { clausesOf } from './clauses.ts';
import { readNumber } from './numbers.ts';
import { phrasePattern } from './phrase-pattern.ts';
import type { PlacedFact } from './placed-fact.ts';

/** A bare number from here on is money, unless it is a year. */
const leastPrice = 400;
const mostHours = 60;
const beforeYear = /^(?:i|in|fra|from|siden|since|aar|aaret|year|foedt|born|aargang)$/;
const hourNoun = /^(?:timerne|timer|timetallet|timetal|timeantallet|timeantal|ugetimerne|hours)$/;
const later = /^(?:senere|later|tidligere|earlier|foer|before|forinden|frem|tilbage|forward|back)$/;
const difference = /^(?:lower|less|cheaper|more|higher|extra|billigere|mindre|lavere|dyrere|hoejere|mere)$/;
const able = /^(?:kan|kunne|can|could|magter|orker)$/;
const moving = phrasePattern(movingWords);
const person =
  /^(?:han|hun|ham|hende|borger|borgeren|brg|vedkommende|he|she|he's|she's|hes|shes|him|her|citizen|client|unge|mand|kvinde)$/;
const ageVerb =
  /^(?:er|var|vaere|bliver|blev|fylder|fyldt|kun|bare|first|is|was|be|turns|turned|only|just|he's|she's|hes|shes|were|being|allerede|already|foerst|faktisk|actually|som|at)$/;
const youngest = 13;
const oldest = 80;

const word = (sentence: Sentence, at: number): string => sentence.tokens[at]?.word ?? '';

const some = (sentence: Sentence, from: number, to: number, pattern: RegExp): boolean => {
  for (let at = Math.max(0, from); at < to; at += 1) if (pattern.test(word(sentence, at))) return true;
  return false;
};

/** Whether what stands at a place is a year: "i 2024". */
const isYear = (sentence: Sentence, { from, value }: AmountSlot): boolean =>
  value >= 1900 && value < 2100 && /^\d{4}$/.test(word(sentence, from)) && beforeYear.test(word(sentence, from - 1));

const near = (sentence: Sentence, at: number, concept: string, back: number): boolean =>
  sentence.hits.some((hit) => hit.concept === concept && hit.from >= at - back && hit.from <= at + 2);

/** A person is told to be so old: "kun er 17", "pretend he's nineteen". */
const isAge = (sentence: Sentence, at: number, to: number, value: number): boolean => {
  if (!Number.isInteger(value) || value < youngest || value > oldest) return false;
  if (!ageVerb.test(word(sentence, at - 1))) return false;
  if (/^(?:timer|time|t|hours|kr|kroner|uger|weeks|dage|days|%|\/|om|a|per|pr)$/.test(word(sentence, to))) return false;
  return some(sentence, at - 4, at, person) || /^(?:fyldt|fylder|turns|turned)$/.test(word(sentence, at - 1));
};

/** An age in words or figures that has no unit. */
const bareAges = (sentence: Sentence): PlacedFact[] =>
  sentence.tokens.flatMap(({ kind }, at): PlacedFact[] => {
    if (kind !== 'word' || sentence.claimed[at] === true) return [];
    const number = readNumber(sentence, at);
    return number !== undefined && isAge(sentence, at, number.to, number.value)
      ? [{ at, name: 'age', value: number.value }]
      : [];
  });

/** The facts that a supposition's amounts are. */
export const amountsOfFacts = (sentence: Sentence, amounts: readonly AmountSlot[]): PlacedFact[] => {
  const moves = clausesOf(sentence).find(moving).length > 0;
  const ofHours = (at: number): string =>
    near(sentence, at, 'attend-word', 3) || able.test(word(sentence, at - 1)) ? 'attendableHours' : 'hoursPerWeek';
  const placed = amounts.flatMap((slot): PlacedFact[] => {
    const { kind, value, from: at, to } = slot;
    const fact = (name: string): PlacedFact[] => [{ at, name, value }];
    switch (kind) {
      case 'price':
        // "Hundrede kroner billigere" names no price.
        return some(sentence, to, to + 1, difference) ? [] : fact('pricePerWeek');
      case 'rate':
        return [];
      case 'age':
        return fact('age');
      case 'hours':
        return fact(ofHours(at));
      case 'weeks':
      case 'months':
        // How much later something begins is no length.
        return moves || some(sentence, to, to + 1, later) ? [] : fact(kind);
      case 'number':
        if (isAge(sentence, at, to, value)) return fact('age');
        if (value <= mostHours && some(sentence, at - 3, at, hourNoun)) return fact(ofHours(at));
        return value >= leastPrice && value < 100_000 && !isYear(sentence, slot) ? fact('pricePerWeek') : [];
    }
  });
  return placed.some(({ name }) => name === 'age') ? placed : [...placed, ...bareAges(sentence)];
};
