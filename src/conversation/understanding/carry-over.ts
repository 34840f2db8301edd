import type { Intent } from './intents.ts';
import type { Sentence } from './sentence.ts';
import type { Slots } from './tags.ts';

/** The words that ask each question outright; a word that only fits it (an offer, a date) is none. */
const ownVerbs: Partial<Record<Intent, readonly string[]>> = {
  'start-offer': ['start'],
  'extend-offer': ['extend', 'more'],
  'continue-offer': ['stop', 'continue'],
  deadlines: ['deadline', 'when', 'to-reach'],
  overdue: ['overdue'],
  'next-step': ['next-step'],
  tier: ['colour', 'tier'],
  catalogue: ['catalogue', 'which', 'show', 'list-word'],
  rule: ['rule', 'rule-id', 'explain', 'applies', 'why', 'who'],
  case: ['show', 'overview'],
};
/** Whether a question needs a case, an offer or a rule, and may take it from the talk before. */
export const isAboutCase = (intent: Intent): boolean => Object.hasOwn(ownVerbs, intent);

/** What a question can be about. */
const objects = ['citizen', 'case-id', 'offer', 'programme', 'offer-word', 'offer-id', 'rule-id', 'event', 'case-word'];
/** Questions whose own word is their object too: "hvilke frister er der". */
const selfContained: ReadonlySet<Intent> = new Set(['deadlines', 'overdue', 'next-step', 'rule', 'catalogue']);

/** A complete question of its own, with its verb and what it is about, is no answer and no addition. */
export const standsAlone = (tags: ReadonlySet<string>, intent: Intent): boolean => {
  const verbs = ownVerbs[intent];
  return (
    verbs?.some((verb) => tags.has(verb)) === true &&
    (selfContained.has(intent) || objects.some((object) => tags.has(object)))
  );
};

const canAnswer = (sentence: Sentence, slots: Slots, tags: ReadonlySet<string>): boolean => {
  const { asked } = sentence.context;
  if (asked === undefined) return false;
  const has = (...names: string[]): boolean => names.some((name) => tags.has(name));
  if (has('yes', 'no') && sentence.tokens.length <= 6) return true;
  if (/price/i.test(asked)) return has('price', 'number');
  if (/hours/i.test(asked)) return has('hours', 'number');
  if (asked === 'event.type') return has('event');
  if (/until|ends|starts|date|On$/i.test(asked)) return slots.dates.length > 0 || has('duration');
  if (/offerId/.test(asked)) return has('offer-id', 'offer', 'programme', 'number');
  if (/offer/.test(asked) && has('offer', 'programme', 'offer-id')) return true;
  if (/case|citizen$/i.test(asked) && has('case-id', 'citizen')) return true;
  return has(
    'fact',
    'price',
    'hours',
    'number',
    'duration',
    'until',
    'date',
    'offer',
    'offer-id',
    'benefit',
    'citizen',
    'case-id',
    'programme',
    'no-progress',
    'not-agreed',
  );
};

/**
 * How a sentence that means what the talk before meant goes on with it: as an answer to what was asked, or as the same
 * question with a change. Undefined when it stands on its own.
 */
export const carryOver = (
  sentence: Sentence,
  slots: Slots,
  tags: ReadonlySet<string>,
  intent: Intent,
): { answers: boolean } | undefined =>
  sentence.context.lastIntent !== intent || standsAlone(tags, intent)
    ? undefined
    : { answers: canAnswer(sentence, slots, tags) };
