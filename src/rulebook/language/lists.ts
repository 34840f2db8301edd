import type { Offer } from '../../contract/case.ts';
import { LISTS, type ListName } from '../facts/catalogue.ts';
import { eventsAt, offersAt } from '../facts/dated.ts';
import type { Entry, World } from '../world.ts';
import { oneOf, shown, type Path } from './problems.ts';
import type { Scope } from './scope.ts';

/** The name of a list rules may look through, or a problem. */
export const listNameAt = (scope: Scope, node: unknown, at: Path): ListName | undefined => {
  const found = LISTS.find((name) => name === node);
  if (found === undefined) scope.problems.add(at, `${shown(node)} is no list; ${oneOf(LISTS)}`);
  return found;
};

/** A list as it stood on the reference date: what lies after it is left out, but for planned offers. Noted as read. */
export const listEntries = (world: World, list: ListName): Entry[] => {
  switch (list) {
    case 'offers': {
      const { subject, date } = world;
      if (world.offers === undefined) world.note('offers', offersAt(subject, date).map(tracedOffer));
      return (world.offers ??= offersAt(subject, date).map((entry) => ({ list: 'offers', entry })));
    }
    case 'events': {
      const { subject, date } = world;
      if (world.events === undefined) world.note('events', eventsAt(subject, date));
      return (world.events ??= eventsAt(subject, date).map((entry) => ({ list: 'events', entry })));
    }
    case 'bids': {
      const bids = world.offer?.bids ?? [];
      world.note(world.pathOf('offer.bids'), bids);
      return bids.map((entry) => ({ list: 'bids', entry }));
    }
    case 'history': {
      const history = world.subject.benefit.history ?? [];
      world.note('benefit.history', history);
      return history.map((entry) => ({ list: 'history', entry }));
    }
  }
};

/** What rules can read of another offer; its sign-offs are not among it, so that giving one changes no fact. */
const tracedOffer = ({ id, kind, catalogueItem, status, starts, ends, hoursPerWeek }: Offer) => ({
  id,
  kind,
  catalogueItem,
  status,
  starts,
  ends,
  hoursPerWeek,
});
