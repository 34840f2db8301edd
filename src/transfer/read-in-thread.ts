import { Worker } from 'node:worker_threads';
import type { Drafted, Reading } from './drafted.ts';
import type { TableFile } from './open-table.ts';
import type { RefusedCell } from './refused-cell.ts';
import { TableError } from './table.ts';

/** What the thread answers: at first how many rows there are, then batches, at last an empty one. */
export type ThreadAnswer = { rows: number } | { batch: string } | { refused: RefusedCell };

/** What it leaves to be cleaned up is used up fast; more room for it would be held until the end. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** Reads a table in a thread of its own, some batches ahead of whoever takes what was read: another core does half of the work. */
export const readInThread = async (file: TableFile): Promise<Reading> => {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url).pathname, {
    workerData: file,
    resourceLimits,
  });
  const answers: (ThreadAnswer | Error)[] = [];
  let wake = (): void => undefined;
  const come = (answer: ThreadAnswer | Error): void => {
    answers.push(answer);
    wake();
  };
  worker.on('message', come);
  worker.on('error', come);

  const next = async (): Promise<ThreadAnswer> => {
    while (answers.length === 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      await promise;
    }
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('the thread has ended');
    if ('refused' in answer) throw new TableError(answer.refused);
    return answer;
  };

  async function* batches(): AsyncGenerator<Drafted[]> {
    try {
      for (;;) {
        const answer = await next();
        worker.postMessage('taken');
        // The edge where text comes in: it is the thread's own.
        const batch: Drafted[] = 'batch' in answer ? JSON.parse(answer.batch) : [];
        if (batch.length === 0) return;
        yield batch;
      }
    } finally {
      await worker.terminate();
    }
  }

  const first = await next();
  return { rows: 'rows' in first ? first.rows : 0, batches: batches() };
};
