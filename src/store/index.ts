import type { CosmosSettings } from './cosmos/client.ts';
import type { CopyEnd } from './copy-end.ts';
import type { Store } from './port.ts';
import { eachEntry } from './sqlite/each-entry.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';

export { backUp as backUpFile } from './sqlite/backup.ts';
export { checkFile } from './sqlite/check.ts';
export { readLastBackup as lastBackup } from './sqlite/last-backup.ts';
export { restore as restoreFile } from './sqlite/restore.ts';

/** Where the data is: in one file on this machine, or in a database in Azure Cosmos DB. */
export type StoreSettings = { kind: 'embedded'; path: string } | ({ kind: 'cosmos' } & CosmosSettings);

/** Opens the store that the settings name, ready for use. */
export const openStore = async (settings: StoreSettings): Promise<Store> => {
  if (settings.kind === 'embedded') return createSqliteStore(settings.path);
  // Loaded only where it is used: the client takes longer to load than all the rest of the program.
  const { createCosmosStore } = await import('./cosmos/cosmos-store.ts');
  return createCosmosStore(settings);
};

/** Makes the containers of Cosmos DB and brings them up to date; what it did with each. */
export const initContainers = async (settings: CosmosSettings) =>
  (await import('./cosmos/init-containers.ts')).initContainers(settings);

/** The containers of Cosmos DB that are absent or not as this Makker needs them. */
export const outdatedContainers = async (settings: CosmosSettings) =>
  (await import('./cosmos/init-containers.ts')).outdatedContainers(settings);

/** Opens a store to copy from or into, with all the patience there is. */
export const openCopyEnd = async (settings: StoreSettings): Promise<CopyEnd> => {
  if (settings.kind === 'embedded')
    return {
      name: settings.path,
      store: createSqliteStore(settings.path),
      oneFile: true,
      each: () => eachEntry(settings.path),
    };
  const [{ createCosmosStore }, { NOBODY_WAITS }, cosmos] = await Promise.all([
    import('./cosmos/cosmos-store.ts'),
    import('./cosmos/client.ts'),
    import('./cosmos/each-entry.ts'),
  ]);
  return {
    name: `${settings.endpoint} ${settings.database}`,
    store: await createCosmosStore(settings, NOBODY_WAITS),
    oneFile: false,
    each: () => cosmos.eachEntry(settings),
  };
};
