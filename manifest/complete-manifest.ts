import { z } from 'zod';

const guid = z.guid('must be a GUID, for example from the registration in Entra ID');
const url = z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' });

const settings = z.object({
  TEAMS_APP_ID: guid,
  MicrosoftAppId: guid,
  DEVELOPER_NAME: z.string('must be the name Teams shows as the developer').min(1).max(32),
  DEVELOPER_WEBSITE: url,
  PRIVACY_URL: url,
  TERMS_URL: url,
});

const manifestSchema = z.looseObject({
  id: z.string(),
  developer: z.looseObject({}),
  bots: z.array(z.looseObject({ botId: z.string() })),
  composeExtensions: z.array(z.looseObject({ botId: z.string() })),
});

/**
 * The manifest with an organisation's own ids and addresses, which no repository can know. `problems` has one line for
 * each setting that is missing or wrong.
 */
export const completeManifest = (
  manifest: unknown,
  env: Record<string, string | undefined>,
): { manifest: Record<string, unknown> } | { problems: string[] } => {
  const given = settings.safeParse(env);
  if (!given.success)
    return { problems: given.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  const { data } = given;
  const base = manifestSchema.parse(manifest);
  const withBot = <T>(part: T): T & { botId: string } => ({ ...part, botId: data.MicrosoftAppId });
  return {
    manifest: {
      ...base,
      id: data.TEAMS_APP_ID,
      developer: {
        name: data.DEVELOPER_NAME,
        websiteUrl: data.DEVELOPER_WEBSITE,
        privacyUrl: data.PRIVACY_URL,
        termsOfUseUrl: data.TERMS_URL,
      },
      bots: base.bots.map(withBot),
      composeExtensions: base.composeExtensions.map(withBot),
    },
  };
};
