import type { Found, Page, Stored } from './port.ts';

/** Where a page ended: the value it was ordered by (absent when ordered by id alone) and the id of its last item. */
export interface Place {
  value?: string;
  id: string;
}

/** A place as the opaque text that callers hand back as `after`. */
const textOf = (place: Place): string =>
  Buffer.from(JSON.stringify(place.value === undefined ? [place.id] : [place.id, place.value])).toString('base64url');

/** The place that a page goes on from. A text that no store has given out is a bug and throws. */
export const placeAfter = (page: Page): Place | undefined => {
  if (page.after === undefined) return undefined;
  const parts: unknown = JSON.parse(Buffer.from(page.after, 'base64url').toString());
  if (!Array.isArray(parts)) throw new RangeError('Page.after must be the `next` of the page before');
  const [id, value]: unknown[] = parts;
  if (typeof id !== 'string') throw new RangeError('Page.after must be the `next` of the page before');
  return typeof value === 'string' ? { id, value } : { id };
};

/** How many items to ask the database for: one more than the page holds tells whether there is a next page. */
export const rowsFor = (page: Pick<Page, 'limit'>): number => {
  if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > 1000) {
    throw new RangeError(`Page.limit must be a whole number from 1 to 1000, not ${page.limit}`);
  }
  return page.limit + 1;
};

/** Cuts what the database gave for `rowsFor(page)` to the page, with the text to go on from while there is more. */
export const pageOf = <T>(found: Stored<T>[], page: Page, placeOf: (item: T) => Place): Found<T> => {
  const items = found.slice(0, page.limit);
  const last = items.at(-1);
  return found.length > page.limit && last ? { items, next: textOf(placeOf(last.item)) } : { items };
};
