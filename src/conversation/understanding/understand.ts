import { carryOver } from './carry-over.ts';
import { entitiesOf } from './entities.ts';
import { goingOn } from './going-on.ts';
import { isHalfRead } from './half-read.ts';
import { type Intent, isIntent } from './intents.ts';
import { plainKinds } from './plain-answer.ts';
import { readSlots } from './read-slots.ts';
import { readSentence, type Sentence } from './sentence.ts';
import type { Slots } from './tags.ts';
import type { Entities, Explanation, Understanding, UnderstandOptions } from './understanding.ts';
import { reasonsFor, weighIntents, type WeighedIntent } from './weigh-intents.ts';

/** Below this share the best reading is not believed but asked about. */
const believed = 0.7;
/** What a sentence that is asked about may mean has at least this share. */
const possible = 0.08;
const mostReadings = 3;

/** Taken for each other where the verb is not understood. */
const decisions: readonly Intent[] = ['start-offer', 'extend-offer', 'continue-offer'];
/** "I can't help with that" is no choice to offer. */
const noChoice: ReadonlySet<Intent> = new Set(['out-of-scope', 'help', 'greeting', 'thanks']);

/** What a sentence that is asked about may mean, best first. A lone decision is never the only one that is offered. */
const likelyReadings = (weighed: readonly WeighedIntent[]): Intent[] => {
  const likely = weighed
    .filter(({ intent, share }) => share >= possible && !noChoice.has(intent))
    .map(({ intent }) => intent)
    .slice(0, mostReadings);
  const [only] = likely;
  return likely.length === 1 && only !== undefined && decisions.includes(only)
    ? [only, ...decisions.filter((intent) => intent !== only)]
    : likely;
};

/** "Og hvad med til august?", when nothing was spoken of before. */
const followsNothing = ({ context }: Sentence, tags: ReadonlySet<string>): boolean =>
  context.lastIntent === undefined && tags.has('first:follow');

/** One plain value and nothing else, where one was asked for, goes on with the question that asked. */
const plainlyAnswered = (sentence: Sentence): WeighedIntent | undefined => {
  const { asked, lastIntent = '' } = sentence.context;
  return asked !== undefined && isIntent(lastIntent) && plainKinds(sentence).size > 0
    ? { intent: lastIntent, share: 1 }
    : undefined;
};

/** Two may be meant, or perhaps nobody: then none of them stays for the question that is asked back. */
const isUnsureWho = ({ named }: Slots): boolean => named.several || named.doubtful;
const withoutCitizen = (entities: Entities): Entities => {
  const { citizen: _, ...rest } = entities;
  return rest;
};

/** Understands a sentence and says how; `understand` without the account. */
export const explainUnderstanding = (text: string, options: UnderstandOptions): Explanation => {
  const sentence = readSentence(text, options);
  const { slots, tags } = readSlots(sentence, options.offerNames ?? []);
  const weighed = weighIntents(sentence, tags);
  const [best, second] = weighed;
  const { intent, share } = plainlyAnswered(sentence) ?? best ?? { intent: 'help', share: 0 };
  const sure = share >= believed && !followsNothing(sentence, tags) && !isHalfRead(sentence, slots, tags, intent);
  const readings = sure ? [] : likelyReadings(weighed);
  const entities = entitiesOf(sentence, slots, tags, intent);
  const understanding: Understanding = {
    intent,
    entities: sure || !isUnsureWho(slots) ? entities : withoutCitizen(entities),
    confidence: Math.round(share * 100) / 100,
    needsClarification: !sure,
    ...(readings.length > 0 ? { readings } : {}),
    language: sentence.language,
    containsCpr: slots.ids.cpr,
    goingOn: goingOn(sentence, tags, carryOver(sentence, slots, tags, intent)),
  };
  return {
    understanding,
    tags: [...tags].toSorted(),
    margin: share - (second?.share ?? 0),
    scores: () =>
      weighed
        .filter(({ share: own }) => own >= 0.01)
        .map(({ intent: of, share: score }) => ({ intent: of, score, cues: reasonsFor(of, sentence, tags) })),
  };
};

/**
 * Understands what a caseworker writes, in Danish or English. Pure: no store, no clock; names and numbers are found by
 * shape and place, dates are read against `today`. Never throws; when unsure it says so instead of guessing.
 */
export const understand = (text: string, options: UnderstandOptions): Understanding =>
  explainUnderstanding(text, options).understanding;
