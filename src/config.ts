import { dirname, join } from 'node:path';
import { z } from 'zod';

export interface Config {
  host: string;
  port: number;
  production: boolean;
  store:
    | { kind: 'embedded'; path: string }
    | ({ kind: 'cosmos'; endpoint: string; database: string } & CosmosCredential);
  /**
   * Absent: nobody's identity is proven, so the server stays on loopback. `openIdMetadata` is where the Bot Framework says
   * which keys it signs with.
   */
  bot?: { appId: string; password: string; tenantId: string; openIdMetadata: string };
  /** Key of the hashes over facts and audit entries: given, or kept in a file beside the embedded store. */
  receiptKey: { key: string } | { file: string };
  /** Hosts that answers and cards may be sent to. */
  serviceHosts: string[];
  /** Whoever has it may read the metrics from anywhere; absent: clients on this machine may. */
  metricsToken?: string;
}

/** The account's key, or where the managed identity of this machine is asked for a token. */
type CosmosCredential = { key: string } | { identity: { endpoint: string; header: string; clientId?: string } };

/** Why the settings cannot be used: one line each, naming the setting and the fix. */
export type ConfigResult = { config: Config } | { problems: string[] };

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const TEAMS_HOSTS = 'smba.trafficmanager.net';
const CREDENTIALS = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const;
const OPEN_ID_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const METADATA_FORM = `must be an address with https:// (http:// on this machine only); without it, ${OPEN_ID_METADATA}`;
/** Of the keyed hashes. */
export const SHORTEST_KEY = 32;
/** Of the token for the metrics: what a header takes as it is, and nobody guesses. */
const TOKEN = /^[\w.~+/-]{32,200}$/;
const COSMOS = ['COSMOS_ENDPOINT', 'COSMOS_DATABASE'] as const;

/** True for a host name or address that only this machine reaches. */
export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

/** True for an address that nobody on the way can read or answer for: over TLS, or on this machine. */
export function isProtected(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

/** An id of Entra. Teams writes them in small letters. */
const entraId = (what: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
      `must be the id of ${what}, as the Azure portal shows it: 8-4-4-4-12 digits`,
    )
    .optional();

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535 (0: any free port), for example PORT=3978')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535, for example PORT=3978')
    .default(3978),
  HOST: z.string().optional(),
  NODE_ENV: z.string().trim().toLowerCase().optional(),
  STORE: z.enum(['embedded', 'cosmos'], 'must be embedded or cosmos').default('embedded'),
  STORE_PATH: z.string().default('.data/makker.db'),
  COSMOS_ENDPOINT: z.url('must be the address of the Cosmos DB account, with https://').optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z.string().optional(),
  // Azure sets these where the app has a managed identity; the last one chooses between several.
  IDENTITY_ENDPOINT: z.url('must be the address that Azure gave').optional(),
  IDENTITY_HEADER: z.string().optional(),
  AZURE_CLIENT_ID: entraId('the user-assigned identity').optional(),
  MicrosoftAppId: entraId('the app'),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: entraId("the municipality's tenant, not its domain"),
  BotOpenIdMetadata: z.string().refine(isProtected, METADATA_FORM).default(OPEN_ID_METADATA),
  RECEIPT_KEY: z
    .string()
    .min(SHORTEST_KEY, `must have at least ${SHORTEST_KEY} characters; make one with: openssl rand -hex 32`)
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(TOKEN, 'must be 32 to 200 letters, digits and . _ ~ + / -; make one with: openssl rand -hex 32')
    .optional(),
  SERVICE_HOSTS: z
    .string()
    .transform((hosts) => hosts.split(',').map((host) => host.trim().toLowerCase()))
    .refine(
      (hosts) => !hosts.includes(''),
      `must be host names with one comma between them, for example SERVICE_HOSTS=${TEAMS_HOSTS}`,
    )
    .default([TEAMS_HOSTS]),
});
type Settings = z.infer<typeof settings>;

/** The names of all settings. */
export const SETTINGS: readonly string[] = settings.keyof().options;

const missing = (given: Settings, names: readonly (keyof Settings)[]) =>
  names.filter((name) => given[name] === undefined);

/** A key that is given goes before an identity. */
function cosmosCredential(given: Settings): CosmosCredential | undefined {
  const { COSMOS_KEY: key, IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header, AZURE_CLIENT_ID: clientId } = given;
  if (key !== undefined) return { key };
  if (endpoint === undefined || header === undefined) return undefined;
  return { identity: { endpoint, header, ...(clientId !== undefined && { clientId }) } };
}

function problemsOf(given: Settings): string[] {
  const problems: string[] = [];
  const absent = missing(given, CREDENTIALS);
  const none = absent.length === CREDENTIALS.length;
  if (absent.length > 0 && !none)
    problems.push(`${absent.join(', ')}: missing; set all of ${CREDENTIALS.join(', ')}, or none of them`);
  if (none && given.NODE_ENV === 'production')
    problems.push(
      `${CREDENTIALS.join(', ')}: must be set under NODE_ENV=production; without them anyone could pose as anyone`,
    );
  if (none && given.HOST !== undefined && !isLoopback(given.HOST))
    problems.push(
      `HOST: must be one of ${LOOPBACK.join(', ')} without bot credentials; set ${CREDENTIALS.join(', ')} to listen elsewhere`,
    );
  if (given.STORE === 'cosmos') {
    for (const name of missing(given, COSMOS)) problems.push(`${name}: missing; STORE=cosmos needs it`);
    if (cosmosCredential(given) === undefined)
      problems.push(
        'COSMOS_KEY: missing; STORE=cosmos needs it, or a managed identity, of which Azure tells with IDENTITY_ENDPOINT and IDENTITY_HEADER',
      );
    if (given.RECEIPT_KEY === undefined)
      problems.push(
        'RECEIPT_KEY: missing; STORE=cosmos needs it, the same on every machine; make one with: openssl rand -hex 32',
      );
  }
  return problems;
}

function configOf(given: Settings): Config {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = given;
  const bot = appId !== undefined &&
    password !== undefined &&
    tenantId !== undefined && { appId, password, tenantId, openIdMetadata: given.BotOpenIdMetadata };
  const { COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database } = given;
  const credential = cosmosCredential(given);
  const store: Config['store'] =
    endpoint !== undefined && credential !== undefined && database !== undefined && given.STORE === 'cosmos'
      ? { kind: 'cosmos', endpoint, database, ...credential }
      : { kind: 'embedded', path: given.STORE_PATH };
  return {
    host: given.HOST ?? (bot ? '0.0.0.0' : '127.0.0.1'),
    port: given.PORT,
    production: given.NODE_ENV === 'production',
    store,
    ...(bot && { bot }),
    receiptKey:
      given.RECEIPT_KEY === undefined
        ? { file: join(dirname(given.STORE_PATH), 'receipt.key') }
        : { key: given.RECEIPT_KEY },
    // Without credentials only a client on this machine can be at the other end.
    serviceHosts: bot ? given.SERVICE_HOSTS : [...given.SERVICE_HOSTS, ...LOOPBACK, '[::1]'],
    ...(given.METRICS_TOKEN !== undefined && { metricsToken: given.METRICS_TOKEN }),
  };
}

/** Reads every setting once. An empty setting counts as not set, as container platforms write it. */
export function readConfig(env: Record<string, string | undefined>): ConfigResult {
  const given = settings.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!given.success)
    return { problems: given.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  const problems = problemsOf(given.data);
  return problems.length > 0 ? { problems } : { config: configOf(given.data) };
}
