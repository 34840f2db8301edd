import type { CaseItem } from '../cases/case-item.ts';
import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import type { Address } from './messenger.ts';

type Access = Pick<Store, 'read' | 'replace' | 'findCases'>;

const TRIES = 50;
const PAGE = 100;

/**
 * Applies a pure change to a case under its etag, again on what somebody else made of it meanwhile.
 * `undefined` changes nothing. Throws when it never wins: the row stays, and a later round does it.
 */
export async function changeCase(
  store: Access,
  municipality: string,
  id: string,
  change: (item: CaseItem) => CaseItem | undefined,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.read('case', municipality, id);
    const next = stored && change(stored.item);
    if (stored === undefined || next === undefined) return;
    const { outcome } = await store.replace('case', next, stored.etag);
    if (outcome !== 'changed') return;
  }
  throw new Error(`case ${id} was changed by others ${TRIES} times in a row`);
}

/** Every case a query finds, page by page. */
export async function* eachCase(
  store: Pick<Access, 'findCases'>,
  municipality: string,
  query: Parameters<Store['findCases']>[1],
): AsyncGenerator<CaseItem> {
  let after: string | undefined;
  do {
    const found = await store.findCases(municipality, query, { limit: PAGE, ...(after !== undefined && { after }) });
    for (const { item } of found.items) yield item;
    after = found.next;
  } while (after !== undefined);
}

/** Takes an address that proved dead from the person, unless they have a newer one by now. */
export async function forgetAddress(store: Access, person: PersonItem, dead: Address): Promise<void> {
  const stored = await store.read('person', person.municipality, person.id);
  if (stored?.item.address === undefined || stored.item.address.conversationId !== dead.conversationId) return;
  const without = { ...stored.item };
  delete without.address;
  // Whoever was first knows better: most likely a new contact with a new address.
  await store.replace('person', without, stored.etag);
}
