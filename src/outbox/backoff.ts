const FIRST_MS = 1000;
const LONGEST_MS = 15 * 60_000;
const LONGEST_ASKED_MS = 60 * 60_000;
const SPREAD_MS = 1000;

/**
 * How long to wait after so many failed attempts, in milliseconds: doubling, with half of it by chance so that
 * what failed together does not come back together. A time the service names stands, up to an hour.
 */
export function backoff(attempts: number, afterMs: number | undefined, random: () => number): number {
  if (afterMs !== undefined) return Math.min(afterMs, LONGEST_ASKED_MS) + random() * SPREAD_MS;
  const full = Math.min(FIRST_MS * 2 ** attempts, LONGEST_MS);
  return full / 2 + random() * (full / 2);
}
