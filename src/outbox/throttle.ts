const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** What Teams takes in one conversation before it answers 429. */
const IN_CONVERSATION = [
  { count: 7, within: SECOND },
  { count: 8, within: 2 * SECOND },
  { count: 60, within: 30 * SECOND },
  { count: 1800, within: HOUR },
];
/** For the whole app Teams takes 30 to 50 a second; the rest is left to direct answers. */
const IN_APP = [{ count: 25, within: SECOND }];
const MANY_CONVERSATIONS = 5000;

/** Counts what is sent, and says how long the next send has to wait. Instants in milliseconds. */
export interface Throttle {
  sent(conversationId: string, now: number): void;
  delay(conversationId: string, now: number): number;
}

/** Milliseconds until one more fits under every limit; `times` ascending. */
function wait(times: number[], limits: typeof IN_APP, now: number): number {
  return Math.max(
    0,
    ...limits.map(({ count, within }) => {
      const oldest = times.at(-count);
      return oldest === undefined ? 0 : oldest + within - now;
    }),
  );
}

/**
 * In memory: after a restart it starts empty, and direct answers of other processes are not in it; what is too much
 * then is told by a 429.
 */
export function createThrottle(): Throttle {
  const conversations = new Map<string, number[]>();
  let app: number[] = [];
  const dropIdle = (now: number): void => {
    for (const [id, times] of conversations) if ((times.at(-1) ?? 0) <= now - HOUR) conversations.delete(id);
  };
  return {
    sent(conversationId, now) {
      const times = conversations.get(conversationId) ?? [];
      conversations.set(conversationId, [...times.filter((at) => at > now - HOUR), now]);
      app = [...app.filter((at) => at > now - SECOND), now];
      if (conversations.size > MANY_CONVERSATIONS) dropIdle(now);
    },
    delay: (conversationId, now) =>
      Math.max(wait(conversations.get(conversationId) ?? [], IN_CONVERSATION, now), wait(app, IN_APP, now)),
  };
}
