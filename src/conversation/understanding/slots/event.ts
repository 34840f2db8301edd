import type { EventType } from '../../../contract/vocabulary.ts';
import type { Sentence } from '../sentence.ts';
import type { EventStanding, StatedFacts } from '../understanding.ts';
import { isDenied } from './clauses.ts';
import { standingOf, standingOfNone } from './event-standing.ts';
import type { TermSlot } from './terms.ts';

const FLAG = 'flag:';

/** What a sentence tells of an event besides what it was: "vejledt om hjemrejse", "uden hjemrejsevejledning". */
export const eventFlags = (sentence: Sentence): StatedFacts =>
  Object.fromEntries(
    sentence.hits
      .filter(({ concept }) => concept.startsWith(FLAG))
      .map(({ concept, from, to }) => [concept.slice(FLAG.length), !isDenied(sentence, from, to)]),
  );

/** Guidance given at an interview is told with the word of a talk of its own. */
const isGuidance = (sentence: Sentence, { from, to }: TermSlot<EventType>): boolean =>
  sentence.hits.some((hit) => hit.concept === `${FLAG}repatriationInfo` && hit.from === from && hit.to === to);

/** The events that a sentence is told of: not what was said at an interview, nor the note they are told in. */
const likelyEvents = (sentence: Sentence, events: readonly TermSlot<EventType>[]): readonly TermSlot<EventType>[] => {
  const isInterview = events.some(({ value }) => value === 'interview');
  const likely = events.filter((event) => event.value !== 'note' && !(isInterview && isGuidance(sentence, event)));
  return likely.length > 0 ? likely : events;
};

/** Who took part makes a follow-up the job consultant's, and an interview a repatriation talk. */
const typeOf = (sentence: Sentence, event: EventType): EventType => {
  const has = (concept: string): boolean => sentence.hits.some((hit) => hit.concept === concept);
  if (event === 'follow-up' && has('role:job-consultant')) return 'follow-up-job-consultant';
  if (event === 'interview' && eventFlags(sentence)['byRepatriationStaff'] === true) return 'repatriation-talk';
  return event;
};

/**
 * What has happened, the first that was held of several; else what is asked about, planned or came to nothing, and that
 * it did not happen. A note is what a sentence tells of when it tells of nothing else.
 */
export const eventTold = (
  sentence: Sentence,
  events: readonly TermSlot<EventType>[],
): { event?: EventType; standing?: EventStanding } => {
  const weighed = likelyEvents(sentence, events).map((event) => ({
    event,
    standing: standingOf(sentence, event, events),
  }));
  const told = weighed.find(({ standing }) => standing === undefined) ?? weighed[0];
  const standing = told === undefined ? standingOfNone(sentence) : told.standing;
  return {
    ...(told === undefined ? {} : { event: typeOf(sentence, told.event.value) }),
    ...(standing === undefined ? {} : { standing }),
  };
};
