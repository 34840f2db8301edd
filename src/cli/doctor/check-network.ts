import { z } from 'zod';
import type { Config } from '../../config.ts';
import { type Finding, reasonOf } from './finding.ts';
import { tokenFinding } from './token-finding.ts';

/** Milliseconds. */
const TIMEOUT = 5000;
const LOGIN = 'https://login.microsoftonline.com';
const TEAMS_SCOPE = 'https://api.botframework.com/.default';
/** Seconds. Tokens are refused when clocks are five minutes apart. */
const [APART, TOO_FAR] = [30, 240];

const metadata = z.object({ jwks_uri: z.url() });
const keys = z.object({ keys: z.array(z.unknown()).min(1) });

/** What reaches the network, and the time at which it did. */
export interface Network {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What was found, and by how many seconds this machine's clock is ahead of the one that answered. */
interface Asked {
  findings: Finding[];
  ahead?: number;
}

const ask = async ({ fetch, now }: Network, url: string, body?: URLSearchParams) => {
  const response = await fetch(url, {
    ...(body !== undefined && { method: 'POST', body }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const date = Date.parse(response.headers.get('date') ?? '');
  return { response, ahead: Number.isNaN(date) ? {} : { ahead: Math.round((now() - date) / 1000) } };
};

const unreachable = (url: string, error: unknown): Asked => {
  const { hostname, port } = new URL(url);
  const says = `${hostname} cannot be reached: ${reasonOf(error)}`;
  return {
    findings: [
      {
        level: 'problem',
        about: 'network',
        says,
        mend: `let this machine reach ${hostname}:${port === '' ? 443 : port}`,
      },
    ],
  };
};

/** The keys that every message from Teams is checked with. */
const askForKeys = async (network: Network, url: string): Promise<Asked> => {
  try {
    const { response, ahead } = await ask(network, url);
    const { jwks_uri } = metadata.parse(await response.json());
    keys.parse(await (await ask(network, jwks_uri)).response.json());
    return {
      findings: [{ level: 'ok', about: 'network', says: `${new URL(url).hostname} gives the signing keys` }],
      ...ahead,
    };
  } catch (error) {
    return unreachable(
      url,
      error instanceof z.ZodError ? new Error('what answers there gives no signing keys') : error,
    );
  }
};

/** A token as the bot gets one to answer with: shows that app, tenant and secret belong together. */
const askForToken = async (
  network: Network,
  { appId, password, tenantId }: NonNullable<Config['bot']>,
): Promise<Asked> => {
  const url = `${LOGIN}/${tenantId}/oauth2/v2.0/token`;
  const grant = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope: TEAMS_SCOPE };
  try {
    const { response, ahead } = await ask(network, url, new URLSearchParams(grant));
    return { findings: [tokenFinding(response.status, await response.json())], ...ahead };
  } catch (error) {
    return unreachable(url, error);
  }
};

/** Any answer will do: whether Makker may come in is not asked here. */
const askForAnswer = async (network: Network, url: string): Promise<Asked> => {
  try {
    const { ahead } = await ask(network, url);
    return { findings: [{ level: 'ok', about: 'network', says: `${new URL(url).hostname} answers` }], ...ahead };
  } catch (error) {
    return unreachable(url, error);
  }
};

const clockFinding = (ahead: number | undefined): Finding => {
  const about = 'clock';
  if (ahead === undefined) return { level: 'untried', about, says: 'nothing to compare it with could be reached' };
  const apart = Math.abs(ahead);
  if (apart <= APART) return { level: 'ok', about, says: `${apart} s from what a server of Microsoft says` };
  const says = `${apart} s ${ahead > 0 ? 'ahead of' : 'behind'} what a server of Microsoft says`;
  const mend = 'let the machine set its clock from the network: timedatectl set-ntp true';
  return { level: apart > TOO_FAR ? 'problem' : 'warning', about, says, mend };
};

/** What Makker must reach, and this machine's clock by what answers. */
export const checkNetwork = async ({ bot, store, serviceHosts }: Config, network: Network): Promise<Finding[]> => {
  const asked = await Promise.all([
    ...(bot === undefined
      ? []
      : [
          askForKeys(network, bot.openIdMetadata),
          askForToken(network, bot),
          ...serviceHosts.map((host) => askForAnswer(network, `https://${host}/`)),
        ]),
    ...(store.kind === 'cosmos' ? [askForAnswer(network, store.endpoint)] : []),
  ]);
  const ahead = asked.find((one) => one.ahead !== undefined)?.ahead;
  return [...asked.flatMap(({ findings }) => findings), clockFinding(ahead)];
};
