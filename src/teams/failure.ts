import type { Sent } from '../outbox/messenger.ts';

/** How a send that did not succeed ended. */
export type Failure = Exclude<Sent, { outcome: 'sent' }>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const statusOf = (error: unknown): number | undefined =>
  isObject(error) && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;

/** The code by which the service itself names the error; only what looks like one. */
function codeOf(error: unknown): string | undefined {
  const code: unknown = isObject(error) && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : undefined;
}

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

/** Codes of a 403 that say the whole conversation takes nothing from us, until we are let in again. */
const CLOSED = [
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
];

/**
 * What an error of the connector means for the message. An edit that finds nothing retires that one card;
 * a post that finds nothing means that the conversation is closed to us. An edit is also forbidden for reasons of the
 * one card (it was deleted, say), so there only the known codes speak of the conversation. Without a status there was
 * no answer: a timeout or the network.
 */
export function failureOf(error: unknown, doing: 'post' | 'edit', now: number): Failure {
  const status = statusOf(error);
  if (status === undefined) return { outcome: 'retry', code: 'no-answer' };
  const named = codeOf(error);
  const code = named === undefined ? `http-${status}` : `http-${status} ${named}`;
  if (passing(status)) {
    const afterMs = delayOf(retryAfterOf(error), now);
    return { outcome: 'retry', code, ...(afterMs !== undefined && { afterMs }) };
  }
  if (status === 404 && doing === 'edit') return { outcome: 'gone', code };
  const closed = status === 404 || (status === 403 && (doing === 'post' || CLOSED.includes(named ?? '')));
  if (closed) return { outcome: 'unreachable', code };
  return { outcome: 'refused', code };
}
