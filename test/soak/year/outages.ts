import { instantOf } from './civil.ts';

/** Makker is down from one instant (milliseconds) until before another. */
export interface Outage {
  from: number;
  until: number;
  what: string;
}

const outage = (what: string, from: [day: string, time: string], until: [day: string, time: string]): Outage => ({
  what,
  from: instantOf(...from),
  until: instantOf(...until),
});

export const OUTAGES: readonly Outage[] = [
  outage('over two teams’ times', ['2026-02-11', '07:10'], ['2026-02-11', '10:00']),
  outage('over days', ['2026-03-03', '12:00'], ['2026-03-05', '13:00']),
  outage('over the weekend in which summer time begins', ['2026-03-27', '06:00'], ['2026-03-30', '09:30']),
  outage('into a holiday', ['2026-05-21', '06:00'], ['2026-05-25', '12:00']),
  outage('shorter than half an hour', ['2026-09-08', '07:20'], ['2026-09-08', '07:36']),
  outage('over the weekend in which summer time ends', ['2026-10-23', '21:00'], ['2026-10-26', '07:05']),
  outage('over Christmas', ['2026-12-22', '10:00'], ['2026-12-28', '14:00']),
];

/** While two are at work on one file; and for some hours of it only one of them. */
export const TWO = outage('two at work', ['2026-03-30', '09:30'], ['2026-07-01', '12:00']);
export const ONE_OF_TWO = outage('one of the two', ['2026-06-10', '06:00'], ['2026-06-10', '12:00']);

const during = (instant: number, { from, until }: Outage): boolean => from <= instant && instant < until;

/** How many Makkers are at work at an instant. */
export const atWork = (instant: number): number => {
  if (OUTAGES.some((one) => during(instant, one))) return 0;
  return during(instant, TWO) && !during(instant, ONE_OF_TWO) ? 2 : 1;
};

/** When Makker is back, where it is down at an instant. */
export const backAt = (instant: number): number | undefined => OUTAGES.find((one) => during(instant, one))?.until;
