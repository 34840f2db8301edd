import { isDeepStrictEqual } from 'node:util';
import { ErrorResponse, type ContainerDefinition, type ContainerRequest, type IndexingPolicy } from '@azure/cosmos';
import { createClient, NOBODY_WAITS, type CosmosSettings } from './client.ts';
import { CONTAINERS, type ContainerName } from './containers.ts';
import { openDatabase } from './open-database.ts';

const NAMES = Object.keys(CONTAINERS).filter((name): name is ContainerName => Object.hasOwn(CONTAINERS, name));

/** What of a policy tells which queries are answered and what a write costs, in one spelling. */
const gist = (policy: IndexingPolicy = {}) => ({
  included: (policy.includedPaths ?? []).map(({ path }) => path).toSorted(),
  // The service adds its own `_etag`.
  excluded: (policy.excludedPaths ?? []).flatMap(({ path }) => (path?.includes('_etag') ? [] : path)).toSorted(),
  orders: (policy.compositeIndexes ?? [])
    .map((index) => index.map(({ path, order }) => `${path} ${order ?? 'ascending'}`).join(', '))
    .toSorted(),
});

/** What is not as it should be; empty: nothing. Where a container is cut into partitions can never be changed. */
const differences = (wanted: ContainerRequest, found: ContainerDefinition): string[] => [
  ...(isDeepStrictEqual(gist(wanted.indexingPolicy), gist(found.indexingPolicy)) ? [] : ['indexing']),
  ...(wanted.defaultTtl === found.defaultTtl ? [] : ['time to live']),
];

/** Throws where the items lie in other partitions than they are looked for in. */
const refuseOtherPartitions = (name: string, { partitionKey }: ContainerRequest, found: ContainerDefinition): void => {
  const wanted = typeof partitionKey === 'object' ? partitionKey.paths : [partitionKey];
  if (!isDeepStrictEqual(wanted, found.partitionKey?.paths))
    throw new Error(
      `the container ${name} has the partition key ${found.partitionKey?.paths.join(', ')}, and Makker needs ${wanted.join(', ')}: name another database in COSMOS_DATABASE`,
    );
};

/** Makes what is absent and changes what is not as it should be; what it did with each container. */
export const initContainers = async (settings: CosmosSettings): Promise<{ name: ContainerName; did: string }[]> => {
  const before = new Set((await outdatedContainers(settings)).flatMap(({ name, how }) => (how === ABSENT ? name : [])));
  const { client, containers } = await openDatabase(settings, NOBODY_WAITS);
  try {
    const done: { name: ContainerName; did: string }[] = [];
    for (const name of NAMES) {
      const wanted = CONTAINERS[name];
      const { resource } = await containers[name].read();
      if (resource === undefined) throw new Error(`the container ${name} cannot be read`);
      refuseOtherPartitions(name, wanted, resource);
      const changed = differences(wanted, resource);
      if (changed.length > 0) {
        const { indexingPolicy, defaultTtl } = wanted;
        const { defaultTtl: _old, ...kept } = resource;
        await containers[name].replace({
          ...kept,
          ...(indexingPolicy !== undefined && { indexingPolicy }),
          ...(defaultTtl !== undefined && { defaultTtl }),
        });
      }
      const brought = changed.length > 0 ? `${changed.join(' and ')} brought up to date` : 'as it should be';
      done.push({ name, did: before.has(name) ? 'made' : brought });
    }
    return done;
  } finally {
    client.dispose();
  }
};

const ABSENT = 'absent';

/** The containers that are absent or not as this Makker needs them, and how. Changes nothing. */
export const outdatedContainers = async (settings: CosmosSettings): Promise<{ name: ContainerName; how: string }[]> => {
  const client = createClient(settings, NOBODY_WAITS);
  try {
    const found: { name: ContainerName; how: string }[] = [];
    for (const name of NAMES) {
      const resource = await client
        .database(settings.database)
        .container(name)
        .read()
        .then((response) => response.resource)
        .catch((error: unknown) => {
          if (error instanceof ErrorResponse && error.code === 404) return undefined;
          throw error;
        });
      if (resource === undefined) found.push({ name, how: ABSENT });
      else {
        refuseOtherPartitions(name, CONTAINERS[name], resource);
        const how = differences(CONTAINERS[name], resource);
        if (how.length > 0) found.push({ name, how: `${how.join(' and ')} of another version` });
      }
    }
    return found;
  } finally {
    client.dispose();
  }
};
