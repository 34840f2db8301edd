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
  /**
   * A send begins; its end is told to the answer. It counts all the while, and from its end on as sent then, since
   * nobody here knows when in between Teams has counted it.
   */
  begin(conversationId: string): (now: number) => void;
  /** Something went out that did not ask. */
  sent(conversationId: string, now: number): void;
  /** Until the conversation takes one more. */
  delay(conversationId: string, now: number): number;
  /** Until the app may send one more, if those that are under way have ended by then. */
  appDelay(now: number): number;
}

/** Milliseconds until one more fits under every limit; `times` ascending, besides so many that count all the while. */
function wait(times: number[], limits: typeof IN_APP, now: number, besides = 0): number {
  return Math.max(
    0,
    ...limits.map(({ count, within }) => {
      const oldest = times.at(besides - count);
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
  let underWay = 0;
  let app: number[] = [];
  const dropIdle = (now: number): void => {
    for (const [id, times] of conversations) if ((times.at(-1) ?? 0) <= now - HOUR) conversations.delete(id);
  };
  const sent = (conversationId: string, now: number): void => {
    const times = conversations.get(conversationId) ?? [];
    conversations.set(conversationId, [...times.filter((at) => at > now - HOUR), now]);
    app = [...app.filter((at) => at > now - SECOND), now];
    if (conversations.size > MANY_CONVERSATIONS) dropIdle(now);
  };
  return {
    begin(conversationId) {
      underWay += 1;
      return (now) => {
        underWay -= 1;
        sent(conversationId, now);
      };
    },
    sent,
    delay: (conversationId, now) => wait(conversations.get(conversationId) ?? [], IN_CONVERSATION, now),
    appDelay: (now) => wait(app, IN_APP, now, underWay),
  };
}
