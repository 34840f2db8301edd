import { z } from 'zod';

/** How a managed identity is asked for a token: App Service and Container Apps put both into the environment. */
export interface ManagedIdentity {
  endpoint: string;
  /** Proves that it is this machine that asks. */
  header: string;
  /** Which of several identities; absent: the machine's own. */
  clientId?: string;
}

/** A token and when it ends, as the client of Cosmos DB takes it. It asks again before that. */
export interface IdentityToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresOnTimestamp: number;
}

const answer = z.object({ access_token: z.string().min(1), expires_on: z.coerce.number() });

const API_VERSION = '2019-08-01';
/** Milliseconds. The endpoint is on the same machine. */
const TIMEOUT = 5000;
const SCOPE_END = '/.default';

/**
 * The identity that Azure gives the machine. One address is asked and one answer read, so it needs none of the
 * packages for every other way of proving who one is.
 */
export const identityCredential = ({ endpoint, header, clientId }: ManagedIdentity) => ({
  getToken: async (scopes: string | string[]): Promise<IdentityToken> => {
    const scope = [scopes].flat()[0] ?? '';
    const url = new URL(endpoint);
    url.searchParams.set('api-version', API_VERSION);
    url.searchParams.set('resource', scope.endsWith(SCOPE_END) ? scope.slice(0, -SCOPE_END.length) : scope);
    if (clientId !== undefined) url.searchParams.set('client_id', clientId);
    const response = await fetch(url, {
      headers: { 'X-IDENTITY-HEADER': header },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok)
      throw new Error(`the managed identity gives no token (${response.status}): is one assigned to this app?`);
    const { access_token: token, expires_on: seconds } = answer.parse(await response.json());
    return { token, expiresOnTimestamp: seconds * 1000 };
  },
});
