import { join } from 'node:path';
import { createCases } from '../../../src/cases/case-store.ts';
import { createJudge } from '../../../src/judge.ts';
import { createDirectory } from '../../../src/people/directory.ts';
import { createReceipts } from '../../../src/receipts/receipts.ts';
import { createRequests } from '../../../src/requests/requests.ts';
import { withTending } from '../../../src/requests/with-tending.ts';
import { readShelf } from '../../../src/rulebook-files.ts';
import type { Store } from '../../../src/store/port.ts';

/**
 * The day on which requests are put, the last minute of their last day, and the first of the next: Copenhagen is two
 * hours ahead.
 */
const AT = {
  first: Date.parse('2023-05-10T08:00:00Z'),
  last: Date.parse('2023-06-02T21:59:00Z'),
  next: Date.parse('2023-06-02T22:01:00Z'),
};

/** The key of hashes and seals. */
export const KEY = 'an invented key of some length';

const judge = createJudge(readShelf(join(import.meta.dirname, '../../../rulebooks')));

/** Makker's services on a store on one of the days, with the rulebooks as they are. */
export const officeOn = (store: Store, day: keyof typeof AT, ids: () => string) => {
  const clock = { now: () => AT[day] };
  const key = KEY;
  const cases = createCases({ store, judge, clock, key });
  const receipts = createReceipts({ store, key, clock, ids });
  const directory = createDirectory({ store });
  const requests = createRequests({ cases, directory, receipts, judge, store, key, clock, poke: () => undefined });
  const tended = withTending(cases, requests, (_municipality, caseId, cause) => {
    throw new Error(`the requests of ${caseId} were not looked after`, { cause });
  });
  return { cases: tended, receipts, requests, judge, clock };
};
export type Office = ReturnType<typeof officeOn>;
