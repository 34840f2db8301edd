import type { Showing } from '../access/access-entry.ts';
import type { Turn } from './assistant.ts';

/** A turn as the access log keeps it. An activity that is delivered again is the same act. */
export const showingOf = ({ person, conversation, activityId, now, today }: Turn): Showing => ({
  municipality: person.municipality,
  person: person.id,
  at: now,
  today,
  // Nothing tells two activities without an id from one delivered twice: better one entry too many.
  act: `${conversation.id}~${activityId === '' ? now : activityId}`,
});
