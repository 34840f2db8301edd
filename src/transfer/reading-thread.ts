import { parentPort, workerData } from 'node:worker_threads';
import { readDrafts } from './drafted.ts';
import { type TableFile, openTable } from './open-table.ts';
import type { ThreadAnswer } from './read-in-thread.ts';
import { TableError } from './table.ts';

/** So many batches it is ahead of whoever takes them: neither waits for the other when one of them takes longer. */
const AHEAD = 3;

/** A thread of its own that reads a table. */
const file: TableFile = workerData;
const port = parentPort;
if (port === null) throw new Error('this runs in a thread');
const answer = (told: ThreadAnswer): void => port.postMessage(told);

let ahead = 0;
let wake = (): void => undefined;
port.on('message', () => {
  ahead -= 1;
  wake();
});

try {
  const opened = await openTable(file);
  if ('refused' in opened) throw new Error('the headings were looked at before');
  const { rows, batches } = await readDrafts(opened.table, opened.layout, file.municipality);
  answer({ rows });
  for await (const batch of batches) {
    // As text: that is taken apart faster than it is copied.
    answer({ batch: JSON.stringify(batch) });
    ahead += 1;
    while (ahead >= AHEAD) {
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      await promise;
    }
  }
  answer({ batch: '[]' });
} catch (error) {
  if (!(error instanceof TableError)) throw error;
  answer({ refused: error.refused });
}
port.close();
