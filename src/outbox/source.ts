/** One message that is due. */
export interface Job {
  /** Tells it from every other. */
  key: string;
  /** ISO instant since which it is due. */
  sendAt: string;
  /** What the log says of it: ids only. */
  about: Record<string, string>;
  /** In whose queue it stands. */
  conversation(): Promise<string>;
  /** Sends it and records how that ended; the instant (milliseconds) before which its conversation takes nothing. */
  send(): Promise<number | undefined>;
}

/** A person or a team's channel that can be reached now. */
export type Reachable = { municipality: string } & ({ person: string } | { team: string });

/** A place where messages that must go out are kept. */
export interface Source {
  /** What is due at the instant (ISO). */
  due(municipality: string, now: string): AsyncIterable<Job>;
  /** Lets go what waited for them. */
  release(back: Reachable): Promise<void>;
  /** Lets go what was left waiting, as by a process that was killed between a first contact and its release. */
  recover(municipality: string): Promise<void>;
}
