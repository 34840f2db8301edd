import { carryOver } from './carry-over.ts';
import { entitiesOf } from './entities.ts';
import { asking, speaksOfTheField } from './field-words.ts';
import { goingOn } from './going-on.ts';
import { isHalfRead } from './half-read.ts';
import type { Intent } from './intents.ts';
import { cuesFor, scoreIntents, type Score } from './score.ts';
import { readSlots } from './read-slots.ts';
import { readSentence, type Sentence } from './sentence.ts';
import { costOfUnread, hasUnread, isBare } from './unread.ts';
import type { Explanation, Understanding, UnderstandOptions } from './understanding.ts';

/** Below this the best reading is no reading at all. */
const leastScore = 2.5;
/** Below this, less what was passed over, the best reading is not believed but asked about. */
const leastWorth = 3;
/** The best reading must lead the next by this much, a weak one by more. */
const leastMargin = 1.5;
const weak = 5;
const leastMarginOfWeak = 2.5;
/** "I can't help with that" is only said when little speaks for anything else. */
const leastMarginOutside = 3;
/** Small talk never competes with a question in the same sentence. */
const smallTalk: ReadonlySet<Intent> = new Set(['greeting', 'thanks']);

const rank = (scores: readonly Score[]): Score[] => {
  const [best] = scores;
  const serious = scores.filter(({ intent, score }) => score > 0 && !smallTalk.has(intent));
  return best !== undefined && smallTalk.has(best.intent) && (serious[0]?.score ?? 0) < leastScore
    ? [best]
    : serious.length > 0
      ? serious
      : [...scores];
};

/**
 * Whether the best reading is strong and clear enough to answer on. A name or number alone shows its case at most; any
 * other reading is weighed against the words it passes over.
 */
const isBelieved = (sentence: Sentence, tags: ReadonlySet<string>, best: Score, margin: number): boolean => {
  const least =
    best.intent === 'out-of-scope' ? leastMarginOutside : best.score < weak ? leastMarginOfWeak : leastMargin;
  if (margin < Math.min(least, best.score)) return false;
  if (best.intent === 'case' && tags.has('lone')) return isBare(sentence);
  if (best.intent === 'start-offer' && !tags.has('start') && !tags.has('want') && hasUnread(sentence)) return false;
  if (best.intent === 'start-offer' && best.score < weak && !startingWords.some((tag) => tags.has(tag))) return false;
  return best.score - costOfUnread(sentence) >= leastWorth;
};

/** Words of somebody's own work, or of a day in it: what is asked in other words may still be about the cases. */
const ownWork = ['self', 'we', 'mine', 'team', 'pronoun', 'it', 'date', 'until', 'period', 'want', 'hours', 'number'];

/** Taken for each other where the verb is not understood. */
const decisions: readonly Intent[] = ['start-offer', 'extend-offer', 'continue-offer'];

/** An offer beside a name alone may be one that is wanted, or one that runs. */
const startingWords = ['start', 'want', 'may', 'must', 'date', 'price', 'hours', 'duration', 'context-case'];

/** What a sentence that is asked about may mean, best first. A lone decision is never the only one that is offered. */
const likelyReadings = (ranked: readonly Score[]): Intent[] => {
  const likely = ranked.filter(({ score }) => score > 1).map(({ intent }) => intent);
  const [only] = likely;
  return likely.length === 1 && only !== undefined && decisions.includes(only)
    ? [only, ...decisions.filter((intent) => intent !== only)]
    : likely.slice(0, 3);
};

/** A whole sentence with words of its own and none of the field: it is about something else. */
const isForeign = (sentence: Sentence, tags: ReadonlySet<string>): boolean =>
  sentence.context.asked === undefined &&
  !ownWork.some((tag) => tags.has(tag)) &&
  sentence.tokens.filter(({ kind }) => kind === 'word').length >= 3 &&
  sentence.words.some(({ how }, at) => how === 'unknown' && (sentence.tokens[at]?.word.length ?? 0) >= 4) &&
  sentence.words.some(({ how }) => how !== 'unknown') &&
  !speaksOfTheField(tags);

/** Corrected words alone, with no case to hold on to, are no ground to answer on. */
const restsOnSlips = (sentence: Sentence, tags: ReadonlySet<string>): boolean =>
  !tags.has('specific') &&
  sentence.words.some(({ how }) => how === 'typo') &&
  !sentence.hits.some(({ from, to, concept }) => {
    if (asking.has(concept)) return false;
    return sentence.words.slice(from, to).every(({ how }) => how !== 'typo');
  });

/** Understands a sentence and says how; `understand` without the account. */
export const explainUnderstanding = (text: string, options: UnderstandOptions): Explanation => {
  const sentence = readSentence(text, options);
  const { slots, tags } = readSlots(sentence, options.offerNames ?? []);
  const scores = scoreIntents(tags);
  const ranked = rank(scores);
  const [best, second] = ranked;
  const own = best !== undefined && best.score >= leastScore ? best.intent : undefined;
  const margin = (best?.score ?? 0) - (second?.score ?? 0);
  const before = carryOver(
    sentence,
    slots,
    tags,
    own === undefined ? undefined : { intent: own, score: best?.score ?? 0 },
  );
  const carried = before?.intent;
  const foreign = carried === undefined && own === undefined && isForeign(sentence, tags);
  const intent = carried ?? (foreign ? 'out-of-scope' : best !== undefined && best.score > 0 ? best.intent : 'help');
  const guessed = carried === undefined && restsOnSlips(sentence, tags);
  const believed = own !== undefined && best !== undefined && isBelieved(sentence, tags, best, margin);
  const whole = believed && !guessed && !isHalfRead(sentence, slots, tags, intent);
  const sure = carried !== undefined || foreign || whole;
  const strength =
    carried === undefined ? Math.min(1, (best?.score ?? 0) / 8) * (0.6 + 0.4 * Math.min(1, margin / 3)) : 0.85;
  const readings = sure ? [] : likelyReadings(ranked);
  const understanding: Understanding = {
    intent,
    entities: entitiesOf(sentence, slots, tags, intent),
    confidence: Math.round(Math.max(0, strength) * 100) / 100,
    needsClarification: !sure,
    ...(readings.length > 0 ? { readings } : {}),
    language: sentence.language,
    containsCpr: slots.ids.cpr,
    goingOn: goingOn(sentence, tags, before),
  };
  const told = scores
    .filter(({ score }) => score !== 0)
    .map(({ intent: of, score }) => ({ intent: of, score, cues: cuesFor(of, tags) }));
  return { understanding, tags: [...tags].toSorted(), scores: told, margin };
};

/**
 * Understands what a caseworker writes, in Danish or English. Pure: no store, no clock; names and numbers are found by
 * shape and place, dates are read against `today`. Never throws; when unsure it says so instead of guessing.
 */
export const understand = (text: string, options: UnderstandOptions): Understanding =>
  explainUnderstanding(text, options).understanding;
