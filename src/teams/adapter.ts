import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { connectorOf, tame } from './connector.ts';

/**
 * The SDK's adapter without its HTTP half: that one writes the error's message into the response
 * and the error to the console, past our log.
 */
export class Adapter extends CloudAdapter {
  /** Authenticates the request, runs the turn and returns what an invoke (or `expectReplies`) is answered with. */
  turn(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/**
 * The adapter with this bot's credentials; without them the SDK checks nothing, so the server must stay on loopback.
 * `attemptMs` ends every single request to Teams.
 */
export function createAdapter(parts: { bot?: Config['bot'] | undefined; log: Log; attemptMs: number }): Adapter {
  const { bot, log, attemptMs } = parts;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    bot === undefined
      ? {}
      : {
          MicrosoftAppId: bot.appId,
          MicrosoftAppPassword: bot.password,
          MicrosoftAppTenantId: bot.tenantId,
          MicrosoftAppType: 'SingleTenant',
        },
  );
  const adapter = new Adapter(authentication);
  adapter.use(async (context, next) => {
    tame(connectorOf(context), attemptMs);
    await next();
  });
  // The turns catch their own errors; what arrives here happened outside of them.
  adapter.onTurnError = async (_context, error) => log.problem('turn-failed', { err: error });
  return adapter;
}
