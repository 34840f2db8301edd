import { type Intent, INTENTS, isIntent } from './intents.ts';
import { heaviest, scoreClasses, sharesOf } from './learnt/linear-model.ts';
import { modelCalled } from './learnt/model-file.ts';
import type { Sentence } from './sentence.ts';
import { sentenceFeatures } from './sentence-features.ts';

/** The sentence asks, or answers, what the talk before was about. */
export const SAME_AS_BEFORE = 'same-as-before';
/** The sentence says too little, or nothing that can be understood: it must be asked what is meant. */
export const UNCLEAR = 'unclear';
/** What the model of intents tells apart. */
export const INTENT_CLASSES = [...INTENTS, SAME_AS_BEFORE, UNCLEAR] as const;

export interface WeighedIntent {
  intent: Intent;
  /** From 0 to 1; what is missing to one in all of them together is how unclear the sentence is. */
  share: number;
}

/** How likely each intent is, best first; equal ones keep the order of the list of intents. */
export const weighIntents = (sentence: Sentence, tags: ReadonlySet<string>): WeighedIntent[] => {
  const model = modelCalled('intents');
  const scores = scoreClasses(model, sentenceFeatures(sentence, tags));
  const same = model.classes.indexOf(SAME_AS_BEFORE);
  const last = sentence.context.lastIntent ?? '';
  if (!isIntent(last)) scores[same] = -Infinity;
  const shares = sharesOf(scores);
  const shareOf = (name: string): number => shares[model.classes.indexOf(name)] ?? 0;
  return INTENTS.map((intent) => ({
    intent,
    share: shareOf(intent) + (intent === last ? shareOf(SAME_AS_BEFORE) : 0),
  })).toSorted((a, b) => b.share - a.share);
};

/** What spoke for and against an intent most, with its weight, for `--explain`. */
export const reasonsFor = (intent: Intent, sentence: Sentence, tags: ReadonlySet<string>): string[] => {
  const model = modelCalled('intents');
  return heaviest(model, sentenceFeatures(sentence, tags), model.classes.indexOf(intent), 8).map(
    ([name, weight]) => `${weight > 0 ? '+' : ''}${weight.toFixed(2)} ${name}`,
  );
};
