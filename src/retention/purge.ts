import { setImmediate } from 'node:timers/promises';
import { type CaseCounts, type PurgeNeeds, purgeCase } from './purge-case.ts';
import { type PassingCounts, purgePassing } from './purge-passing.ts';
import { type KeptFrom, type Schedule, keptFrom } from './schedule.ts';

/** How much goes, by kind. */
export interface PurgeCounts extends CaseCounts, PassingCounts {
  accessEntries: number;
}

export interface Purging {
  municipality: string;
  schedule: Schedule;
  /** The civil date as of which it is looked what is due. */
  day: string;
  /** Only counts. */
  dryRun?: boolean;
  /** Asked between two items: whether to go on. What is left is for the next purge. */
  goesOn?: () => boolean;
}

const PAGE = 100;

/** Takes away the access log of a case up to a day. Its ids begin with the day, so reading ends at the first that stays. */
const purgeAccess = async (
  { store }: PurgeNeeds,
  municipality: string,
  caseId: string,
  keptSince: string,
  dryRun: boolean,
): Promise<number> => {
  const begins = `${caseId}~`;
  let gone = 0;
  let after: string | undefined;
  do {
    const page = { limit: PAGE, begins, ...(after !== undefined && { after }) };
    const { items, next } = await store.list('access', municipality, page);
    for (const { item } of items) {
      // The number of another case may begin like this one with what follows.
      if (item.caseId !== caseId) continue;
      if (item.id.slice(begins.length) >= keptSince) return gone;
      gone += 1;
      if (!dryRun) await store.remove('access', municipality, item.id);
    }
    after = next;
  } while (after !== undefined);
  return gone;
};

const purgeCases = async (
  needs: PurgeNeeds,
  { municipality, dryRun = false, goesOn = () => true }: Purging,
  kept: KeptFrom,
): Promise<Omit<PurgeCounts, keyof PassingCounts>> => {
  const all = { closedCases: 0, requests: 0, receiptFacts: 0, accessEntries: 0 };
  const failed: unknown[] = [];
  let after: string | undefined;
  do {
    const page = { limit: PAGE, ...(after !== undefined && { after }) };
    const { items, next } = await needs.store.findCases(municipality, { by: 'all' }, page);
    after = next;
    for (const { item } of items) {
      if (!goesOn()) return all;
      try {
        const counts = await purgeCase(needs, item, kept, dryRun);
        all.closedCases += counts.closedCases;
        all.requests += counts.requests;
        all.receiptFacts += counts.receiptFacts;
        all.accessEntries += await purgeAccess(needs, municipality, item.id, kept.accessLog, dryRun);
      } catch (cause) {
        // One case that cannot be purged is no reason to keep what is personal in all behind it.
        failed.push(new Error(`${item.id} could not be purged`, { cause }));
      }
      // The embedded store answers at once; people who write meanwhile get their turn here.
      await setImmediate();
    }
  } while (after !== undefined);
  if (failed.length > 0) throw new AggregateError(failed, 'not every case could be purged');
  return all;
};

/**
 * Takes away in one municipality what is not to be kept any longer. Each item by itself and found by its date, so it may
 * be killed at any instant, repeated, or run by two processes. Throws at the end with every case that could not be purged.
 */
export const purge = async (needs: PurgeNeeds, purging: Purging): Promise<PurgeCounts> => {
  const passing = await purgePassing(needs, purging);
  return { ...(await purgeCases(needs, purging, keptFrom(purging.schedule, purging.day))), ...passing };
};
