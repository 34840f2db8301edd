import { isAboutCase, standsAlone } from '../../src/conversation/understanding/carry-over.ts';
import { isIntent } from '../../src/conversation/understanding/intents.ts';
import { readSlots } from '../../src/conversation/understanding/read-slots.ts';
import { readSentence } from '../../src/conversation/understanding/sentence.ts';
import type { Random } from './random.ts';
import { type Labelled, SENTENCES_DAY } from './sentences.ts';

/** Questions about a case are whole with their verb and what they are about; what else is asked is whole as it is. */
const isWhole = ({ text, intent }: Labelled): boolean => {
  if (!isIntent(intent) || intent === 'what-if') return false;
  if (!isAboutCase(intent)) return true;
  const { tags } = readSlots(readSentence(text, { today: SENTENCES_DAY }), []);
  return standsAlone(tags, intent);
};

/**
 * The sentences, and each whole question that opened a talk again in the middle of one about something else: it means
 * the same there, whatever was asked for before it.
 */
export const withInsideTalks = (sentences: readonly Labelled[], random: Random): Labelled[] => {
  const contexts = sentences.flatMap(({ context }) => (context?.lastIntent === undefined ? [] : [context]));
  const again = sentences.flatMap((labelled): Labelled[] => {
    if (labelled.context !== undefined || !isWhole(labelled)) return [];
    const context = random.pick(contexts);
    return context.lastIntent === labelled.intent ? [] : [{ ...labelled, context }];
  });
  return [...sentences, ...again];
};
