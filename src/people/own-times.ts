import type { PersonItem } from '../store/items.ts';
import type { Store } from '../store/port.ts';

/** When somebody wants what comes by itself to their own chat. */
export type OwnTimes = Pick<PersonItem, 'morningAt' | 'weekAt'>;

const changeTimes = async (
  store: Pick<Store, 'read' | 'replace'>,
  { municipality, id }: { municipality: string; id: string },
  change: (person: PersonItem) => PersonItem,
): Promise<void> => {
  for (;;) {
    const stored = await store.read('person', municipality, id);
    if (stored === undefined) return;
    const item = change(stored.item);
    if (item === stored.item) return;
    const { outcome } = await store.replace('person', item, stored.etag);
    if (outcome === 'replaced') return;
  }
};

/** When the person gets their own list on working days, `HH:MM`, since an instant (ISO); `undefined`: not any more. */
export const setMorning = (
  store: Pick<Store, 'read' | 'replace'>,
  person: { municipality: string; id: string },
  morningAt: string | undefined,
  since: string,
): Promise<void> =>
  changeTimes(store, person, (before) => {
    if (before.morningAt === morningAt) return before;
    const { morningAt: _, morningSince: __, ...rest } = before;
    return morningAt === undefined ? rest : { ...rest, morningAt, morningSince: since };
  });

/** When the person gets the week's overview, since an instant (ISO); `undefined`: not any more. */
export const setWeek = (
  store: Pick<Store, 'read' | 'replace'>,
  person: { municipality: string; id: string },
  weekAt: OwnTimes['weekAt'],
  since: string,
): Promise<void> =>
  changeTimes(store, person, (before) => {
    if (before.weekAt?.weekday === weekAt?.weekday && before.weekAt?.at === weekAt?.at) return before;
    const { weekAt: _, weekSince: __, ...rest } = before;
    return weekAt === undefined ? rest : { ...rest, weekAt, weekSince: since };
  });
