import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { caseItem } from './builders.ts';

/**
 * A process of its own that counts the case S-1 up: `count-up.ts FILE TIMES`. It prints each number once the store
 * has taken it. The number stands in the item, in a scalar and in a list key, and the item is large, so that a half
 * written one would show.
 */
const [path = '', times = '0'] = process.argv.slice(2);
const store = createSqliteStore(path);
const padding = 'å'.repeat(50_000);

const countTo = (value: number) =>
  caseItem('testby', 'S-1', {
    caseworker: `worker-${value}`,
    nextSoon: `${value}`,
    nameKeys: [`key-${value}`],
    audit: [{ seq: value, at: '', by: '', what: padding, details: {}, hash: '' }],
  });

await store.create('case', countTo(0));
for (let done = 0; done < Number(times);) {
  const found = await store.read('case', 'testby', 'S-1');
  const next = (found?.item.audit[0]?.seq ?? 0) + 1;
  const { outcome } = await store.replace('case', countTo(next), found?.etag ?? '');
  if (outcome !== 'replaced') continue;
  done += 1;
  process.stdout.write(`${next}\n`);
}
await store.close();
