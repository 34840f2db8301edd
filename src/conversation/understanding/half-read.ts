import { lengthTold, oneLengthMeant } from './entities.ts';
import type { Intent } from './intents.ts';
import type { AmountSlot } from './slots/amount-slot.ts';
import { toldByTheWay } from './slots/by-the-way.ts';
import { isTotal } from './slots/limits.ts';
import { readPlaced } from './slots/place-dates.ts';
import type { Sentence } from './sentence.ts';
import { hasUnreadLength } from './slots/unread-lengths.ts';
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

const isLength = ({ kind }: AmountSlot): boolean => kind === 'weeks' || kind === 'months';

/** A length that something is to be longer by: "med 4 uger", "another month". */
const isAsked = (sentence: Sentence, { from, to }: AmountSlot): boolean =>
  /^(?:med|by|yderligere|another|further|ekstra|endnu|additional|i|for)$/.test(sentence.tokens[from - 1]?.word ?? '') ||
  /^(?:mere|yderligere|ekstra|laengere|more|longer|further)$/.test(sentence.tokens[to]?.word ?? '');

/** Two different amounts of a kind in a question that has room for one. */
const twice = (amounts: Slots['amounts'], kinds: readonly string[]): boolean =>
  new Set(amounts.filter(({ kind }) => kinds.includes(kind)).map(({ kind, value }) => `${kind} ${value}`)).size > 1;

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
  const placed = readPlaced(sentence, slots.dates, intent);
  if (placed.doubtful) return true;
  const beside = toldByTheWay(sentence, intent);
  const amounts = slots.amounts.filter(({ from }) => !beside(from));
  if ((decisions.has(intent) || intent === 'what-if') && amounts.some(({ kind }) => kind === 'rate')) return true;
  if (!decisions.has(intent) || sentence.context.asked !== undefined) return false;
  if (amounts.some(({ kind, from }) => kind === 'number' && !tellsAge(sentence, from) && !numbersName(sentence, from)))
    return true;
  if (twice(amounts, ['price']) || twice(amounts, ['hours']) || hasUnreadLength(sentence)) return true;
  const chosen = intent === 'extend-offer' && oneLengthMeant(sentence, amounts);
  if (!chosen && twice(amounts, ['weeks', 'months'])) return true;
  if (intent !== 'extend-offer') return false;
  if (amounts.some((slot) => isLength(slot) && !lengthTold(sentence, slot.from) && isTotal(sentence, slot)))
    return true;
  // "Med 4 uger til 1. august": so much longer, or until then.
  if (placed.entities.until !== undefined && amounts.some((slot) => isLength(slot) && isAsked(sentence, slot)))
    return true;
  // What is told by the way is no second answer.
  const days = slots.dates.filter(({ wide, background, endsNow }) => !wide && background !== true && endsNow !== true);
  const range = days.some(({ role }) => role === 'date') && days.length === 2 && !tags.has('is');
  return days.length > 1 && !range;
};
