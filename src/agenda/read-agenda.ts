import { eachItem } from '../each-item.ts';
import type { Store } from '../store/port.ts';
import { agendaOn, lastDayOf } from './due-on.ts';
import type { OpenDue } from './open-due.ts';
import { takenBy } from './taken.ts';

/** Whose agenda: a team's, one person's (their cases, and what they have taken of others), or the whole municipality's. */
export type Whose = { team: string } | { person: string } | { all: true };

/** What is open, read for a day; each part soonest first. */
export interface OpenAgenda {
  overdue: OpenDue[];
  /** Due soon, with a date of its own. */
  soon: OpenDue[];
  /** Open without a date of its own. */
  undated: OpenDue[];
  /** Not due soon yet, but due by the day that was asked for. */
  later: OpenDue[];
}

type Reads = Pick<Store, 'findCases' | 'findMatters'>;
type Found =
  | Pick<Extract<OpenDue, { about: 'case' }>, 'about' | 'item'>
  | Pick<Extract<OpenDue, { about: 'matter' }>, 'about' | 'item'>;

/** What is open of a case or a matter, read for a day. */
export const openIn = (found: Found, day: string): OpenDue[] =>
  agendaOn(found.item.agenda, day)
    .filter(({ status }) => status !== 'met')
    .map((due) => {
      const by = takenBy(found.item.taken ?? [], due.entry);
      return { ...due, ...found, ...(by !== undefined && { takenBy: by }) };
    });

/** What the queries find; the cases with nothing due by `until` are not read. */
async function* foundFor(store: Reads, municipality: string, whose: Whose, until: string): AsyncGenerator<Found> {
  const narrowed = 'team' in whose ? { team: whose.team } : 'person' in whose ? { caseworker: whose.person } : {};
  for await (const item of eachItem((page) =>
    store.findCases(municipality, { by: 'nextSoon', on: until, ...narrowed }, page),
  ))
    yield { about: 'case', item };
  if ('person' in whose) {
    for await (const item of eachItem((page) =>
      store.findCases(municipality, { by: 'taken', person: whose.person }, page),
    ))
      if (item.caseworker !== whose.person) yield { about: 'case', item };
    for await (const item of eachItem((page) =>
      store.findMatters(municipality, { by: 'taken', person: whose.person }, page),
    ))
      yield { about: 'matter', item };
  } else
    for await (const item of eachItem((page) =>
      store.findMatters(municipality, { by: 'nextSoon', on: until, ...narrowed }, page),
    ))
      yield { about: 'matter', item };
}

/** Of another's case a person's own list has what they have taken, not the rest. */
const isTheirs = (open: OpenDue, whose: Whose): boolean =>
  !('person' in whose) ||
  open.takenBy === whose.person ||
  (open.about === 'case' && open.item.caseworker === whose.person);

const soonest = (a: OpenDue, b: OpenDue): number =>
  a.due === b.due ? (a.item.id < b.item.id ? -1 : 1) : a.due < b.due ? -1 : 1;

/**
 * What is open in the agendas, read for a civil day: overdue, due soon, undated, and what else is due by `until`. The
 * stored agendas must be those of that day, as they are once the daily run has been through.
 */
export const readAgenda = async (
  store: Reads,
  municipality: string,
  whose: Whose,
  day: string,
  until: string = day,
): Promise<OpenAgenda> => {
  // By id: what is changed while the pages are read may come on two of them.
  const all = new Map<string, OpenDue[]>();
  for await (const found of foundFor(store, municipality, whose, until > day ? until : day))
    all.set(
      `${found.about}~${found.item.id}`,
      openIn(found, day).filter((open) => isTheirs(open, whose)),
    );
  return openAgenda([...all.values()].flat(), until);
};

/** Open entries, in the parts in which they are read. */
export const openAgenda = (entries: readonly OpenDue[], until: string): OpenAgenda => {
  const all = entries.toSorted(soonest);
  const dated = all.filter(({ entry }) => entry.due !== undefined);
  return {
    overdue: dated.filter(({ status }) => status === 'overdue'),
    soon: dated.filter(({ status }) => status === 'due-soon'),
    undated: all.filter(({ entry }) => entry.due === undefined),
    later: dated.filter(({ status, due }) => status === 'upcoming' && lastDayOf(due) <= until),
  };
};
