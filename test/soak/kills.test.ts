import { expect, test } from '@jest/globals';
import { killAtEach } from './kills/kill-at-each.ts';

/** `npm run soak` takes every point there is; each takes a process to kill. */
const CHOSEN = ['store 150 before', 'connector 3 after'];

test('killed at any moment, Makker loses no decision, takes none twice, and every card shows the end', async () => {
  const { whole, killed } = await killAtEach(1, (all) =>
    all.filter(({ of, call, when }) => CHOSEN.includes(`${of} ${call} ${when}`)),
  );
  expect(whole.wrong).toEqual([]);
  expect(killed.map(({ wrong }) => wrong)).toEqual(CHOSEN.map(() => []));
  expect(killed.map((one) => one.killed)).toEqual(CHOSEN.map(() => true));
}, 120_000);
