import { DAYS, instantOf, isHoliday, weekdayOf, worksOn } from './civil.ts';

/** The municipalities, and the days of the year on which each is closed besides the holidays. */
export const TOWNS: Readonly<Record<string, readonly string[]>> = {
  hjoerring: [],
  rebild: ['05-15', '06-05', '12-24', '12-31'],
};

/** Somebody who gets a digest in a conversation at a time, on working days or once a week. */
export interface Reader {
  conversationId: string;
  municipality: string;
  to: { team: string } | { person: string };
  at: string;
  weekday?: number;
  /** There is never anything, and no line is wanted for that, as at `rolig`. */
  quiet?: true;
}

const readersIn = (municipality: string): Reader[] => {
  const team = (id: string, at: string, more: Partial<Reader> = {}): Reader => ({
    conversationId: `19:${municipality}-${id}`,
    municipality,
    to: { team: id },
    at,
    ...more,
  });
  const person = (id: string, at: string, more: Partial<Reader> = {}): Reader => ({
    conversationId: `chat-${municipality}-${id}`,
    municipality,
    to: { person: id },
    at,
    ...more,
  });
  return [
    team('nord', '07:30'),
    team('syd', '05:00'),
    team('vest', '08:15'),
    team('aften', '20:00'),
    team('rolig', '07:45'),
    team('tom', '07:00', { quiet: true }),
    person('kirsten', '08:00'),
    person('mona', '09:00', { weekday: 1 }),
    person('lone', '09:00', { weekday: 4 }),
  ];
};

export const READERS: readonly Reader[] = Object.keys(TOWNS).flatMap(readersIn);

/** The instant at which the reader's digest is to be made on a day, if it is. */
export const plannedFor = ({ municipality, at, weekday }: Reader, day: string): number | undefined => {
  const works = (one: string): boolean => worksOn(one, TOWNS[municipality] ?? []);
  if (!works(day)) return undefined;
  if (weekday === undefined) return instantOf(day, at);
  // On the weekday, else on the first working day after it.
  const nth = DAYS.indexOf(day);
  const named = DAYS.slice(0, nth + 1).findLastIndex((one) => weekdayOf(one) === weekday);
  const first = DAYS.slice(Math.max(named, 0)).find((one) => works(one));
  return named >= 0 && first === day ? instantOf(day, at) : undefined;
};

/** How many of the weekly overviews come on another day than the one that was named, since that is a holiday. */
export const movedWeeks = (): number =>
  READERS.filter(({ weekday }) => weekday !== undefined).flatMap(({ weekday }) =>
    DAYS.filter((day) => weekdayOf(day) === weekday && isHoliday(day)),
  ).length;
