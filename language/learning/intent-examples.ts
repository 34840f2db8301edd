import { INTENT_CLASSES, SAME_AS_BEFORE } from '../../src/conversation/understanding/weigh-intents.ts';
import { readSlots } from '../../src/conversation/understanding/read-slots.ts';
import { readSentence } from '../../src/conversation/understanding/sentence.ts';
import { sentenceFeatures } from '../../src/conversation/understanding/sentence-features.ts';
import { programmeOf } from './other-names.ts';
import { type Labelled, rightIntents, SENTENCES_DAY } from './sentences.ts';
import type { Example } from './train.ts';

/** Another right reading counts this much beside the first. */
const second = 0.5;

/** A labelled sentence as an example of its intent; "the same again" shares it where the talk before had that intent. */
const exampleOf = (labelled: Labelled, offerNames: readonly string[]): Example => {
  const { text, context = {} } = labelled;
  const sentence = readSentence(text, { today: SENTENCES_DAY, context });
  const { tags } = readSlots(sentence, offerNames);
  const intents = rightIntents(labelled);
  const same = INTENT_CLASSES.indexOf(SAME_AS_BEFORE);
  const weight = INTENT_CLASSES.map((name) =>
    name === intents[0] || (name === SAME_AS_BEFORE && context.lastIntent === intents[0])
      ? 1
      : intents.includes(name)
        ? second
        : 0,
  );
  return {
    features: sentenceFeatures(sentence, tags),
    right: (shares) => {
      const parts = shares.map((share, at) => (share + 1e-6) * (weight[at] ?? 0));
      const sum = parts.reduce((total, part) => total + part, 0);
      return parts.map((part) => part / sum);
    },
    ...(context.lastIntent === undefined && { impossible: (at: number) => at === same }),
  };
};

/** A labelled sentence as it is read by who does not know the catalogue and, when it names a programme, by who does. */
export const intentExamples = (labelled: Labelled): Example[] => {
  const programme = programmeOf(labelled);
  return [exampleOf(labelled, []), ...(programme === undefined ? [] : [exampleOf(labelled, [programme])])];
};
