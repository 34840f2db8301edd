import type { NamedCase } from '../cases/named-case.ts';
import type { ItemKind, Items } from './items.ts';

/** An item with the etag under which it was read. */
export interface Stored<T> {
  item: T;
  etag: string;
}

export interface Page {
  /** 1 to 1000 items. */
  limit: number;
  /** The `next` of the page before. */
  after?: string;
}

/** A page of what is listed. */
export interface ListPage extends Page {
  /** Only items whose id begins like this. Receipts, their facts, histories and past requests lie by case: there it must be `municipality~case~`. */
  begins?: string;
}

export interface Found<T> {
  items: Stored<T>[];
  /** Present while there is more. */
  next?: string;
}

/**
 * The named queries, each within one municipality. Results are ordered by the scalar the query is about, then by id.
 * `before` and `on` are inclusive.
 */
export type CaseQuery =
  | { by: 'team'; team: string }
  | { by: 'caseworker'; caseworker: string }
  | { by: 'all' }
  /** Any of the item's `nameKeys` begins with the key. */
  | { by: 'name'; key: string }
  /** Any of the item's `pendingFor` equals one of the keys. */
  | { by: 'pending'; for: string[] }
  /** Any of the item's `takenBy` equals the person. */
  | { by: 'taken'; person: string }
  /** Any of the item's `waitingFor` equals the person; without one, there is any. */
  | { by: 'waiting'; person?: string }
  /** Something is overdue or due soon on that day. */
  | { by: 'nextSoon'; on: string; team?: string; caseworker?: string }
  | { by: 'recheckOn'; on: string }
  | { by: 'nextSendAt'; before: string }
  | { by: 'expiresOn'; on: string };

/** The named queries for matters, ordered likewise. */
export type MatterQuery =
  | { by: 'all' }
  | { by: 'nextSoon'; on: string; team?: string }
  | { by: 'taken'; person: string }
  | { by: 'recheckOn'; on: string };

/** The digest jobs that want something sent, ordered likewise; only those whose id begins so. */
export interface DigestQuery {
  by: 'sendAt';
  before: string;
  begins: string;
}

/** Whose names are looked through. */
export type NameQuery =
  /** For every one of the beginnings (at least one), one of the case's `nameKeys` begins with it. */
  { by: 'beginnings'; beginnings: string[] } | { by: 'caseworker'; caseworker: string };

/** Names as found; `more`: there are others, so nobody can be told apart by these alone. */
export interface FoundNames {
  cases: NamedCase[];
  more: boolean;
}

/** Every kind but the case. */
export type ListedKind = Exclude<ItemKind, 'case'>;

/** An item with its kind. */
export type Entry = { [K in ItemKind]: { kind: K; item: Items[K] } }[ItemKind];

/**
 * The store. Every operation is atomic for its one item; no outcome may rest on two items changing at once.
 * Errors of the surroundings (disk, network) are thrown; expected outcomes are values.
 */
export interface Store {
  read<K extends ItemKind>(kind: K, municipality: string, id: string): Promise<Stored<Items[K]> | undefined>;
  /** Stores an item that must not be there yet. */
  create<K extends ItemKind>(
    kind: K,
    item: Items[K],
  ): Promise<{ outcome: 'created'; etag: string } | { outcome: 'exists' }>;
  /**
   * Stores several items that belong together, in the order given: all or none in one file, one after the other in a
   * service. `exists` when one was there already; in a service those before it stand.
   */
  createTogether(entries: readonly Entry[]): Promise<{ outcome: 'created' } | { outcome: 'exists' }>;
  /** Replaces the item if it still has this etag. `changed`: somebody else was first, read again and judge again. */
  replace<K extends ItemKind>(
    kind: K,
    item: Items[K],
    etag: string,
  ): Promise<{ outcome: 'replaced'; etag: string } | { outcome: 'changed' } | { outcome: 'absent' }>;
  findCases(municipality: string, query: CaseQuery, page: Page): Promise<Found<Items['case']>>;
  findMatters(municipality: string, query: MatterQuery, page: Page): Promise<Found<Items['matter']>>;
  findDigests(municipality: string, query: DigestQuery, page: Page): Promise<Found<Items['digest']>>;
  /** Up to `limit` cases (1 to 1000), in no order, by what they are told apart by: no document is read. */
  findNames(municipality: string, query: NameQuery, limit: number): Promise<FoundNames>;
  /** How many cases a municipality has, closed ones too. */
  countCases(municipality: string): Promise<number>;
  /** The items of a kind in one municipality, ordered by id; cases are found by their own queries. */
  list<K extends ListedKind>(kind: K, municipality: string, page: ListPage): Promise<Found<Items[K]>>;
  /** Takes an item away for good. A case is never taken away: its history outlives what a purge takes out of it. */
  remove(kind: ListedKind, municipality: string, id: string): Promise<'removed' | 'absent'>;
  /**
   * Leaves nothing behind of what was removed or replaced. A file is written anew, and nobody else can write meanwhile;
   * a service sees to it by itself. Throws when others are writing.
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
