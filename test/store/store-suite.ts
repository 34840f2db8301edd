import { describe } from '@jest/globals';
import { createBench, type StoreUnderTest } from './suite/bench.ts';
import { digests } from './suite/digests.ts';
import { finding } from './suite/finding.ts';
import { listing } from './suite/listing.ts';
import { matters } from './suite/matters.ts';
import { names } from './suite/names.ts';
import { oneItem } from './suite/one-item.ts';
import { pages } from './suite/pages.ts';
import { receipts } from './suite/receipts.ts';

/** What every store must do, run against each implementation of the port. */
export const storeSuite = (name: string, begin: () => Promise<StoreUnderTest>): void => {
  describe(name, () => {
    const bench = createBench(begin);
    oneItem(bench);
    receipts(bench);
    finding(bench);
    matters(bench);
    digests(bench);
    names(bench);
    pages(bench);
    listing(bench);
  });
};
