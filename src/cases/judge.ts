import type { Case, CatalogueItem, Matter } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { Items } from '../store/items.ts';
import type { Found, Store } from '../store/port.ts';

/** Judges a question on a case by the rulebook of its municipality that is in force on `today`. */
export type Judge = (
  record: Case,
  question: Question,
  catalogue: CatalogueItem[],
  today: string,
) => Judgement | { notBefore: string };

/** Judges the clocks of a matter likewise. */
export type JudgeMatter = (matter: Matter, today: string) => Judgement | { notBefore: string };

type CataloguePage = Found<Items['catalogue']>;

/** The embedded store gives the same page again while nothing has changed; it is read at every click. */
const read = new WeakMap<CataloguePage, CatalogueItem[]>();

const entriesOf = (page: CataloguePage): CatalogueItem[] => {
  const known = read.get(page);
  if (known !== undefined) return known;
  const entries = page.items.map(({ item }) => {
    const { municipality: _, ...entry } = item;
    return entry;
  });
  read.set(page, entries);
  return entries;
};

/** The whole catalogue of a municipality, as the rules read it. */
export const catalogueOf = async (store: Pick<Store, 'list'>, municipality: string): Promise<CatalogueItem[]> => {
  const pages: CatalogueItem[][] = [];
  let after: string | undefined;
  do {
    const page = await store.list('catalogue', municipality, { limit: 1000, ...(after !== undefined && { after }) });
    pages.push(entriesOf(page));
    after = page.next;
  } while (after !== undefined);
  return pages.flat();
};
