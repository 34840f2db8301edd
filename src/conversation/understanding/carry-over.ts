import { otherMeant } from './going-on.ts';
import { type Intent, isIntent } from './intents.ts';
import type { Sentence } from './sentence.ts';
import type { Slots } from './tags.ts';

/** Intents whose question can be asked again about something else, or added to. */
const carried: ReadonlySet<Intent> = new Set([
  'start-offer',
  'extend-offer',
  'continue-offer',
  'deadlines',
  'overdue',
  'next-step',
  'tier',
  'catalogue',
  'rule',
  'case',
  'pending-approvals',
  'request-status',
  'request-approval',
  'targets',
  'segment-report',
  'agenda',
  'journal-note',
  'record-event',
  'withdraw-request',
]);
/** Asked about a fact, these are gone on with; a supposition goes on with the question it was about. */
const strongEnough = 4;

/** The words that ask each question outright; a word that only fits it (an offer, a date) is none. Intents that are not listed are told by nothing else. */
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
/** What a question can be about. */
const objects = ['citizen', 'case-id', 'offer', 'programme', 'offer-word', 'offer-id', 'rule-id', 'event', 'case-word'];
/** Questions whose own word is their object too: "hvilke frister er der". */
const selfContained: ReadonlySet<Intent> = new Set(['deadlines', 'overdue', 'next-step', 'rule', 'catalogue']);

/** Said beside an answer ("ja tak"). */
const small: ReadonlySet<Intent> = new Set(['greeting', 'thanks']);

/** A complete question of its own, with its verb and what it is about, is never taken for an answer or an addition. */
const standsAlone = (tags: ReadonlySet<string>, own: { intent: Intent; score: number } | undefined): boolean => {
  if (own === undefined || own.score < strongEnough) return false;
  const verbs = ownVerbs[own.intent];
  if (verbs === undefined) return !small.has(own.intent) && !tags.has('yes') && !tags.has('no');
  return (
    verbs.some((verb) => tags.has(verb)) &&
    (selfContained.has(own.intent) || objects.some((object) => tags.has(object)))
  );
};

const answers = (sentence: Sentence, slots: Slots, tags: ReadonlySet<string>): boolean => {
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
 * The intent of the talk before, where the sentence goes on with it: an answer to what was asked, the same question
 * about another ("og Mikkel?"), or a fact added to it. `answers`: it can be the answer to what was asked. Undefined when
 * the sentence stands on its own.
 */
export const carryOver = (
  sentence: Sentence,
  slots: Slots,
  tags: ReadonlySet<string>,
  own: { intent: Intent; score: number } | undefined,
): { intent: Intent; answers: boolean } | undefined => {
  const { lastIntent } = sentence.context;
  if (lastIntent === undefined || !isIntent(lastIntent)) return undefined;
  const last = lastIntent === 'what-if' ? 'start-offer' : lastIntent;
  if (!carried.has(last)) return undefined;
  const length = sentence.tokens.filter(({ kind }) => kind !== 'mark').length;
  if (own?.intent === 'what-if' || tags.has('out') || standsAlone(tags, own)) return undefined;
  if (
    answers(sentence, slots, tags) &&
    length <= 12 &&
    (own === undefined ||
      own.score < strongEnough ||
      own.intent === 'case' ||
      own.intent === 'start-offer' ||
      (length <= 4 && own.intent !== 'help'))
  )
    return { intent: last, answers: true };
  const follows = tags.has('follow') || tags.has('first:and');
  const slotted =
    otherMeant(sentence) !== undefined ||
    [
      'case-id',
      'citizen',
      'offer',
      'programme',
      'offer-id',
      'benefit',
      'until',
      'date',
      'period',
      'price',
      'hours',
      'duration',
      'tier',
      'team',
      'rule-id',
      'scope',
      'it',
      'fact',
      'person',
    ].some((tag) => tags.has(tag));
  if (
    follows &&
    slotted &&
    length <= 14 &&
    (own === undefined || own.score < strongEnough || own.intent === 'case' || (tags.has('follow') && own.score < 5))
  )
    return { intent: last, answers: false };
  // "Så lang tid som muligt": how long, and of nothing else.
  if (last === 'extend-offer' && tags.has('how-long') && length <= 6 && !slotted && !tags.has('generic'))
    return { intent: last, answers: true };
  if (
    own === undefined &&
    ['approval', 'request-noun', 'note', 'record-verb', 'agenda', 'targets'].some((tag) => tags.has(tag))
  )
    return undefined;
  const another = tags.has('case-id') || tags.has('citizen');
  if (own === undefined && slotted && length <= 10 && (last !== 'case' || another))
    return { intent: last, answers: false };
  return undefined;
};
