import type { Store } from '../store/port.ts';

/**
 * Asks for the posted card of a digest to be shown anew, since something on it has changed; `at` is an ISO instant.
 * Asked while an edit is on its way with the state before, the new etag makes it go once more.
 */
export const wantEdit = async (
  store: Pick<Store, 'read' | 'replace'>,
  { municipality, id, at }: { municipality: string; id: string; at: string },
): Promise<void> => {
  for (;;) {
    const stored = await store.read('digest', municipality, id);
    if (stored?.item.card === undefined) return;
    const { outcome } = await store.replace('digest', { ...stored.item, sendAt: at, attempts: 0 }, stored.etag);
    if (outcome !== 'changed') return;
  }
};
