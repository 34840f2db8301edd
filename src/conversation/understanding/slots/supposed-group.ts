import { BENEFITS, OFFER_KINDS } from '../../../contract/vocabulary.ts';
import type { Sentence } from '../sentence.ts';
import { isDenied } from './clauses.ts';
import type { PlacedFact } from './placed-fact.ts';

/** Before an offer that is supposed to be given. */
const copula =
  /^(?:er|var|bliver|blev|blive|giver|gav|give|bruger|brugte|bruge|vaelger|valgte|vaelge|tager|tog|tage|laver|lavede|lave|tilbyder|tilboed|bevilger|bevilgede|proever|proevede|koerer|koerte|is|was|were|be|gave|give|gives|use|used|choose|chose|took|take|try|tried|made|make|it's|offer|offered|go)$/;
/** Between the two. */
const small = /^(?:en|et|a|an|nu|saa|bare|med|ham|hende|to|for|with|him|her|i|stedet|instead|rather|via)$/;
const instead = /\b(?:i stedet|istedet|instead|rather than|frem for|fremfor|snarere)\b/;

/** Another kind of offer that is supposed: "hvad hvis det var løntilskud i stedet". */
export const kindSupposed = (sentence: Sentence, facts: readonly PlacedFact[]): PlacedFact[] => {
  const contrast = instead.test(sentence.tokens.map(({ word }) => word).join(' '));
  return sentence.hits.flatMap(({ concept, from, to }): PlacedFact[] => {
    const kind = OFFER_KINDS.find((each) => `offer:${each}` === concept);
    if (kind === undefined || kind === sentence.context.offer) return [];
    if (facts.some(({ at }) => at >= from && at < to)) return [];
    let before = from - 1;
    while (before > from - 4 && small.test(sentence.tokens[before]?.word ?? '')) before -= 1;
    const given = copula.test(sentence.tokens[before]?.word ?? '');
    return contrast || given ? [{ at: from, name: 'kind', value: kind }] : [];
  });
};

/** Another benefit that is supposed: "hvad hvis hun var på ledighedsydelse". */
export const benefitSupposed = (sentence: Sentence): PlacedFact[] =>
  sentence.hits.flatMap(({ concept, from, to }): PlacedFact[] => {
    const benefit = BENEFITS.find((each) => `benefit:${each}` === concept);
    if (benefit === undefined || (benefit !== 'selvforsoergende' && isDenied(sentence, from, to))) return [];
    return [{ at: from, name: 'benefit', value: benefit }];
  });
