import { projectAgenda } from '../agenda/project.ts';
import { civilDateAt, type Clock } from '../clock.ts';
import type { Matter } from '../contract/case.ts';
import { canonicalJson } from '../receipts/canonical-json.ts';
import type { Store, Stored } from '../store/port.ts';
import type { JudgeMatter } from './judge.ts';
import { type MatterItem, matterItem } from './matter-item.ts';
import { type ChangedItem, replaced } from './replaced.ts';

/** Enquiries and complaints; as with a case, whatever happens to one is one conditional replace, its agenda with it. */
export interface Matters {
  read(municipality: string, id: string): Promise<Stored<MatterItem> | undefined>;
  /** Applies the change under the item's etag; if somebody else was first, again. `busy`: others were first every time. */
  change<T>(
    municipality: string,
    id: string,
    change: (item: MatterItem) => ChangedItem<MatterItem, T>,
  ): Promise<T | 'absent' | 'busy'>;
  /** Projects the agenda by the rules of today, where it is another than is stored. */
  project(municipality: string, id: string): Promise<'done' | 'absent' | 'busy'>;
  /** Adds a matter that is not there yet. */
  add(record: Matter): Promise<'created' | 'exists'>;
}

interface Needs {
  store: Pick<Store, 'read' | 'create' | 'replace'>;
  judge: JudgeMatter;
  clock: Clock;
}

export const createMatters = ({ store, judge, clock }: Needs): Matters => {
  /** The matter with its agenda as of today: its few clocks are read anew at every change. */
  const projected = (record: Matter, parts: Pick<MatterItem, 'taken' | 'answered'>): MatterItem => {
    const today = civilDateAt(clock.now());
    const { entries, ...recheck } = projectAgenda(judge(record, today), today);
    const { taken, answered } = parts;
    return matterItem(record, { agenda: entries, taken, ...recheck, ...(answered !== undefined && { answered }) });
  };

  return {
    read: (municipality, id) => store.read('matter', municipality, id),

    change: (municipality, id, change) =>
      replaced(store, 'matter', municipality, id, async (before) => {
        const changed = change(before);
        if ('refused' in changed) return changed;
        return { item: projected(changed.item.record, changed.item), result: changed.result };
      }),

    project: (municipality, id) =>
      replaced(store, 'matter', municipality, id, async (before) => {
        const item = projected(before.record, before);
        return canonicalJson(item) === canonicalJson(before) ? { refused: 'done' } : { item, result: 'done' };
      }),

    add: async (record) => (await store.create('matter', projected(record, { taken: [] }))).outcome,
  };
};
