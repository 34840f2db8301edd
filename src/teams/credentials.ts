import { MicrosoftAppCredentials, PasswordServiceClientCredentialFactory } from 'botframework-connector';
import type { Config } from '../config.ts';
import { inTime } from './in-time.ts';

class TimedCredentials extends MicrosoftAppCredentials {
  readonly #withinMs: number;

  constructor({ appId, password, tenantId }: NonNullable<Config['bot']>, audience: string, withinMs: number) {
    super(appId, password, tenantId, audience);
    this.#withinMs = withinMs;
  }

  override async getToken(forceRefresh?: boolean): Promise<string> {
    const token = await inTime(super.getToken(forceRefresh), this.#withinMs);
    if (token === 'late') throw new Error(`no token for Teams within ${this.#withinMs} ms`);
    return token.value;
  }
}

/** This bot's credentials, from its own tenant. The SDK's wait without end on a login that hangs, and with them the relay. */
export class Credentials extends PasswordServiceClientCredentialFactory {
  readonly #bot: NonNullable<Config['bot']>;
  readonly #withinMs: number;

  constructor(bot: NonNullable<Config['bot']>, withinMs: number) {
    super(bot.appId, bot.password, bot.tenantId);
    this.#bot = bot;
    this.#withinMs = withinMs;
  }

  override async createCredentials(appId: string, audience: string): Promise<MicrosoftAppCredentials> {
    if (!(await this.isValidAppId(appId))) throw new Error('credentials of another app were asked for');
    return new TimedCredentials(this.#bot, audience, this.#withinMs);
  }
}
