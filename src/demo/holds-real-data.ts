import { eachItem } from '../each-item.ts';
import type { Store } from '../store/port.ts';
import { isInvented } from './invented-municipality.ts';

const LISTED = [
  ['person', 'people who are'],
  ['team', 'teams that are'],
  ['catalogue', 'offers in its catalogue that are'],
  ['matter', 'enquiries or complaints that are'],
] as const;

/** Why nothing may be invented into a municipality of this store: somebody or something there is of no demo. */
export const realDataIn = async (
  store: Pick<Store, 'list' | 'findCases'>,
  municipality: string,
  ofDemos: ReadonlySet<string>,
): Promise<string | undefined> => {
  const isReal = ({ id }: { id: string }): boolean => !isInvented(id) && !ofDemos.has(id);
  for (const [kind, called] of LISTED)
    for await (const item of eachItem((page) => store.list(kind, municipality, page)))
      if (isReal(item)) return `${municipality} has ${called} of no demo`;
  for await (const item of eachItem((page) => store.findCases(municipality, { by: 'all' }, page)))
    if (isReal(item)) return `${municipality} has cases that are of no demo`;
  return undefined;
};
