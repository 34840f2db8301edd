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
    const kept = (await store.read('rulebook', municipality, receipt.rulebook.hash))?.item;
    const on = shelf.on(municipality, receipt.today);
    const hash = 'rulebook' in on ? on.rulebook.hash : undefined;
    const texts = shelf.texts().find((one) => one.municipality === municipality && one.hash === hash);
    return replayOf({ receipt, facts, kept, now: { on, texts }, key });
  };
