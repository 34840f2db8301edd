import { AsyncLocalStorage } from 'node:async_hooks';
import type { Items, ItemKind } from '../store/items.ts';
import type { Store } from '../store/port.ts';

/** A case that something was read of. */
export interface CaseRead {
  municipality: string;
  id: string;
  /** The citizen's, where it was among what was read. */
  name?: string;
}

/** Does the work, and says of which cases anything was read meanwhile, by whatever code. */
export type Watch = <T>(work: () => Promise<T>) => Promise<{ result: T; read: CaseRead[] }>;

const caseIn = (item: Items[ItemKind]): CaseRead | undefined => {
  const { municipality } = item;
  if ('record' in item && 'citizen' in item.record)
    return { municipality, id: item.record.id, name: item.record.citizen.name };
  return 'caseId' in item && item.caseId !== undefined ? { municipality, id: item.caseId } : undefined;
};

/**
 * The store as everybody is given it, and a way to see which cases are read through it in one turn. The turn goes along
 * with the work by itself (`AsyncLocalStorage`), so that no handler, and nothing a handler calls, can read past it.
 */
export const watchReads = (store: Store): { store: Store; watch: Watch } => {
  const turns = new AsyncLocalStorage<{ read?: Map<string, CaseRead> }>();

  const note = (found: CaseRead | undefined): void => {
    const read = turns.getStore()?.read;
    if (found === undefined || read === undefined) return;
    const key = `${found.municipality}~${found.id}`;
    if (found.name !== undefined || !read.has(key)) read.set(key, found);
  };

  const watched: Store = {
    ...store,
    read: async (kind, municipality, id) => {
      const stored = await store.read(kind, municipality, id);
      if (stored !== undefined) note(caseIn(stored.item));
      return stored;
    },
    findCases: async (municipality, query, page) => {
      const found = await store.findCases(municipality, query, page);
      for (const { item } of found.items) note(caseIn(item));
      return found;
    },
    findNames: async (municipality, query, limit) => {
      const found = await store.findNames(municipality, query, limit);
      for (const { municipality: where, id, record } of found.cases)
        note({ municipality: where, id, name: record.citizen.name });
      return found;
    },
    list: async (kind, municipality, page) => {
      const found = await store.list(kind, municipality, page);
      for (const { item } of found.items) note(caseIn(item));
      return found;
    },
  };

  return {
    store: watched,
    watch: async (work) => {
      const turn: { read?: Map<string, CaseRead> } = { read: new Map() };
      const { read } = turn;
      try {
        const result = await turns.run(turn, work);
        return { result, read: [...(read?.values() ?? [])] };
      } finally {
        // What goes on in the background keeps the turn: it must not grow for ever.
        delete turn.read;
      }
    },
  };
};
