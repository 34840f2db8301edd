import type { Case } from '../../contract/case.ts';
import { dayOf, firstDayOfMonth, monthIndexOf, type Day } from '../calendar.ts';
import type { ReferenceDate } from '../reference-date.ts';

interface Period {
  type: string;
  from: Day;
  to: Day;
}

/** The benefits a citizen has had; an entry of the history without `to` ends the day before the present one begins. */
const periodsOf = ({ benefit }: Case): Period[] => {
  const since = dayOf(benefit.since);
  const earlier = (benefit.history ?? []).map(({ type, from, to }) => ({
    type,
    from: dayOf(from),
    to: to === undefined ? since - 1 : dayOf(to),
  }));
  return [...earlier, { type: benefit.type, from: since, to: Infinity }];
};

/** In how many of the `months` calendar months before a month (by its index) one of the benefits was paid for any day. */
export const monthsWith = (record: Case, benefits: readonly string[], months: number, before: number): number => {
  const paid = periodsOf(record).filter(({ type }) => benefits.includes(type));
  let count = 0;
  for (let month = before - months; month < before; month += 1) {
    const [first, next] = [firstDayOfMonth(month), firstDayOfMonth(month + 1)];
    if (paid.some(({ from, to }) => from < next && to >= first && from <= to)) count += 1;
  }
  return count;
};

/**
 * The first day, from `from` to the reference date, on which more than `limit` of the `months` calendar months before that day's own
 * had one of the benefits. The count changes with the month only, so that first days of months are looked at.
 */
export const firstDayAbove = (
  record: Case,
  benefits: readonly string[],
  months: number,
  limit: number,
  from: Day,
  date: ReferenceDate,
): Day | undefined => {
  const earliest = Math.min(...periodsOf(record).map((period) => period.from));
  let day = Math.max(from, earliest);
  while (date.hasCome(day)) {
    const month = monthIndexOf(day);
    if (monthsWith(record, benefits, months, month) > limit) return day;
    day = firstDayOfMonth(month + 1);
  }
  return undefined;
};

/**
 * The first day of the unbroken benefit time that the present benefit belongs to: joined with each earlier period that
 * ends the day before the next begins, unless it is of a kind that breaks the time. None on a benefit of such a kind.
 */
export const unbrokenSince = (record: Case, breaking: readonly string[]): Day | undefined => {
  if (breaking.includes(record.benefit.type)) return undefined;
  const periods = periodsOf(record).filter(({ type, from, to }) => !breaking.includes(type) && from <= to);
  let start = dayOf(record.benefit.since);
  for (;;) {
    const before = periods.find(({ to }) => to === start - 1);
    if (before === undefined) return start;
    start = before.from;
  }
};
