import { documentOf } from '../../../src/store/cosmos/document.ts';
import type { ItemKind, Items } from '../../../src/store/items.ts';

/** Request units by Microsoft's own examples of queries, and by its rule of thumb at most. */
export interface Charge {
  examples: number;
  most: number;
}

export const NOTHING: Charge = { examples: 0, most: 0 };
const both = (units: number): Charge => ({ examples: units, most: units });
export const plus = (one: Charge, other: Charge): Charge => ({
  examples: one.examples + other.examples,
  most: one.most + other.most,
});

/** Between the two sizes that the documentation gives (1 KB and 100 KB), a straight line; a smaller item costs as 1 KB. */
const between = (small: number, large: number, kb: number): number =>
  small + ((large - small) * (Math.max(kb, 1) - 1)) / 99;

/** KB that an item has as a document. */
export const kbOf = <K extends ItemKind>(kind: K, item: Items[K]): number =>
  Buffer.byteLength(JSON.stringify(documentOf(kind, item))) / 1024;

export const pointRead = (kb: number): Charge => both(between(1, 10, kb));
export const write = (kb: number): Charge => both(between(5, 50, kb));
/** “A replace costs about twice as much as a create of the same size.” */
export const replace = (kb: number): Charge => both(2 * between(5, 50, kb));

const FIXED = 3;
/** A query that finds items of these sizes. */
export const query = (kbs: readonly number[]): Charge => ({
  examples: FIXED + kbs.reduce((sum, kb) => sum + 0.01 * kb, 0),
  most: FIXED + kbs.reduce((sum, kb) => sum + Math.max(1, kb), 0),
});
