import { eachItem } from '../each-item.ts';
import type { Store } from '../store/port.ts';
import { INVENTED } from './invented-municipality.ts';

/**
 * Why nothing may be invented into a municipality of this store: somebody there is of no demo, or it has cases and nobody
 * to tell whose they are.
 */
export const realDataIn = async (
  store: Pick<Store, 'list' | 'countCases'>,
  municipality: string,
  demoPeople: ReadonlySet<string>,
): Promise<string | undefined> => {
  let anybody = false;
  for await (const { id } of eachItem((page) => store.list('person', municipality, page))) {
    if (!id.startsWith(INVENTED) && !demoPeople.has(id)) return `${municipality} has people who are of no demo`;
    anybody = true;
  }
  if (anybody || (await store.countCases(municipality)) === 0) return undefined;
  return `${municipality} has cases and no people, so nothing says that they are of a demo`;
};
