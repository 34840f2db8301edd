import { z } from 'zod';
import type { Finding } from './finding.ts';

const refusal = z.object({ error_codes: z.array(z.number()).min(1) });

/** What Entra's numbers (AADSTS…) mean here, and what is to be done. */
const REFUSALS: Record<number, Pick<Finding, 'says' | 'mend'>> = {
  7_000_215: {
    says: 'the bot’s password is wrong',
    mend: 'set MicrosoftAppPassword to the value of the client secret, not to its id',
  },
  7_000_222: {
    says: 'the bot’s password has expired',
    mend: 'make a new client secret in the app registration and set MicrosoftAppPassword to its value',
  },
  700_016: {
    says: 'there is no such app in the tenant',
    mend: 'MicrosoftAppId is the application (client) id, MicrosoftAppTenantId that of the tenant it is registered in',
  },
  90_002: {
    says: 'there is no such tenant',
    mend: 'set MicrosoftAppTenantId to the directory (tenant) id of the app registration',
  },
};

/** What the answer to the bot's asking for a token says of its credentials. Nothing of the answer is shown but a number. */
export const tokenFinding = (status: number, answer: unknown): Finding => {
  const about = 'credentials';
  if (status === 200) return { level: 'ok', about, says: 'Entra knows the app, its tenant and its password' };
  const refused = refusal.safeParse(answer);
  const code = refused.data?.error_codes[0];
  if (code === undefined) return { level: 'problem', about, says: `Entra gives no token (${status})` };
  const known = REFUSALS[code] ?? { says: 'Entra gives no token', mend: `look up AADSTS${code}` };
  return { level: 'problem', about, ...known, says: `${known.says} (AADSTS${code})` };
};
