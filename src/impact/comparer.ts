import { Worker } from 'node:worker_threads';
import type { Case, CatalogueItem } from '../contract/case.ts';
import type { Change } from './change.ts';
import type { SideFiles } from './side.ts';

/** What a comparison rests on besides the cases. */
export interface Task {
  from: SideFiles;
  to: SideFiles;
  today: string;
  catalogue: CatalogueItem[];
}

/** Compares batches of cases elsewhere, each answered in the order it came. */
export interface Comparer {
  compare(batch: readonly Case[]): Promise<Change[]>;
  close(): Promise<void>;
}

interface Waiting {
  resolve: (changes: Change[]) => void;
  reject: (error: Error) => void;
}

/** Starts a thread that compares cases. What goes wrong in it rejects every batch that waits. */
export const startComparer = (task: Task): Comparer => {
  const worker = new Worker(new URL('./thread.ts', import.meta.url).pathname, { workerData: task });
  const waiting: Waiting[] = [];
  let broken: Error | undefined;
  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (changes: Change[]) => waiting.shift()?.resolve(changes));
  worker.on('error', breakDown);
  worker.on('exit', () => breakDown(new Error('the comparison has ended')));
  return {
    compare: (batch) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken);
        waiting.push({ resolve, reject });
        worker.postMessage(batch);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
};
