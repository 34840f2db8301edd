import { setImmediate } from 'node:timers/promises';
import type { Case } from '../contract/case.ts';
import type { Rulebook } from '../rulebook/compile.ts';
import { segmentsOf } from '../rulebook/segments.ts';
import type { CaseQuery, Store } from '../store/port.ts';

/** Cases that are in memory at a time. */
const PAGE = 200;

/** How many open cases there are, by the plan's groups. */
export interface SegmentCounts {
  open: number;
  /** By the rule of the group. */
  of: ReadonlyMap<string, number>;
  /** Open cases in none of the groups. */
  inNone: number;
  /** Somebody is in more than one. */
  overlap: boolean;
}

async function* casesOf(
  store: Pick<Store, 'findCases'>,
  municipality: string,
  queries: readonly CaseQuery[],
): AsyncGenerator<Case> {
  for (const query of queries) {
    let after: string | undefined;
    do {
      const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
      const { items, next } = await store.findCases(municipality, query, page);
      for (const { item } of items) if (item.status === 'open') yield item.record;
      after = next;
      // Other turns get theirs in between.
      await setImmediate();
    } while (after !== undefined);
  }
}

/**
 * Counts the open cases of some queries by the plan's groups, as they stand on a civil date; no more than a page of them
 * is in memory. The queries must not find a case twice. `counts`: which of the cases are meant.
 */
export const countSegments = async (
  store: Pick<Store, 'findCases'>,
  rulebook: Rulebook,
  queries: readonly CaseQuery[],
  today: string,
  counts: (record: Case) => boolean = () => true,
): Promise<SegmentCounts> => {
  const of = new Map(rulebook.segments.map(({ rule }) => [rule, 0]));
  let [open, inNone, overlap] = [0, 0, false];
  for await (const record of casesOf(store, rulebook.municipality, queries)) {
    if (!counts(record)) continue;
    const groups = segmentsOf(rulebook, record, today);
    open += 1;
    if (groups.length === 0) inNone += 1;
    if (groups.length > 1) overlap = true;
    for (const { rule } of groups) of.set(rule, (of.get(rule) ?? 0) + 1);
  }
  return { open, of, inNone, overlap };
};
