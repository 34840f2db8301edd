import type { CosmosSettings } from './cosmos/open-database.ts';
import type { Store } from './port.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';

/** Where the data is: in one file on this machine, or in a database in Azure Cosmos DB. */
export type StoreSettings = { kind: 'embedded'; path: string } | ({ kind: 'cosmos' } & CosmosSettings);

/** Opens the store that the settings name, ready for use. */
export const openStore = async (settings: StoreSettings): Promise<Store> => {
  if (settings.kind === 'embedded') return createSqliteStore(settings.path);
  // Loaded only where it is used: the client takes longer to load than all the rest of the program.
  const { createCosmosStore } = await import('./cosmos/cosmos-store.ts');
  return createCosmosStore(settings);
};
