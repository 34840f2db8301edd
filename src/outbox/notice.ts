/** A message to a person that belongs to no case. It is there until it has been sent. */
export interface NoticeItem {
  id: string;
  municipality: string;
  to: { person: string };
  /** Which text, and what stands in it, `on` as a civil date; put into the reader's language when it is sent. */
  says: { text: 'stranger' | 'left' | 'not-yet' | 'digest-undeliverable'; values: Record<string, string> };
  attempts: number;
  /** ISO instant of the next try; absent while it waits for the person's first contact. */
  sendAt?: string;
  /** ISO instant since which it wants to go out; absent before a try has failed, and while it is paused. */
  since?: string;
  /** How the last try ended, by the code of whoever refused it; absent before one has failed. */
  why?: string;
  /** ISO instant from which on it is no news any more, and is taken away unsent. */
  until: string;
}
