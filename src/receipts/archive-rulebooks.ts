import type { RulebookTexts } from '../rulebook/shelf.ts';
import type { Store } from '../store/port.ts';

/**
 * Keeps the texts of rulebooks, each under its hash. To be called before anything is answered by them. What is kept
 * already is left alone, so it may be killed, repeated, or done by two processes at once.
 */
export const archiveRulebooks = async (
  store: Pick<Store, 'read' | 'create'>,
  rulebooks: readonly RulebookTexts[],
): Promise<void> => {
  // One after the other: what is kept is read with its text, and of a hundred plans that is much at a time.
  for (const texts of rulebooks) {
    // A look takes no lock; nearly always it is there.
    const kept = await store.read('rulebook', texts.municipality, texts.hash);
    if (kept === undefined) await store.create('rulebook', { id: texts.hash, ...texts });
  }
};
