import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readDrafts } from './drafted.ts';
import { type TableFile, openTable } from './open-table.ts';
import type { ThreadAnswer } from './read-in-thread.ts';
import { TableError } from './table.ts';

/** A thread of its own that reads a table, a batch each time it is asked for one. */
const file: TableFile = workerData;
const port = parentPort;
if (port === null) throw new Error('this runs in a thread');
const answer = (told: ThreadAnswer): void => port.postMessage(told);

try {
  const opened = await openTable(file);
  if ('refused' in opened) throw new Error('the headings were looked at before');
  const { rows, batches } = await readDrafts(opened.table, opened.layout, file.municipality);
  answer({ rows });
  for await (const batch of batches) {
    // As text: that is taken apart faster than it is copied.
    answer({ batch: JSON.stringify(batch) });
    await once(port, 'message');
  }
  answer({ batch: '[]' });
} catch (error) {
  if (!(error instanceof TableError)) throw error;
  answer({ refused: error.refused });
}
port.close();
