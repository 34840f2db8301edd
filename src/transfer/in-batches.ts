/**
 * So many records are taken at the same time: the embedded store writes them in one transaction, and waits for the disk
 * once for all of them.
 */
const BATCH = 200;

/** The same, several at a time. */
export async function* inBatches<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
