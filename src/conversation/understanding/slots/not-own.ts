import type { Sentence } from '../sentence.ts';
import { doubtWords, otherPeople, pastWords, ruledOutWords, supposedDoubt } from '../vocabulary/not-own.ts';
import { phrasePattern } from './phrase-pattern.ts';
import type { PlacedFact } from './placed-fact.ts';

/** Facts of somebody's health: they are the citizen's own, and known for certain, or they are nothing. */
const ofHealth: ReadonlySet<string> = new Set([
  'diagnosedAutism',
  'mentallyVulnerable',
  'disability',
  'verySpecialNeeds',
]);

const stated = phrasePattern([otherPeople, doubtWords, ruledOutWords, pastWords].join(', '));
/** "Hvad hvis hun havde autisme" supposes that she has it now. */
const supposed = phrasePattern([otherPeople, supposedDoubt, ruledOutWords].join(', '));

const says = (sentence: Sentence, pattern: RegExp): boolean => {
  const line = sentence.tokens.filter(({ kind }) => kind !== 'mark').map(({ word }) => word);
  pattern.lastIndex = 0;
  return pattern.test(` ${line.join(' ')} `);
};

const namesHealth = ({ hits }: Sentence): boolean =>
  hits.some(({ concept }) => concept.startsWith('fact:') && ofHealth.has(concept.slice('fact:'.length)));

/** Whether a sentence tells of health what is not the citizen's, or not for certain, or not any more. */
export const leftOut = (sentence: Sentence): boolean => namesHealth(sentence) && says(sentence, stated);

/** Facts without those of health that are somebody else's, suspected, ruled out or over. */
export const withoutLeftOut = (
  sentence: Sentence,
  facts: readonly PlacedFact[],
  how: { supposed: boolean },
): PlacedFact[] => {
  const health = facts.some(({ name }) => ofHealth.has(name));
  return health && says(sentence, how.supposed ? supposed : stated)
    ? facts.filter(({ name }) => !ofHealth.has(name))
    : [...facts];
};
