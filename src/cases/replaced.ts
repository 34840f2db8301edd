import type { Items } from '../store/items.ts';
import type { Store } from '../store/port.ts';

/** What a change makes of an item: the new item, or nothing, and what to answer. */
export type ChangedItem<I, T> = { item: I; result: T } | { refused: T };

/** Each lost try means that another change to the same item was made; so many at once do not happen. */
const TRIES = 32;

/**
 * Reads an item, makes another of it and replaces it under its etag; if somebody else was first, all of it again.
 * `busy`: others were first every time.
 */
export const replaced = async <K extends 'case' | 'matter', T>(
  store: Pick<Store, 'read' | 'replace'>,
  kind: K,
  municipality: string,
  id: string,
  change: (item: Items[K]) => Promise<ChangedItem<Items[K], T>>,
): Promise<T | 'absent' | 'busy'> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await store.read(kind, municipality, id);
    if (stored === undefined) return 'absent';
    const changed = await change(stored.item);
    if ('refused' in changed) return changed.refused;
    const { outcome } = await store.replace(kind, changed.item, stored.etag);
    if (outcome === 'replaced') return changed.result;
  }
  return 'busy';
};
