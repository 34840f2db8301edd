import { MAKKER, audited } from '../cases/audit.ts';
import type { CaseItem } from '../cases/case-item.ts';
import type { Cases } from '../cases/case-store.ts';
import { besideCase } from '../cases/check-history.ts';
import { SEALED } from '../cases/seal.ts';
import { type Clock, isoInstant } from '../clock.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Store } from '../store/port.ts';
import type { KeptFrom } from './schedule.ts';
import { recordWithout, requestWithout } from './without-personal.ts';

/** The entry of a history that tells what was purged, by number. */
export const PURGED = 'facts-purged';

/** How much went of one case. */
export interface CaseCounts {
  /** 1 when the personal facts of the case itself went. */
  closedCases: number;
  requests: number;
  receiptFacts: number;
}

export interface PurgeNeeds {
  store: Pick<Store, 'read' | 'replace' | 'remove' | 'list' | 'findCases'>;
  cases: Pick<Cases, 'change'>;
  clock: Clock;
}

/** What Makker's own upkeep writes is nothing that happened in the case. */
const upkeep: ReadonlySet<string> = new Set([PURGED, SEALED]);

const openRequests = ({ requests }: CaseItem) => requests.filter(({ state }) => state === 'open');

/** Whether the personal facts of the case itself are due: it is closed, nothing is open in it, and nothing happened for so long. */
const isOver = (item: CaseItem, keptSince: string): boolean => {
  const newest = item.audit.findLast(({ what }) => !upkeep.has(what));
  const closed = item.status === 'closed' && openRequests(item).length === 0;
  return closed && newest !== undefined && newest.at.slice(0, 10) < keptSince;
};

/** The case without what is personal in it; the same item where nothing is. */
const itemWithout = (item: CaseItem): CaseItem => {
  const requests = item.requests.map((request) => ({ ...requestWithout(request), cards: request.cards }));
  const purged = { ...item, record: recordWithout(item.record), requests };
  return canonicalJson(purged) === canonicalJson(item) ? item : purged;
};

/**
 * Takes from a case what is not to be kept any longer, and tells in its history how much. The history first: killed in
 * between, the next purge takes the rest, and tells of it. Each item is changed by itself; an open request keeps the facts
 * of the answer it is about.
 */
export const purgeCase = async (
  { store, cases, clock }: PurgeNeeds,
  found: CaseItem,
  kept: KeptFrom,
  dryRun: boolean,
): Promise<CaseCounts> => {
  const { municipality, id } = found;

  const dueFacts = async (item: CaseItem): Promise<string[]> => {
    const over = isOver(item, kept.closedCases);
    const held = new Set(openRequests(item).map(({ decisionId }) => decisionId));
    const due: string[] = [];
    for (const receipt of await besideCase(store, 'receipt', item)) {
      if (held.has(receipt.id) || !(over || receipt.at.slice(0, 10) < kept.receiptFacts)) continue;
      if ((await store.read('receipt-facts', municipality, receipt.id)) !== undefined) due.push(receipt.id);
    }
    return due;
  };

  const duePast = async (item: CaseItem) => {
    if (!isOver(item, kept.closedCases)) return [];
    const past = await besideCase(store, 'past-request', item);
    return past.flatMap((one) => {
      const purged = { ...one, request: requestWithout(one.request) };
      return canonicalJson(purged) === canonicalJson(one) ? [] : [purged];
    });
  };

  const dueOf = async (item: CaseItem) => {
    const [facts, past] = [await dueFacts(item), await duePast(item)];
    const purged = isOver(item, kept.closedCases) ? itemWithout(item) : item;
    const counts: CaseCounts = {
      closedCases: purged === item ? 0 : 1,
      requests: past.length,
      receiptFacts: facts.length,
    };
    return { purged, facts, past, counts };
  };

  const anything = (counts: CaseCounts): boolean => Object.values(counts).some((count) => count > 0);

  const first = await dueOf(found);
  if (dryRun || !anything(first.counts)) return first.counts;
  const changed = await cases.change(municipality, id, async (item) => {
    const due = await dueOf(item);
    if (!anything(due.counts)) return { refused: due };
    const details = { ...due.counts };
    return {
      item: audited(due.purged, { at: isoInstant(clock.now()), by: MAKKER, what: PURGED, details }),
      result: due,
    };
  });
  // Whoever was busy with it goes first; the next purge finds it as it is.
  if (changed === 'absent' || changed === 'busy') return { closedCases: 0, requests: 0, receiptFacts: 0 };
  for (const one of changed.past) {
    const stored = await store.read('past-request', municipality, one.id);
    if (stored !== undefined) await store.replace('past-request', one, stored.etag);
  }
  for (const decisionId of changed.facts) await store.remove('receipt-facts', municipality, decisionId);
  return changed.counts;
};
