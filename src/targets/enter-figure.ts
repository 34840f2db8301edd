import type { Store } from '../store/port.ts';
import { type EnteredFigure, type Statement, enteredId, versionOf } from './entered-figure.ts';

/** A figure to be entered, checked by whoever asks for it. */
export interface FigureEntry extends Statement {
  municipality: string;
  target: string;
  figure: string;
  on: string;
}

/**
 * `entered`: it stands now, whether by this call or by an earlier delivery of the same one. `other`: a different figure
 * stands for the date; nothing was changed.
 */
export type Entered = { outcome: 'entered'; item: EnteredFigure } | { outcome: 'other'; item: EnteredFigure };

/** The same statement by the same person; the instant differs when a click is delivered twice. */
const same = (a: Statement, b: Statement): boolean => a.value === b.value && a.source === b.source && a.by === b.by;

/**
 * Enters a figure for a date. Another one that stands for the date is replaced only when `corrects` names its version,
 * as whoever corrects it has seen it. To be called as often as the click is delivered.
 */
export const enterFigure = async (
  store: Pick<Store, 'read' | 'create' | 'replace'>,
  entry: FigureEntry,
  corrects?: number,
): Promise<Entered> => {
  const { municipality, target, figure, on, ...statement } = entry;
  const item = { id: enteredId(target, figure, on), municipality, target, figure, on, ...statement, before: [] };
  for (;;) {
    const stored = await store.read('figure', municipality, item.id);
    if (stored === undefined) {
      const { outcome } = await store.create('figure', item);
      if (outcome === 'created') return { outcome: 'entered', item };
      continue;
    }
    const found = stored.item;
    if (same(found, statement)) return { outcome: 'entered', item: found };
    if (corrects !== versionOf(found)) return { outcome: 'other', item: found };
    const { value, source, by, at } = found;
    const corrected = { ...item, before: [...found.before, { value, source, by, at }] };
    const { outcome } = await store.replace('figure', corrected, stored.etag);
    if (outcome === 'replaced') return { outcome: 'entered', item: corrected };
  }
};
