/** Remembers the newest keys for a while, and no more of them than `size`. */
export interface Seen {
  /** True the first time a key comes within the time. */
  first(key: string, now: number): boolean;
  /** The key counts as never seen: what it stood for was not carried out. */
  forget(key: string): void;
}

/** `forMs` must be longer than the time in which Teams delivers an unanswered message again. */
export function createSeen({ size, forMs }: { size: number; forMs: number }): Seen {
  // A Map keeps the order of insertion, so the oldest is always the first.
  const at = new Map<string, number>();
  const dropOld = (now: number): void => {
    for (const [key, since] of at) {
      if (at.size <= size && now - since < forMs) return;
      at.delete(key);
    }
  };
  return {
    first(key, now) {
      dropOld(now);
      if (at.has(key)) return false;
      at.set(key, now);
      return true;
    },
    forget: (key) => void at.delete(key),
  };
}
