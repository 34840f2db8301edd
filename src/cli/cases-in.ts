import type { CaseItem } from '../cases/case-item.ts';
import type { Store, Stored } from '../store/port.ts';

const PAGE = 100;

/** Every case of a municipality, closed ones too; no more than a page of them is in memory. */
export async function* casesIn(
  store: Pick<Store, 'findCases'>,
  municipality: string,
): AsyncGenerator<Stored<CaseItem>> {
  let after: string | undefined;
  do {
    const page = { limit: PAGE, ...(after !== undefined && { after }) };
    const { items, next } = await store.findCases(municipality, { by: 'all' }, page);
    yield* items;
    after = next;
  } while (after !== undefined);
}
