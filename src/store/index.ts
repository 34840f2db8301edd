import type { Store } from './port.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';

/** Where the data is: one file on this machine, or a database in Azure Cosmos DB. */
export type StoreSettings = { kind: 'embedded'; path: string };

/** Opens the store that the settings name, ready for use. */
export const openStore = async (settings: StoreSettings): Promise<Store> => createSqliteStore(settings.path);
