import { setTimeout } from 'node:timers/promises';
import { CosmosClient, ErrorResponse } from '@azure/cosmos';
import { identityCredential, type ManagedIdentity } from './identity.ts';

/** With the account's key, or with the identity that this machine has in Azure. */
export type CosmosSettings = { endpoint: string; database: string } & ({ key: string } | { identity: ManagedIdentity });

/** How long is waited for a service that is slow, throttles, or is away. */
export interface Patience {
  /** Milliseconds that one operation may take with all its tries; absent: no bound. */
  operationMs?: number;
  /** Tries after one that was throttled (429), and seconds that they may take together. */
  throttled: { tries: number; seconds: number };
}

/** A person waits: better a clear failure than a late answer. They hear within two seconds that it takes longer. */
export const PERSON_WAITS: Patience = { operationMs: 5000, throttled: { tries: 3, seconds: 3 } };
/** Nobody waits, and giving up means beginning again. */
export const NOBODY_WAITS: Patience = { throttled: { tries: 1000, seconds: 600 } };

/** Milliseconds. */
const REQUEST_TIMEOUT = 5000;

/** The client with its bounds on purpose: its own would wait for minutes. To be disposed of. */
export const createClient = (settings: CosmosSettings, { throttled }: Patience): CosmosClient =>
  new CosmosClient({
    endpoint: settings.endpoint,
    ...('key' in settings ? { key: settings.key } : { aadCredentials: identityCredential(settings.identity) }),
    connectionPolicy: {
      requestTimeout: REQUEST_TIMEOUT,
      retryOptions: { maxRetryAttemptCount: throttled.tries, maxWaitTimeInSeconds: throttled.seconds },
      // One endpoint for reads and writes: a read after a write never goes to a region that lags behind.
      enableEndpointDiscovery: false,
    },
  });

/** What passes by itself: 449, another write of the same item was under way; 503, the service was away for a moment. */
const PASSING: ReadonlySet<unknown> = new Set([449, 503]);
const WAITS_MS = [50, 250, 1000];

/** What each request takes along. */
interface Along {
  abortSignal?: AbortSignal;
}

/**
 * Carries out one operation. The client tries again what was throttled; what passes by itself is tried again here. A
 * write whose answer was lost may be sent twice: then the second finds the first (409, 412). `create` takes that for its
 * own; whoever replaces reads again and finds the change done.
 */
export const createCall =
  ({ operationMs }: Patience) =>
  async <T>(work: (along: Along) => Promise<T>): Promise<T> => {
    const along = operationMs === undefined ? {} : { abortSignal: AbortSignal.timeout(operationMs) };
    for (const wait of WAITS_MS) {
      try {
        return await work(along);
      } catch (error) {
        if (!(error instanceof ErrorResponse) || !PASSING.has(error.code)) throw error;
        await setTimeout(wait);
      }
    }
    return work(along);
  };
