import type { Sent } from '../outbox/messenger.ts';

/** How a send that did not succeed ended. */
export type Failure = Exclude<Sent, { outcome: 'sent' }>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const statusOf = (error: unknown): number | undefined =>
  isObject(error) && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;

function retryAfterOf(error: unknown): string | undefined {
  const response: unknown = isObject(error) && 'response' in error ? error.response : undefined;
  const headers: unknown = isObject(response) && 'headers' in response ? response.headers : undefined;
  if (!isObject(headers) || !('get' in headers) || typeof headers.get !== 'function') return undefined;
  const value: unknown = headers.get('retry-after');
  return typeof value === 'string' ? value : undefined;
}

/** A `Retry-After` header, seconds or a date, in milliseconds from now. */
function delayOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Worth another try: throttled, in conflict (412), our token, or the service's own trouble. */
const passing = (status: number): boolean => [401, 408, 412, 429].includes(status) || status >= 500;

/**
 * What an error of the connector means for the message. An edit that finds nothing retires that one card;
 * a post that finds nothing means that the conversation is closed to us. Without a status there was no answer:
 * a timeout or the network.
 */
export function failureOf(error: unknown, doing: 'post' | 'edit', now: number): Failure {
  const status = statusOf(error);
  if (status === undefined) return { outcome: 'retry', code: 'no-answer' };
  const code = `http-${status}`;
  if (passing(status)) {
    const afterMs = delayOf(retryAfterOf(error), now);
    return { outcome: 'retry', code, ...(afterMs !== undefined && { afterMs }) };
  }
  if (status === 404 && doing === 'edit') return { outcome: 'gone', code };
  if (status === 403 || status === 404) return { outcome: 'unreachable', code };
  return { outcome: 'refused', code };
}
