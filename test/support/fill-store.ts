import { caseItem } from '../../src/cases/case-item.ts';
import type { Case, CatalogueItem } from '../../src/contract/case.ts';
import type { Entry, Store } from '../../src/store/port.ts';

const AT_ONCE = 1000;

/** Stores many cases and a catalogue quickly; what is due in them is not worked out. */
export const fillStore = async (
  store: Store,
  records: Iterable<Case>,
  municipality: string,
  catalogue: readonly CatalogueItem[],
): Promise<void> => {
  for (const item of catalogue) await store.create('catalogue', { ...item, municipality });
  let batch: Entry[] = [];
  const write = async (): Promise<void> => {
    await store.createTogether(batch);
    batch = [];
  };
  for (const record of records) {
    batch.push({ kind: 'case', item: caseItem(record, { requests: [], agenda: [], outbox: [], audit: [] }) });
    if (batch.length === AT_ONCE) await write();
  }
  await write();
};
