import type { Change } from './change.ts';
import type { Comparer } from './comparer.ts';
import type { CasePage } from './open-cases.ts';

/** What came out of one page: how many cases were read, how many of them were open, and what changes for those. */
export interface Compared {
  read: number;
  open: number;
  changes: Change[];
}

/** A comparer works on one page while the next lies ready. */
const PAGES_EACH = 2;

/** Compares pages of cases on several comparers at once; the results come in the order of the pages. */
export async function* comparePages(
  pages: AsyncIterable<CasePage>,
  comparers: readonly Comparer[],
): AsyncGenerator<Compared> {
  const underway: Promise<Compared>[] = [];
  let nth = 0;
  for await (const { read, open } of pages) {
    const comparer = comparers[nth % comparers.length];
    if (comparer === undefined) throw new Error('there is nothing to compare with');
    nth += 1;
    const compared = comparer.compare(open).then((changes) => ({ read, open: open.length, changes }));
    // It is awaited in its turn; until then its failure is nobody's surprise.
    compared.catch(() => undefined);
    underway.push(compared);
    const first = underway.length >= comparers.length * PAGES_EACH ? underway.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const compared of underway) yield await compared;
}
