import type { Store } from '../store/port.ts';
import { accessEntry, type Showing } from './access-entry.ts';
import { toldOf } from './told-of.ts';
import type { Watch } from './watch-reads.ts';

/** An answer before it is given: by what it came, and the case it says it is about. */
export interface Told<T> {
  answer: T;
  how: string;
  about?: string | null | undefined;
  /** What the asker wrote themselves and is told nothing of. */
  notFound?: string | undefined;
  /** Writes what the answer leaves behind besides: at the same time, so that a file waits for the disk once. */
  keep?: () => Promise<void>;
}

export interface AccessLog {
  /**
   * Composes an answer and keeps of which cases it tells, before it is given. What cannot be kept is not shown: then
   * this throws.
   */
  answering<T>(showing: Showing, compose: () => Promise<Told<T>>): Promise<T>;
  /** Keeps that something of these cases is shown. Throws when it cannot be kept. */
  shown(showing: Showing, how: string, caseIds: readonly string[]): Promise<void>;
}

interface Needs {
  store: Pick<Store, 'create' | 'createTogether'>;
  watch: Watch;
}

/** How it is kept that something of cases is shown, by whoever composes no answer of a turn. */
export const keepShown =
  (store: Needs['store']): AccessLog['shown'] =>
  async (showing, how, caseIds) => {
    const entries = caseIds.map((caseId) => ({ kind: 'access' as const, item: accessEntry(showing, caseId, how) }));
    if (entries.length === 0) return;
    const { outcome } = await store.createTogether(entries);
    // Carried out before, perhaps with fewer cases: whatever is not there yet is added.
    if (outcome === 'exists') for (const { kind, item } of entries) await store.create(kind, item);
  };

/** The log of who was shown what of whom. */
export const createAccessLog = ({ store, watch }: Needs): AccessLog => {
  const shown = keepShown(store);

  return {
    shown,
    answering: async (showing, compose) => {
      const { result, read } = await watch(compose);
      const { answer, how, about, notFound, keep } = result;
      const own = toldOf(answer, read, { about, notFound }).filter(
        ({ municipality }) => municipality === showing.municipality,
      );
      const caseIds = own.map(({ id }) => id);
      await Promise.all([shown(showing, how, caseIds), keep?.()]);
      return answer;
    },
  };
};
