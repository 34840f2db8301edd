import { PartitionKeyDefinitionVersion, type ContainerRequest, type IndexingPolicy } from '@azure/cosmos';
import type { ItemKind } from '../items.ts';

export type ContainerName = 'cases' | 'register' | 'receipts' | 'receipt-facts' | 'access';

/**
 * The container of each kind. Receipts and histories stand apart because they grow for ever, the receipts' facts and
 * past requests because a purge empties them, the access log because others read it than work with cases; the small
 * kinds share one container, which costs less than one each.
 */
export const CONTAINER_OF: Record<ItemKind, ContainerName> = {
  case: 'cases',
  person: 'register',
  team: 'register',
  channel: 'register',
  digest: 'register',
  catalogue: 'register',
  matter: 'register',
  directory: 'register',
  talk: 'register',
  greeting: 'register',
  lease: 'register',
  notice: 'register',
  strangers: 'register',
  figure: 'register',
  receipt: 'receipts',
  'receipt-facts': 'receipt-facts',
  rulebook: 'register',
  history: 'receipts',
  'past-request': 'receipt-facts',
  access: 'access',
  purge: 'register',
  projection: 'register',
  copy: 'register',
};

const DAY = 86_400;
/**
 * Seconds after its last write when the service itself takes an item away. A net below the daily run, which sees to it
 * earlier: for a Makker that is not running what was settled in talks ends all the same. Nothing ends before its time.
 */
export const ENDS_AFTER: { readonly [K in ItemKind]?: number } = { talk: 3 * DAY, digest: 70 * DAY };

/** Only these paths are indexed: what no query looks for would only make each write dearer. */
const indexing = (paths: string[], orders: string[][]): IndexingPolicy => ({
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: paths.map((path) => ({ path })),
  excludedPaths: [{ path: '/*' }],
  // The service refuses an ORDER BY over several scalars for which there is no composite index.
  compositeIndexes: orders.map((order) => order.map((name) => ({ path: `/${name}`, order: 'ascending' }))),
});

const listed = indexing(['/municipality/?', '/kind/?', '/key/?'], [['kind', 'key']]);

/** How each container is made when it is not there yet. */
export const CONTAINERS: Record<ContainerName, ContainerRequest> = {
  cases: {
    partitionKey: { paths: ['/municipality'], version: PartitionKeyDefinitionVersion.V2 },
    indexingPolicy: indexing(
      [
        '/municipality/?',
        '/key/?',
        '/team/?',
        '/caseworker/?',
        '/nextSoon/?',
        '/recheckOn/?',
        '/nextSendAt/?',
        '/expiresOn/?',
        '/nameKeys/[]/?',
        '/pendingFor/[]/?',
        '/takenBy/[]/?',
        '/waitingFor/[]/?',
      ],
      [
        ['team', 'key'],
        ['caseworker', 'key'],
        ['nextSoon', 'key'],
        ['team', 'nextSoon', 'key'],
        ['caseworker', 'nextSoon', 'key'],
        ['recheckOn', 'key'],
        ['nextSendAt', 'key'],
        ['expiresOn', 'key'],
      ],
    ),
  },
  register: {
    partitionKey: { paths: ['/municipality'], version: PartitionKeyDefinitionVersion.V2 },
    // Only what says so itself ends.
    defaultTtl: -1,
    indexingPolicy: indexing(
      [
        '/municipality/?',
        '/kind/?',
        '/key/?',
        // Only matters and digest jobs have these.
        '/team/?',
        '/nextSoon/?',
        '/recheckOn/?',
        '/takenBy/[]/?',
        '/sendAt/?',
      ],
      [
        ['kind', 'key'],
        ['kind', 'nextSoon', 'key'],
        ['kind', 'team', 'nextSoon', 'key'],
        ['kind', 'recheckOn', 'key'],
        ['kind', 'sendAt', 'key'],
      ],
    ),
  },
  receipts: {
    partitionKey: { paths: ['/municipalityCase'], version: PartitionKeyDefinitionVersion.V2 },
    indexingPolicy: listed,
  },
  'receipt-facts': {
    partitionKey: { paths: ['/municipalityCase'], version: PartitionKeyDefinitionVersion.V2 },
    indexingPolicy: listed,
  },
  access: {
    partitionKey: { paths: ['/municipality'], version: PartitionKeyDefinitionVersion.V2 },
    indexingPolicy: listed,
  },
};
