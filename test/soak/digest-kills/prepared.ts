import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { caseItem } from '../../../src/cases/case-item.ts';
import type { Entry, Store } from '../../../src/store/port.ts';
import { createSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { catalogueOf, dueCases, movedTo, type Town, writeTowns } from '../digests/towns.ts';
import { KEY, type Lane } from '../kills/world.ts';

/** A Wednesday on which people work everywhere, and the day before. */
export const TODAY = '2026-11-25';
const YESTERDAY = '2026-11-24';
export const TENANT = 'tenant-1';
/** Who gets a list of her own, and clicks. */
export const ANE = 'ane';
export const BUSY = 'travl';
/** The case that time changes on the day. */
export const TURNING = 'SAG-vender';

const chatOf = (serviceUrl: string, conversationId: string) => ({
  conversationId,
  serviceUrl,
  tenantId: TENANT,
  botId: '28:bot',
});

/** Two towns: a busy team in each, two quiet ones in the first, and somebody there who wants her own list. */
const entriesOf = (folder: string, towns: readonly Town[], serviceUrl: string): Entry[] => {
  const [here, there] = towns;
  if (here === undefined || there === undefined) throw new RangeError('two towns are needed');
  const { municipality } = here;
  const team = (of: Town, id: string, more: { quietDay?: 'line' | 'nothing' } = {}): Entry => {
    const address = chatOf(serviceUrl, `kanal~${of.municipality}~${id}`);
    return {
      kind: 'team',
      item: { id, municipality: of.municipality, name: `Team ${id}`, leads: [], address, ...more },
    };
  };
  const casesOf = (town: Town, caseworker: string): Entry[] =>
    dueCases(folder, town, TODAY, 3).map((item, nth) => {
      const moved = movedTo(item, { id: `SAG-${nth}`, municipality: town.municipality, team: BUSY });
      return { kind: 'case', item: caseItem({ ...moved.record, caseworker }, moved) };
    });
  const [, turning] = dueCases(folder, here, TODAY, 2);
  if (turning === undefined) throw new RangeError('a case is needed');
  const changes = movedTo(turning, { id: TURNING, municipality, team: BUSY });
  return [
    ...towns.flatMap((town) => catalogueOf(town).map((item): Entry => ({ kind: 'catalogue', item }))),
    team(here, BUSY),
    team(here, 'stille', { quietDay: 'nothing' }),
    team(here, 'linje', { quietDay: 'line' }),
    team(there, BUSY),
    ...casesOf(here, ANE),
    ...casesOf(there, 'hans'),
    { kind: 'case', item: caseItem(changes.record, { ...changes, recheckOn: TODAY }) },
    {
      kind: 'person',
      item: {
        id: ANE,
        name: 'Ane Brogaard',
        aadObjectId: `object-${ANE}`,
        tenantId: TENANT,
        municipality,
        roles: [{ role: 'caseworker', team: BUSY }],
        morningAt: '07:30',
        address: { ...chatOf(serviceUrl, `chat-${ANE}`), userId: `29:${ANE}` },
      },
    },
    {
      kind: 'directory',
      item: {
        id: `${TENANT}~object-${ANE}`,
        municipality: 'directory',
        personId: ANE,
        personMunicipality: municipality,
      },
    },
  ];
};

/** What each run begins with. */
export interface Prepared {
  folder: string;
  rulebooks: string;
  towns: Town[];
  remove(): Promise<void>;
}

const isBegun = async (store: Store, towns: readonly Town[]): Promise<boolean> => {
  for (const { municipality } of towns)
    if ((await store.read('purge', municipality, 'last')) === undefined) return false;
  return true;
};

/** A file that Makker has been at work on the day before, with the towns in it; to be copied for each run. */
export const prepared = async ({ teams, take, giveBack }: Lane): Promise<Prepared> => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-digest-kills-'));
  const rulebooks = join(folder, 'rulebooks');
  const towns = writeTowns(rulebooks, 2);
  const path = join(folder, 'data', 'makker.db');
  const makker = take();
  const began = Date.parse(`${YESTERDAY}T10:00:00.000Z`) - Date.now();
  await makker.start({ env: { STORE_PATH: path, RECEIPT_KEY: KEY }, rulebooks, began, passed: 0 });
  const store = createSqliteStore(path);
  while (!(await isBegun(store, towns))) await setTimeout(50);
  await makker.stop();
  giveBack(makker);
  await store.createTogether(entriesOf(rulebooks, towns, teams.serviceUrl));
  await store.close();
  return { folder: join(folder, 'data'), rulebooks, towns, remove: () => rm(folder, { recursive: true }) };
};
