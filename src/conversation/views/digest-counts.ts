import type { Digest, PastDigest } from '../../agenda/digest.ts';
import type { Counts } from '../../agenda/digest-job.ts';
import type { DigestDay, Line } from '../../cards/views.ts';
import { formatDate, formatDayOfWeek, formatList, formatNumber, formatShortDay } from '../../format/format.ts';
import { dayOf } from '../../rulebook/calendar.ts';
import { barUpTo } from './bar.ts';
import type { Wording } from './wording.ts';

const WEEK = 7;
/** A digest that is so many days off is not a week old. */
const ABOUT = 3;
/** Days of the chart besides today. */
const CHARTED = 5;

/** "i går", "i fredags", "for en uge siden", "den 2. november 2026". */
const thenInWords = (then: string, day: string, { say, language }: Wording): string => {
  const days = dayOf(day) - dayOf(then);
  if (days === 1) return say('digest.then.yesterday');
  if (days === WEEK) return say('digest.then.week');
  return days < WEEK
    ? say('digest.then.weekday', { weekday: formatDayOfWeek(then, language) })
    : say('digest.then.date', { date: formatDate(then, language) });
};

/** What a digest is held against: the newest before it, and the one that is closest to a week old. */
const heldAgainst = ({ past, day }: Digest): PastDigest[] => {
  const newest = past.at(-1);
  const off = ({ day: on }: PastDigest): number => Math.abs(dayOf(day) - dayOf(on) - WEEK);
  const [weekOld] = past.filter((one) => one !== newest && off(one) <= ABOUT).toSorted((a, b) => off(a) - off(b));
  return [newest, weekOld].filter((one) => one !== undefined);
};

const difference = (now: number, then: PastDigest, of: keyof Counts, day: string, wording: Wording): string => {
  const more = now - then.counts[of];
  const is = more === 0 ? 'same' : more > 0 ? 'more' : 'fewer';
  return wording.say(`digest.against.${is}`, { count: Math.abs(more), then: thenInWords(then.day, day, wording) });
};

const looks = {
  overdue: { symbol: '✕', tone: 'attention' },
  soon: { symbol: '!', tone: 'warning' },
  undated: { symbol: '○', tone: 'default' },
} as const satisfies Record<keyof Counts, Pick<Line, 'symbol' | 'tone'>>;

/** How many there are of each kind, against the day before and the week before. */
export const countLines = (digest: Digest, wording: Wording): Line[] =>
  (['overdue', 'soon', 'undated'] as const).map((of) => {
    const count = digest.counts[of];
    const against = heldAgainst(digest).map((then) => difference(count, then, of, digest.day, wording));
    return {
      ...(count === 0 ? { symbol: '✓', tone: 'good' } : looks[of]),
      text: wording.say(`digest.count.${of}`, { count }),
      ...(against.length > 0 && { place: formatList(against, wording.language) }),
    };
  });

/** How many were overdue on each of the last days; nothing on the first day there is. */
export const chartOf = ({ past, day, counts }: Digest, { language }: Wording): DigestDay[] => {
  if (past.length === 0) return [];
  const all = [...past.slice(-CHARTED), { day, counts }].map((one) => ({
    day: formatShortDay(one.day, language),
    overdue: one.counts.overdue,
  }));
  const most = Math.max(...all.map(({ overdue }) => overdue));
  const widest = Math.max(...all.map((one) => one.day.length));
  return all.map(({ day: on, overdue }) => ({
    // A space that no client takes away.
    day: on.padEnd(widest, '\u00A0'),
    bar: barUpTo(overdue, most),
    count: formatNumber(overdue, language),
  }));
};

/** What became of the digest before this one. */
export const sinceText = ({ since, day }: Digest, wording: Wording): string | undefined => {
  if (since === undefined) return undefined;
  const { say } = wording;
  const { handled, come } = since;
  const then = thenInWords(since.day, day, wording);
  if (handled === 0 && come === 0) return say('digest.since.nothing', { then });
  return say('digest.since.some', {
    then,
    handled: handled === 0 ? say('digest.since.none-handled') : say('digest.since.handled', { count: handled }),
    come: come === 0 ? say('digest.since.none-come') : say('digest.since.come', { count: come }),
  });
};
