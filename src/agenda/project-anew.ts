import { setImmediate } from 'node:timers/promises';
import type { Cases } from '../cases/case-store.ts';
import type { Matters } from '../cases/matter-store.ts';
import { eachItem } from '../each-item.ts';
import type { Store } from '../store/port.ts';
import type { Projection } from './projection.ts';

interface Needs {
  store: Pick<Store, 'read' | 'create' | 'replace' | 'findCases' | 'findMatters'>;
  cases: Pick<Cases, 'project'>;
  matters: Pick<Matters, 'project'>;
  /** The hashes of all rulebooks of a municipality, as one text. */
  rulebooksOf: (municipality: string) => string;
  /** Lets go what waits for people who can be reached by now. */
  recover: (municipality: string) => Promise<void>;
}

/** Projects the agendas of a municipality by other rulebooks than before; `goesOn` is asked in between. */
export type ProjectAnew = (
  municipality: string,
  goesOn: () => boolean,
  progress: (agendas: number) => void,
) => Promise<void>;

const PAGE = 100;

/**
 * What is stored of an agenda for it to be found. When that becomes more, so does this number, and all agendas are
 * projected once: 2 has the day from which something is due soon, and matters; 3 whose first contact is waited for.
 */
const FORM = 3;

/**
 * An agenda says itself when time will change it; that its rules have changed it cannot know. So once the rulebooks are
 * others, every case is projected anew, page by page with a mark after each: a run that ends half way is gone on with,
 * and two at once do the same work twice. Matters come first and are few: they are begun again.
 */
export const createProjectAnew =
  ({ store, cases, matters, rulebooksOf, recover }: Needs): ProjectAnew =>
  async (municipality, goesOn, progress) => {
    const rulebooks = `${FORM} ${rulebooksOf(municipality)}`;
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
    const projected = (id: string, outcome: Awaited<ReturnType<Cases['project']>>): Promise<void> => {
      if (outcome === 'busy') throw new Error(`${id} was changed by others all the time`);
      count += 1;
      // The embedded store answers at once; people who ask meanwhile get their turn here.
      return setImmediate();
    };
    for await (const { id } of eachItem((page) => store.findMatters(municipality, { by: 'all' }, page))) {
      if (!goesOn()) return;
      await projected(id, await matters.project(municipality, id));
    }
    do {
      const page = await store.findCases(
        municipality,
        { by: 'all' },
        { limit: PAGE, ...(after !== undefined && { after }) },
      );
      for (const { item } of page.items) {
        if (!goesOn()) return;
        await projected(item.id, await cases.project(municipality, item.id));
      }
      after = page.next;
      if (after !== undefined) await mark({ rulebooks, after, done: false });
      if (page.items.length > 0) progress(count);
    } while (after !== undefined);
    // Whose first contact came before it was stored that it is waited for would wait for ever.
    await recover(municipality);
    await mark({ rulebooks, done: true });
  };
