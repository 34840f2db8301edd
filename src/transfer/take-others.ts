import type { Matters } from '../cases/matter-store.ts';
import type { Draft } from '../cases/drafts.ts';
import type { MatterItem } from '../cases/matter-item.ts';
import type { ChangedItem } from '../cases/replaced.ts';
import { mergeImport, withoutEmpty } from '../cases/merge-import.ts';
import { catalogueItemSchema, matterSchema } from '../contract/case.ts';
import { teamSchema } from '../contract/people.ts';
import type { TeamItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';
import { type Take, type Taken, checkedWhole } from './taken.ts';

interface Needs {
  store: Pick<Store, 'read' | 'create' | 'replace'>;
  matters: Pick<Matters, 'read' | 'change' | 'add'>;
  dryRun: boolean;
}

const keyOf = (draft: Draft): [string, string] => [String(draft['municipality']), String(draft['id'])];

const without = (draft: Draft, names: readonly string[]): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([name]) => !names.includes(name)));

/** The contract's own part of a team, and what Makker keeps of it besides. */
const partsOf = ({ address, quietDay, digestOff, digestSince, ...team }: TeamItem) => ({
  team,
  own: {
    ...(address !== undefined && { address }),
    ...(quietDay !== undefined && { quietDay }),
    ...(digestOff !== undefined && { digestOff }),
    ...(digestSince !== undefined && { digestSince }),
  },
});

/** Takes a team. Where and when its digest comes is set up in its channel, and stays as it was set up there. */
export const createTakeTeam =
  ({ store, dryRun }: Needs): Take =>
  async (given, { emptied = () => given } = {}) => {
    const draft = emptied();
    for (;;) {
      const stored = await store.read('team', ...keyOf(draft));
      const { team, own } = stored === undefined ? { team: {}, own: {} } : partsOf(stored.item);
      const wanted = stored?.item.digestAt === undefined ? draft : without(draft, ['digestAt', 'conversationId']);
      const { record, changed } = mergeImport(team, wanted);
      if (stored !== undefined && changed.length === 0) return { outcome: 'same', kept: [] };
      const whole = checkedWhole(teamSchema, record);
      if ('refused' in whole) return whole;
      const item = { ...whole.data, ...own };
      const done = stored === undefined ? ('new' as const) : ('changed' as const);
      if (dryRun) return { outcome: done, kept: [] };
      const { outcome } =
        stored === undefined ? await store.create('team', item) : await store.replace('team', item, stored.etag);
      if (outcome === 'created' || outcome === 'replaced') return { outcome: done, kept: [] };
    }
  };

/** Takes an offer of a municipality's catalogue. */
export const createTakeCatalogueItem =
  ({ store, dryRun }: Needs): Take =>
  async (given, { emptied = () => given } = {}) => {
    const draft = emptied();
    const [municipality, id] = keyOf(draft);
    for (;;) {
      const stored = await store.read('catalogue', municipality, id);
      const { record, changed } = mergeImport({ ...stored?.item }, draft);
      if (stored !== undefined && changed.length === 0) return { outcome: 'same', kept: [] };
      const whole = checkedWhole(catalogueItemSchema, without(record, ['municipality']));
      if ('refused' in whole) return whole;
      const item = { ...whole.data, municipality };
      const done = stored === undefined ? ('new' as const) : ('changed' as const);
      if (dryRun) return { outcome: done, kept: [] };
      const { outcome } =
        stored === undefined
          ? await store.create('catalogue', item)
          : await store.replace('catalogue', item, stored.etag);
      if (outcome === 'created' || outcome === 'replaced') return { outcome: done, kept: [] };
    }
  };

/** What a file makes of a matter; that it was answered, and when, stays as it was recorded in Makker. */
const matterChanged = (item: MatterItem, draft: Draft): ChangedItem<MatterItem, Taken> => {
  const recorded = item.answered === undefined ? [] : ['answeredAt'];
  const { record, changed, kept } = mergeImport({ ...item.record }, draft, recorded);
  if (changed.length === 0) return { refused: { outcome: 'same', kept } };
  const whole = checkedWhole(matterSchema, record);
  if ('refused' in whole) return { refused: whole };
  return { item: { ...item, record: whole.data }, result: { outcome: 'changed', kept } };
};

/** Takes an enquiry or complaint. */
export const createTakeMatter =
  ({ matters, dryRun }: Needs): Take =>
  async (given, { emptied = () => given } = {}) => {
    const draft = emptied();
    const [municipality, id] = keyOf(draft);
    for (;;) {
      const stored = await matters.read(municipality, id);
      if (stored === undefined) {
        const whole = checkedWhole(matterSchema, withoutEmpty(draft));
        if ('refused' in whole) return whole;
        if (dryRun || (await matters.add(whole.data)) === 'created') return { outcome: 'new', kept: [] };
        continue;
      }
      const planned = matterChanged(stored.item, draft);
      if ('refused' in planned) return planned.refused;
      if (dryRun) return planned.result;
      const result = await matters.change(municipality, id, (item) => matterChanged(item, draft));
      if (result === 'busy') throw new Error(`${id} was changed by others all the time`);
      if (result !== 'absent') return result;
    }
  };
