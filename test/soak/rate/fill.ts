import type { Entry, Store } from '../../../src/store/port.ts';
import { catalogueOf, dueCases, movedTo, type Town } from '../digests/towns.ts';

/** Makker is at work on the same file, and waits a second at most to write. */
const BATCH = 100;

/** An office of the towns, to be filled. */
export interface Offices {
  folder: string;
  today: string;
  serviceUrl: string;
  teams: number;
  /** How many cases with something due each team has. */
  cases: number;
  /** Of the first town of each plan, one team more, whose digest comes at this time of day. */
  early: string;
}

const addressOf = (serviceUrl: string, conversationId: string) => ({
  conversationId,
  serviceUrl,
  tenantId: 'tenant-1',
  botId: '28:bot',
});

/** Everything the offices have: teams with a channel each, and their cases. */
function* entriesOf(towns: readonly Town[], offices: Offices): Generator<Entry> {
  const { folder, today, serviceUrl, teams, cases, early } = offices;
  const samples = new Map<string, ReturnType<typeof dueCases>>();
  for (const town of towns) {
    const { municipality, like } = town;
    const isFirst = !samples.has(like);
    const items = samples.get(like) ?? dueCases(folder, town, today, cases);
    samples.set(like, items);
    for (const item of catalogueOf(town)) yield { kind: 'catalogue', item };
    for (let nth = 0; nth < (isFirst ? teams + 1 : teams); nth += 1) {
      const team = `team-${nth}`;
      const address = addressOf(serviceUrl, `${nth < teams ? 'kanal' : 'tidlig'}~${municipality}~${team}`);
      const at = nth < teams ? {} : { digestAt: early };
      yield { kind: 'team', item: { id: team, municipality, name: `Team ${nth}`, leads: [], address, ...at } };
      for (const [index, item] of items.entries())
        yield { kind: 'case', item: movedTo(item, { id: `SAG-${nth}-${index}`, municipality, team }) };
    }
  }
}

/** Fills a store with the offices. */
export const fill = async (store: Store, towns: readonly Town[], offices: Offices): Promise<void> => {
  let batch: Entry[] = [];
  for (const entry of entriesOf(towns, offices)) {
    batch.push(entry);
    if (batch.length < BATCH) continue;
    await store.createTogether(batch);
    batch = [];
  }
  await store.createTogether(batch);
};
