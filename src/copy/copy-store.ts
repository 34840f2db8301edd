import pLimit from 'p-limit';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { CopyEnd } from '../store/copy-end.ts';
import type { Items } from '../store/items.ts';
import type { Entry, Store } from '../store/port.ts';
import { createTally, differing, type KindTally } from './tally.ts';

/** `refused`: nothing was changed. `differs`: both were there to the end and do not hold the same. */
export type Copied =
  | { outcome: 'copied'; tally: Record<string, KindTally> }
  | { outcome: 'refused'; why: string }
  | { outcome: 'differs'; kinds: string[] };

const AT_ONCE = 200;
const SIDE_BY_SIDE = 16;
const MARK = { kind: 'copy', municipality: 'directory', id: 'copy' } as const;

const markOf = async ({ store }: CopyEnd): Promise<Items['copy'] | undefined> =>
  (await store.read(MARK.kind, MARK.municipality, MARK.id))?.item;

const isEmpty = async ({ each }: CopyEnd): Promise<boolean> => {
  for await (const _entry of each()) return false;
  return true;
};

/** Why the copy cannot be made. */
const refusal = async (from: CopyEnd, to: CopyEnd, now: string): Promise<string | undefined> => {
  const lease = await from.store.read('lease', 'directory', 'relay');
  if (lease !== undefined && lease.item.until > now)
    return `Makker is at work on ${from.name}: stop it, or wait 30 seconds after it died`;
  const half = await markOf(from);
  if (half !== undefined) return `${from.name} is itself a copy of ${half.from} that was never finished`;
  const begun = await markOf(to);
  if (begun !== undefined)
    return begun.from === from.name ? undefined : `into ${to.name} a copy of ${begun.from} was begun: finish that one`;
  return (await isEmpty(to)) ? undefined : `${to.name} is not empty: a copy goes into an empty store only`;
};

/** Stores an item as it is; whatever an earlier try left there under its id is replaced. */
const put = async <K extends Entry['kind']>(store: Store, kind: K, item: Items[K]): Promise<void> => {
  for (;;) {
    if ((await store.create(kind, item)).outcome === 'created') return;
    const there = await store.read(kind, item.municipality, item.id);
    if (there === undefined) continue;
    if (canonicalJson(there.item) === canonicalJson(item)) return;
    if ((await store.replace(kind, item, there.etag)).outcome === 'replaced') return;
  }
};

const write = async ({ store, oneFile }: CopyEnd, entries: readonly Entry[]): Promise<void> => {
  if (oneFile && (await store.createTogether(entries)).outcome === 'created') return;
  const limit = pLimit(SIDE_BY_SIDE);
  await Promise.all(entries.map(({ kind, item }) => limit(() => put(store, kind, item))));
};

const tallyOf = async ({ each }: CopyEnd): Promise<Record<string, KindTally>> => {
  const tally = createTally();
  for await (const entry of each()) if (entry.kind !== MARK.kind) tally.add(entry);
  return tally.read();
};

/** Takes away what an earlier try left and the source has lost since. It never loses a case. */
const removeLost = async (from: CopyEnd, to: CopyEnd): Promise<void> => {
  for await (const { kind, item } of to.each()) {
    if (kind === 'case' || kind === MARK.kind) continue;
    if ((await from.store.read(kind, item.municipality, item.id)) === undefined)
      await to.store.remove(kind, item.municipality, item.id);
  }
};

/** Reads both whole, as they are now. */
const compared = async (from: CopyEnd, to: CopyEnd) => {
  const tally = await tallyOf(from);
  return { tally, kinds: differing(tally, await tallyOf(to)) };
};

/**
 * Copies every item of one store into another, then reads both whole and compares. May be stopped at any instant: a
 * mark in the target says from where, and the same copy run again goes on. Makker refuses to start on a store with
 * that mark. `done` hears how many items there are by now.
 */
export const copyStore = async (
  from: CopyEnd,
  to: CopyEnd,
  { now, done }: { now: string; done: (items: number) => void },
): Promise<Copied> => {
  const why = await refusal(from, to, now);
  if (why !== undefined) return { outcome: 'refused', why };
  await to.store.create(MARK.kind, { id: MARK.id, municipality: MARK.municipality, from: from.name });
  let items = 0;
  let batch: Entry[] = [];
  const flush = async (): Promise<void> => {
    await write(to, batch);
    items += batch.length;
    batch = [];
    done(items);
  };
  for await (const entry of from.each()) {
    batch.push(entry);
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  let end = await compared(from, to);
  if (end.kinds.length > 0) {
    // The mark says that the target was empty before the copy: whatever else is in it is the copy's.
    await removeLost(from, to);
    end = await compared(from, to);
  }
  if (end.kinds.length > 0) return { outcome: 'differs', kinds: end.kinds };
  await to.store.remove(MARK.kind, MARK.municipality, MARK.id);
  return { outcome: 'copied', tally: end.tally };
};
