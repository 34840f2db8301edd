/** The only place that reads the machine's clock. Everything else is given a `Clock`. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The civil date `YYYY-MM-DD` in Europe/Copenhagen at an instant (milliseconds). */
export const civilDateAt = (instant: number): string => copenhagen.format(instant);

const copenhagenTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The date and time of day `YYYY-MM-DD HH:MM` in Europe/Copenhagen at an instant (milliseconds). */
export const civilTimeAt = (instant: number): string => copenhagenTime.format(instant);

/** An instant (milliseconds) as ISO 8601 in UTC, the form in which instants are stored. */
export const isoInstant = (instant: number): string => new Date(instant).toISOString();
