import type { Case } from '../contract/case.ts';
import type { Store } from '../store/port.ts';

/** So many cases are read at once: what is in memory does not grow with the municipality. */
const PAGE = 250;

/** A page of cases: how many were read, and those of them that are open. */
export interface CasePage {
  read: number;
  open: Case[];
}

/** The cases of a municipality, page by page, ordered by id. */
export async function* openCases(store: Pick<Store, 'findCases'>, municipality: string): AsyncGenerator<CasePage> {
  let after: string | undefined;
  do {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const { items, next } = await store.findCases(municipality, { by: 'all' }, page);
    const open = items.flatMap(({ item }) => (item.status === 'open' ? [item.record] : []));
    yield { read: items.length, open };
    after = next;
  } while (after !== undefined);
}
