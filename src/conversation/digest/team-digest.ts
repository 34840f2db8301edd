import type { Digest } from '../../agenda/digest.ts';
import type { DigestJob, EntryKey } from '../../agenda/digest-job.ts';
import { agendaOn } from '../../agenda/due-on.ts';
import { caseworkerOf, entryKey, type OpenDue } from '../../agenda/open-due.ts';
import { isSameEntry, takenBy } from '../../agenda/taken.ts';
import { catalogueOf, type Judge } from '../../cases/judge.ts';
import type { Case, CatalogueItem } from '../../contract/case.ts';
import type { EventType } from '../../contract/vocabulary.ts';
import type { Store } from '../../store/port.ts';
import type { TeamItem } from '../../store/items.ts';
import { type Settling, settlingIn } from '../settling-events.ts';

/** An entry as a digest shows it; without `open` it is open no more. */
export interface ShownEntry {
  key: EntryKey;
  open?: OpenDue;
  caseworker?: string;
  /** The events that would settle it; none where something else has to be done. */
  todo: EventType[];
}

interface Reads {
  store: Pick<Store, 'read' | 'list'>;
  judge: Judge;
}

type Team = Pick<TeamItem, 'id' | 'municipality'>;

/** The entry of a key as it stands on a day, with whose case it is; nothing where the team has no such case or matter. */
export const entryOn = async (
  store: Pick<Store, 'read'>,
  { id: team, municipality }: Team,
  key: EntryKey,
  day: string,
): Promise<Pick<ShownEntry, 'open' | 'caseworker'> | undefined> => {
  const found =
    key.about === 'case'
      ? { about: key.about, item: (await store.read('case', municipality, key.id))?.item }
      : { about: key.about, item: (await store.read('matter', municipality, key.id))?.item };
  if (found.item === undefined || found.item.team !== team) return undefined;
  const caseworker = found.about === 'case' ? { caseworker: found.item.caseworker } : {};
  const due = agendaOn(found.item.agenda, day).find(({ entry, status }) => status !== 'met' && isSameEntry(entry, key));
  if (due === undefined) return caseworker;
  const by = takenBy(found.item.taken ?? [], due.entry);
  const open: OpenDue =
    found.about === 'case'
      ? { ...due, about: 'case', item: found.item }
      : { ...due, about: 'matter', item: found.item };
  return { ...caseworker, open: by === undefined ? open : { ...open, takenBy: by } };
};

/** Adds to an entry what settles it; the rules are asked once for each case. */
const addTodo = ({ judge }: Reads, catalogue: CatalogueItem[], today: string) => {
  const cases = new Map<Case, Settling>();
  return (entry: Omit<ShownEntry, 'todo'>): ShownEntry => {
    const { open } = entry;
    if (open?.about !== 'case') return { ...entry, todo: [] };
    const { record } = open.item;
    const settling = cases.get(record) ?? settlingIn({ judge, catalogue, today }, record);
    cases.set(record, settling);
    return { ...entry, todo: settling(open.entry) };
  };
};

/** The worst entries of a digest, with what settles each. */
export const worstOf = async (reads: Reads, { municipality }: Team, { worst, day }: Digest): Promise<ShownEntry[]> => {
  const withTodo = addTodo(reads, await catalogueOf(reads.store, municipality), day);
  return worst.map((open) => {
    const caseworker = caseworkerOf(open);
    return withTodo({ key: entryKey(open), open, ...(caseworker && { caseworker }) });
  });
};

/** The entries that a posted digest shows, as they stand on a day. */
export const shownAgain = async (
  reads: Reads,
  team: Team,
  { worst }: NonNullable<DigestJob['shown']>,
  day: string,
): Promise<ShownEntry[]> => {
  const withTodo = addTodo(reads, await catalogueOf(reads.store, team.municipality), day);
  return Promise.all(worst.map(async (key) => withTodo({ key, ...(await entryOn(reads.store, team, key, day)) })));
};
