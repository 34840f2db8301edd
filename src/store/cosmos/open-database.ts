import { CosmosClient, ErrorResponse, type Container } from '@azure/cosmos';
import { CONTAINERS, type ContainerName } from './containers.ts';

export interface CosmosSettings {
  endpoint: string;
  key: string;
  database: string;
}

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

/** Connects, and makes the database and its containers where they are absent. */
export const openDatabase = async (settings: CosmosSettings): Promise<Opened> => {
  const client = new CosmosClient({
    endpoint: settings.endpoint,
    key: settings.key,
    connectionPolicy: {
      // Milliseconds. A person waits for the answer: better a clear failure than a late one.
      requestTimeout: 5000,
      // When throttled: three more tries, in at most three seconds altogether.
      retryOptions: { maxRetryAttemptCount: 3, maxWaitTimeInSeconds: 3 },
      // One endpoint for reads and writes: a read after a write never goes to a region that lags behind.
      enableEndpointDiscovery: false,
    },
  });
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
  return { client, containers: { cases, register, receipts, 'receipt-facts': facts, access } };
};
