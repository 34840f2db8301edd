import { ErrorResponse, type Container, type CosmosClient } from '@azure/cosmos';
import { createClient, type CosmosSettings, type Patience } from './client.ts';
import { CONTAINERS, type ContainerName } from './containers.ts';
import { keepForm } from './keep-form.ts';

/** The connection (to be disposed of) and the containers by name. */
export interface Opened {
  client: CosmosClient;
  containers: Record<ContainerName, Container>;
}

/** The client looks first and then makes: when another process was quicker in between, a second look finds it. */
const madeByAnyone = async <T>(make: () => Promise<T>): Promise<T> => {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ErrorResponse && error.code === 409) return make();
    throw error;
  }
};

/** An identity may read and write items, but make nothing: the service answers 403 where a container is absent. */
const explained = (settings: CosmosSettings, error: unknown): unknown =>
  error instanceof ErrorResponse && error.code === 403 && 'identity' in settings
    ? new Error(
        `the database ${settings.database} or one of its containers is absent, or the identity may not read and write items: run makker store init once with COSMOS_KEY, and give the identity the role Cosmos DB Built-in Data Contributor (${error.message})`,
        { cause: error },
      )
    : error;

/** Connects, and makes the database and its containers where they are absent. A newer Makker's are refused. */
export const openDatabase = async (settings: CosmosSettings, patience: Patience): Promise<Opened> => {
  const client = createClient(settings, patience);
  try {
    const { database } = await madeByAnyone(() => client.databases.createIfNotExists({ id: settings.database }));
    const made = async (name: ContainerName): Promise<Container> =>
      (await madeByAnyone(() => database.containers.createIfNotExists({ id: name, ...CONTAINERS[name] }))).container;
    const [cases, register, receipts, facts, access] = await Promise.all([
      made('cases'),
      made('register'),
      made('receipts'),
      made('receipt-facts'),
      made('access'),
    ]);
    await keepForm(register, settings.database);
    return { client, containers: { cases, register, receipts, 'receipt-facts': facts, access } };
  } catch (error) {
    client.dispose();
    throw explained(settings, error);
  }
};
