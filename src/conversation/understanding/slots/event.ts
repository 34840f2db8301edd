import type { EventType } from '../../../contract/vocabulary.ts';
import type { Sentence } from '../sentence.ts';
import type { StatedFacts } from '../understanding.ts';
import { isDenied } from './clauses.ts';
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

/**
 * What has happened. A note is what a sentence tells of when it tells of nothing else; who took part makes a follow-up
 * the job consultant's, and an interview a repatriation talk.
 */
export const eventTold = (sentence: Sentence, events: readonly TermSlot<EventType>[]): EventType | undefined => {
  const isInterview = events.some(({ value }) => value === 'interview');
  const likely = events.filter((event) => event.value !== 'note' && !(isInterview && isGuidance(sentence, event)));
  const event = (likely[0] ?? events[0])?.value;
  const has = (concept: string): boolean => sentence.hits.some((hit) => hit.concept === concept);
  if (event === 'follow-up' && has('role:job-consultant')) return 'follow-up-job-consultant';
  if (event === 'interview' && eventFlags(sentence)['byRepatriationStaff'] === true) return 'repatriation-talk';
  return event;
};
