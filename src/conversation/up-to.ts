import type { Found } from '../store/port.ts';
import type { Store } from '../store/port.ts';

type Finds = Pick<Store, 'findCases' | 'findMatters'>;

/** The store for one question, which reads so many cases and matters and no more; `more`: there were others. */
export const upTo = (store: Finds, most: number): { store: Finds; more: () => boolean } => {
  let read = 0;
  let more = false;
  const cut = <T>(found: Found<T>): Found<T> => {
    read += found.items.length;
    if (found.next === undefined || read < most) return found;
    more = true;
    return { items: found.items };
  };
  return {
    store: {
      findCases: async (...asked) => cut(await store.findCases(...asked)),
      findMatters: async (...asked) => cut(await store.findMatters(...asked)),
    },
    more: () => more,
  };
};
