import { civilDateAt, isoInstant } from '../clock.ts';
import type { Language } from '../contract/language.ts';
import type { Turn } from '../conversation/assistant.ts';
import type { PersonItem } from '../store/items.ts';
import type { Incoming } from './incoming.ts';
import type { BotParts } from './parts.ts';
import { conversationAddress, placeOf } from './place.ts';

/** Teams' own language is no evidence of the reader's: Danish until the person chooses. */
export const languageOf = (person: PersonItem | undefined): Language => person?.language ?? 'da';

/** The turn of a person, at this moment. */
export function turnOf({ clock }: Pick<BotParts, 'clock'>, activity: Incoming, person: PersonItem): Turn {
  const address = conversationAddress(activity);
  return {
    person,
    language: languageOf(person),
    conversation: placeOf(activity),
    ...(address !== undefined && { address }),
    ...(person.address !== undefined && { ownChat: person.address.conversationId }),
    activityId: activity.id ?? '',
    now: isoInstant(clock.now()),
    today: civilDateAt(clock.now()),
  };
}
