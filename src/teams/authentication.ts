import { CallerIdConstants, Channels, ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import { AuthenticationConstants, type AuthenticateRequestResult, type ClaimsIdentity } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { Config } from '../config.ts';
import { CodedError } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { SigningKeys } from './signing-keys.ts';

/** The one algorithm that the metadata of the Bot Framework names. */
const ALGORITHMS = ['RS256'];
/** Seconds that two clocks may differ, as the Bot Framework prescribes. */
const CLOCK_TOLERANCE = 5 * 60;

/** The SDK's check of a token: signature, algorithm, issuer, audience and time, with keys of our own fetching. */
class ServiceTokens extends JwtTokenExtractor {
  override readonly openIdMetadata: SigningKeys;

  constructor(bot: NonNullable<Config['bot']>, keys: SigningKeys) {
    const { appId: audience, openIdMetadata } = bot;
    const issuer = [AuthenticationConstants.ToBotFromChannelTokenIssuer];
    super({ issuer, audience, clockTolerance: CLOCK_TOLERANCE, ignoreExpiration: false }, openIdMetadata, ALGORITHMS);
    this.openIdMetadata = keys;
  }
}

/** Why, without what was sent: a parser quotes what it cannot read. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && !(error instanceof SyntaxError) ? error.message : 'the token cannot be read';

/**
 * Whom a request comes from, with the SDK's checks but only one of its doors: the token of the Bot Framework service. The
 * others are for emulators and other bots. They would let in whoever holds one of this app's own tokens, for any address,
 * and they remember every tenant that an unverified token names.
 */
export class ServiceAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #tokens: ServiceTokens;

  constructor(bot: NonNullable<Config['bot']>, keys: SigningKeys, credentials: Credentials) {
    super({}, credentials);
    this.#tokens = new ServiceTokens(bot, keys);
  }

  /** Throws `unauthorized`, or `keys-unavailable` when it cannot be told. */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const claimsIdentity = await this.#identityOf(authorization);
    if (claimsIdentity === null) throw new CodedError('unauthorized', 'no token of the Bot Framework');
    if (claimsIdentity.getClaimValue('exp') === null) throw new CodedError('unauthorized', 'the token has no end');
    // Else a token sent for one address could be used to have the answers sent to another.
    if (claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) !== activity.serviceUrl)
      throw new CodedError('unauthorized', "the token is for another serviceUrl than the activity's");
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      callerId: CallerIdConstants.PublicAzureChannel,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }

  async #identityOf(authorization: string): Promise<ClaimsIdentity | null> {
    try {
      return await this.#tokens.getIdentityFromAuthHeader(authorization, Channels.Msteams);
    } catch (error) {
      throw error instanceof CodedError ? error : new CodedError('unauthorized', reasonOf(error));
    }
  }
}
