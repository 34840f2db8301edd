import { oneLengthMeant } from './entities.ts';
import type { Intent } from './intents.ts';
import { readPlaced } from './slots/place-dates.ts';
import type { Sentence } from './sentence.ts';
import type { Slots } from './tags.ts';

const decisions: ReadonlySet<Intent> = new Set(['start-offer', 'extend-offer', 'continue-offer']);
/** Here a name is only of use as the citizen's. */
const aboutOne: ReadonlySet<Intent> = new Set([
  ...decisions,
  'deadlines',
  'next-step',
  'case',
  'record-event',
  'journal-note',
  'request-approval',
  'withdraw-request',
  'request-status',
]);

/** "Han er kun 17": a number that is an age, or counts what is spoken of anyway. */
const tellsAge = (sentence: Sentence, at: number): boolean =>
  [1, 2].some((back) =>
    /^(?:er|kun|is|only|fylder|fyldt|turns|turned|aged|nr|nummer)$/.test(sentence.tokens[at - back]?.word ?? ''),
  );

/** "Nye Spor 2": a number that belongs to the name before it. */
const numbersName = (sentence: Sentence, at: number): boolean =>
  sentence.claimed[at - 1] === true && sentence.tokens[at - 1]?.capital === true;

/** Two different amounts of a kind in a question that has room for one. */
const twice = (slots: Slots, kinds: readonly string[]): boolean =>
  new Set(slots.amounts.filter(({ kind }) => kinds.includes(kind)).map(({ kind, value }) => `${kind} ${value}`)).size >
  1;

/**
 * Whether something in the sentence was found but has no part in the reading: what may be a name, a second person, a second case, a number
 * that counts nothing, two amounts for one. What is half read is asked about.
 */
export const isHalfRead = (sentence: Sentence, slots: Slots, tags: ReadonlySet<string>, intent: Intent): boolean => {
  if (slots.ids.several) return true;
  const { named, ids } = slots;
  if (aboutOne.has(intent) && ids.caseId === undefined && (named.several || named.doubtful)) return true;
  if (intent === 'tier' && named.doubtfulProgramme) return true;
  if (intent === 'catalogue' && slots.terms.withoutTier) return true;
  if (readPlaced(sentence, slots.dates, intent).doubtful) return true;
  if (!decisions.has(intent) || sentence.context.asked !== undefined) return false;
  if (
    slots.amounts.some(
      ({ kind, from }) => kind === 'number' && !tellsAge(sentence, from) && !numbersName(sentence, from),
    )
  )
    return true;
  if (twice(slots, ['price']) || twice(slots, ['hours'])) return true;
  const chosen = intent === 'extend-offer' && oneLengthMeant(sentence, slots.amounts);
  if (!chosen && twice(slots, ['weeks', 'months'])) return true;
  if (intent !== 'extend-offer') return false;
  // What is told by the way is no second answer.
  const days = slots.dates.filter(({ wide, background, endsNow }) => !wide && background !== true && endsNow !== true);
  const range = days.some(({ role }) => role === 'date') && days.length === 2 && !tags.has('is');
  return days.length > 1 && !range;
};
