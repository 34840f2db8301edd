import type { Case, CatalogueItem } from '../contract/case.ts';
import type { Question } from '../contract/question.ts';
import type { Judgement } from '../rulebook/judgement.ts';
import type { Store } from '../store/port.ts';

/** Judges a question on a case by the rulebook of its municipality that is in force on `today`. */
export type Judge = (
  record: Case,
  question: Question,
  catalogue: CatalogueItem[],
  today: string,
) => Judgement | { notBefore: string };

/** The whole catalogue of a municipality, as the rules read it. */
export const catalogueOf = async (store: Pick<Store, 'list'>, municipality: string): Promise<CatalogueItem[]> => {
  const items: CatalogueItem[] = [];
  let after: string | undefined;
  do {
    const page = await store.list('catalogue', municipality, { limit: 1000, ...(after !== undefined && { after }) });
    for (const { item } of page.items) {
      const { municipality: _, ...entry } = item;
      items.push(entry);
    }
    after = page.next;
  } while (after !== undefined);
  return items;
};
