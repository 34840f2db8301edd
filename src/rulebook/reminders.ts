import type { Offer } from '../contract/case.ts';
import { dayOf } from './calendar.ts';
import type { Rulebook } from './compile.ts';
import type { Inquiry, Said } from './judgement.ts';
import { World } from './world.ts';

/**
 * The plan's advice that concerns an answer, most relevant first. It looks at a world of its own: what only advice
 * reads is no fact that the answer rests on, and a request is not asked anew because of it.
 */
export const remindersFor = (rulebook: Rulebook, inquiry: Inquiry, offer: Offer | undefined): Said[] => {
  const { reminders } = rulebook.said(inquiry.question.kind, offer?.kind);
  // On a closed case there is nothing left to remember.
  if (inquiry.case === undefined || inquiry.case.status === 'closed' || reminders.length === 0) return [];
  const world = new World(dayOf(inquiry.today), inquiry.case, inquiry.question, inquiry.catalogue);
  world.offer = offer;
  return reminders
    .filter(({ when }) => when(world) === true)
    .map(({ rule, source, says }) => ({ rule, source, effect: 'advises', text: says(world), reads: [] }));
};
