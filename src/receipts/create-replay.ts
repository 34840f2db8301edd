import type { Shelf } from '../rulebook/shelf.ts';
import type { Store } from '../store/port.ts';
import type { Receipts } from './receipts.ts';
import { replayOf, type Replay } from './replay.ts';

interface Needs {
  store: Pick<Store, 'read'>;
  receipts: Pick<Receipts, 'read'>;
  shelf: Shelf;
  /** The key of the facts' hash. */
  key: string;
}

/** Computes the answer of a decision id again; nothing when the municipality has no receipt of that id. */
export const createReplay =
  ({ store, receipts, shelf, key }: Needs) =>
  async (municipality: string, decisionId: string): Promise<Replay | undefined> => {
    const found = await receipts.read(municipality, decisionId);
    if (found === undefined) return undefined;
    const { receipt, facts } = found;
    const withHash = (hash: string | undefined) =>
      shelf.texts().find((texts) => texts.municipality === municipality && texts.hash === hash);
    const archived = await store.read('rulebook', municipality, receipt.rulebook.hash);
    // The hash tells that a file is the one that was used, wherever it was kept.
    const kept = archived?.item ?? withHash(receipt.rulebook.hash);
    const on = shelf.on(municipality, receipt.today);
    const texts = withHash('rulebook' in on ? on.rulebook.hash : undefined);
    return replayOf({ receipt, facts, kept, now: { on, texts }, key });
  };
