interface Tried {
  attempts: number;
  sendAt?: string;
  since?: string;
  why?: string;
}

/**
 * What has failed, to be tried again at an instant (ISO). Since when it wants to go out is kept: each failure moves the
 * time of the next try, which alone would look as if nothing had waited long.
 */
export const triedLater = <T extends Tried>(now: T, why: string, retryAt: string): T => ({
  ...now,
  attempts: now.attempts + 1,
  since: now.since ?? now.sendAt ?? retryAt,
  sendAt: retryAt,
  why,
});
