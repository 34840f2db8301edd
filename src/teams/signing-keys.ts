import { createPublicKey } from 'node:crypto';
import { Channels } from 'botbuilder';
import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { isProtected } from '../config.ts';
import { CodedError } from '../errors.ts';

/** A click has 2 seconds in all. */
const FETCH_MS = 1500;
/** Tokens with made-up key ids make us fetch no more often than this. */
const PAUSE_MS = 10_000;
/** After this, keys are renewed while they are used. */
const FRESH_MS = 60 * 60_000;
/** After this, keys are believed no more: one that was withdrawn must stop working even if nobody can tell us. */
const LONGEST_MS = 24 * 60 * 60_000;

const metadataSchema = z.object({ jwks_uri: z.string().refine(isProtected) });
const keysSchema = z.object({ keys: z.array(z.unknown()) });
/** A key that may vouch for activities of Teams; a key for other channels only, or of another kind, is none to us. */
const keySchema = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).refine((channels) => channels.includes(Channels.Msteams)),
});
interface Key {
  key: string;
  endorsements: string[];
}

const read = async (address: string, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(address, { signal, redirect: 'error' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
};

async function load(metadata: string): Promise<Map<string, Key>> {
  const signal = AbortSignal.timeout(FETCH_MS);
  const { jwks_uri } = metadataSchema.parse(await read(metadata, signal));
  const { keys } = keysSchema.parse(await read(jwks_uri, signal));
  const usable = new Map<string, Key>();
  for (const one of keys) {
    const { success, data } = keySchema.safeParse(one);
    if (!success) continue;
    const { kid, kty, n, e, endorsements } = data;
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
    usable.set(kid, { key, endorsements });
  }
  if (usable.size === 0) throw new Error(`${jwks_uri} has no key for Teams`);
  return usable;
}

/**
 * The keys with which the Bot Framework signs for Teams. In place of the SDK's own, which waits for ever on a server that
 * hangs, asks once for each request while it is down, and forgets good keys when renewing them fails.
 */
export class SigningKeys extends OpenIdMetadata {
  readonly #address: string;
  readonly #clock: Clock;
  readonly #report: (error: unknown) => void;
  #known = new Map<string, Key>();
  #renewedAt = -Infinity;
  #triedAt = -Infinity;
  #renewing: Promise<void> | undefined;

  /** `address` is that of the OpenID metadata; `report` hears of a renewal that failed while nobody waited for it. */
  constructor(address: string, clock: Clock, report: (error: unknown) => void) {
    super(address);
    this.#address = address;
    this.#clock = clock;
    this.#report = report;
  }

  /** The key of this id, or null; throws `keys-unavailable` when that cannot be found out now. */
  override async getKey(id: string): Promise<Key | null> {
    if (this.#outOfDate() || !this.#known.has(id)) await this.#renew();
    else if (this.#clock.now() - this.#renewedAt > FRESH_MS) this.#renew().catch(this.#report);
    return this.#known.get(id) ?? null;
  }

  #outOfDate(): boolean {
    return this.#clock.now() - this.#renewedAt > LONGEST_MS;
  }

  async #renew(): Promise<void> {
    if (this.#renewing === undefined) {
      if (this.#clock.now() - this.#triedAt < PAUSE_MS) {
        if (this.#outOfDate()) throw new CodedError('keys-unavailable', 'they could not be fetched a moment ago');
        return;
      }
      this.#triedAt = this.#clock.now();
      this.#renewing = this.#fetch().finally(() => {
        this.#renewing = undefined;
      });
    }
    return this.#renewing;
  }

  async #fetch(): Promise<void> {
    try {
      this.#known = await load(this.#address);
      this.#renewedAt = this.#clock.now();
    } catch (cause) {
      throw new CodedError('keys-unavailable', 'they could not be fetched', { cause });
    }
  }
}
