import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { caseItem } from './builders.ts';

/**
 * A process that is killed in the middle of a write: `die-half-way.ts FILE replace|create`. The store writes the item,
 * then its scalars, then goes through its list keys: after the first of them this process kills itself.
 */
const [path = '', what] = process.argv.slice(2);
const store = createSqliteStore(path);

const nameKeys = Object.assign(['after', 'both'], {
  *[Symbol.iterator]() {
    yield 'after';
    process.kill(process.pid, 'SIGKILL');
    // The signal may arrive a moment later: nothing more is to be written until then.
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});

if (what === 'replace') {
  const etag = (await store.read('case', 'testby', 'S-1'))?.etag ?? '';
  await store.replace('case', caseItem('testby', 'S-1', { nameKeys, nextSoon: '2026-12-31' }), etag);
} else {
  await store.create('case', caseItem('testby', 'S-2', { nameKeys, nextSoon: '2026-01-01' }));
}
