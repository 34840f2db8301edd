import { civilDateAt } from '../clock.ts';
import type { PersonItem } from '../store/items.ts';
import type { Incoming } from './incoming.ts';
import type { BotParts } from './parts.ts';
import { addressOf, placeOf, sameAddress, tenantOf } from './place.ts';

/**
 * The person an activity comes from, by tenant and object id as the service vouches for them and by our directory;
 * nothing else in the activity says who somebody is.
 */
export async function identified(parts: BotParts, activity: Incoming): Promise<PersonItem | undefined> {
  const { directory, clock, log } = parts;
  const tenantId = tenantOf(activity);
  const { aadObjectId } = activity.from;
  const person =
    tenantId === undefined || aadObjectId === undefined
      ? undefined
      : await directory.identify(tenantId, aadObjectId, civilDateAt(clock.now()));
  if (person === undefined) log.problem('person-unknown', { tenantId, aadObjectId });
  return person;
}

/**
 * Who somebody is that talks to us. Their own chat's newest address is kept, and what waited for their first contact
 * is let go.
 */
export async function visitor(parts: BotParts, activity: Incoming): Promise<PersonItem | undefined> {
  const { directory, relay, log } = parts;
  const person = await identified(parts, activity);
  const tenantId = tenantOf(activity);
  if (person === undefined || tenantId === undefined) return undefined;
  const address = addressOf(activity, tenantId);
  if (placeOf(activity).type !== 'personal' || sameAddress(person.address, address)) return person;
  const reachable = { ...person, address };
  // The release is not awaited: the person's own question goes first.
  if ((await directory.remember(person, address)) === 'first')
    relay.release(reachable).catch((err: unknown) => log.problem('relay-failed', { err }));
  return reachable;
}
