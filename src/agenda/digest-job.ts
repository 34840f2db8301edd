/** How many entries are overdue, due soon, and open without a date of their own. */
export interface Counts {
  overdue: number;
  soon: number;
  undated: number;
}

/** An entry by ids alone. `due` is a civil date or an instant; absent for an entry without a date. */
export interface EntryKey {
  about: 'case' | 'matter';
  id: string;
  rule: string;
  offerId?: string;
  due?: string;
}

/** What a digest showed when it was sent: ids and figures only. */
export interface ShownDigest {
  counts: Counts;
  /** The worst ten, as they stood on the card. */
  worst: EntryKey[];
  /** Everything that was overdue, due soon or undated, by a hash of its ids: what of it is gone on the next day was handled. */
  open: string[];
}

/** Which digest: a team's in its channel, a person's own list, a lead's week. */
export type DigestKind = 'team' | 'own' | 'week';

/** One digest for one reader on one day. Its id is made of these, so there is one, whoever makes it. */
export interface DigestJob {
  /** `day~what~to`. */
  id: string;
  municipality: string;
  /** Civil date. */
  day: string;
  what: DigestKind;
  to: { team: string } | { person: string };
  /** ISO instant at which it was to be sent. */
  plannedAt: string;
  /**
   * `quiet`: nothing was to be sent: there was nothing to say, and the reader wants no line for that; or wants no digest
   * any more. `dropped`: somebody took it away.
   */
  state: 'waiting' | 'sent' | 'quiet' | 'dropped';
  attempts: number;
  /** ISO instant of the next try: of sending while it waits, of editing the card once it was sent. Absent while it is paused. */
  sendAt?: string;
  /** ISO instant since which it wants to go out; absent before a try has failed, and while it is paused. */
  since?: string;
  /** How the last try ended, when it did not succeed; or why it was dropped. */
  why?: string;
  /** ISO instant at which Teams took it. */
  sentAt?: string;
  card?: { conversationId: string; activityId: string };
  shown?: ShownDigest;
}

/** The id of a digest job. */
export const digestId = (day: string, what: DigestKind, to: DigestJob['to']): string =>
  `${day}~${what}~${'team' in to ? to.team : to.person}`;
