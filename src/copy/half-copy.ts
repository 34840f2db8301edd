import type { Store } from '../store/port.ts';

/** Why nothing may work with a store, or fill it, that a copy was begun into and not finished. */
export const halfCopy = async (store: Pick<Store, 'read'>): Promise<string | undefined> => {
  const begun = await store.read('copy', 'directory', 'copy');
  return begun && `the store is a copy of ${begun.item.from} that is not finished: run makker store copy again`;
};
