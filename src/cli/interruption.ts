const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How work that wants to leave nothing behind hears that the process is asked to end. */
interface Interruption {
  signal: AbortSignal;
  /** To be called when everything is put away: ends the process by the signal it was sent, if it was sent one. */
  end(): void;
}

/** Listens for the signals that ask the process to end; a second one ends it at once. */
export const onInterruption = (): Interruption => {
  const controller = new AbortController();
  const listeners = SIGNALS.map((name) => ({ name, listener: () => controller.abort(name) }));
  for (const { name, listener } of listeners) process.once(name, listener);
  return {
    signal: controller.signal,
    end: () => {
      for (const { name, listener } of listeners) process.off(name, listener);
      const sent = SIGNALS.find((name) => name === controller.signal.reason);
      if (sent !== undefined) process.kill(process.pid, sent);
    },
  };
};
