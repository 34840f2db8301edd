import { setImmediate } from 'node:timers/promises';
import type { Cases } from '../cases/case-store.ts';
import type { Store } from '../store/port.ts';
import type { Projection } from './projection.ts';

interface Needs {
  store: Pick<Store, 'read' | 'create' | 'replace' | 'findCases'>;
  cases: Pick<Cases, 'project'>;
  /** The hashes of all rulebooks of a municipality, as one text. */
  rulebooksOf: (municipality: string) => string;
}

/** Projects the agendas of a municipality by other rulebooks than before; `goesOn` is asked in between. */
export type ProjectAnew = (
  municipality: string,
  goesOn: () => boolean,
  progress: (cases: number) => void,
) => Promise<void>;

const PAGE = 100;

/**
 * An agenda says itself when time will change it; that its rules have changed it cannot know. So once the rulebooks are
 * others, every case is projected anew, page by page with a mark after each: a run that ends half way is gone on with,
 * and two at once do the same work twice.
 */
export const createProjectAnew =
  ({ store, cases, rulebooksOf }: Needs): ProjectAnew =>
  async (municipality, goesOn, progress) => {
    const rulebooks = rulebooksOf(municipality);
    const mark = async (projection: Omit<Projection, 'id' | 'municipality'>): Promise<void> => {
      const item: Projection = { id: 'agenda', municipality, ...projection };
      const stored = await store.read('projection', municipality, 'agenda');
      if (stored === undefined) await store.create('projection', item);
      // Whoever was first marks what is as true.
      else await store.replace('projection', item, stored.etag);
    };
    const before = (await store.read('projection', municipality, 'agenda'))?.item;
    if (before?.rulebooks === rulebooks && before.done) return;
    let after = before?.rulebooks === rulebooks ? before.after : undefined;
    let count = 0;
    do {
      const page = await store.findCases(
        municipality,
        { by: 'all' },
        { limit: PAGE, ...(after !== undefined && { after }) },
      );
      for (const { item } of page.items) {
        if (!goesOn()) return;
        if ((await cases.project(municipality, item.id)) === 'busy')
          throw new Error(`${item.id} was changed by others all the time`);
        count += 1;
        // The embedded store answers at once; people who ask meanwhile get their turn here.
        await setImmediate();
      }
      after = page.next;
      if (after !== undefined) await mark({ rulebooks, after, done: false });
      if (page.items.length > 0) progress(count);
    } while (after !== undefined);
    await mark({ rulebooks, done: true });
  };
