import type { Offer } from '../contract/case.ts';
import { isoOf, type Day } from './calendar.ts';
import type { Rulebook } from './compile.ts';
import type { DeadlineClause } from './compile-deadline.ts';
import { isOnRecord } from './facts/dated.ts';
import type { Bilingual, DueEntry } from './judgement.ts';
import type { Expression } from './language/scope.ts';
import type { ReferenceDate } from './reference-date.ts';
import type { World } from './world.ts';

/** An entry is due soon from this many days before it is due, where the rule names no earlier day. */
export const SOON_DAYS = 14;

/** What is due in a case. */
export interface Deadlines {
  /** Soonest first. */
  entries: DueEntry[];
  /** The facts that clocks could not be started without. */
  missing: string[];
  /**
   * The next civil date on which the entries could be others, their status aside; may be early, never late. Absent when
   * time alone changes them no more.
   */
  recheckOn?: string;
}

/** What is due in a case on the reference date; `world` is new, so that nothing else has been asked of its date. */
export const deadlinesOf = (rulebook: Rulebook, world: World, today: Day): Deadlines => {
  const entries: DueEntry[] = [];
  const missing = new Set<string>();
  if (world.subject.status === 'closed') return { entries, missing: [] };
  const offers = (world.subject.offers ?? []).filter((offer) => isOnRecord(offer, world.date));
  for (const clause of rulebook.deadlines) {
    if (!clause.eachOffer) collect(clause, world, today, entries, missing);
    else
      for (const offer of offers) {
        world.offer = offer;
        world.offerPath = `offers.${offer.id}`;
        collect(clause, world, today, entries, missing, offer);
      }
    world.offer = undefined;
    world.offerPath = 'offer';
  }
  return { entries: entries.toSorted(soonest), missing: [...missing], ...recheckOf(world.date, rulebook) };
};

/** The next day on which a reply of the date is another, or the rules are. */
export const recheckOf = ({ turnsOn }: ReferenceDate, { replacedOn }: Rulebook): Pick<Deadlines, 'recheckOn'> => {
  const turn = turnsOn === undefined ? undefined : isoOf(turnsOn);
  const [recheckOn] = [turn, replacedOn].filter((day) => day !== undefined).toSorted();
  return recheckOn === undefined ? {} : { recheckOn };
};

/** The entries that a decision about one offer touches. */
export const deadlinesTouched = (clauses: readonly DeadlineClause[], world: World, today: Day): DueEntry[] => {
  const entries: DueEntry[] = [];
  if (world.subject.status === 'closed') return entries;
  for (const clause of clauses)
    collect(clause, world, today, entries, new Set(), clause.eachOffer ? world.offer : undefined);
  return entries.toSorted(soonest);
};

/** The order of entries. */
export const soonest = (a: Pick<DueEntry, 'due' | 'rule'>, b: Pick<DueEntry, 'due' | 'rule'>): number =>
  a.due === b.due ? (a.rule < b.rule ? -1 : 1) : a.due < b.due ? -1 : 1;

/** `today` is for what an entry gets anew whenever it is read: its status, and the date of one that has none. */
const collect = (
  clause: DeadlineClause,
  world: World,
  today: Day,
  entries: DueEntry[],
  missing: Set<string>,
  offer?: Offer,
): void => {
  world.forget(0);
  const applies = clause.when(world);
  if (applies === false) return;
  const due = clause.due === undefined ? today : clause.due.of(world);
  if (applies === undefined || typeof due !== 'number') {
    for (const { path } of world.unknown) missing.add(path);
    return;
  }
  const met = clause.met(world) === true;
  const undated = clause.due === undefined;
  if (undated && met) return;
  const day = (expression: Expression | undefined): Day | undefined => {
    const value = expression?.of(world);
    return typeof value === 'number' ? value : undefined;
  };
  const shownFrom = day(clause.shownFrom);
  const shownUntil = day(clause.shownUntil);
  if (shownFrom !== undefined && !world.date.hasCome(shownFrom)) return;
  if (shownUntil !== undefined && world.date.hasCome(shownUntil + 1)) return;
  const from = day(clause.from);
  const dueSoonFrom = day(clause.dueSoonFrom) ?? from ?? due - SOON_DAYS;
  entries.push({
    rule: clause.rule,
    name: nameOf(clause, world),
    ...(from === undefined ? {} : { from: isoOf(from) }),
    due: isoOf(due),
    status: statusOn(today, met, due, dueSoonFrom),
    caseId: world.subject.id,
    ...(offer === undefined ? {} : { offerId: offer.id }),
    dueSoonFrom: isoOf(dueSoonFrom),
    undated,
  });
};

const nameOf = ({ name, remark }: DeadlineClause, world: World): Bilingual =>
  remark?.when(world) === true ? { da: `${name.da} ${remark.says.da}`, en: `${name.en} ${remark.says.en}` } : name;

/** The status of an entry on a day. */
export const statusOn = (today: Day, met: boolean, due: Day, dueSoonFrom: Day): DueEntry['status'] => {
  if (met) return 'met';
  if (today > due) return 'overdue';
  return today >= dueSoonFrom ? 'due-soon' : 'upcoming';
};
