import { DAYS, dayAt, minutesPast } from './civil.ts';
import { backAt } from './outages.ts';
import { plannedFor, READERS } from './readers.ts';
import { type Arrival, STEP_MINUTES } from './run-year.ts';

/** What came, against what was to come. */
export interface Compared {
  /** What is wrong, in words. */
  wrong: string[];
  expected: number;
  /** The most minutes past its time by the clocks on the wall, where there was no outage; negative: one was early. */
  latestMinutes: number;
  /** After an outage: those that came more than half an hour late, and those of them that say so. */
  delayed: number;
  told: number;
}

const MINUTE = 60_000;
const LATE_MINUTES = 30;
/** What a late one says: „Overblikket skulle være kommet kl. 7.30.“ */
const saysLate = (card: string): boolean => card.includes('skulle være kommet kl.');
/** A started Makker first brings the agendas up to the day, and finds at its next look that they are. */
const BACK_WITHIN = 2 * STEP_MINUTES * MINUTE;

/** Compares what came to each conversation on each day with the one digest that was to come, or none. */
export const compared = (arrivals: readonly Arrival[]): Compared => {
  const result: Compared = { wrong: [], expected: 0, latestMinutes: 0, delayed: 0, told: 0 };
  const byPlace = Map.groupBy(arrivals, ({ conversationId, at }) => `${conversationId} ${dayAt(at)}`);
  for (const reader of READERS) {
    for (const day of DAYS) {
      const key = `${reader.conversationId} ${day}`;
      const came = byPlace.get(key) ?? [];
      byPlace.delete(key);
      // Makker looks, and says nothing.
      const planned = reader.quiet ? undefined : plannedFor(reader, day);
      const back = planned === undefined ? undefined : backAt(planned);
      const due = planned !== undefined && (back === undefined || dayAt(back) === day);
      if (due) result.expected += 1;
      const [one] = came;
      if (came.length !== (due ? 1 : 0)) result.wrong.push(`${key}: ${came.length} came instead of ${due ? 1 : 0}`);
      if (!due || one === undefined) continue;
      const late = saysLate(one.card);
      const isLate = one.at - planned > LATE_MINUTES * MINUTE;
      if (late !== isLate) result.wrong.push(`${key}: it ${late ? 'says' : 'does not say'} that it is late`);
      if (isLate) result.delayed += 1;
      if (isLate && late) result.told += 1;
      if (back !== undefined) {
        if (one.at < back || one.at > back + BACK_WITHIN) result.wrong.push(`${key}: not when Makker was back`);
        continue;
      }
      const minutes = minutesPast(one.at, reader.at);
      if (minutes < 0) result.wrong.push(`${key}: ${-minutes} minutes early`);
      result.latestMinutes = Math.max(result.latestMinutes, minutes);
    }
  }
  for (const [key, came] of byPlace) result.wrong.push(`${key}: ${came.length} came to nobody who was to get one`);
  return result;
};
