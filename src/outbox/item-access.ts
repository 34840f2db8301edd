import type { CaseItem } from '../cases/case-item.ts';
import { eachItem } from '../each-item.ts';
import type { Items, PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { Address } from './messenger.ts';
import type { NoticeItem } from './notice.ts';

type Access = Pick<Store, 'read' | 'replace'>;

const TRIES = 50;

/**
 * Applies a pure change to an item under its etag, again on what somebody else made of it meanwhile.
 * `undefined` changes nothing. Answers whether the item was changed. Throws when it never wins: the row stays, and a later round does it.
 */
export async function changeItem<K extends 'case' | 'notice' | 'digest'>(
  store: Access,
  kind: K,
  municipality: string,
  id: string,
  change: (item: Items[K]) => Items[K] | undefined,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.read(kind, municipality, id);
    const next = stored && change(stored.item);
    if (stored === undefined || next === undefined) return false;
    const { outcome } = await store.replace(kind, next, stored.etag);
    if (outcome !== 'changed') return outcome === 'replaced';
  }
  throw new Error(`${kind} ${id} was changed by others ${TRIES} times in a row`);
}

/** Every case a query finds, page by page; of `limit` cases where fewer than usual may do. */
export const eachCase = (
  store: Pick<Store, 'findCases'>,
  municipality: string,
  query: Parameters<Store['findCases']>[1],
  limit?: number,
): AsyncGenerator<CaseItem> => eachItem((page) => store.findCases(municipality, query, page), limit);

/** Every notice of a municipality that is still to be sent. */
export const eachNotice = (store: Pick<Store, 'list'>, municipality: string): AsyncGenerator<NoticeItem> =>
  eachItem((page) => store.list('notice', municipality, page));

/** Takes an address that proved dead from the person, unless they have a newer one by now. */
export async function forgetAddress(store: Access, person: PersonItem, dead: Address): Promise<void> {
  const stored = await store.read('person', person.municipality, person.id);
  if (stored?.item.address === undefined || stored.item.address.conversationId !== dead.conversationId) return;
  const without = { ...stored.item };
  delete without.address;
  // Whoever was first knows better: most likely a new contact with a new address.
  await store.replace('person', without, stored.etag);
}

/** Whether somebody can be reached, as of now. */
export const isReachable = async (store: Pick<Store, 'read'>, municipality: string, person: string): Promise<boolean> =>
  (await store.read('person', municipality, person))?.item.address !== undefined;
