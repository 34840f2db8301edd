import { createHash } from 'node:crypto';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Entry } from '../store/port.ts';

/** Of one kind: how many items, and a sum over their hashes that does not depend on their order. */
export interface KindTally {
  items: number;
  hash: string;
}

const BITS = 256n;

/** Counts items by kind and sums up their SHA-256: two stores with the same tally hold the same. */
export const createTally = (): { add(entry: Entry): void; read(): Record<string, KindTally> } => {
  const kinds = new Map<string, { items: number; sum: bigint }>();
  return {
    add: ({ kind, item }) => {
      const { items, sum } = kinds.get(kind) ?? { items: 0, sum: 0n };
      const hash = createHash('sha256')
        .update(`${kind} ${canonicalJson(item)}`)
        .digest('hex');
      kinds.set(kind, { items: items + 1, sum: BigInt.asUintN(Number(BITS), sum + BigInt(`0x${hash}`)) });
    },
    read: () =>
      Object.fromEntries(
        [...kinds]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([kind, { items, sum }]) => [kind, { items, hash: sum.toString(16).padStart(64, '0') }]),
      ),
  };
};

/** The kinds of which the two do not hold the same, with how many items each has. */
export const differing = (one: Record<string, KindTally>, other: Record<string, KindTally>): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((kind) => {
    const [a, b] = [one[kind], other[kind]];
    if (a?.hash === b?.hash) return [];
    return a?.items === b?.items
      ? `${kind}: ${a?.items} in both, but not the same`
      : `${kind}: ${a?.items ?? 0} and ${b?.items ?? 0}`;
  });
