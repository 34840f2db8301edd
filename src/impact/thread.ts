import { parentPort, workerData } from 'node:worker_threads';
import type { Case } from '../contract/case.ts';
import { compareCase } from './compare-case.ts';
import { versionsOf } from './rules-behind.ts';
import { compileSide } from './side.ts';
import type { Task } from './comparer.ts';

/** A thread of its own that compares one batch of cases after the other. It is given texts and compiles them itself. */
const { from, to, today, catalogue }: Task = workerData;
const versions = versionsOf(compileSide(from, today), compileSide(to, today));

parentPort?.on('message', (batch: Case[]) => {
  parentPort?.postMessage(batch.flatMap((record) => compareCase(versions, record, catalogue, today)));
});
