import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { ServiceAuthentication } from './authentication.ts';
import { connectorOf, tame } from './connector.ts';
import { Credentials } from './credentials.ts';
import { SigningKeys } from './signing-keys.ts';

/**
 * The SDK's adapter without its HTTP half: that one writes the error's message into the response
 * and the error to the console, past our log.
 */
export class Adapter extends CloudAdapter {
  /** Whom the request comes from; throws a `CodedError` when it is not to be believed. */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
  }

  /** Runs the turn of an authenticated request and returns what an invoke (or `expectReplies`) is answered with. */
  turn(
    authenticated: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authenticated, activity, logic);
  }
}

/**
 * The adapter with this bot's credentials; without them the SDK checks nothing, so the server must stay on loopback.
 * `attemptMs` ends every single request to Teams, and to the login for it.
 */
export function createAdapter(parts: {
  bot?: Config['bot'] | undefined;
  clock: Clock;
  log: Log;
  attemptMs: number;
}): Adapter {
  const { bot, clock, log, attemptMs } = parts;
  const keysOf = (address: string) =>
    new SigningKeys(address, clock, (err) => log.problem('keys-unavailable', { err }));
  const authentication =
    bot === undefined
      ? new ConfigurationBotFrameworkAuthentication()
      : new ServiceAuthentication(bot, keysOf(bot.openIdMetadata), new Credentials(bot, attemptMs));
  const adapter = new Adapter(authentication);
  adapter.use(async (context, next) => {
    tame(connectorOf(context), attemptMs);
    await next();
  });
  // The turns catch their own errors; what arrives here happened outside of them.
  adapter.onTurnError = async (_context, error) => log.problem('turn-failed', { err: error });
  return adapter;
}
